/** Messages of rights requests, to their requesters and from them (docs/dastra-api.md, Messages). */
import { serverDate } from '../engine/dates.ts';
import { defineResource } from '../engine/define.ts';
import { endpoint, pick, ref } from '../engine/document.ts';
import type { HookSender } from '../engine/hooks.ts';
import { present } from '../engine/present.ts';
import { invalid, invalidField } from '../engine/problems.ts';
import { check } from '../engine/validate.ts';
import { API_USER_ID, type Fields, guid, type Row, Scope, sameId } from '../engine/world.ts';

const BASE = '/v1/ws/{workspaceId}/DataSubjectMessages';
const DTO = ref('DataSubjectMessageDto');
const SENT = endpoint('POST', BASE).body ?? {};

/** What can be sent; the document's message takes no more. */
const body = pick(
  SENT,
  ['dataSubjectRequestId', 'message', 'attachments'],
  ['dataSubjectRequestId'],
);

/** Stores a message with its files, and announces it. @param userId of the team, none of a requester */
const write = (
  { scope, hooks }: { scope: Scope; hooks: HookSender },
  { dataSubjectRequestId, message, attachments }: Fields,
  userId: number | undefined,
): Row => {
  const request = scope.row('DataSubjectRequests', dataSubjectRequestId);
  const files = ((attachments ?? []) as Row[]).map(({ id }) => {
    const file = scope
      .rows('DataSubjectAttachments')
      .find((one) => sameId(one.id, id) && one.userRequestId === request.id);
    if (!file) throw invalid({ Attachments: [`Attachments: There is no file ${id}`] });
    return file;
  });
  const now = new Date();
  const fields = { message, userId, userRequestId: request.id, dateSend: serverDate(now) };
  const row = messages.build(scope, fields, now);
  scope.rows('DataSubjectMessages').push(row);
  for (const file of files) {
    Object.assign(file, { userRequestMessageId: row.id, transmitted: true });
  }
  const { messageData, hookData } = scope.switches;
  const data =
    messageData === 'request'
      ? present(
          hookData === 'full' ? ref('DataSubjectRequestDto') : ref('DataSubjectRequestLightDto'),
          scope.complete('DataSubjectRequests', request),
        )
      : present(
          hookData === 'full' ? DTO : pick(DTO, ['id', 'userRequestId', 'dateCreation']),
          scope.complete('DataSubjectMessages', row),
        );
  hooks.fire('DataSubjectMessage', { workspaceId: scope.workspaceId, data });
  return row;
};

export const messages = defineResource({
  path: 'DataSubjectMessages',
  name: 'Message',
  id: 'guid',
  dto: DTO,
  serves: ['list', 'get'],
  joins: {
    user: ({ userId, userRequestId }, scope) => {
      if (userId != null) return scope.find('TenantUsers', userId);
      if (scope.switches.requesterAs === 'nobody') return null;
      const request = scope.find('DataSubjectRequests', userRequestId);
      const name = [request?.givenName, request?.familyName].filter(Boolean).join(' ');
      return { id: 4711, displayName: name, email: request?.email };
    },
    attachments: ({ id }, scope) =>
      scope
        .rows('DataSubjectAttachments')
        .filter(({ userRequestMessageId }) => userRequestMessageId === id)
        .map((file) => scope.complete('DataSubjectAttachments', file)),
  },
  searched: ['message'],
  filters: {
    dataSubjectRequestId: 'userRequestId',
    userId: 'userId',
    start: (row, wanted: string) => String(row.dateCreation) >= wanted,
    end: (row, wanted: string) => String(row.dateCreation) <= wanted,
  },
  routes: [
    {
      method: 'POST',
      path: BASE,
      body,
      handle(call) {
        const { scope, reply } = call;
        const row = write(call, call.body as Fields, API_USER_ID);
        // No schema is documented.
        return scope.switches.messageAnswer === 'message'
          ? present(DTO, scope.complete('DataSubjectMessages', row))
          : reply.send();
      },
    },
  ],
  controls: [
    {
      method: 'POST',
      path: '/_sandbox/messages',
      handle({ body: given, state, hooks }) {
        const { workspaceId, ...fields } = given as Fields;
        if (!state.world.table('WorkSpaces', 0).some(({ id }) => id === workspaceId)) {
          throw invalidField('WorkspaceId', 'Expected a workspace');
        }
        check(fields, body);
        const scope = new Scope(state, Number(workspaceId));
        const row = write({ scope, hooks }, fields, undefined);
        return present(DTO, scope.complete('DataSubjectMessages', row));
      },
    },
  ],
  seed: () => ({
    101: [
      {
        id: guid(101, 12, 1),
        userRequestId: 3004,
        message: 'Merci de nous indiquer votre numéro de carte.',
        userId: 14,
        daysOld: 19,
      },
      {
        id: guid(101, 12, 2),
        userRequestId: 3004,
        message: 'Ma carte porte le numéro 77-1204.',
        daysOld: 18,
      },
      {
        id: guid(101, 12, 3),
        userRequestId: 3003,
        message: 'Voici mon nouveau relevé bancaire.',
        daysOld: 40,
      },
      {
        id: guid(101, 12, 4),
        userRequestId: 3006,
        message: 'We have received your request.',
        userId: 14,
        daysOld: 0.5,
      },
    ],
  }),
  many: (number) => ({ userRequestId: 1_000_000 + number, message: `Message ${number}` }),
});
