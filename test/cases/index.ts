/** One case an operation. The compiler asks for each that is missing: write its file, add its line. */
import type app from '../../index.ts';
import type { Fault } from '../../src/dastra/fault.ts';
import type { DropdownKey } from '../../src/zapier/fields.ts';
import attachActorToProcessing from './attach-actor-to-processing.ts';
import attachFileToRightsRequest from './attach-file-to-rights-request.ts';
import type { Case, HookCase, PairCase } from './case.ts';
import closeRightsRequest from './close-rights-request.ts';
import completeTask from './complete-task.ts';
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
  findOrCreateRightsRequest,
  findOrCreateTask,
} from './find-or-create.ts';
import findProcessing from './find-processing.ts';
import findRightsRequest from './find-rights-request.ts';
import findTask from './find-task.ts';
import findUser from './find-user.ts';
import newDataBreach from './new-data-breach.ts';
import newProcessing from './new-processing.ts';
import newRequestMessage from './new-request-message.ts';
import newRightsRequest from './new-rights-request.ts';
import newTask from './new-task.ts';
import processingPublished from './processing-published.ts';
import questionnaireResponse from './questionnaire-response.ts';
import requestIdentityValidated from './request-identity-validated.ts';
import rightsRequestClosed from './rights-request-closed.ts';
import rightsRequestDueSoon from './rights-request-due-soon.ts';
import rightsRequestStatusChanged from './rights-request-status-changed.ts';
import sendMessageToRequester from './send-message-to-requester.ts';
import taskCompleted from './task-completed.ts';
import taskDueSoon from './task-due-soon.ts';
import updateActor from './update-actor.ts';
import updateRightsRequest from './update-rights-request.ts';
import updateTask from './update-task.ts';

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
  rights_request_status_changed: rightsRequestStatusChanged,
  rights_request_closed: rightsRequestClosed,
  request_identity_validated: requestIdentityValidated,
  new_request_message: newRequestMessage,
  rights_request_due_soon: rightsRequestDueSoon,
  new_task: newTask,
  task_completed: taskCompleted,
  task_due_soon: taskDueSoon,
  new_processing: newProcessing,
  processing_published: processingPublished,
  find_actor: findActor,
  find_task: findTask,
  find_rights_request: findRightsRequest,
  find_user: findUser,
  find_processing: findProcessing,
  new_data_breach: newDataBreach,
  data_breach_status_changed: dataBreachStatusChanged,
  questionnaire_response: questionnaireResponse,
  find_data_breach: findDataBreach,
  create_task: createTask,
  update_task: updateTask,
  complete_task: completeTask,
  create_actor: createActor,
  update_actor: updateActor,
  create_rights_request: createRightsRequest,
  update_rights_request: updateRightsRequest,
  close_rights_request: closeRightsRequest,
  send_message_to_requester: sendMessageToRequester,
  attach_file_to_rights_request: attachFileToRightsRequest,
  create_processing: createProcessing,
  create_data_breach: createDataBreach,
  create_asset: createAsset,
  attach_actor_to_processing: attachActorToProcessing,
};

/** Of each pair of a search and an action, by the search's key. */
export const PAIRS: Record<keyof App['searchOrCreates'], PairCase> = {
  find_actor: findOrCreateActor,
  find_task: findOrCreateTask,
  find_rights_request: findOrCreateRightsRequest,
  find_processing: findOrCreateProcessing,
  find_data_breach: findOrCreateDataBreach,
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
  // Countries are in the app itself.
  list_countries: { calls: 0 },
  list_users: { fallsBack: ['forbidden', 'not-found'] },
};
