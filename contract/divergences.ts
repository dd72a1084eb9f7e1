/**
 * Where this app, or its sandbox, knowingly differs from Dastra's OpenAPI document: one entry for each
 * divergence, with the findings that it waives, the reason and the source. A waiver that matches no
 * finding is drift: Dastra's document has caught up, and the waiver has to go.
 */
import type { Finding, Place, Rule } from './findings.ts';

/** Which findings are no drift; each part that is given must match. */
interface Waiver {
  rule: Rule;
  /** The call, as `POST /v1/ws/{workspaceId}/Tasks`. */
  call?: string;
  /** The path of a resource: all calls of it and of one of its records. */
  resource?: string;
  place?: Place;
  /** The last names of the path to the value: `customFields` is also `items[].customFields`. */
  property?: string;
}

interface Divergence {
  /** What it is about, in a few words. */
  what: string;
  waivers: readonly Waiver[];
  reason: string;
  /** Sections and assumptions of docs/dastra-api.md. */
  source: string;
  /** A newer list of Dastra's announces it, and the document does not have it yet: it is never stale. */
  expected?: true;
}

const TASKS = '/v1/ws/{workspaceId}/Tasks';
const REQUESTS = '/v1/ws/{workspaceId}/DataSubjectRequests';

/** Properties of a resource that the document does not have. */
const unknown = (resource: string, place: Place, ...properties: string[]): Waiver[] =>
  properties.map((property) => ({ rule: 'unknown', resource, place, property }));

const DIVERGENCES: readonly Divergence[] = [
  {
    what: 'API key',
    waivers: [{ rule: 'security', call: 'All calls' }],
    reason:
      'Dastra documents the header for API keys, but its OpenAPI document names OAuth and Basic.',
    source: 'docs/dastra-api.md, Authentication; assumption A1',
  },
  {
    what: 'GET /me',
    waivers: [{ rule: 'schema', call: 'GET /me' }],
    reason: 'No document has a schema for it; the client takes each property only if it fits.',
    source: 'assumption A2; assumption A5',
  },
  {
    what: 'Messages without schema',
    waivers: [
      { rule: 'schema', call: 'GET /v1/ws/{workspaceId}/DataSubjectMessages/{id}' },
      { rule: 'schema', call: 'POST /v1/ws/{workspaceId}/DataSubjectMessages' },
    ],
    reason:
      'The document has a schema for the list only; a message that was sent is looked for there.',
    source: 'docs/dastra-api.md, Messages; assumption A53',
  },
  {
    what: 'Workspaces, three shapes',
    waivers: [
      { rule: 'unknown', call: 'GET /v1/WorkSpaces', place: 'answer', property: 'items' },
      { rule: 'unknown', call: 'GET /v1/WorkSpaces', place: 'answer', property: 'total' },
      { rule: 'type', call: 'GET /v1/WorkSpaces', place: 'answer', property: '' },
    ],
    reason:
      'The documentation shows a page of them; the client reads that, a bare list, and the shape here.',
    source: 'assumption A3',
  },
  {
    what: 'Dates without zone',
    waivers: [
      { rule: 'zone', place: 'answer' },
      { rule: 'zone', place: 'webhook' },
    ],
    reason:
      'The service writes dates without zone, with up to seven fraction digits; they are UTC.',
    source: 'docs/dastra-api.md, Dates; assumption A6',
  },
  {
    what: 'Custom fields',
    waivers: [
      { rule: 'unknown', place: 'body', property: 'customFields' },
      { rule: 'unknown', place: 'answer', property: 'customFields' },
      {
        rule: 'unknown',
        call: 'GET /v1/ws/{workspaceId}/DataProcessings',
        place: 'query',
        property: 'select',
      },
    ],
    reason: 'They are newer than the document, and documented for reading and writing.',
    source: 'docs/dastra-api.md, Custom fields; assumption A31',
  },
  {
    what: 'Newer fields of tasks',
    waivers: unknown(TASKS, 'answer', 'ref', 'source', 'startDate'),
    reason: 'Newer documents name them; the client reads them where they are.',
    source: 'docs/dastra-api.md, Tasks',
  },
  {
    what: 'Newer fields of rights requests',
    waivers: unknown(
      REQUESTS,
      'answer',
      'dateDemand',
      'subjectCategoryId',
      'subjectCategory',
      'nbMessagesIncoming',
      'lastMessageDate',
    ),
    reason: 'A sample of 2023 has them; the client reads them where they are.',
    source: 'docs/dastra-api.md, Rights requests; assumption A24',
  },
  {
    what: 'Answer to a new rights request',
    waivers: [
      'area',
      'creator',
      'operator',
      'operatorId',
      'closedByUser',
      'attachments',
      'tags',
    ].map((property) => ({
      rule: 'unknown',
      call: `POST ${REQUESTS}`,
      place: 'answer',
      property,
    })),
    reason: 'The document has a shorter record here; the client reads it again for the rest.',
    source: 'assumption A22',
  },
  {
    what: 'Category of data subjects by ID, and date received',
    waivers: unknown(REQUESTS, 'body', 'subjectCategoryId', 'dateDemand'),
    reason: 'Newer than the document; sent only if the user fills them in, and perhaps ignored.',
    source: 'docs/dastra-api.md, Rights requests; assumptions A23 and A24',
  },
  {
    what: 'Limits that two documents disagree on',
    waivers: ['givenName', 'familyName', 'zipCode'].map((property) => ({
      rule: 'lenient',
      resource: REQUESTS,
      place: 'body',
      property,
    })),
    reason:
      'Forms say 180 and 8, as here; the app of Dastra itself takes 250 and 10, so those pass.',
    source: 'assumption A32',
  },
  {
    what: 'Closing a request',
    waivers: [
      { rule: 'choices', resource: REQUESTS, place: 'body', property: 'closedReason' },
      { rule: 'limit', resource: REQUESTS, place: 'body', property: 'closedReasonDescription' },
    ],
    reason: 'A closed request has a reason; the form of Dastra itself takes 2,500 characters.',
    source: 'assumption A54',
  },
  {
    what: 'DataSubject or DataSubjectRequest',
    waivers: [
      { rule: 'newer-name', place: 'body' },
      { rule: 'newer-name', place: 'answer' },
    ],
    reason: 'A sample of 2023 has the newer name; where Dastra refuses the older one, it is tried.',
    source: 'assumption A25',
  },
  {
    what: 'Endpoints that a newer list adds',
    waivers: [
      { rule: 'endpoint', call: 'GET /v1/ws/{workspaceId}/Workflows/{type}' },
      { rule: 'endpoint', call: 'GET /v1/ws/{workspaceId}/SubjectCategories' },
      { rule: 'endpoint', call: 'GET /v1/ws/{workspaceId}/Users' },
      { rule: 'endpoint', call: `POST ${REQUESTS}/{id}/close` },
      {
        rule: 'endpoint',
        call: 'GET /v1/ws/{workspaceId}/DataSubjectAttachments/{dataSubjectRequestId}',
      },
    ],
    reason: 'Each has a substitute in the client for a Dastra that does not have it.',
    source: 'docs/dastra-api.md, Choices; assumptions A24, A52 and A54',
  },
  {
    what: 'Endpoints that a newer list drops',
    waivers: [
      { rule: 'endpoint', call: 'GET /v1/ws/{workspaceId}/Projects' },
      { rule: 'endpoint', call: 'GET /v1/ws/{workspaceId}/Iterations' },
    ],
    reason: 'Without them, the fields take an ID instead of a choice.',
    source: 'assumption A28',
    expected: true,
  },
];

