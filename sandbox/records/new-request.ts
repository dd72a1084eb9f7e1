import { randomInt } from 'node:crypto';
import { addDays, NEVER, serverDate, toServerDate } from '../dates.ts';
import { requestStates } from '../schemas/enums.ts';
import type { RequestBody } from '../schemas/request.ts';
import type { RequestRow, Workspace } from '../world.ts';
import { knownCustomFields } from './custom-fields.ts';
import type { Origin } from './origin.ts';

/**
 * A data subject request as the server completes it (fact sheet §6, Emulator defaults): initial
 * step, state of that step, 30 days to answer or 90 when complex.
 */
export function newRequest(
  workspace: Workspace,
  body: RequestBody,
  { id, creatorId, now }: Origin,
): RequestRow {
  const { tags, ...fields } = body;
  const complex = body.complex ?? false;
  const steps = workspace.steps.filter(({ type }) => type === 'DataSubject');
  const step = steps.find((candidate) =>
    body.workFlowStepId == null ? candidate.initialStep : candidate.id === body.workFlowStepId,
  );
  return {
    ...fields,
    id,
    creatorId,
    demandId: demandId(),
    complex,
    personCategory: body.personCategory ?? 'Prospect',
    channel: body.channel ?? 'Internal',
    sendNotification: body.sendNotification ?? false,
    state: requestStates.find((state) => state === step?.mappedState) ?? 'Open',
    workFlowStepId: step?.id,
    dateCreation: serverDate(now),
    dateDemand: toServerDate(body.dateDemand),
    expiryTime: toServerDate(body.expiryTime) ?? serverDate(addDays(now, complex ? 90 : 30)),
    archived: false,
    closedReason: 'None',
    closedByUserId: null,
    nbMessages: 0,
    nbMessagesNotViewed: 0,
    emailValidationDate: NEVER,
    mailValidated: false,
    identityValidated: false,
    userNotified: false,
    attachments: [],
    tagIds: tags?.map((tag) => tag.id) ?? [],
    customFields: knownCustomFields(body.customFields, 'requests'),
  };
}

/** The public number of a request: eight capitals and digits, like `X6GIONQS` (fact sheet §2.1). */
function demandId(): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  return Array.from({ length: 8 }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}
