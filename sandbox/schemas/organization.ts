import { z } from 'zod';
import { areaTypes, baseRoles, tagTypes, workflowTypes, workSpaceStates } from './enums.ts';
import { dateTime, flag, guid, int32, optionalText, text } from './fields.ts';

/** What a workspace is made of: units, users, tags, steps, projects (fact sheet §2.2). */

export const workSpaceDto = z.object({
  id: int32,
  tenantId: int32,
  label: text(),
  logoUrl: optionalText(),
  primaryColor: optionalText(),
  secondaryColor: optionalText(),
  state: z.enum(workSpaceStates),
  permissions: z.array(z.object({})),
  dataSubjectArchivedRetentionDays: int32.nullish(),
  nbEntities: int32,
});
export type WorkSpaceDto = z.output<typeof workSpaceDto>;

export const areaLightDto = z.object({ id: int32, label: text(80), type: z.enum(areaTypes) });

export const areaBaseDto = areaLightDto.extend({
  parentId: int32.nullish(),
  ref: optionalText(80),
  description: optionalText(),
  logoUrl: optionalText(),
  address: optionalText(500),
  zipCode: optionalText(10),
  city: optionalText(300),
  countryCode: optionalText(3),
  immatriculationNumber: optionalText(20),
  phoneNumber: optionalText(14),
  mailAddress: optionalText(255),
});

export const areaDto = areaBaseDto.extend({
  order: int32,
  children: z.array(areaBaseDto),
  teams: z.array(z.object({ id: int32, label: text() })),
});
export type AreaDto = z.output<typeof areaDto>;

export const userLightDto = z.object({
  id: int32,
  displayName: optionalText(),
  familyName: optionalText(),
  givenName: optionalText(),
  email: optionalText(),
  color: optionalText(),
  avatarUrl: optionalText(),
  tenantId: int32,
});

export const userDto = userLightDto.extend({
  role: z.enum(baseRoles),
  phoneNumber: optionalText(),
  language: optionalText(),
  timeZone: optionalText(),
  isInvited: flag,
  isOwner: flag,
  active: flag,
  canReceiveNotification: flag,
  emailVerified: flag,
  dateCreation: dateTime,
  dateUpdate: dateTime.nullish(),
});
export type UserDto = z.output<typeof userDto>;

export const tagDto = z.object({
  id: int32,
  label: text(360).min(1),
  type: z.enum(tagTypes),
  color: optionalText(10),
});
export type TagDto = z.output<typeof tagDto>;

/** A tag in a body: Dastra wants the whole object of a tag that exists (fact sheet §2.2, TagDto). */
export const tagBody = z.strictObject(tagDto.shape);

export const workFlowStepDto = z.object({
  id: int32,
  label: text(120),
  color: optionalText(9),
  order: int32,
  itemLimit: int32.nullish(),
  type: z.enum(workflowTypes),
  finalStep: flag,
  initialStep: flag,
  descriptionHtml: optionalText(3000),
  mappedState: optionalText(50),
});
export type WorkFlowStepDto = z.output<typeof workFlowStepDto>;

export const projectDto = z.object({
  id: guid,
  label: text(100),
  description: optionalText(3000),
  archived: flag,
  nbTasks: int32,
  dateCreation: dateTime,
  dateUpdate: dateTime.nullish(),
});
export type ProjectDto = z.output<typeof projectDto>;

export const iterationDto = z.object({
  id: guid,
  label: text(100),
  displayName: optionalText(),
  done: flag,
  current: flag,
  start: dateTime,
  end: dateTime,
});
export type IterationDto = z.output<typeof iterationDto>;

/** Not in the OpenAPI document; id and label are an inference [I] (fact sheet §1, drop-downs). */
export const subjectCategoryDto = z.object({ id: int32, label: text() });
export type SubjectCategoryDto = z.output<typeof subjectCategoryDto>;

/** A choice of a drop-down; a task shows its linked record as one (fact sheet §1, `/query`). */
export const selectListItem = z.object({
  value: optionalText(),
  text: optionalText(),
  valueId: int32,
  headline: optionalText(),
  description: optionalText(),
  icon: optionalText(),
  color: optionalText(),
  imageUrl: optionalText(),
  valueText: optionalText(),
  requireFeature: optionalText(),
  nbReferences: int32,
  date: dateTime.nullish(),
  workspaceId: int32.nullish(),
  areaId: int32.nullish(),
  disabled: flag,
  selected: flag,
});
export type SelectListItem = z.output<typeof selectListItem>;
