/** Processings and the actors attached to them (docs/dastra-api.md, Processings). */
import { randomUUID } from 'node:crypto';
import { serverDate } from '../engine/dates.ts';
import { defineResource } from '../engine/define.ts';
import { amend, CUSTOM_FIELDS, endpoint, pick } from '../engine/document.ts';
import { invalidField } from '../engine/problems.ts';
import { type Fields, guid, type Row, type Scope } from '../engine/world.ts';

amend(['DataProcessingDto'], { customFields: CUSTOM_FIELDS });

const BASE = '/v1/ws/{workspaceId}/DataProcessings';
const BATCH = `${BASE}/recipients/batch`;
const batch = endpoint('POST', BATCH).body ?? {};

const ofTypes =
  (...types: string[]) =>
  ({ id }: Row, scope: Scope) =>
    scope
      .rows('links')
      .filter(({ processingId, type }) => processingId === id && types.includes(String(type)))
      .map((link) => scope.complete('links', link));

export const processings = defineResource({
  path: 'DataProcessings',
  name: 'Processing',
  id: 'guid',
  serves: ['list', 'get', 'post', 'patch', 'workflow'],
  joins: {
    recipients: ofTypes('Recipient'),
    stakeHolders: ofTypes('Stakeholder', 'Referent'),
    dataControllers: ofTypes('DataController'),
    datePublication: ({ state, published, dateCreation }) =>
      state === 'Active' ? (published ?? dateCreation) : null,
  },
  searched: ['label', 'ref'],
  filters: {
    type: 'processingType',
    actorId: ({ id }, wanted: number, scope) =>
      scope.rows('links').some((link) => link.actorId === wanted && link.processingId === id),
  },
  writable: 'label areaId processingType',
  changes: 'ref description ownerId processingState tags customFields',
  references: { areaId: 'Areas', ownerId: 'Users' },
  tagType: 'DataProcessing',
  workflow: 'DataProcessing',
  customFields: ['41_text'],
  // It would be the first member where it is left out (assumption A8).
  fresh: ({ processingType = 'Default' }) => ({ processingType }),
  events: {
    created: 'ProcessingCreation',
    changed: 'ProcessingModification',
    moved: ({ state }) =>
      state === 'Active'
        ? ['ProcessingStateChange', 'ProcessingPublished']
        : ['ProcessingStateChange'],
  },
  moved: ({ state }) => (state === 'Active' ? { published: serverDate(new Date()) } : {}),
  // Of both kinds, in several states of their life.
  seed: () => {
    const row = (
      number: number,
      label: string,
      areaId: number,
      daysOld: number,
      extra: Fields = {},
    ) => {
      const fields = { id: guid(101, 1, number), ref: `T-00${number}`, label, areaId, daysOld };
      return { ...fields, creatorId: 13, state: 'Active', ...IN_PRODUCTION, ...extra };
    };
    return {
      101: [
        row(1, 'Gestion de la paie', 203, 390, { tagIds: [301] }),
        row(2, 'Recrutement', 203, 380),
        row(3, 'Suivi des commandes', 204, 300, { ownerId: 14 }),
        row(4, "Lettre d'information", 202, 220),
        row(5, 'Vidéosurveillance des entrepôts', 206, 180),
        row(6, 'Livraison pour le compte de tiers', 206, 90, { processingType: 'Vendor' }),
        row(7, 'Programme de fidélité', 202, 20, { state: 'Draft' }),
        row(8, 'Badgeuse biométrique', 203, 700, { state: 'Archived', archived: true }),
      ],
      102: [
        row(1, 'Essais de photothérapie', 232, 70, {
          id: guid(102, 1, 1),
          ref: 'S-001',
          creatorId: 12,
        }),
      ],
    };
  },
  many: (number) => ({
    label: `Processing ${number}`,
    ref: `M-${number}`,
    state: 'Active',
    ...IN_PRODUCTION,
  }),
});

const IN_PRODUCTION = { processingState: 'InProduction' };

/** One actor in one role on one processing. */
export const links = defineResource({
  path: 'links',
  name: 'Link',
  id: 'guid',
  joins: {
    actor: ({ actorId }, scope) => scope.find('Actors', actorId),
    displayName: ({ actorId }, scope) => scope.find('Actors', actorId)?.displayName,
    dataProcessing: ({ processingId }, scope) => {
      const processing = scope.row('DataProcessings', processingId);
      return { ...processing, workspaceId: scope.workspaceId };
    },
  },
  routes: [
    {
      method: 'GET',
      path: `${BASE}/recipients/{actorId}`,
      handle: ({ scope, params }) => {
        const { id } = scope.row('Actors', params.actorId);
        const { recipientsListRecipientsOnly } = scope.switches;
        return scope
          .rows('links')
          .filter(({ actorId }) => actorId === id)
          .filter(({ type }) => !recipientsListRecipientsOnly || type === 'Recipient')
          .map((link) => scope.complete('links', link));
      },
    },
    {
      method: 'POST',
      path: BATCH,
      body: pick(
        batch,
        [
          ...['actorIds', 'dataProcessingId', 'type', 'recipientType', 'jobTitle'],
          ...['label', 'description'],
        ],
        ['actorIds', 'dataProcessingId', 'type'],
      ),
      /** Answers the number of links added (assumption A34). */
      handle({ scope, body }) {
        const { actorIds, dataProcessingId, ...role } = body as Fields & { actorIds: number[] };
        const { type, recipientType, jobTitle } = role;
        // Pairs inferred from the older client (docs/dastra-api.md, Attaching).
        if (recipientType && type !== 'Recipient') {
          throw invalidField('RecipientType', 'It goes with type Recipient only');
        }
        if (jobTitle && type !== 'Stakeholder') {
          throw invalidField('JobTitle', 'It goes with type Stakeholder only');
        }
        const rows = scope.rows('links');
        const { id: processingId } = scope.row('DataProcessings', dataProcessingId);
        const added = actorIds.map((id) => ({
          id: randomUUID(),
          processingId,
          actorId: scope.row('Actors', id).id,
          recipientType,
          jobTitle,
          ...role,
        }));
        const same: (keyof (typeof added)[number])[] = [
          'actorId',
          'processingId',
          'recipientType',
          'jobTitle',
        ];
        const duplicate = added.find((one) =>
          rows.some((row) => row.type === type && same.every((name) => row[name] === one[name])),
        );
        if (duplicate && scope.switches.duplicateLinks === 'refuse') {
          throw invalidField('ActorIds', `Actor ${duplicate.actorId} has this link already`);
        }
        rows.push(...added);
        return added.length;
      },
    },
  ],
  // One of each type at least.
  seed: () => {
    const link = (number: number, processing: number, actorId: number, role: Fields) => ({
      id: guid(101, 4, number),
      processingId: guid(101, 1, processing),
      actorId,
      recipientType: undefined,
      jobTitle: undefined,
      ...role,
    });
    return {
      101: [
        link(1, 1, 1001, { type: 'Recipient', recipientType: 'Vendor' }),
        link(2, 1, 1006, { type: 'Recipient', recipientType: 'ThirdParty' }),
        link(3, 1, 1008, { type: 'Stakeholder', jobTitle: 'DataProtectionOfficer' }),
        link(4, 3, 1003, { type: 'Recipient', recipientType: 'Vendor' }),
        link(5, 6, 1005, { type: 'DataController' }),
        link(6, 2, 1009, { type: 'Referent' }),
      ],
    };
  },
});
