/**
 * Where this app, or its sandbox, knowingly differs from Dastra's OpenAPI document: one entry for each
 * divergence, with the reason and the source. An entry that excuses nothing any more is drift: Dastra's
 * document has caught up, and the entry has to go.
 */
import type { Finding, Place, Rule } from './findings.ts';

/** What findings are excused; each part that is given must fit. */
interface Excuse {
  rule: Rule;
  /** The call, as `POST /v1/ws/{workspaceId}/Tasks`. */
  call?: string;
  place?: Place;
  /** The last names of the path to the value: `customFields` is also `items[].customFields`. */
  property?: string;
}

interface Divergence {
  /** What it is about, in a few words. */
  what: string;
  excuses: readonly Excuse[];
  reason: string;
  /** Sections and assumptions of docs/dastra-api.md. */
  source: string;
  /** Announced by a newer list of Dastra's, but not seen in the document yet: it is never stale. */
  foreseen?: true;
}

const TASKS = '/v1/ws/{workspaceId}/Tasks';
const ACTORS = '/v1/ws/{workspaceId}/Actors';
const BREACHES = '/v1/ws/{workspaceId}/DataBreachs';
const PROCESSINGS = '/v1/ws/{workspaceId}/DataProcessings';
const ASSETS = '/v1/ws/{workspaceId}/Assets';
const REQUESTS = '/v1/ws/{workspaceId}/DataSubjectRequests';

/** The ways in which the records of a resource are answered. */
const readings = (path: string) => [`GET ${path}`, `GET ${path}/{id}`, `POST ${path}`];

/** Properties that we read, and the document does not have. */
const readOnlyHere = (path: string, ...properties: string[]): Excuse[] =>
  readings(path).flatMap((call) =>
    properties.map((property) => ({ rule: 'unknown' as const, call, place: 'answer', property })),
  );

