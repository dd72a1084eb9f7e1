import * as z from 'zod/mini';
import { type Dastra, path } from '../../dastra/client.ts';
import { isFault } from '../../dastra/fault.ts';
import * as received from '../../dastra/received.ts';
import { listRows } from '../../dastra/rows.ts';

export const step = z.object({ id: received.id, label: received.maybeText });
export type Step = z.infer<typeof step>;

const recordWithStep = z.object({ workFlowStep: received.maybeNamed });

/** Whose steps: the names that the workflow may have, and the list of records that stand on them. */
const WORKFLOWS = {
  Task: { types: ['Task'], records: 'Tasks' },
  // The newer name first (fact sheet §9, 4).
  RightsRequest: { types: ['DataSubjectRequest', 'DataSubject'], records: 'DataSubjectRequests' },
} as const;

/**
 * The steps of a workspace's workflow. The endpoint is in Dastra's newer list only; without it, the
 * steps that some records stand on are all that can be known (fact sheet §1, drop-downs).
 */
export const listSteps = async (
  dastra: Dastra,
  workspaceId: number,
  workflow: keyof typeof WORKFLOWS,
): Promise<Step[]> => {
  const { types, records } = WORKFLOWS[workflow];
  const call = { doing: 'list the steps', workspaceId };
  for (const type of types) {
    try {
      const { items } = await listRows(
        dastra,
        path`/v1/ws/${workspaceId}/Workflows/${type}`,
        step,
        {
          ...call,
          names: ['steps'],
        },
      );
      if (items.length > 0) return items;
    } catch (error) {
      if (!isFault(error, 'not-found', 'invalid', 'forbidden')) throw error;
    }
  }
  const { items } = await dastra.list(path`/v1/ws/${workspaceId}/${records}`, recordWithStep, {
    ...call,
    query: { page: 1, size: 100 },
  });
  const steps = new Map<string, Step>();
  for (const { workFlowStep } of items) {
    if (workFlowStep?.id) steps.set(workFlowStep.id, { ...workFlowStep, id: workFlowStep.id });
  }
  return [...steps.values()];
};
