import { z } from 'zod';
import { priorities, taskObjectTypes, taskStates } from './enums.ts';
import { customFields, dateTime, flag, guid, int32, optionalText, text } from './fields.ts';
import {
  areaLightDto,
  iterationDto,
  projectDto,
  selectListItem,
  tagBody,
  tagDto,
  userLightDto,
  workFlowStepDto,
  workSpaceDto,
} from './organization.ts';

/** A task (fact sheet §2.4). */

const writable = {
  label: text(120).min(1),
  descriptionHtml: optionalText(),
  deadline: dateTime.nullish(),
  assignedToUserId: int32.nullish(),
  ownerId: int32.nullish(),
  projectId: guid.nullish(),
  iterationId: guid.nullish(),
  objectType: z.enum(taskObjectTypes).optional(),
  objectId: optionalText(),
  workFlowStepId: int32.nullish(),
  parentId: int32.nullish(),
  color: optionalText(),
  additionalDatas: z.record(z.string(), z.unknown()).nullish(),
};

/** Only the label is required in the OpenAPI document. */
export const taskBody = z
  .strictObject({
    ...writable,
    areaId: int32.optional(),
    priority: z.enum(priorities).optional(),
    tags: z.array(tagBody).nullish(),
    customFields: customFields.nullish(),
  })
  .refine((body) => (body.objectType === undefined) === (body.objectId == null), {
    path: ['objectId'],
    message: 'objectType and objectId go together',
  });
export type TaskBody = z.output<typeof taskBody>;

/** The flat half of a task, without the records it names. */
export const taskLightDto = z.object({
  id: int32,
  ...writable,
  areaId: int32,
  priority: z.enum(priorities),
  workspaceId: int32,
  state: z.enum(taskStates),
  archived: flag,
  tags: z.array(tagDto),
  attachments: z.array(z.object({ id: int32 })),
  dateCreation: dateTime,
  dateUpdate: dateTime.nullish(),
  dateActivated: dateTime.nullish(),
  dateClosed: dateTime.nullish(),
  customFields,
});

export const taskDto = taskLightDto.extend({
  project: projectDto.optional(),
  iteration: iterationDto.optional(),
  descriptionPlainText: optionalText(),
  workFlowStep: workFlowStepDto.optional(),
  order: int32,
  owner: userLightDto.optional(),
  assignedToUser: userLightDto.optional(),
  area: areaLightDto.optional(),
  workSpace: workSpaceDto.optional(),
  creator: userLightDto.optional(),
  remainingDays: int32.nullish(),
  closingTime: int32.nullish(),
  nbSubTasks: int32.nullish(),
  nbSubTasksClosed: int32.nullish(),
  children: z.array(taskLightDto),
  objectTypeDetails: selectListItem.optional(),
});
export type TaskDto = z.output<typeof taskDto>;
