/** What holds for any value at all: of a webhook, of a form, of an answer of Dastra. */
import fc from 'fast-check';
import * as z from 'zod/mini';
import { type ProxyServer, startProxy } from '../hostile/proxy.ts';
import { undocumented } from '../resilience/documented.ts';
import { type Outcome, outcomeOf, useFaultHarness } from '../resilience/fault-harness.ts';
import { firstDifference } from '../resilience/first-difference.ts';
import { dataOf, deliveryOf, signedDelivery } from '../support/deliveries.ts';
import { isObject, type Json, objectsIn, withChosen } from '../support/json.ts';
import {
  filledIn,
  HOOKS,
  type HookScenario,
  methodOf,
  SCENARIOS,
  withoutAdded,
} from '../support/scenarios.ts';
import { endpointOf, sentUnder } from '../support/sent.ts';

/** For a property, in milliseconds: a busy machine takes its time. */
const PATIENCE = 60_000;

/** The same values in each run; a failure prints how to have its values again. */
const SEED = 20_261_124;
const check = <Value>(
  numRuns: number,
  values: fc.Arbitrary<Value>,
  holds: (value: Value) => Promise<void>,
) =>
  fc.assert(fc.asyncProperty(values, holds), {
    seed: SEED,
    numRuns,
    // A smaller example is looked for no longer than there is time to show it.
    interruptAfterTimeLimit: PATIENCE / 2,
    markInterruptAsFailure: true,
  });

const harness = useFaultHarness();

/** Text that means something to a parser somewhere on its way. */
const trickyText = fc.constantFrom(
  '../../102/Actors',
  '..',
  '%2e%2e%2f',
  '?workspaceId=102#',
  '","operator":"isNotNull","x":"',
  '{{bundle.authData.apiKey}}',
  '{{name}}',
  '\u0000\r\nX-Api-Key: other',
  '\ud800',
  '<script>',
  '__proto__',
  '9'.repeat(40),
  '1e3',
  '-1',
  '0x10',
  ' ',
);
const anyJson = fc.jsonValue({ maxDepth: 3 });
/** JSON that JavaScript takes for more than data. */
const trickyJson = fc.constantFrom<unknown>(
  { toString: 1 },
  [{ toString: null, valueOf: null }],
  { length: 3 },
  JSON.parse('{"__proto__": {"id": 1}}'),
  { constructor: { prototype: {} } },
);
const anyValue = fc.oneof(
  trickyText,
  trickyJson,
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.integer(),
  fc.boolean(),
  anyJson,
);

/** Text of any kind, much of it in the language of JSON. */
const anyText = fc.oneof(
  { weight: 3, arbitrary: trickyText },
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.string({ unit: fc.constantFrom('"', '\\', '{', '}', ':', ',', ' ', 'a'), minLength: 1 }),
);

const few = { minKeys: 1, maxKeys: 3 };

const expectDocumented = (outcome: Outcome) => expect(undocumented(outcome)).toBeUndefined();

const resultsOf = (outcome: Outcome) =>
  'result' in outcome ? ([outcome.result].flat() as Json[]) : [];

