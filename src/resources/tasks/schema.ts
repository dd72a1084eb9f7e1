/** A task, as Dastra takes it and as it answers. */
import * as z from 'zod/mini';
import * as received from '../../dastra/received.ts';
import * as sent from '../../dastra/sent.ts';

export const PRIORITIES = ['High', 'Medium', 'Low'] as const;

/** The kinds of records that a task can be about (`TaskObjectType`). */
export const OBJECT_TYPES = [
  'DataProcessing',
  'DataSubject',
  'DataBreach',
  'AuditResponse',
  'Actor',
  'Asset',
  'DataRetentionRule',
  'RiskEvaluation',
  'ControlPoint',
  'SecurityMeasure',
] as const;
export type ObjectType = (typeof OBJECT_TYPES)[number];

/** The newer name that the documents give to rights requests elsewhere (assumption A25). */
export const NEWER_RIGHTS_REQUEST: string = 'DataSubjectRequest';

/** The kind of record that a task is about, by the name that forms have. */
export const relatedItemType = ({ objectType }: { objectType?: string | null | undefined }) =>
  objectType === NEWER_RIGHTS_REQUEST ? 'DataSubject' : objectType;

/** The state of a task that is completed. */
export const CLOSED = 'Closed';

/** The longest title of a task, in UTF-16 units. */
export const LONGEST_TITLE = 120;

/** What an update can replace of a task; its step is changed by moving it (assumption A51). */
export const changeable = {
  label: sent.text(LONGEST_TITLE),
  areaId: sent.recordId,
  descriptionHtml: sent.text(),
  priority: sent.oneOf(PRIORITIES),
  deadline: sent.dateTime,
  assignedToUserId: sent.recordId,
  ownerId: sent.recordId,
  projectId: sent.guid,
  iterationId: sent.guid,
  customFields: sent.customFields,
  parentId: sent.recordId,
};

/**
 * What can be written of a task (`TaskCreateUpdateDto`; docs/dastra-api.md, Tasks), as the API
 * names it.
 */
export const writable = {
  ...changeable,
  workFlowStepId: sent.recordId,
  objectType: sent.oneOf(OBJECT_TYPES),
  objectId: sent.anyId,
  color: sent.text(),
};

/** What a new task is sent with. */
export const newFields = {
  ...sent.optional(writable),
  label: writable.label,
  areaId: writable.areaId,
  // Left out, it would probably become the first member, High (assumption A8).
  priority: z._default(writable.priority, 'Medium'),
};

/** The form of a new task, with tags by their IDs. */
export const newTask = z.object({
  workspaceId: sent.recordId,
  ...newFields,
  // What is too long for Dastra goes on in the description.
  label: sent.text(),
  tagIds: z.optional(sent.listOf(sent.recordId)),
});
export type NewTask = z.infer<typeof newTask>;

/** A task as Dastra answers (`TaskDto`), with what only newer documents name. */
export const task = z.object({
  id: received.id,
  label: received.maybeText,
  descriptionHtml: received.maybeText,
  descriptionPlainText: received.maybeText,
  priority: received.maybeText,
  state: received.maybeText,
  archived: received.maybeFlag,
  color: received.maybeText,
  deadline: received.maybeDate,
  startDate: received.maybeDate,
  dateCreation: received.maybeDate,
  dateUpdate: received.maybeDate,
  dateActivated: received.maybeDate,
  dateClosed: received.maybeDate,
  remainingDays: received.maybeNumber,
  closingTime: received.maybeNumber,
  workspaceId: received.maybeId,
  workSpace: received.maybeNamed,
  areaId: received.maybeId,
  area: received.maybeNamed,
  projectId: received.maybeId,
  project: received.maybeNamed,
  iterationId: received.maybeId,
  iteration: received.maybeNamed,
  workFlowStepId: received.maybeId,
  workFlowStep: received.maybeNamed,
  ownerId: received.maybeId,
  owner: received.maybeUser,
  assignedToUserId: received.maybeId,
  assignedToUser: received.maybeUser,
  creator: received.maybeUser,
  tags: received.maybeTags,
  objectType: received.maybeText,
  objectId: received.maybeId,
  objectTypeDetails: received.maybe(z.object({ text: received.maybeText })),
  parentId: received.maybeId,
  nbSubTasks: received.maybeNumber,
  nbSubTasksClosed: received.maybeNumber,
  ref: received.maybeText,
  source: received.maybeText,
  customFields: received.maybeObject,
});
export type Task = z.infer<typeof task>;
