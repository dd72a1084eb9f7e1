/** Workflow steps, which each workspace sets for itself. */
import * as z from 'zod/mini';
import type { Dastra } from '../../dastra/client.ts';
import { defineList } from '../../dastra/endpoint.ts';
import { isFault } from '../../dastra/fault.ts';
import * as query from '../../dastra/query.ts';
import * as received from '../../dastra/received.ts';

/** `WorkFlowStepDto`; `mappedState` is the state of the records on it (assumption A27). */
const step = z.object({
  id: received.id,
  label: received.maybeText,
  finalStep: received.maybeFlag,
  mappedState: received.maybeText,
  order: received.maybeNumber,
});
export type Step = z.infer<typeof step>;

export const readSteps = defineList({
  path: '/v1/ws/{workspaceId}/Workflows/{type}',
  doing: 'list the steps',
  items: step,
  in: 'steps',
  choices: true,
});

/** The workflow of a resource. */
export interface Workflow {
  /** The names that it may have, the likeliest first. */
  types: readonly string[];
  /** The list of the records that are in its steps. */
  records: ReturnType<typeof readStepsOf>;
}

const readStepsOf = (path: string) =>
  defineList({
    path,
    doing: 'list the steps',
    query: query.paging,
    items: z.object({ workFlowStep: received.maybeNamed }),
    in: 'page',
  });

/**
 * Names the workflow of a resource.
 * @param path the list of its records
 */
export const defineWorkflow = (path: string, ...types: string[]): Workflow => ({
  types,
  records: readStepsOf(path),
});

/**
 * The steps of a workspace's workflow, in its own order; none where this Dastra does not list them, as
 * the endpoint is in its newer list only (assumption A26).
 */
const workflowSteps = async (
  dastra: Dastra,
  workspaceId: number,
  { types }: Workflow,
): Promise<Step[]> => {
  for (const type of types) {
    try {
      const { items } = await dastra.list(readSteps, { workspaceId, type });
      if (items.length > 0) return items;
    } catch (error) {
      if (!isFault(error, 'not-found', 'invalid', 'forbidden')) throw error;
    }
  }
  return [];
};

/**
 * The steps that can be chosen; where Dastra does not list them, the steps that some records are in
 * are all that can be known (docs/dastra-api.md, Choices).
 */
export const listSteps = async (
  dastra: Dastra,
  workspaceId: number,
  workflow: Workflow,
): Promise<Pick<Step, 'id' | 'label'>[]> => {
  const listed = await workflowSteps(dastra, workspaceId, workflow);
  if (listed.length > 0) return listed;
  const { items } = await dastra.list(workflow.records, { workspaceId }, { page: 1, size: 100 });
  const steps = new Map<string, Pick<Step, 'id' | 'label'>>();
  for (const { workFlowStep } of items) {
    if (workFlowStep?.id) steps.set(workFlowStep.id, { ...workFlowStep, id: workFlowStep.id });
  }
  return [...steps.values()];
};

/**
 * The step that closes records: the final one, else the last one that maps to `Closed` (assumption
 * A59). Undefined where Dastra does not list its steps, or none of them closes.
 */
export const closingStep = async (
  dastra: Dastra,
  workspaceId: number,
  workflow: Workflow,
): Promise<Step | undefined> => {
  const steps = await workflowSteps(dastra, workspaceId, workflow);
  const closed = steps.filter(({ mappedState }) => mappedState === 'Closed');
  return (
    steps.find(({ finalStep }) => finalStep) ??
    closed.toSorted((one, other) => (one.order ?? 0) - (other.order ?? 0)).at(-1)
  );
};
