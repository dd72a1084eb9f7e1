/** The filters that triggers of tasks have. */
import * as z from 'zod/mini';
import * as sent from '../../dastra/sent.ts';
import { listedBy, organizationalUnitField, userField } from '../../zapier/fields.ts';
import { type Answer, all, type Known, same } from '../../zapier/filters.ts';
import type { Task } from './schema.ts';

export const taskFilters = {
  workspaceId: sent.recordId,
  areaId: z.optional(sent.recordId),
  assignedToUserId: z.optional(sent.recordId),
};

export const taskFilterFields = {
  areaId: {
    ...organizationalUnitField,
    helpText: 'Only tasks of this entity or department. Leave it blank for all.',
  },
  assignedToUserId: userField('Assigned To', 'Only tasks of this person. Leave it blank for all.'),
};

/** Those, and one by project. */
export const projectTaskFilters = { ...taskFilters, projectId: z.optional(sent.guid) };

export const projectTaskFilterFields = {
  ...taskFilterFields,
  projectId: {
    label: 'Project',
    helpText: 'Only tasks of this project. Leave it blank for all.',
    ...listedBy('list_projects'),
  },
};

/** What the filters above were filled in with. */
interface Wanted {
  areaId?: number | undefined;
  assignedToUserId?: number | undefined;
  projectId?: string | undefined;
}

/** Whether the filters above let a task pass: yes, no or unknown. */
export const passes = (
  task: Known<Task>,
  { areaId, assignedToUserId, projectId }: Wanted,
): Answer =>
  all(
    same(task.areaId ?? task.area?.id, areaId),
    same(task.assignedToUser?.id ?? task.assignedToUserId, assignedToUserId),
    same(task.project?.id ?? task.projectId, projectId),
  );
