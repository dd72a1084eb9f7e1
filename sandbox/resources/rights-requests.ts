/** Data subject requests (docs/dastra-api.md, Rights requests). */
import { randomInt } from 'node:crypto';
import { addDays, daysBetween, parseDate, serverDate, toServerDate } from '../engine/dates.ts';
import { defineResource } from '../engine/define.ts';
import { amend, CUSTOM_FIELDS, pick, ref } from '../engine/document.ts';
import { invalidField, notFound } from '../engine/problems.ts';
import { stepsOf } from '../engine/records.ts';
import { check } from '../engine/validate.ts';
import { API_USER_ID, COLLEAGUE_ID, type Fields, type Row, Scope } from '../engine/world.ts';

// A sample of 2023 has them (docs/dastra-api.md, Rights requests).
amend(['DataSubjectRequestDto', 'DataSubjectRequestLightDto'], {
  customFields: CUSTOM_FIELDS,
  dateDemand: { type: 'string', format: 'date-time', nullable: true },
  subjectCategoryId: { type: 'integer', nullable: true },
  subjectCategory: {
    type: 'object',
    properties: { id: { type: 'integer' }, label: { type: 'string' } },
  },
});

/**
 * The public number of a request: eight capitals and digits, like `X6GIONQS` (docs/dastra-api.md,
 * Notions).
 */
const newDemandId = (): string => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  return Array.from({ length: 8 }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
};

/** Days left of an open record, days taken by a closed one. @param due the property that says when */
export const countedDays = (due: string) => ({
  remainingDays: (row: Row) =>
    row[due] && !row.dateClosed ? daysBetween(new Date(), parseDate(String(row[due]))) : null,
  closingTime: ({ dateCreation, dateClosed }: Row) =>
    dateClosed ? daysBetween(parseDate(String(dateCreation)), parseDate(String(dateClosed))) : null,
});

/** Whether the legal or planned delay of an open record has passed. */
export const isOvertaking = (due: unknown, { state }: Row): boolean =>
  state !== 'Closed' && typeof due === 'string' && parseDate(due) < new Date();

/** What the call that closes a request takes (assumption A54). */
const CLOSING = ['closedReason', 'closedReasonDescription', 'dateClosed', 'sendNotification'];

const notified = (): Fields => ({ userNotified: true, dateUserNotified: serverDate(new Date()) });

