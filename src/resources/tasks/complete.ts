/** Completing a task by the form of *Complete Task*: moving it to the step that closes it. */
import * as z from 'zod/mini';
import type { Dastra } from '../../dastra/client.ts';
import { invalid } from '../../dastra/fault.ts';
import * as sent from '../../dastra/sent.ts';
import { closingStep } from '../workspace/steps.ts';
import { changeTask, getTask, moveTask, readTasks, taskWorkflow } from './calls.ts';
import type { Task } from './schema.ts';

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
    { states: 'Closed', includeChildren: true, page: 1, size: 20 },
  );
  const closed = items.find(({ state, workFlowStep }) => state === 'Closed' && workFlowStep?.id);
  return closed?.workFlowStep?.id;
};

/**
 * Completes a task, unless it is completed: moves it to the step that closes tasks. Where no step is
 * known, its state is changed instead, which Dastra may refuse or pass over (assumption A59). Four
 * calls as a rule, five where Dastra does not list its steps. Sub-tasks stay as they are.
 * @throws DastraError `invalid` if the task is not closed afterwards
 */
export const completeTask = async (
  dastra: Dastra,
  { workspaceId, taskId }: Completion,
): Promise<Completed> => {
  const before = await getTask(dastra, workspaceId, taskId);
  if (before.state === 'Closed') return { of: before, added: { alreadyCompleted: true } };

  const ids = { workspaceId, id: taskId };
  const stepId =
    (await closingStep(dastra, workspaceId, taskWorkflow))?.id ??
    (await stepOfClosed(dastra, workspaceId));
  if (stepId === undefined) {
    await dastra.call(changeTask, ids, { changes: { state: 'Closed' } });
  } else {
    await dastra.call(moveTask, ids, { body: { id: taskId, stepId: Number(stepId) } });
  }

  const after = await getTask(dastra, workspaceId, taskId);
  if (after.state !== 'Closed') {
    throw invalid(
      'taskId',
      'is not completed, though Dastra was asked to complete it. Complete it in Dastra, where you see what its workflow expects.',
    );
  }
  return { of: after, added: { alreadyCompleted: false } };
};