const isAbout = ({ call, resource }: Waiver, finding: Finding): boolean => {
  if (call) return call === finding.call;
  const path = finding.call.split(' ')[1];
  return !resource || path === resource || path === `${resource}/{id}`;
};

const matches = (waiver: Waiver, finding: Finding): boolean =>
  waiver.rule === finding.rule &&
  isAbout(waiver, finding) &&
  (waiver.place ?? finding.place) === finding.place &&
  (waiver.property === undefined ||
    waiver.property === finding.property ||
    finding.property.endsWith(`.${waiver.property}`));

const describe = ({ rule, call, resource, place, property }: Waiver) =>
  [rule, call, resource, place, property].filter(Boolean).join(', ');

/** Findings, with and without waiver. */
export interface WaivedFindings {
  /** Findings that no divergence waives, and one for each waiver that matches none. */
  drift: Finding[];
  /** Waived findings, by divergence. */
  known: { divergence: Divergence; findings: Finding[] }[];
}

/** Separates drift from known divergences. */
export const applyWaivers = (findings: readonly Finding[]): WaivedFindings => {
  const known = DIVERGENCES.map((divergence) => ({
    divergence,
    findings: findings.filter((finding) => divergence.waivers.some((one) => matches(one, finding))),
  }));
  const waived = new Set(known.flatMap((entry) => entry.findings));
  const drift = findings.filter((finding) => !waived.has(finding));
  return { drift: [...drift, ...unusedWaivers(findings, drift)], known };
};

/** The waivers that match no finding. */
const unusedWaivers = (findings: readonly Finding[], drift: readonly Finding[]): Finding[] => {
  // After a failure, some of the known divergences were not seen.
  if (findings.some(({ rule }) => rule === 'failed')) return [];
  // Where a whole call has changed, the waivers for its parts say nothing.
  const changed = drift.filter(({ property, rule }) => property === '' && rule !== 'type');
  const isUnused = (one: Waiver) =>
    !changed.some((finding) => isAbout(one, finding)) &&
    !findings.some((finding) => matches(one, finding));
  return DIVERGENCES.filter(({ expected }) => !expected).flatMap(({ what, waivers }) =>
    waivers.filter(isUnused).map(
      (one): Finding => ({
        call: `Known divergence “${what}”`,
        place: 'call',
        property: describe(one),
        rule: 'stale',
        message: 'It matches no finding any more; remove it from contract/divergences.ts.',
        operations: [],
      }),
    ),
  );
};