describe.each(HOOKS)('Any JSON as a webhook of $name', (scenario: HookScenario) => {
  const { hook, operation } = scenario;
  const collection = hook.record.slice(0, hook.record.lastIndexOf('/'));
  const run = async (delivery: object) => {
    harness.cache = {};
    await harness.forget('requests');
    const inputData = filledIn(hook.input, harness);
    const outcome = await outcomeOf(harness.run(methodOf(operation), { inputData, ...delivery }));
    // It reads, and what it reads is what it is to read.
    for (const call of await harness.calls()) expect(endpointOf(call).effect).toBe('read');
    return outcome;
  };
  const asDastraHasIt = async ({ id }: Json) => {
    const found = await outcomeOf(harness.api(`${collection}/${String(id)}`));
    return 'result' in found ? (found.result as Json) : undefined;
  };

  /** Bodies of any kind, many of them not far from an event. */
  const bodiesAbout = (record: Json, ids: readonly string[]) => {
    const names = ['id', 'title', 'label', 'area', 'areaId', 'dateCreation', 'x'];
    const known = [...ids, ...ids.map(Number).filter(Number.isInteger)];
    const data = fc.dictionary(
      fc.constantFrom(...names, ...Object.keys(record)),
      fc.oneof(fc.constantFrom<unknown>(...known), anyValue),
    );
    const id = fc.constantFrom<unknown>(...known, 999_999, `../Tasks/${ids[0]}`);
    const inside = fc.oneof(
      fc.tuple(data, id).map(([rest, one]) => ({ ...rest, id: one })),
      // All that a record needs to be taken at its word, but for the signature.
      data.map((rest) => ({ ...record, title: 'Forged', label: 'Forged', ...rest })),
      data,
      anyValue,
    );
    const type = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom<unknown>(...hook.events, 27) },
      anyValue,
    );
    return fc.oneof(
      anyJson,
      fc.tuple(type, inside).map(([eventType, one]) => ({
        webhookId: 77,
        date: '2026-11-24T10:31:30.6882299',
        eventType,
        data: one,
      })),
    );
  };
  const bodies = async () => {
    const record = await dataOf(harness, scenario);
    const method = methodOf(operation, 'performList');
    const inputData = filledIn(hook.input, harness);
    const listed = await harness.run<{ id: string }[]>(method, { inputData });
    return bodiesAbout(record, [String(record.id), ...listed.map(({ id }) => id)]);
  };

  it(
    'without signature yields nothing but what Dastra has',
    async () => {
      await check(100, await bodies(), async (body) => {
        const outcome = await run(signedDelivery(scenario, 0, body, false));
        expect(outcome).toHaveProperty('result');
        for (const shown of resultsOf(outcome)) {
          const own = withoutAdded(scenario, shown);
          expect(firstDifference(own, await asDastraHasIt(shown))).toBeUndefined();
        }
      });
    },
    PATIENCE,
  );

  it(
    'with a signature yields nothing but what it holds, or Dastra has',
    async () => {
      await check(100, await bodies(), async (body) => {
        const outcome = await run(signedDelivery(scenario, 0, body));
        expectDocumented(outcome);
        for (const shown of resultsOf(outcome)) {
          const { data } = body as { data: Json };
          expect(shown.id).toBe(String(data.id));
          const own = withoutAdded(scenario, shown);
          if (firstDifference(own, await asDastraHasIt(shown)) === undefined) continue;
          expect(firstDifference(own, data)).toBeUndefined();
        }
      });
    },
    PATIENCE,
  );

  it(
    'yields nothing where the raw body is another than the parsed one',
    async () => {
      await check(40, fc.tuple(anyJson, fc.string()), async ([body, content]) => {
        const delivery = signedDelivery(scenario, 0, body);
        const forged = { ...delivery, rawRequest: { ...delivery.rawRequest, content } };
        expect(await run(forged)).toEqual({ result: [] });
      });
    },
    PATIENCE,
  );
});

/** Each operation as a rule. */
const RULES = SCENARIOS.filter(
  ({ key }, index) => SCENARIOS.findIndex((one) => one.key === key) === index,
);

