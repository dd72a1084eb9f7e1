/**
 * Every operation, while Dastra answers whatever its own OpenAPI document allows: it ends with a right
 * record or with one clear sentence, and never says of such an answer that it is not understood.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import fc from 'fast-check';
import { endpointFor, nameOf } from '../../contract/endpoints.ts';
import { type Loopback, listen } from '../../tools/loopback.ts';
import type { Input } from '../cases/case.ts';
import { changed, documentOf } from '../contract/official.ts';
import { dataOf, deliveryOf } from '../support/deliveries.ts';
import { isObject, objectsIn, withChosen } from '../support/json.ts';
import {
  DROPDOWNS,
  filledIn,
  HOOKS,
  type HookScenario,
  methodOf,
  SCENARIOS,
  type Scenario,
} from '../support/scenarios.ts';
import { answersOf } from './answers.ts';
import { undocumented } from './documented.ts';
import { outcomeOf, useFaultHarness } from './fault-harness.ts';
import { firstDifference } from './first-difference.ts';

const document = documentOf(changed(() => {}));

/** What the cases fill in, so that now and then something is found. */
const values = [...SCENARIOS, ...DROPDOWNS].flatMap(({ input }) => Object.values(input).flat());
const texts = values.filter((value) => typeof value === 'string');
const arbitraryOf = answersOf(document, {
  texts: texts.filter((text) => !/^\d+$/.test(text)),
  ids: texts.filter((text) => /^\d+$/.test(text)).map(Number),
  guids: texts.filter((text) => /^[\da-f]{8}-/.test(text)),
});
const ofSchema = (name: string) => arbitraryOf({ $ref: `#/components/schemas/${name}` });

const arrayOf = (name: string) =>
  arbitraryOf({ type: 'array', items: { $ref: `#/components/schemas/${name}` } });

/** What an answer may be that the document leaves open. */
const ANYTHING = fc.oneof(fc.constant(undefined), fc.jsonValue());

/** What the document has no schema for, as other documents describe it. */
const UNDECLARED: Record<string, fc.Arbitrary<unknown>> = {
  'GET /me': fc.oneof(ofSchema('UserDto'), fc.jsonValue()),
  'GET /v1/ws/{workspaceId}/Workflows/{type}': arrayOf('WorkFlowStepDto'),
  'GET /v1/ws/{workspaceId}/DataSubjectAttachments/{dataSubjectRequestId}': arrayOf(
    'DataSubjectAttachmentDto',
  ),
  'GET /v1/ws/{workspaceId}/SubjectCategories': fc.uniqueArray(
    fc.record({ id: fc.nat(), label: fc.option(fc.string()) }),
    { maxLength: 3, selector: ({ id }) => id },
  ),
  'GET /v1/ws/{workspaceId}/DataSubjectMessages/{id}': ofSchema('DataSubjectMessageDto'),
  'GET /v1/ws/{workspaceId}/Users': ofSchema('UserDtoPagedList'),
};

/** Any answer to a call, by the call's name. */
const answerTo = (name: string): fc.Arbitrary<unknown> => {
  const [method = '', path = ''] = name.split(' ');
  const schema = document.operation(method, path)?.responses['200']?.content?.['application/json']
    ?.schema;
  return schema ? arbitraryOf(schema) : (UNDECLARED[name] ?? ANYTHING);
};

interface Run {
  /** As the platform names it, such as `creates.create_task.operation.perform`. */
  method: string;
  inputs: readonly Input[];
  /** For the webhooks of an instant trigger. */
  hook?: HookScenario;
  /** A choice has a label made for the eye, and a subscription is the app's own affair. */
  isOwn?: true;
}

/** The runs of one function, with each of its inputs. */
const grouped = (scenarios: readonly Scenario[]): Run[] =>
  [...new Set(scenarios.map(({ method }) => method))].map((method) => {
    const all = scenarios.filter((one) => one.method === method);
    const isOwn = all.some(({ operation }) => operation.hidden);
    return { method, inputs: all.map(({ input }) => input), ...(isOwn ? { isOwn } : {}) };
  });

const ofHook = (hook: HookScenario): Run[] => {
  const filters = Object.entries(hook.hook.filters).map(([field, { passes }]) => [field, passes]);
  const inputs = [{ ...hook.hook.input }, { ...hook.hook.input, ...Object.fromEntries(filters) }];
  return hook.operation.functions.map((name) => ({
    method: methodOf(hook.operation, name),
    inputs,
    ...(name === 'perform' ? { hook } : {}),
    ...(name.endsWith('Subscribe') || name.endsWith('Unsubscribe') ? { isOwn: true as const } : {}),
  }));
};

const RUNS: Run[] = [
  { method: 'authentication.test', inputs: [{}] },
  ...HOOKS.flatMap(ofHook),
  ...grouped(SCENARIOS),
  ...grouped(DROPDOWNS),
];

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
    async ({ method, inputs, hook, isOwn }) => {
      const property = fc.asyncProperty(fc.gen(), fc.constantFrom(...inputs), async (g, input) => {
        const answers: unknown[] = [];
        draw = (name) => {
          const drawn = g(answerTo, name);
          answers.push(drawn);
          return drawn;
        };
        // Its data probably have the schema of the record.
        const read = hook && endpointFor('GET', hook.hook.record);
        // A record that is read by a list alone is that of the sandbox.
        const data = read ? g(answerTo, nameOf(read)) : hook && (await dataOf(harness, hook));
        const posted = hook && (await deliveryOf(harness, hook, 'full', { data: data as object }));
        process.env.DASTRA_API_URL = server.url;
        harness.cache = {};
        const inputData = filledIn(input, harness);
        const outcome = await outcomeOf(
          harness.run(method, {
            inputData,
            targetUrl: 'https://hooks.example.com/1',
            subscribeData: { subscriptions: [{ id: '77', events: ['TaskCreation'] }] },
            ...posted,
          }),
        );
        expect(undocumented(outcome)).toBeUndefined();
        if (!('result' in outcome)) {
          expect(outcome.message).not.toContain('could not be understood');
          return;
        }
        const known = objectsIn([...answers, data]);
        for (const shown of [outcome.result].flat()) {
          if (!isObject(shown) || shown.id === undefined) continue;
          // Some choices are in the app itself.
          if (isOwn && answers.length === 0) continue;
          const candidates = known.filter(({ id }) => String(id) === shown.id);
          expect(candidates).not.toHaveLength(0);
          if (isOwn) continue;
          // What the app adds stands in no answer, and what the builder chose not in each; a record
          // that does not name its holder gets it from where it was found.
          const given = Object.entries(shown).filter(([name]) => known.some((one) => name in one));
          const isHolder = ([, value]: [string, unknown]) =>
            isObject(value) && known.some((one) => firstDifference(value, one) === undefined);
          const differences = candidates.map((candidate) => {
            const own = given.filter((entry) => entry[0] in candidate || !isHolder(entry));
            return firstDifference(Object.fromEntries(own), withChosen(candidate, inputData));
          });
          expect(differences).toContain(undefined);
        }
      });
      await fc.assert(property, { seed: 20_261_124, numRuns: 50 });
    },
    60_000,
  );
});
