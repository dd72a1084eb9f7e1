/** What holds for any value at all: of a webhook, of a form, of an answer of Dastra. */
import fc from 'fast-check';
import { newActor } from '../../src/resources/actors/schema.ts';
import { newLink } from '../../src/resources/processings/schema.ts';
import { newRightsRequest } from '../../src/resources/rights-requests/schema.ts';
import { newTask } from '../../src/resources/tasks/schema.ts';
import { event, webhook } from '../support/webhooks.ts';
import { undocumented } from './documented.ts';
import { outcomeOf, useFaultHarness } from './fault-harness.ts';
import { firstDifference } from './first-difference.ts';

/** The same values in each run; a failure prints how to have its values again. */
const SEED = 20_261_124;
const check = <Value>(
  numRuns: number,
  values: fc.Arbitrary<Value>,
  holds: (value: Value) => Promise<void>,
) => fc.assert(fc.asyncProperty(values, holds), { seed: SEED, numRuns });

/** For a property, in milliseconds: a busy machine takes its time. */
const PATIENCE = 60_000;

const harness = useFaultHarness();
const inWorkspace = { workspaceId: '101' };

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

const expectDocumented = (outcome: Awaited<ReturnType<typeof outcomeOf>>) =>
  expect(undocumented(outcome)).toBeUndefined();

describe('Any JSON as a webhook', () => {
  const TRIGGERS = [
    {
      key: 'new_rights_request',
      path: '/v1/ws/101/DataSubjectRequests',
      name: 'title',
      events: ['DataSubjectCreation', 'DataSubjectWidgetCreation'],
      by: 'DataSubjectCreation' as const,
    },
    {
      key: 'new_task',
      path: '/v1/ws/101/Tasks',
      name: 'label',
      events: ['TaskCreation'],
      by: 'TaskCreation' as const,
    },
  ];

  /** Bodies of any kind, many of them not far from an event. */
  const bodies = (events: string[], ids: number[], complete: object) => {
    const data = fc.dictionary(
      fc.constantFrom('id', 'title', 'label', 'purposes', 'area', 'areaId', 'dateCreation', 'x'),
      fc.oneof(fc.constantFrom(...ids), anyValue),
    );
    const withId = fc.tuple(data, fc.constantFrom(...ids, 999_999, '2002', '../Tasks/2002'));
    const envelope = fc.tuple(
      fc.oneof({ weight: 3, arbitrary: fc.constantFrom<unknown>(...events, 27) }, anyValue),
      fc.oneof(
        withId.map(([rest, id]) => ({ ...rest, id })),
        // All that a record needs to be taken at its word, but for the signature.
        data.map((rest) => ({ ...complete, title: 'Forged', label: 'Forged', ...rest })),
        data,
        anyValue,
      ),
    );
    return fc.oneof(
      anyJson,
      envelope.map(([type, inside]) => event(type as string, inside)),
    );
  };

  describe.each(TRIGGERS)('of $key', ({ key, path, name, events, by }) => {
    const records = async () => {
      const { items } = await harness.api<{ items: Record<string, unknown>[] }>(
        `${path}?size=500&includeChildren=true`.replace(/&.*/, key === 'new_task' ? '$&' : ''),
      );
      return new Map(items.map((item) => [String(item.id), String(item[name])]));
    };
    const run = (hook: object) =>
      outcomeOf(
        harness.run(`triggers.${key}.operation.perform`, { inputData: inWorkspace, ...hook }),
      );
    /** What it emits; nothing where it ends in a documented error. */
    const perform = async (hook: object) => {
      const outcome = await run(hook);
      expectDocumented(outcome);
      return 'result' in outcome ? (outcome.result as Record<string, unknown>[]) : [];
    };
    const expectNoDetours = async () => {
      for (const call of await harness.calls()) {
        expect(call.path).toMatch(new RegExp(`^${path}/\\d+$`));
      }
    };

    it(
      'without signature yields nothing but what Dastra knows',
      async () => {
        const known = await records();
        const ids = [...known.keys()].map(Number);
        const complete = await harness.api<object>(`${path}/${ids[0]}`);
        await harness.forget('requests');
        await check(
          120,
          fc.tuple(bodies(events, ids, complete), fc.option(fc.string())),
          async ([body, signature]) => {
            harness.cache = {};
            const outcome = await run(webhook(body, { signature: signature ?? false }));
            expect(outcome).toHaveProperty('result');
            const { result } = outcome as { result: Record<string, unknown>[] };
            for (const record of result) {
              expect(known.get(String(record.id))).toBe(record[name]);
            }
          },
        );
        await expectNoDetours();
      },
      PATIENCE,
    );

    it(
      'with a signature yields nothing but what it holds, or Dastra',
      async () => {
        const known = await records();
        const ids = [...known.keys()].map(Number);
        const complete = await harness.api<object>(`${path}/${ids[0]}`);
        await harness.forget('requests');
        await check(120, bodies(events, ids, complete), async (body) => {
          harness.cache = {};
          for (const record of await perform(webhook(body, { by }))) {
            const { data } = body as { data: Record<string, unknown> };
            expect(record.id).toBe(String(data.id));
            if (known.get(record.id as string) === record[name]) continue;
            expect(firstDifference(record, data)).toBeUndefined();
          }
        });
        await expectNoDetours();
      },
      PATIENCE,
    );

    it(
      'yields nothing where the raw body is another than the parsed one',
      async () => {
        await check(40, fc.tuple(anyJson, fc.string()), async ([body, content]) => {
          const hook = webhook(body);
          const forged = { ...hook, rawRequest: { ...hook.rawRequest, content } };
          expect(await run(forged)).toEqual({ result: [] });
        });
      },
      PATIENCE,
    );
  });
});