describe('Any value in any field', () => {
  it.each(RULES)(
    'of $name is sent as it is, or refused',
    async ({ method, input, operation, one }) => {
      const fields = operation.allFields().filter(({ key }) => key !== 'workspaceId');
      const names = fields.map(({ key }) => key);
      const texts = fields
        .filter(({ type, choices, dropdown, list, dict }) => {
          const isText = type === 'string' || type === 'text';
          return isText && !choices && !dropdown && !list && !dict;
        })
        .map(({ key }) => key);
      if (names.length === 0) throw new Error('Its form has no fields.');
      const odd = fc.oneof(
        fc.dictionary(fc.constantFrom(...names), anyValue, few),
        ...(texts.length > 0 ? [fc.dictionary(fc.constantFrom(...texts), anyText, few)] : []),
      );
      await check(60, odd, async (values) => {
        await harness.forget('requests');
        const inputData: Json = { ...filledIn(input, harness), ...values };
        expectDocumented(await outcomeOf(harness.run(method, { inputData })));
        const calls = await harness.calls();
        for (const call of calls) {
          const { effect, body = {}, changes = {}, file } = endpointOf(call);
          const schemas = { ...body, ...changes };
          if (effect === 'read' || file) continue;
          const shown = operation.fieldsFor(inputData).map(({ key }) => key);
          for (const text of texts.filter((key) => shown.includes(key))) {
            const schema = schemas[one?.sentAs?.[text] ?? text];
            const given = inputData[text];
            if (!schema || typeof given !== 'string' || !given.trim()) continue;
            // Around some texts, blanks mean nothing.
            const isTrimmed = z.safeParse(schema, ' 1 ').data === '1';
            const sent = sentUnder([call], text);
            const wanted = isTrimmed ? given.trim() : given;
            // A change leaves out what is so already.
            if (effect === 'change' && sent.length === 0) continue;
            expect(sent).toEqual([wanted]);
          }
        }
      });
    },
    PATIENCE,
  );

  it.each(RULES.filter(({ operation }) => operation.kind === 'search'))(
    'of $name keeps its filter what it was',
    async ({ method, operation }) => {
      const fields = operation.allFields().filter(({ key }) => key !== 'workspaceId');
      const names = fields.map(({ key }) => key);
      const odd = fc.oneof(
        fc.dictionary(fc.constantFrom(...names), anyValue, few),
        fc.dictionary(fc.constantFrom(...names), anyText, few),
      );
      await check(100, odd, async (values) => {
        await harness.forget('requests');
        const inputData: Json = filledIn(values, harness);
        expectDocumented(await outcomeOf(harness.run(method, { inputData })));
        const typed = Object.values(inputData)
          .filter((value) => typeof value !== 'object')
          .map((value) => String(value).trim());
        const normalized = typed.map((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim());
        const choices = fields.flatMap((field) => Object.keys(field.choices ?? {}));
        // Text in another form than the one that is searched for is searched for in both.
        const flat = (rule: unknown): unknown[] => {
          const { separator, rules } = rule as { separator?: string; rules?: unknown[] };
          if (!rules) return [rule];
          expect(rule).toEqual({ separator, rules });
          expect(separator).toMatch(/^(And|Or)$/);
          return rules.flatMap(flat);
        };
        for (const call of await harness.calls()) {
          expect(endpointOf(call).effect).toBe('read');
          if (call.query.filters === undefined) continue;
          for (const rule of flat(JSON.parse(String(call.query.filters)))) {
            expect(rule).toEqual({
              field: expect.stringMatching(/^[A-Z][A-Za-z]+$/),
              operator: expect.stringMatching(/^(equal|contains)$/),
              value: expect.any(String),
            });
            const { value } = rule as { value: string };
            expect([...typed, ...normalized, ...choices]).toContain(value);
          }
        }
      });
    },
    PATIENCE,
  );

  it.each(RULES)(
    'of the workspace leads nowhere else in $name',
    async ({ method, input }) => {
      await check(15, anyValue, async (workspaceId) => {
        await harness.forget('requests');
        const inputData = { ...filledIn(input, harness), workspaceId };
        expectDocumented(await outcomeOf(harness.run(method, { inputData })));
        for (const { path } of await harness.calls())
          expect(path).toMatch(/^\/v1\/(ws\/\d+\/\w+|WorkSpaces$|TenantUsers$)/);
      });
    },
    PATIENCE,
  );
});

describe('Any change to an answer of Dastra', () => {
  type Path = (string | number)[];

  /** The paths to all that stands in a value. */
  const pathsIn = (value: unknown, path: Path = []): Path[] => {
    if (typeof value !== 'object' || value === null) return [path];
    const entries: [string | number, unknown][] = Array.isArray(value)
      ? value.map((item, index) => [index, item])
      : Object.entries(value);
    return [path, ...entries.flatMap(([key, item]) => pathsIn(item, [...path, key]))];
  };

  const DELETED = Symbol('deleted');

  /** A copy with one place changed; places that are gone already stay so. */
  const changed = (value: unknown, [key, ...rest]: Path, to: unknown): unknown => {
    if (key === undefined) return to === DELETED ? undefined : to;
    if (typeof value !== 'object' || value === null || !(key in value)) return value;
    const inside = rest.length === 0 ? to : changed(Reflect.get(value, key), rest, to);
    if (Array.isArray(value)) {
      const items = value.map((item, index) => (index === key ? inside : item));
      return items.filter((item) => item !== DELETED);
    }
    const entries = Object.entries(value).map(([name, item]) => [
      name,
      name === key ? inside : item,
    ]);
    return Object.fromEntries(entries.filter(([, item]) => item !== DELETED));
  };

  /** Dates as Dastra might write them, and some that are none. */
  const dateLike = fc.constantFrom(
    '2023-09-18T10:31:30.6882299',
    '2023-09-18T10:31:30+02:00',
    '2023-09-18 10:31:30',
    '2023-02-30T10:00:00',
    '2023-13-01T00:00:00',
    '0001-01-01T00:00:00',
    '18/09/2023',
    '1',
    'September 5',
    'T',
    '',
  );
  const newValue = fc.oneof(
    fc.constant<unknown>(DELETED),
    fc.constant(null),
    fc.constant('AnotherMember'),
    dateLike,
    anyValue,
  );
  const mutationsOf = (record: object) =>
    fc.tuple(
      fc.array(fc.tuple(fc.constantFrom(...pathsIn(record).slice(1)), newValue), {
        minLength: 1,
        maxLength: 4,
      }),
      fc.dictionary(fc.string(), anyJson, { maxKeys: 2 }),
    );
  const mutated = (record: object, [changes, extra]: [[Path, unknown][], object]) =>
    // Through JSON, as an answer comes.
    JSON.parse(
      JSON.stringify({
        ...extra,
        ...(changes.reduce<unknown>(
          (value, [path, to]) => changed(value, path, to),
          record,
        ) as object),
      }),
    ) as Json;

  const isRecord = (value: unknown): value is Json =>
    typeof value === 'object' && value !== null && 'id' in value;

  /** An answer with each of its records changed. */
  const eachRecord = (answer: unknown, change: (record: Json) => Json): unknown => {
    if (Array.isArray(answer)) return answer.map((row) => (isRecord(row) ? change(row) : row));
    if (isRecord(answer)) return change(answer);
    const { items } = (answer ?? {}) as { items?: unknown };
    return Array.isArray(items)
      ? { ...(answer as Json), items: eachRecord(items, change) }
      : answer;
  };

  /** All that reads or writes records, and the lists of the instant triggers. */
  const SOURCES = [
    ...SCENARIOS.filter(({ situation }) => !situation.findsNothing).map((scenario) => {
      const { name, method, input } = scenario;
      return { name, method, input, isRule: RULES.includes(scenario) };
    }),
    ...HOOKS.map(({ name, operation, hook }) => ({
      name: `${name} listed`,
      method: methodOf(operation, 'performList'),
      input: hook.input ?? {},
      isRule: true,
    })),
  ];

  let proxy: ProxyServer;
  beforeEach(async () => {
    proxy = await startProxy(harness.url);
    process.env.DASTRA_API_URL = proxy.url;
  });
  afterEach(() => proxy.close());

  type Source = (typeof SOURCES)[number];

  /** What an operation yields while each record that Dastra answers is changed, and these records. */
  const yieldedBy = async ({ method, input }: Source, change: (record: Json) => Json) => {
    await harness.control('reset');
    const known: Json[] = [];
    proxy.behavior = {
      answer: (json) =>
        eachRecord(json, (record) => {
          const other = change(record);
          known.push(...objectsIn(other));
          return other;
        }),
    };
    const outcome = await outcomeOf(harness.run(method, { inputData: filledIn(input, harness) }));
    return { outcome, known };
  };

  /** The keys that answers have: the app adds all others. */
  const answeredTo = async (source: Source) => {
    const { known } = await yieldedBy(source, (record) => record);
    return new Set(known.flatMap((record) => Object.keys(record)));
  };

  const expectMeaningKept = async (
    source: Source,
    answered: ReadonlySet<string>,
    change: (record: Json) => Json,
  ) => {
    const { outcome, known } = await yieldedBy(source, change);
    expectDocumented(outcome);
    const chosen = filledIn(source.input, harness);
    const records = [{}, ...known].map((record) => withChosen(record, chosen));
    const isKnown = (value: Json) =>
      records.some((record) => firstDifference(value, record) === undefined);
    for (const shown of resultsOf(outcome)) {
      const given = Object.fromEntries(Object.entries(shown).filter(([key]) => answered.has(key)));
      if (isKnown(given)) continue;
      // A record that does not name its holder gets it from where it was found.
      const isHolder = ([, value]: [string, unknown]) => isObject(value) && isKnown(value);
      const own = Object.fromEntries(Object.entries(given).filter((entry) => !isHolder(entry)));
      expect(records.map((record) => firstDifference(own, record))).toContain(undefined);
    }
  };

  it.each(SOURCES)(
    'keeps its meaning in $name',
    async (source) => {
      const answered = await answeredTo(source);
      await check(30, fc.gen(), (draw) =>
        expectMeaningKept(source, answered, (record) => mutated(record, draw(mutationsOf, record))),
      );
    },
    PATIENCE,
  );

  it.each(SOURCES.filter(({ isRule }) => isRule))(
    'keeps the moment of a date in $name, or drops it',
    async (source) => {
      const answered = await answeredTo(source);
      await check(15, fc.oneof(dateLike, fc.string(), anyJson), (date) =>
        expectMeaningKept(source, answered, (record) => {
          const dates = Object.keys(record).filter((name) => /^date|Date$/.test(name));
          return { ...record, ...Object.fromEntries(dates.map((name) => [name, date])) };
        }),
      );
    },
    PATIENCE,
  );

  it.each(HOOKS)(
    'keeps its meaning in a signed webhook of $name',
    async (scenario) => {
      const { operation, hook } = scenario;
      const original = await dataOf(harness, scenario);
      await check(100, mutationsOf(original), async (changes) => {
        const data = mutated(original, changes);
        harness.cache = {};
        const outcome = await outcomeOf(
          harness.run(methodOf(operation), {
            inputData: filledIn(hook.input, harness),
            ...(await deliveryOf(harness, scenario, 'full', { data })),
          }),
        );
        expectDocumented(outcome);
        for (const shown of resultsOf(outcome)) {
          const own = withoutAdded(scenario, shown);
          if (firstDifference(own, original) === undefined) continue;
          expect(firstDifference(own, data)).toBeUndefined();
        }
      });
    },
    PATIENCE,
  );
});
