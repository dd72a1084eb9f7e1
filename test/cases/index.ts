/** One case an operation. The compiler asks for each that is missing: write its file, add its line. */
import type app from '../../index.ts';
import type { Fault } from '../../src/dastra/fault.ts';
import type { DropdownKey } from '../../src/zapier/fields.ts';
import attachActorToProcessing from './attach-actor-to-processing.ts';
import type { Case, HookCase, PairCase } from './case.ts';
import createActor from './create-actor.ts';
import createAsset from './create-asset.ts';
import createDataBreach from './create-data-breach.ts';
import createProcessing from './create-processing.ts';
import createRightsRequest from './create-rights-request.ts';
import createTask from './create-task.ts';
import dataBreachStatusChanged from './data-breach-status-changed.ts';
import findActor from './find-actor.ts';
import findDataBreach from './find-data-breach.ts';
import {
  findOrCreateActor,
  findOrCreateDataBreach,
  findOrCreateProcessing,
} from './find-or-create.ts';
import findProcessing from './find-processing.ts';
import newDataBreach from './new-data-breach.ts';
import newProcessing from './new-processing.ts';
import newRightsRequest from './new-rights-request.ts';
import newTask from './new-task.ts';
import processingPublished from './processing-published.ts';
import questionnaireResponse from './questionnaire-response.ts';

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
  new_data_breach: newDataBreach,
  data_breach_status_changed: dataBreachStatusChanged,
  processing_published: processingPublished,
  new_processing: newProcessing,
  questionnaire_response: questionnaireResponse,
  create_data_breach: createDataBreach,
  create_processing: createProcessing,
  create_asset: createAsset,
  find_data_breach: findDataBreach,
  find_processing: findProcessing,
};

/** Of each pair of a search and an action, by the search's key. */
export const PAIRS: Record<keyof App['searchOrCreates'], PairCase> = {
  find_actor: findOrCreateActor,
  find_data_breach: findOrCreateDataBreach,
  find_processing: findOrCreateProcessing,
};

/** What a drop-down does that others do not. */
export interface DropdownCase {
  /** How many calls it makes, if not one. */
  calls?: number;
  /** After these it asks for another list. */
  fallsBack?: readonly Fault[];
}

/** The drop-downs that are not like the others. */
export const DROPDOWN_CASES: Partial<Record<DropdownKey, DropdownCase>> = {
  // The steps of requests are asked for under their newer name first.
  list_rights_request_steps: { calls: 2, fallsBack: ['invalid', 'forbidden', 'not-found'] },
  list_data_breach_steps: { fallsBack: ['invalid', 'forbidden', 'not-found'] },
  list_task_steps: { fallsBack: ['invalid', 'forbidden', 'not-found'] },
  list_users: { fallsBack: ['forbidden', 'not-found'] },
};