const PROCESSING = '00000101-0001-4000-8000-000000000001';

/** Texts that are sent without blanks around them. */
const TRIMMED = ['email', 'refId', 'userId'];

describe('Any value in any field', () => {
  const FORMS = [
    {
      method: 'creates.create_task.operation.perform',
      fields: Object.keys(newTask.shape),
      valid: { label: 'Any', areaId: '204' },
      paths: /^\/v1\/ws\/101\/(Tags|Tasks)$/,
      texts: ['label', 'descriptionHtml', 'color'],
      sends: [...Object.keys(newTask.shape), 'tags'],
    },
    {
      method: 'creates.create_actor.operation.perform',
      fields: Object.keys(newActor.shape),
      valid: { actorType: 'Physical', givenName: 'Any', familyName: 'One', companyName: 'Any' },
      paths: /^\/v1\/ws\/101\/(Tags|Actors)$/,
      texts: ['companyName', 'givenName', 'email', 'description', 'address', 'websiteUrl'],
      sends: [...Object.keys(newActor.shape), 'tags'],
    },
    {
      method: 'creates.create_rights_request.operation.perform',
      fields: Object.keys(newRightsRequest.shape),
      valid: { title: 'Any', purposes: ['Access'], areaId: '204', refId: 'ANY-1' },
      paths: /^\/v1\/ws\/101\/(Tags|DataSubjectRequests(\/\d+)?)$/,
      texts: ['title', 'email', 'message', 'description', 'refId', 'userId', 'referrerUrl'],
      sends: [...Object.keys(newRightsRequest.shape), 'tags', 'channel', 'subjectCategoryId'],
    },
    {
      method: 'creates.attach_actor_to_processing.operation.perform',
      fields: Object.keys(newLink.shape),
      valid: {
        dataProcessingId: PROCESSING,
        actorId: '1012',
        type: 'Recipient',
        recipientType: 'Vendor',
        jobTitle: 'Other',
      },
      paths: /^\/v1\/ws\/101\/DataProcessings\/(recipients\/(\d+|batch)|[0-9a-fA-F-]{36})$/,
      texts: ['label', 'description'],
      sends: [...Object.keys(newLink.shape), 'actorIds'],
    },
  ];

  it.each(FORMS)(
    'of $method',
    async ({ method, fields, valid, paths, texts, sends }) => {
      const names = fields.filter((field) => field !== 'workspaceId');
      const odd = fc.oneof(
        fc.dictionary(fc.constantFrom(...names), anyValue, few),
        fc.dictionary(fc.constantFrom(...texts), anyText, few),
      );
      await check(80, odd, async (values) => {
        await harness.forget('requests');
        const inputData = { ...inWorkspace, ...valid, ...values };
        expectDocumented(await outcomeOf(harness.run(method, { inputData })));
        for (const call of await harness.calls()) {
          expect(call.path).toMatch(paths);
          if (call.method !== 'POST') continue;
          const body = call.body as Record<string, unknown>;
          expect(sends).toEqual(expect.arrayContaining(Object.keys(body)));
          // Text arrives as it was given, unless it was blank; around some, blanks mean nothing.
          for (const text of texts) {
            const given: unknown = Reflect.get(inputData, text);
            if (typeof given === 'string' && given.trim()) {
              expect(body[text]).toBe(TRIMMED.includes(text) ? given.trim() : given);
            }
          }
        }
      });
    },
    PATIENCE,
  );

  it(
    'of a search keeps its filter what it was',
    async () => {
      const OF_FIELD = {
        email: 'Email',
        companyName: 'CompanyName',
        givenName: 'GivenName',
        familyName: 'FamilyName',
        actorType: 'ActorType',
      } as const;
      const fields = [...Object.keys(OF_FIELD), 'match', 'actorId'];
      const odd = fc.oneof(
        fc.dictionary(fc.constantFrom(...fields), anyValue, few),
        fc.dictionary(fc.constantFrom(...Object.keys(OF_FIELD)), anyText, few),
      );
      await check(150, odd, async (values) => {
        await harness.forget('requests');
        const inputData: Record<string, unknown> = { ...inWorkspace, ...values };
        expectDocumented(
          await outcomeOf(harness.run('searches.find_actor.operation.perform', { inputData })),
        );
        for (const { path, query } of await harness.calls()) {
          expect(path).toMatch(/^\/v1\/ws\/101\/Actors(\/\d+)?$/);
          expect(['filters', 'q', 'size', 'select']).toEqual(
            expect.arrayContaining(Object.keys(query)),
          );
          if (query.filters === undefined) continue;
          const filter = JSON.parse(String(query.filters)) as { rules?: unknown[] };
          if (filter.rules) {
            const separator = expect.stringMatching(/^(And|Or)$/);
            expect(filter).toEqual({ separator, rules: expect.any(Array) });
          }
          // Text in another form than the one that is searched for is searched for in both.
          const flat = (rule: unknown): unknown[] => {
            const { separator, rules } = rule as { separator?: string; rules?: unknown[] };
            if (!rules) return [rule];
            expect(rules).toHaveLength(separator === 'Or' ? 2 : rules.length);
            return rules.flatMap(flat);
          };
          for (const rule of flat(filter)) {
            const { field, value } = rule as { field: string; value: unknown };
            expect(rule).toEqual({
              field: expect.stringMatching(/^(Email|CompanyName|GivenName|FamilyName|ActorType)$/),
              operator: expect.stringMatching(/^(equal|contains)$/),
              value: expect.any(String),
            });
            const [name = ''] = Object.entries(OF_FIELD).find(([, one]) => one === field) ?? [];
            if (field === 'ActorType') expect(['Morale', 'Physical']).toContain(value);
            else {
              const typed = String(inputData[name]).trim();
              const normalized = typed.normalize('NFC').replace(/\s+/g, ' ').trim();
              expect([typed, normalized]).toContain(value);
            }
          }
        }
      });
    },
    PATIENCE,
  );

  it(
    'of the workspace leads nowhere else',
    async () => {
      await check(60, anyValue, async (workspaceId) => {
        const inputData = { workspaceId, label: 'Any', areaId: '204' };
        expectDocumented(
          await outcomeOf(harness.run('creates.create_task.operation.perform', { inputData })),
        );
        for (const { path } of await harness.calls())
          expect(path).toMatch(/^\/v1\/ws\/\d+\/Tasks$/);
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
    ) as Record<string, unknown>;

  const recordOf = (path: string) => harness.api<object>(`/v1/ws/101/${path}`);

  /** Runs an operation whose call gets a mutated answer, and compares what it yields. */
  const ANSWERS = [
    {
      name: 'an actor that is read',
      record: 'Actors/1001',
      plan: { method: 'GET', path: '/v1/ws/101/Actors/1001' },
      wrap: (record: object) => record,
      run: () =>
        harness.run('searches.find_actor.operation.perform', {
          inputData: { ...inWorkspace, actorId: '1001' },
        }),
    },
    {
      name: 'an actor in a list',
      record: 'Actors/1001',
      plan: { method: 'GET', path: '/v1/ws/101/Actors' },
      wrap: (record: object) => ({ items: [record], total: 1 }),
      run: () =>
        harness.run('searches.find_actor.operation.perform', {
          inputData: { ...inWorkspace, email: 'contact@helianthe.example.com' },
        }),
    },
    {
      name: 'a task in a list',
      record: 'Tasks/2002',
      plan: { method: 'GET', path: '/v1/ws/101/Tasks' },
      wrap: (record: object) => ({ items: [record], total: 1 }),
      run: () => harness.run('triggers.new_task.operation.performList', { inputData: inWorkspace }),
    },
    {
      name: 'a rights request in a list',
      record: 'DataSubjectRequests/3004',
      plan: { method: 'GET', path: '/v1/ws/101/DataSubjectRequests' },
      wrap: (record: object) => [record],
      run: () =>
        harness.run('triggers.new_rights_request.operation.performList', {
          inputData: inWorkspace,
        }),
    },
    {
      name: 'a task that was created',
      record: 'Tasks/2002',
      plan: { method: 'POST', path: '/v1/ws/101/Tasks' },
      wrap: (record: object) => record,
      run: async () => [
        await harness.run('creates.create_task.operation.perform', {
          inputData: { ...inWorkspace, label: 'Any', areaId: '204' },
        }),
      ],
    },
    {
      name: 'a rights request that was created',
      record: 'DataSubjectRequests/3004',
      plan: { path: '/v1/ws/101/DataSubjectRequests*' },
      wrap: (record: object) => record,
      run: async () => {
        const { alreadyExisted, ...shown } = await harness.run<Record<string, unknown>>(
          'creates.create_rights_request.operation.perform',
          { inputData: { ...inWorkspace, title: 'Any', purposes: ['Access'], areaId: '204' } },
        );
        expect(alreadyExisted).toBe(false);
        return [shown];
      },
    },
  ];

  it.each(ANSWERS)(
    'about $name keeps its meaning',
    async ({ record, plan, wrap, run }) => {
      const original = await recordOf(record);
      await check(80, mutationsOf(original), async (changes) => {
        const answer = mutated(original, changes);
        await harness.clearFaults();
        await harness.control('faults', { ...plan, times: 9, body: wrap(answer) });
        const outcome = await outcomeOf(run());
        expectDocumented(outcome);
        if (!('result' in outcome)) return;
        for (const shown of outcome.result as object[]) {
          expect(firstDifference(shown, answer)).toBeUndefined();
        }
      });
    },
    PATIENCE,
  );

  it(
    'about a link keeps its meaning, and attaches nothing twice',
    async () => {
      const [original = {}] = await harness.api<object[]>(
        '/v1/ws/101/DataProcessings/recipients/1001',
      );
      await check(80, mutationsOf(original), async (changes) => {
        const answer = mutated(original, changes);
        await harness.control('reset');
        const path = '/v1/ws/101/DataProcessings/recipients/1001';
        await harness.control('faults', { method: 'GET', path, body: [answer] });
        const outcome = await outcomeOf(
          harness.run<Record<string, unknown>>(
            'creates.attach_actor_to_processing.operation.perform',
            {
              inputData: {
                ...inWorkspace,
                dataProcessingId: PROCESSING,
                actorId: '1001',
                type: 'Recipient',
                recipientType: 'Vendor',
              },
            },
          ),
        );
        expectDocumented(outcome);
        if (!('result' in outcome)) return;
        const { alreadyAttached, ...shown } = outcome.result as Record<string, unknown>;
        // Links that do not say which processing they are of are read from the processing instead.
        if (alreadyAttached && firstDifference(shown, original)) {
          expect(firstDifference(shown, answer)).toBeUndefined();
        }
      });
    },
    PATIENCE,
  );

  it(
    'about a record in a signed webhook keeps its meaning',
    async () => {
      const original = await recordOf('DataSubjectRequests/3004');
      await check(120, mutationsOf(original), async (changes) => {
        const data = mutated(original, changes);
        harness.cache = {};
        const hook = webhook(event('DataSubjectCreation', data));
        const outcome = await outcomeOf(
          harness.run('triggers.new_rights_request.operation.perform', {
            inputData: inWorkspace,
            ...hook,
          }),
        );
        expectDocumented(outcome);
        const records = 'result' in outcome ? (outcome.result as Record<string, unknown>[]) : [];
        for (const shown of records) {
          const asRead = firstDifference(shown, original);
          if (asRead) expect(firstDifference(shown, data)).toBeUndefined();
        }
      });
    },
    PATIENCE,
  );

  it(
    'about a date keeps the moment, or drops it',
    async () => {
      const original = await recordOf('Actors/1001');
      await check(80, fc.oneof(dateLike, fc.string(), anyJson), async (dateCreation) => {
        const answer = { ...original, dateCreation };
        await harness.clearFaults();
        await harness.control('faults', { path: '/v1/ws/101/Actors/1001', times: 9, body: answer });
        const outcome = await outcomeOf(
          harness.run<object[]>('searches.find_actor.operation.perform', {
            inputData: { ...inWorkspace, actorId: '1001' },
          }),
        );
        expectDocumented(outcome);
        if ('result' in outcome) {
          const [shown] = outcome.result as object[];
          expect(firstDifference(shown, answer)).toBeUndefined();
        }
      });
    },
    PATIENCE,
  );
});
