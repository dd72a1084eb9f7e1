/** Finding tasks by the form of *Find Task*. */
import * as z from 'zod/mini';
import type { Dastra } from '../../dastra/client.ts';
import { invalid, isFault } from '../../dastra/fault.ts';
import { allOf, textRule } from '../../dastra/filters.ts';
import { findIn } from '../../dastra/find.ts';
import * as sent from '../../dastra/sent.ts';
import { comparableText, searchText } from '../../dastra/text.ts';
import { checkRelatedItem, fittingTitle, getTask, narrowedBy, readTasks } from './calls.ts';
import { CLOSED, OBJECT_TYPES, relatedItemType, type Task } from './schema.ts';

/** The form. Its fields are called as in the form of a new task, which they stand in for in a pair. */
export const taskQuery = z.object({
  workspaceId: sent.recordId,
  taskId: z.optional(sent.recordId),
  label: z.optional(sent.text()),
  objectType: z.optional(sent.oneOf(OBJECT_TYPES)),
  objectId: z.optional(sent.anyId),
  openOnly: z._default(sent.flag, true),
});
type TaskQuery = z.infer<typeof taskQuery>;

/**
 * Finds tasks, sub-tasks included, the newest first. Parameters of the list narrow it to those of the
 * related item (assumption A58); a filter finds the title among them. One call as a rule.
 * @throws DastraError `invalid` if the form does not say what to search by; `unproven` if Dastra does
 *   not filter and there are too many tasks to read
 */
export const findTask = async (dastra: Dastra, query: TaskQuery): Promise<Task[]> => {
  const { workspaceId, taskId, objectType, objectId, openOnly } = query;
  // A title that is too long was cut when its task was created.
  const label = query.label && (fittingTitle({ label: query.label }).label ?? query.label);
  if (taskId !== undefined) {
    if (label || objectId) {
      throw invalid(
        'taskId',
        'and other fields may mean different tasks. Fill in one or the other.',
      );
    }
    return getTask(dastra, workspaceId, String(taskId)).then(
      (task) => [task],
      (error: unknown) => {
        if (!isFault(error, 'not-found')) throw error;
        return [];
      },
    );
  }
  checkRelatedItem(query);
  if (!label && !objectId) {
    throw invalid(
      'label',
      'is missing. To find a task, fill in Title, or choose its Related Item.',
    );
  }

  const narrowed = {
    ...narrowedBy({ objectType }),
    objectIds: objectId === undefined ? undefined : [objectId],
    excludeDone: openOnly ? true : undefined,
  };
  const fits = (task: Task) =>
    (!label || comparableText(task.label) === comparableText(label)) &&
    (!objectId ||
      (relatedItemType(task) === objectType &&
        comparableText(task.objectId) === comparableText(objectId))) &&
    !(openOnly && (task.state === CLOSED || task.archived));
  const found = await findIn(
    (more) => dastra.list(readTasks, { workspaceId }, { ...narrowed, ...more }),
    {
      filters: label && allOf([textRule('Label', 'equal', label)]),
      q: label && searchText(label),
      fits,
      doing: 'find a task by this value',
      workspaceId,
    },
  );
  return found.sort(newestFirst);
};

const newestFirst = (one: Task, other: Task) =>
  (other.dateCreation ?? '').localeCompare(one.dateCreation ?? '') ||
  Number(other.id) - Number(one.id);
