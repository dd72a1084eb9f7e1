/** Workflow steps, which each workspace sets for itself. */
import * as z from 'zod/mini';
import type { Dastra } from '../../dastra/client.ts';
import { defineList } from '../../dastra/endpoint.ts';
import { isFault } from '../../dastra/fault.ts';
import * as query from '../../dastra/query.ts';
import * as received from '../../dastra/received.ts';
import { comparableText } from '../../dastra/text.ts';

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
    items: z.object({ workFlowStep: received.maybeNamed, state: received.maybeText }),
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
 * The steps of a workspace's workflow. The endpoint is in Dastra's newer list only; without it, the
 * steps that some records are in are all that can be known (docs/dastra-api.md, Choices).
 */
export const listSteps = async (
  dastra: Dastra,
  workspaceId: number,
  { types, records }: Workflow,
): Promise<Step[]> => {
  for (const type of types) {
    try {
      const { items } = await dastra.list(readSteps, { workspaceId, type });
      if (items.length > 0) return items;
    } catch (error) {
      if (!isFault(error, 'not-found', 'invalid', 'forbidden')) throw error;
    }
  }
  const { items } = await dastra.list(records, { workspaceId }, { page: 1, size: 100 });
  const steps = new Map<string, Step>();
  for (const { workFlowStep, state } of items) {
    if (!workFlowStep?.id) continue;
    steps.set(workFlowStep.id, { ...workFlowStep, id: workFlowStep.id, mappedState: state });
  }
  return [...steps.values()];
};

/**
 * The step that closes a record: the final one, else the last of those that stand for the state
 * Closed (assumption A59); undefined where none is known to.
 */
export const closingStep = async (
  dastra: Dastra,
  workspaceId: number,
  workflow: Workflow,
): Promise<Step | undefined> => {
  const steps = await listSteps(dastra, workspaceId, workflow);
  const last = (some: Step[]) =>
    some.toSorted((one, other) => (other.order ?? 0) - (one.order ?? 0))[0];
  return (
    last(steps.filter(({ finalStep }) => finalStep)) ??
    last(steps.filter(({ mappedState }) => comparableText(mappedState) === 'closed'))
  );
};
