/** Updating a task by the form of *Update Task*. */
import * as z from 'zod/mini';
import type { Dastra } from '../../dastra/client.ts';
import * as sent from '../../dastra/sent.ts';
import { updateFields, updateRecord } from '../../zapier/update.ts';
import { tagsByIds } from '../workspace/tags.ts';
import { getTask, moveTask, patchTask, taskTags } from './calls.ts';
import { changeable, writable } from './schema.ts';

/** The fields that can be emptied, by their keys in the form. */
export const CLEARABLE = [
  'descriptionHtml',
  'deadline',
  'assignedToUserId',
  'ownerId',
  'projectId',
  'iterationId',
  'parentId',
  'tagIds',
] as const;

/** The form. */
export const taskUpdate = z.object({
  workspaceId: sent.recordId,
  taskId: sent.recordId,
  ...sent.optional(changeable),
  workFlowStepId: z.optional(writable.workFlowStepId),
  ...updateFields(CLEARABLE),
});

/**
 * Updates a task. One call where it is so already, and five at most.
 * @throws DastraError with any fault, and what was saved before it
 */
export const updateTask = (dastra: Dastra, input: z.infer<typeof taskUpdate>) => {
  const { workspaceId, taskId, workFlowStepId, tagIds, tagMode, fieldsToClear, ...values } = input;
  const ids = { workspaceId, id: taskId };
  return updateRecord(
    {
      read: () => getTask(dastra, workspaceId, String(taskId)),
      patch: (changes) => dastra.call(patchTask, ids, { changes }),
      move: (stepId) =>
        dastra.call(moveTask, { workspaceId, taskId, stepId }, { body: { id: taskId, stepId } }),
      tags: (wanted, kept) => tagsByIds(dastra, workspaceId, taskTags, wanted, kept),
    },
    input,
    { values, workFlowStepId, tagIds, tagMode, fieldsToClear },
  );
};
