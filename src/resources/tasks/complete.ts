/** Completing a task by the form of *Complete Task*: moving it to the step that closes it. */
import * as z from 'zod/mini';
import type { Dastra } from '../../dastra/client.ts';
import { defineEndpoint } from '../../dastra/endpoint.ts';
import { invalid, isFault, UNCERTAIN } from '../../dastra/fault.ts';
import * as sent from '../../dastra/sent.ts';
import { closingStep } from '../workspace/steps.ts';
import { getTask, moveTask, patchTask, readTasks, taskWorkflow } from './calls.ts';
import { CLOSED, type Task } from './schema.ts';

/** The form. */
export const completion = z.object({ workspaceId: sent.recordId, taskId: sent.recordId });
type Completion = z.infer<typeof completion>;

/** A task that is completed. */
interface Completed {
  of: Task;
  added: { alreadyCompleted: boolean };
}

/** The step of a task that is closed, for a Dastra that does not list its steps. */
const stepOfClosed = async (dastra: Dastra, workspaceId: number) => {
  const { items } = await dastra.list(
    readTasks,
    { workspaceId },
    { states: [CLOSED], includeChildren: true, page: 1, size: 20 },
  );
  const closed = items.find(({ state, workFlowStep }) => state === CLOSED && workFlowStep?.id);
  return closed?.workFlowStep?.id;
};

/** For a Dastra whose steps are unknown. */
export const patchToClosed = defineEndpoint({ ...patchTask, doing: 'complete the task' });

/** The move that completes a task. Its owner and its assignee get mail: it is not repeated. */
export const moveToClosing = defineEndpoint({
  ...moveTask,
  effect: 'create',
  doing: 'complete the task',
});

/**
 * Completes a task, unless it is completed: moves it to the step that closes tasks. Where no step is
 * known, its state is changed instead, which Dastra may refuse or pass over (assumption A59). It is
 * read before, so that nothing is done twice; and afterwards, so that what was done counts though its
 * answer was lost. Four calls as a rule, six at most. Sub-tasks stay as they are.
 * @throws DastraError with any fault; `invalid` on `taskId` if Dastra leaves the task open
 */
export const completeTask = async (
  dastra: Dastra,
  { workspaceId, taskId }: Completion,
): Promise<Completed> => {
  const read = () => getTask(dastra, workspaceId, String(taskId));
  const before = await read();
  if (before.state === CLOSED) return { of: before, added: { alreadyCompleted: true } };

  const known = await closingStep(dastra, workspaceId, taskWorkflow);
  const stepId = Number(known?.id ?? (await stepOfClosed(dastra, workspaceId)));
  const doubt = await (Number.isNaN(stepId)
    ? dastra.call(patchToClosed, { workspaceId, id: taskId }, { changes: { state: CLOSED } })
    : dastra.call(
        moveToClosing,
        { workspaceId, taskId, stepId },
        { body: { id: taskId, stepId }, looksFirst: true },
      )
  ).then(
    () => undefined,
    (error: unknown) => {
      if (!isFault(error, ...UNCERTAIN)) throw error;
      return error;
    },
  );

  const after = await read().catch((error: unknown) => {
    throw doubt ?? error;
  });
  if (after.state === CLOSED) return { of: after, added: { alreadyCompleted: false } };
  throw (
    doubt ??
    invalid(
      'taskId',
      'is not completed, though Dastra did not refuse to complete it. Complete it in Dastra, where you see what its workflow expects.',
    )
  );
};
