/** The app: one line an operation. */
import type { App, Create, Search, Trigger } from 'zapier-platform-core';
import packageJson from './package.json' with { type: 'json' };
import { authentication } from './src/authentication.ts';
import attachActorToProcessing from './src/creates/attach-actor-to-processing.ts';
import attachFileToRightsRequest from './src/creates/attach-file-to-rights-request.ts';
import closeRightsRequest from './src/creates/close-rights-request.ts';
import completeTask from './src/creates/complete-task.ts';
import createActor from './src/creates/create-actor.ts';
import createAsset from './src/creates/create-asset.ts';
import createDataBreach from './src/creates/create-data-breach.ts';
import createProcessing from './src/creates/create-processing.ts';
import createRightsRequest from './src/creates/create-rights-request.ts';
import createTask from './src/creates/create-task.ts';
import sendMessageToRequester from './src/creates/send-message-to-requester.ts';
import updateActor from './src/creates/update-actor.ts';
import updateRightsRequest from './src/creates/update-rights-request.ts';
import updateTask from './src/creates/update-task.ts';
import findActor from './src/searches/find-actor.ts';
import findDataBreach from './src/searches/find-data-breach.ts';
import findProcessing from './src/searches/find-processing.ts';
import findRightsRequest from './src/searches/find-rights-request.ts';
import findTask from './src/searches/find-task.ts';
import findUser from './src/searches/find-user.ts';
import { pairs } from './src/searches/pairs.ts';
import dataBreachStatusChanged from './src/triggers/data-breach-status-changed.ts';
import newDataBreach from './src/triggers/new-data-breach.ts';
import newProcessing from './src/triggers/new-processing.ts';
import newRequestMessage from './src/triggers/new-request-message.ts';
import newRightsRequest from './src/triggers/new-rights-request.ts';
import newTask from './src/triggers/new-task.ts';
import processingPublished from './src/triggers/processing-published.ts';
import questionnaireResponse from './src/triggers/questionnaire-response.ts';
import requestIdentityValidated from './src/triggers/request-identity-validated.ts';
import rightsRequestClosed from './src/triggers/rights-request-closed.ts';
import rightsRequestDueSoon from './src/triggers/rights-request-due-soon.ts';
import rightsRequestStatusChanged from './src/triggers/rights-request-status-changed.ts';
import taskCompleted from './src/triggers/task-completed.ts';
import taskDueSoon from './src/triggers/task-due-soon.ts';
import { dropdowns } from './src/zapier/dropdowns.ts';
import { uncopied } from './src/zapier/leaf.ts';
import { throttle } from './src/zapier/throttle.ts';

/** Keeps the keys as types, so that the compiler asks for a case of each (`test/cases`). */
const byKey = <Operation extends { key: string }>(operations: readonly Operation[]) =>
  Object.fromEntries(operations.map((one) => [one.key, uncopied(one)])) as {
    [One in Operation as One['key']]: One;
  };

// Only types come from the platform, here and below: Zapier loads it before the app, and loading it
// once more for its define functions would lengthen every cold start.
export default {
  version: packageJson.version,
  platformVersion: packageJson.dependencies['zapier-platform-core'],
  // Blank values are dropped by the forms themselves, and 429 is read with its date (see client.ts).
  flags: { cleanInputData: false, throwForThrottlingEarly: false },
  authentication,
  throttle,
  triggers: byKey([
    newRightsRequest,
    rightsRequestStatusChanged,
    rightsRequestClosed,
    requestIdentityValidated,
    newRequestMessage,
    rightsRequestDueSoon,
    newTask,
    taskCompleted,
    taskDueSoon,
    newDataBreach,
    dataBreachStatusChanged,
    questionnaireResponse,
    newProcessing,
    processingPublished,
    ...dropdowns,
  ]),
  // Searches end with what actions begin with: side by side, what they share is packed smaller.
  searches: byKey([
    findUser,
    findActor,
    findProcessing,
    findDataBreach,
    findTask,
    findRightsRequest,
  ]),
  creates: byKey([
    createRightsRequest,
    updateRightsRequest,
    closeRightsRequest,
    attachFileToRightsRequest,
    sendMessageToRequester,
    createTask,
    updateTask,
    completeTask,
    createDataBreach,
    createProcessing,
    attachActorToProcessing,
    createActor,
    updateActor,
    createAsset,
  ]),
  searchOrCreates: byKey(pairs),
} satisfies App<Record<string, Trigger>, Record<string, Create>, Record<string, Search>>;
