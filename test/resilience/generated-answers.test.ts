/**
 * Every operation, while Dastra answers whatever its own OpenAPI document allows: it ends with a right
 * record or with one clear sentence, and never says of such an answer that it is not understood.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import fc from 'fast-check';
import { endpointFor, nameOf } from '../../contract/endpoints.ts';
import app from '../../index.ts';
import { OBJECT_TYPES } from '../../src/resources/tasks/schema.ts';
import { type Loopback, listen } from '../../tools/loopback.ts';
import { changed, documentOf } from '../contract/official.ts';
import { event, SUBSCRIPTIONS, webhook } from '../support/webhooks.ts';
import { answersOf } from './answers.ts';
import { undocumented } from './documented.ts';
import { outcomeOf, useFaultHarness } from './fault-harness.ts';
import { firstDifference } from './first-difference.ts';

const PROCESSING = '00000101-0001-4000-8000-000000000001';

const document = documentOf(changed(() => {}));
const arbitraryOf = answersOf(document, {
  texts: ['A-1', 'contact@example.com', 'Example Ltd', 'https://hooks.example.com/1'],
  ids: [7, 12, 204, 1012],
  guids: [PROCESSING],
});
const ofSchema = (name: string) => arbitraryOf({ $ref: `#/components/schemas/${name}` });

/** What the document has no schema for, as other documents describe it. */
const UNDECLARED: Record<string, fc.Arbitrary<unknown>> = {
  'GET /me': fc.oneof(ofSchema('UserDto'), fc.jsonValue()),
  'GET /v1/ws/{workspaceId}/Workflows/{type}': arbitraryOf({
    type: 'array',
    items: { $ref: '#/components/schemas/WorkFlowStepDto' },
  }),
  'GET /v1/ws/{workspaceId}/SubjectCategories': fc.uniqueArray(
    fc.record({ id: fc.nat(), label: fc.option(fc.string()) }),
    { maxLength: 3, selector: ({ id }) => id },
  ),
  'GET /v1/ws/{workspaceId}/Users': ofSchema('UserDtoPagedList'),
  'PATCH /v1/ws/{workspaceId}/DataProcessings/{id}': fc.oneof(
    fc.constant(undefined),
    fc.jsonValue(),
  ),
  'DELETE /v1/WebHookUrls/{id}': fc.oneof(fc.constant(undefined), fc.jsonValue()),
};

/** Any answer to a call, by the call's name. */
const answerTo = (name: string): fc.Arbitrary<unknown> => {
  const [method = '', path = ''] = name.split(' ');
  const schema = document.operation(method, path)?.responses['200']?.content?.['application/json']
    ?.schema;
  const arbitrary = schema ? arbitraryOf(schema) : UNDECLARED[name];
  if (!arbitrary) throw new Error(`What does Dastra answer to ${name}?`);
  return arbitrary;
};

/** What an operation may be given, beside the workspace; nothing where there is no entry. */
const INPUTS: Record<string, readonly object[]> = {
  list_related_items: OBJECT_TYPES.map((objectType) => ({ objectType })),
  new_task: [{}, { areaId: '204', assignedToUserId: '7', priority: 'High' }],
  new_rights_request: [{}, { areaId: '204', purposes: ['Access'], skipCreatedByZapier: true }],
  create_task: [
    { label: 'A task', areaId: '204' },
    { label: 'A task', areaId: '204', tagIds: ['7'] },
  ],
  create_actor: [
    { actorType: 'Morale', companyName: 'Example Ltd' },
    { actorType: 'Physical', familyName: 'A', tagIds: ['7'] },
  ],
  create_rights_request: [
    { title: 'A request', purposes: ['Access'], areaId: '204' },
    { title: 'A request', purposes: ['Access'], areaId: '204', tagIds: ['7'] },
    {
      title: 'A request',
      purposes: ['Access'],
      areaId: '204',
      email: 'contact@example.com',
      refId: 'A-1',
      returnExisting: true,
    },
  ],
  attach_actor_to_processing: [
    { type: 'Recipient', recipientType: 'Vendor' },
    { type: 'Stakeholder', jobTitle: 'Processor' },
    { type: 'DataController' },
    { type: 'Referent' },
  ].map((role) => ({ ...role, actorId: '1012', dataProcessingId: PROCESSING })),
  create_data_breach: [
    { label: 'A breach', areaId: '204', nature: ['Access'], startDate: '2026-11-24' },
  ],
  create_processing: [
    { label: 'A processing', areaId: '204' },
    { label: 'A processing', areaId: '204', ref: 'A-1' },
  ],
  create_asset: [{ label: 'An asset', type: 'Software', tagIds: ['7'] }],
  find_data_breach: [{ label: 'A-1' }, { dataBreachId: PROCESSING }],
  find_processing: [{ ref: 'A-1' }, { dataProcessingId: PROCESSING }],
  find_actor: [
    { actorId: '1012' },
    { email: 'contact@example.com' },
    { companyName: 'Example Ltd' },
    { givenName: 'A', familyName: 'a', match: 'contains' },
  ],
};