const DIVERGENCES: readonly Divergence[] = [
  {
    what: 'API key',
    excuses: [{ rule: 'security', call: 'All calls' }],
    reason:
      'Dastra documents the header for API keys, but its OpenAPI document names OAuth and Basic.',
    source: 'docs/dastra-api.md, Authentication; assumption A1',
  },
  {
    what: 'GET /me',
    excuses: [{ rule: 'schema', call: 'GET /me' }],
    reason: 'No document has a schema for it; the client takes each property only if it fits.',
    source: 'assumption A2; assumption A5',
  },
  {
    what: 'Workspaces, three shapes',
    excuses: [
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
    excuses: [
      { rule: 'zone', place: 'answer' },
      { rule: 'zone', place: 'webhook' },
    ],
    reason:
      'The service writes dates without zone, with up to seven fraction digits; they are UTC.',
    source: 'docs/dastra-api.md, Dates; assumption A6',
  },
  {
    what: 'Custom fields',
    excuses: [
      ...[TASKS, ACTORS, REQUESTS, BREACHES].flatMap((path): Excuse[] => [
        { rule: 'unknown', call: `POST ${path}`, place: 'body', property: 'customFields' },
        ...readOnlyHere(path, 'customFields'),
      ]),
      ...readOnlyHere(PROCESSINGS, 'customFields'),
      { rule: 'unknown', call: `GET ${PROCESSINGS}`, place: 'query', property: 'select' },
      { rule: 'unknown', call: `POST ${ASSETS}`, place: 'body', property: 'customFields' },
      { rule: 'unknown', call: `POST ${ASSETS}`, place: 'answer', property: 'customFields' },
    ],
    reason: 'They are newer than the document, and documented for reading and writing.',
    source: 'docs/dastra-api.md, Custom fields; assumption A31',
  },
  {
    what: 'Newer fields of tasks',
    excuses: readOnlyHere(TASKS, 'ref', 'source', 'startDate'),
    reason: 'Newer documents name them; the client reads them where they are.',
    source: 'docs/dastra-api.md, Tasks',
  },
  {
    what: 'Newer fields of rights requests',
    excuses: readOnlyHere(
      REQUESTS,
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
    what: 'Category of data subjects by ID, and date received',
    excuses: ['subjectCategoryId', 'dateDemand'].map((property) => ({
      rule: 'unknown',
      call: `POST ${REQUESTS}`,
      place: 'body',
      property,
    })),
    reason:
      'Newer than the document; sent only if the user fills them in, and perhaps passed over.',
    source: 'docs/dastra-api.md, Rights requests; assumptions A23 and A24',
  },
  {
    what: 'Limits that two documents disagree on',
    excuses: ['givenName', 'familyName', 'zipCode'].map((property) => ({
      rule: 'lenient',
      call: `POST ${REQUESTS}`,
      place: 'body',
      property,
    })),
    reason:
      'Forms say 180 and 8, as here; the app of Dastra itself takes 250 and 10, so those pass.',
    source: 'assumption A32',
  },
  {
    what: 'DataSubject or DataSubjectRequest',
    excuses: [
      { rule: 'newer-name', place: 'body' },
      { rule: 'newer-name', place: 'answer' },
    ],
    reason: 'A sample of 2023 has the newer name; where Dastra refuses the older one, it is tried.',
    source: 'assumption A25',
  },
  {
    what: 'Endpoints that a newer list adds',
    excuses: [
      { rule: 'endpoint', call: 'GET /v1/ws/{workspaceId}/Workflows/{type}' },
      { rule: 'endpoint', call: 'GET /v1/ws/{workspaceId}/SubjectCategories' },
      { rule: 'endpoint', call: 'GET /v1/ws/{workspaceId}/Users' },
    ],
    reason: 'Each has a substitute in the client for a Dastra that does not have it.',
    source: 'docs/dastra-api.md, Choices; assumption A24',
  },
  {
    what: 'Endpoints that a newer list drops',
    excuses: [
      { rule: 'endpoint', call: 'GET /v1/ws/{workspaceId}/Projects' },
      { rule: 'endpoint', call: 'GET /v1/ws/{workspaceId}/Iterations' },
    ],
    reason: 'Without them, the fields take an ID instead of a choice.',
    source: 'assumption A28',
    foreseen: true,
  },
];

const fits = (excuse: Excuse, finding: Finding): boolean =>
  excuse.rule === finding.rule &&
  (excuse.call ?? finding.call) === finding.call &&
  (excuse.place ?? finding.place) === finding.place &&
  (excuse.property === undefined ||
    excuse.property === finding.property ||
    finding.property.endsWith(`.${excuse.property}`));

const describe = ({ rule, call, place, property }: Excuse) =>
  [rule, call, place, property].filter(Boolean).join(', ');

/** Findings, parted. */
export interface Excused {
  /** What no divergence excuses, and one finding for each excuse that fits nothing. */
  drift: Finding[];
  /** What is excused, by divergence. */
  known: { divergence: Divergence; findings: Finding[] }[];
}

/** Parts findings into drift and what is known. */
export const excuse = (findings: readonly Finding[]): Excused => {
  const known = DIVERGENCES.map((divergence) => ({
    divergence,
    findings: findings.filter((finding) => divergence.excuses.some((one) => fits(one, finding))),
  }));
  const excused = new Set(known.flatMap((entry) => entry.findings));
  const drift = findings.filter((finding) => !excused.has(finding));
  return { drift: [...drift, ...staleAmong(findings, drift)], known };
};

/** The excuses that fit nothing. */
const staleAmong = (findings: readonly Finding[], drift: readonly Finding[]): Finding[] => {
  // After a failure, some of what is known was not seen.
  if (findings.some(({ rule }) => rule === 'failed')) return [];
  // Where a whole call is not as it was, what was known of its parts is no news.
  const changed = drift.filter(({ property, rule }) => property === '' && rule !== 'type');
  const isStale = (one: Excuse) =>
    !changed.some(({ call }) => call === one.call) &&
    !findings.some((finding) => fits(one, finding));
  return DIVERGENCES.filter(({ foreseen }) => !foreseen).flatMap(({ what, excuses }) =>
    excuses.filter(isStale).map(
      (one): Finding => ({
        call: `Known divergence “${what}”`,
        place: 'call',
        property: describe(one),
        rule: 'stale',
        message: 'It excuses nothing any more; take it out of contract/divergences.ts.',
        operations: [],
      }),
    ),
  );
};