export const rightsRequests = defineResource({
  path: 'DataSubjectRequests',
  name: 'Request',
  serves: ['list', 'get', 'post', 'patch', 'workflow'],
  joins: {
    ...countedDays('expiryTime'),
    attachments: ({ id }, scope) =>
      scope
        .rows('DataSubjectAttachments')
        .filter(({ userRequestId }) => userRequestId === id)
        .map((row) => scope.complete('DataSubjectAttachments', row)),
  },
  searched: ['title'],
  filters: {
    overtaking: (row, wanted: boolean) => !wanted || isOvertaking(row.expiryTime, row),
    purposes: 'purposes',
    users: 'operatorId',
    widgetId: 'widgetId',
  },
  writable: `
    title locale purposes areaId email givenName familyName message description phoneNumber
    address zipCode city countryCode refId userId expiryTime dateDemand subjectCategoryId
    workFlowStepId complex additionalDatas referrerUrl widgetId personCategory channel
    sendNotification operatorId tags customFields
  `,
  changes: 'closedReason closedReasonDescription resolutionMessage dateClosed',
  references: {
    areaId: 'Areas',
    operatorId: 'Users',
    subjectCategoryId: 'SubjectCategories',
  },
  tagType: 'DataSubject',
  workflow: 'DataSubject',
  customFields: ['13_long', '13_html', '14_date'],
  // 30 days to answer, or 90 when complex (docs/dastra-api.md, Polling).
  fresh: ({ complex, expiryTime, demandId }, now) => ({
    demandId: demandId ?? newDemandId(),
    ...(expiryTime == null && { expiryTime: serverDate(addDays(now, complex ? 90 : 30)) }),
  }),
  follows: ({ complex }, { dateCreation }, { switches }) => {
    if (complex === undefined || !switches.complexMovesDueDate) return {};
    const begin = parseDate(String(dateCreation));
    return { expiryTime: serverDate(addDays(begin, complex ? 90 : 30)) };
  },
  closed: (row, { switches }) => ({
    closedByUserId: API_USER_ID,
    ...(row.sendNotification === true && switches.stepSendsMail && notified()),
  }),
  events: {
    created: 'DataSubjectCreation',
    changed: 'DataSubjectUpdate',
    moved: 'DataSubjectStateChange',
  },
  routes: [
    // Only a newer list has it, without body (assumption A54).
    {
      method: 'POST',
      path: '/v1/ws/{workspaceId}/DataSubjectRequests/{id}/close',
      handle(call) {
        const { scope, params, body, reply } = call;
        const { closeEndpoint, closeBody } = scope.switches;
        const row = scope.row('DataSubjectRequests', params.id);
        if (closeEndpoint === 'absent') throw notFound('Resource');
        if (closeBody === 'demands-other') throw invalidField('Reason', 'It is required');
        if (closeBody === 'ours') check(body, pick(ref('DataSubjectRequestDto'), CLOSING));
        const given = closeBody === 'ours' ? (body as Fields) : {};
        const last = stepsOf(scope, 'DataSubject').find(({ finalStep }) => finalStep);
        if (last === undefined) throw notFound('Step');
        const { sendNotification, dateClosed, ...reason } = given;
        Object.assign(
          row,
          reason,
          { dateClosed: toServerDate(dateClosed as string | undefined) },
          sendNotification === true && notified(),
        );
        rightsRequests.move(call, row, last);
        return reply.send();
      },
    },
  ],
  controls: [
    {
      method: 'POST',
      path: '/_sandbox/identity-validations',
      handle({ body, state, hooks }) {
        const { workspaceId, id, valid = true } = body as Fields;
        const scope = new Scope(state, Number(workspaceId));
        const row = scope.row('DataSubjectRequests', id);
        const now = serverDate(new Date());
        Object.assign(row, {
          identityValidated: valid,
          dateIdentityValidated: valid ? now : null,
          dateUpdate: now,
        });
        const event = 'DataSubjectIdentityValidated';
        rightsRequests.announce({ scope, hooks }, row, [event], COLLEAGUE_ID);
        return body;
      },
    },
    {
      method: 'POST',
      path: '/_sandbox/widget-requests',
      handle({ body, state, hooks }) {
        const { workspaceId, ...fields } = body as Fields;
        if ('channel' in fields) throw invalidField('Channel', 'It is Widget');
        const scope = new Scope(state, Number(workspaceId));
        const [firstArea] = scope.rows('Areas');
        if (firstArea === undefined) throw invalidField('WorkspaceId', 'Expected a workspace');
        const form = {
          title: 'Request through the web form',
          locale: 'fr',
          purposes: ['Access'],
          areaId: firstArea.id,
          ...fields,
          channel: 'Widget',
        };
        const events = {
          widget: ['DataSubjectWidgetCreation'],
          creation: ['DataSubjectCreation'],
          both: ['DataSubjectCreation', 'DataSubjectWidgetCreation'],
        }[state.switches.widgetEvents];
        return rightsRequests.create({ scope, hooks }, form, events);
      },
    },
  ],
  // From the archived to the newest; one is overdue.
  seed: (day) => {
    const request = (...parts: Fields[]): Fields => {
      const fields: Fields = Object.assign({ locale: 'fr', creatorId: API_USER_ID }, ...parts);
      return { demandId: `BRUM${fields.id}`, ...fields };
    };
    const closed = { workFlowStepId: 409, closedReason: 'Accepted', closedByUserId: 14 };
    return {
      101: [
        request(
          { id: 3001, daysOld: 130, title: 'Accès au dossier de Clovis Hardouillet' },
          { purposes: ['Access'], areaId: 204, channel: 'Form', subjectCategoryId: 501 },
          { givenName: 'Clovis', familyName: 'Hardouillet', email: 'clovis@example.com' },
          { ...closed, dateClosed: day(-110), archived: true, archivedDate: day(-80) },
        ),
        request(
          { id: 3002, daysOld: 60, title: 'Effacement du compte boutique' },
          { purposes: ['Erasure', 'Opposition'], areaId: 204, channel: 'IncomingEmail' },
          { email: 'ysaline@example.org', operatorId: 14, tagIds: [303] },
          // Today, so that an update may be the news of it.
          { ...closed, dateClosed: day(-0.5) },
        ),
        request(
          { id: 3003, daysOld: 45, title: 'Rectification des coordonnées bancaires' },
          { purposes: ['Rectification'], areaId: 203, subjectCategoryId: 502 },
          { givenName: 'Bérengère', familyName: 'Toussac' },
          { workFlowStepId: 407, operatorId: 13, tagIds: [302], description: 'Called on Monday.' },
          { identityValidated: true, dateIdentityValidated: day(-40) },
        ),
        request(
          { id: 3004, daysOld: 20, title: 'Portabilité des données de fidélité' },
          { purposes: ['Portability'], areaId: 202, complex: true, email: 'leopold@example.com' },
          { channel: 'Widget', widgetId: 61, workFlowStepId: 406 },
          { mailValidated: true, emailValidationDate: day(-20) },
          { customFields: { '13_long': 'Carte 77-1204', '13_html': '<p>Deux comptes</p>' } },
        ),
        request(
          { id: 3005, daysOld: 6, title: 'Access request from a Belgian customer' },
          { purposes: ['Access', 'Information'], areaId: 206, locale: 'nl', countryCode: 'BE' },
        ),
        request(
          { id: 3006, daysOld: 1, title: 'Opposition à la prospection' },
          { purposes: ['Opposition'], areaId: 202, channel: 'Form', tagIds: [302, 303] },
          { email: 'clovis@example.com' },
        ),
      ],
      102: [
        request(
          { id: 3031, daysOld: 4, title: 'Accès au dossier médical' },
          { purposes: ['Access'], areaId: 231, personCategory: 'Patient' },
        ),
      ],
    };
  },
  many: (number) => {
    const fields = { title: `Request ${number}`, refId: `M-${number}` };
    return { ...fields, locale: 'fr', purposes: ['Access'] };
  },
});
