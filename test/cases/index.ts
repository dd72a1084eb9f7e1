/** One case an operation. The compiler asks for each that is missing: write its file, add its line. */
import type app from '../../index.ts';
import type { DropdownKey } from '../../src/zapier/fields.ts';
import attachActorToProcessing from './attach-actor-to-processing.ts';
import type { Case, HookCase, PairCase } from './case.ts';
import createActor from './create-actor.ts';
import createRightsRequest from './create-rights-request.ts';
import createTask from './create-task.ts';
import findActor from './find-actor.ts';
import { findOrCreateActor } from './find-or-create.ts';
import newRightsRequest from './new-rights-request.ts';
import newTask from './new-task.ts';

type App = typeof app;

/** Drop-downs have no case: each is run as it is. */
type Triggers = Omit<App['triggers'], DropdownKey>;

type Cases = {
  [Key in keyof Triggers]: Triggers[Key]['operation'] extends { type: 'hook' } ? HookCase : Case;
} & Record<keyof App['creates'] | keyof App['searches'], Case>;

export type OperationKey = keyof Cases;

/** By the operation's key. */
export const CASES: Cases = {
  new_rights_request: newRightsRequest,
  new_task: newTask,
  find_actor: findActor,
  create_task: createTask,
  create_actor: createActor,
  create_rights_request: createRightsRequest,
  attach_actor_to_processing: attachActorToProcessing,
};

/** Of each pair of a search and an action, by the search's key. */
export const PAIRS: Record<keyof App['searchOrCreates'], PairCase> = {
  find_actor: findOrCreateActor,
};

/** Drop-downs that make more than one call, as they ask for what Dastra may not have first. */
export const DROPDOWN_CALLS: Partial<Record<DropdownKey, number>> = {
  list_rights_request_steps: 2,
};