/** What Dastra posts to a trigger: the event, and the schema that its data probably have. */
const EVENTS: Record<string, { name: string; schema: string }> = {
  new_task: { name: 'TaskCreation', schema: 'TaskDto' },
  new_data_breach: { name: 'DataBreachCreation', schema: 'DataBreachDto' },
  data_breach_status_changed: { name: 'DataBreachChangeState', schema: 'DataBreachDto' },
  new_processing: { name: 'ProcessingCreation', schema: 'DataProcessingDto' },
  processing_published: { name: 'ProcessingPublished', schema: 'DataProcessingDto' },
  questionnaire_response: { name: 'AuditResponseFinalized', schema: 'AuditResponseLightDto' },
  new_rights_request: { name: 'DataSubjectCreation', schema: 'DataSubjectRequestDto' },
};

/** What a record has that is not in Dastra's, but follows from where it stood. */
const OF_BREACH = ['nature', 'hoursToNotify', 'notificationDueDate'];
const ADDED: Record<string, readonly string[]> = {
  new_data_breach: OF_BREACH,
  data_breach_status_changed: OF_BREACH,
  find_data_breach: OF_BREACH,
  create_data_breach: [...OF_BREACH, 'awareSince', 'ignoredCustomFields'],
  create_processing: ['detailsSaved', 'detailsProblem'],
  questionnaire_response: ['outcome'],
  attach_actor_to_processing: ['alreadyAttached', 'type', 'dataProcessing', 'dataProcessingId'],
  create_rights_request: ['alreadyExisted', 'ignoredCustomFields'],
};

interface Run {
  /** As the platform names it, such as `creates.create_task.operation.perform`. */
  method: string;
  key: string;
}

const RUNS: Run[] = [
  { method: 'authentication.test', key: 'authentication' },
  ...Object.entries({
    triggers: app.triggers,
    searches: app.searches,
    creates: app.creates,
  }).flatMap(([group, operations]) =>
    Object.values(operations).flatMap(({ key, operation }) =>
      Object.keys(operation)
        .filter((name) => name.startsWith('perform'))
        .map((name) => ({ method: `${group}.${key}.operation.${name}`, key })),
    ),
  ),
];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** All records in a value, at any depth. */
const recordsIn = (value: unknown): Record<string, unknown>[] => {
  if (!isObject(value)) return [];
  const inner = Object.values(value).flatMap(recordsIn);
  return Array.isArray(value) ? inner : [value, ...inner];
};

describe('Whatever Dastra’s document allows as an answer', () => {
  const harness = useFaultHarness();
  let server: Loopback;
  /** Draws the answers of the run that is going on, and keeps them. */
  let draw: (name: string) => unknown;

  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const method = request.method ?? 'GET';
    const text = JSON.stringify(
      draw(nameOf(endpointFor(method, pathname) ?? { method, path: pathname })),
    );
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(text);
  };

  beforeAll(async () => {
    server = await listen((request, response) => {
      request.resume().on('end', () => answer(request, response));
    });
  });
  afterAll(() => server.close());

  it.each(RUNS)(
    '$method ends with a right record or one clear sentence',
    async ({ method, key }) => {
      const inputs = INPUTS[key] ?? [{}];
      const property = fc.asyncProperty(fc.gen(), fc.constantFrom(...inputs), async (g, input) => {
        const answers: unknown[] = [];
        draw = (name) => {
          const drawn = g(answerTo, name);
          answers.push(drawn);
          return drawn;
        };
        const posted = EVENTS[key];
        const data = posted && method.endsWith('.perform') ? g(ofSchema, posted.schema) : undefined;
        process.env.DASTRA_API_URL = server.url;
        harness.cache = {};
        const outcome = await outcomeOf(
          harness.run(method, {
            inputData: { workspaceId: '101', ...input },
            targetUrl: 'https://hooks.example.com/1',
            subscribeData: { subscriptions: Object.values(SUBSCRIPTIONS) },
            ...(posted && data ? webhook(event(posted.name, data)) : {}),
          }),
        );
        expect(undocumented(outcome)).toBeUndefined();
        if (!('result' in outcome)) {
          expect(outcome.message).not.toContain('could not be understood');
          return;
        }
        const known = recordsIn([...answers, data]);
        for (const shown of [outcome.result].flat()) {
          if (!isObject(shown) || shown.id === undefined) continue;
          const candidates = known.filter(({ id }) => String(id) === shown.id);
          expect(candidates).not.toHaveLength(0);
          // A choice has a label made for the eye, and a subscription is the app's own affair.
          if (key.startsWith('list_') || method.endsWith('Subscribe')) continue;
          const given = Object.entries(shown).filter(([name]) => !ADDED[key]?.includes(name));
          const record = Object.fromEntries(given);
          const differences = candidates.map((candidate) => firstDifference(record, candidate));
          expect(differences).toContain(undefined);
        }
      });
      await fc.assert(property, { seed: 20_261_124, numRuns: 50 });
    },
    60_000,
  );
});
