/** What reaches a Zap: all that Dastra answers and the definition declares, and nothing else. */

import * as z from 'zod/mini';
import type { $ZodObject } from 'zod/v4/core';
import { endpointFor } from '../../contract/endpoints.ts';
import { definition, type Operation } from '../../tools/definition.ts';
import type { Input } from '../cases/case.ts';
import { CASES, type OperationKey } from '../cases/index.ts';
import { changed, documentOf } from '../contract/official.ts';
import { type ProxyServer, startProxy } from '../hostile/proxy.ts';
import { type Made, recorded } from '../resilience/columns.ts';
import { useFaultHarness } from '../resilience/fault-harness.ts';
import { firstDifference } from '../resilience/first-difference.ts';
import { fillerOf } from '../support/filled-answers.ts';
import { isObject, objectsIn, withChosen } from '../support/json.ts';
import { filledIn, HOOKS, methodOf, SCENARIOS } from '../support/scenarios.ts';

/** The keys of output fields that a value fills, but for the customer's own: `area__label`, `tags[]id`, … */
const keysOf = (value: object, prefix = ''): string[] =>
  Object.entries(value).flatMap(([name, item]: [string, unknown]) => {
    const key = `${prefix}${name}`;
    if (key === 'customFields') return [];
    if (Array.isArray(item)) {
      return isObject(item[0]) ? item.flatMap((one) => keysOf(one, `${key}[]`)) : [key];
    }
    return isObject(item) ? keysOf(item, `${key}__`) : [key];
  });

/** The values that fill output fields, one by one. */
const valuesIn = (value: object, prefix = ''): [key: string, value: unknown][] =>
  Object.entries(value).flatMap(([name, item]: [string, unknown]): [string, unknown][] => {
    const key = `${prefix}${name}`;
    if (key === 'customFields') return [];
    if (isObject(item)) return valuesIn(item, `${key}__`);
    if (!Array.isArray(item)) return [[key, item]];
    return item.flatMap((one): [string, unknown][] =>
      isObject(one) ? valuesIn(one, `${key}[]`) : [[key, one]],
    );
  });

const isText = (value: unknown) => typeof value === 'string';

/** What a value of a type of output fields looks like; a date is ISO-8601 in UTC. */
const IS_TYPE: Record<string, (value: unknown) => boolean> = {
  string: isText,
  text: isText,
  integer: Number.isInteger,
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  datetime: (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/.test(String(value)),
};

const declaredBy = ({ outputFields }: Operation) =>
  outputFields.map(({ key }) => key).filter((key) => key !== 'customFields');

/** What an operation can yield records with: its runs, or its list. */
const SOURCES = definition.operations
  .filter(({ hidden }) => !hidden)
  .map((operation) => {
    const scenarios = SCENARIOS.filter(({ key }) => key === operation.key);
    const runs = scenarios
      .filter(
        ({ situation }) => !situation.findsNothing && !situation.failsWhere?.includes('filled'),
      )
      .map(({ method, input }) => ({ method, input }));
    const hooks = HOOKS.filter(({ key }) => key === operation.key);
    const lists = hooks.map(({ hook }) => ({
      method: methodOf(operation, 'performList'),
      input: hook.input,
    }));
    return {
      operation,
      name: operation.label,
      runs: [...runs, ...lists] as { method: string; input: Input | undefined }[],
    };
  });

const harness = useFaultHarness();
let proxy: ProxyServer;
const answers: unknown[] = [];
beforeEach(async () => {
  proxy = await startProxy(harness.url);
  process.env.DASTRA_API_URL = proxy.url;
  answers.length = 0;
});
afterEach(() => proxy.close());

const run = async (method: string, input: object | undefined) => {
  await harness.control('reset');
  const inputData = filledIn({ ...input }, harness);
  return [await harness.run(method, { inputData })].flat() as Record<string, unknown>[];
};

const fill = fillerOf(documentOf(changed(() => {})));

describe('Where Dastra answers everything that it knows, a record', () => {
  beforeEach(() => {
    proxy.behavior = {
      answer: (json, { pathname }, method) => {
        const endpoint = endpointFor(method, pathname);
        const answer = endpoint ? fill(endpoint, json) : json;
        answers.push(answer);
        return answer;
      },
    };
  });

  it.each(SOURCES)('of $name has every declared key, and no other', async ({ operation, runs }) => {
    const seen = new Set<string>();
    for (const { method, input } of runs) {
      const custom = operation.allFields().some(({ key }) => key === 'customFields');
      const records = await run(method, {
        ...input,
        // One that Dastra ignores is said to be ignored.
        ...(custom ? { customFields: { unknown: 'x' } } : {}),
      });
      for (const key of records.flatMap((record) => keysOf(record))) seen.add(key);
    }
    const { ownTests = [] } = CASES[operation.key as OperationKey];
    const declared = declaredBy(operation).filter((key) => !ownTests.includes(key));
    expect([...seen].sort()).toEqual(declared.sort());
  });

  it.each(SOURCES)('of $name has values of the declared types', async ({ operation, runs }) => {
    const declared = new Map(operation.outputFields.map((field) => [field.key, field]));
    for (const { method, input } of runs) {
      for (const [key, value] of (await run(method, input)).flatMap((record) => valuesIn(record))) {
        const field = declared.get(key);
        expect({ key, isRight: field && IS_TYPE[field.type]?.(value), value }).toMatchObject({
          isRight: true,
        });
        // An ID is text in a Zap, whatever it is in Dastra.
        if (/(^|__|\[\])id$|Id$/.test(key)) expect(typeof value).toBe('string');
      }
    }
  });

  it.each(SOURCES)('of $name says the same as Dastra', async ({ runs }) => {
    for (const { method, input } of runs) {
      answers.length = 0;
      const records = await run(method, input);
      expect(records).not.toEqual([]);
      const known = objectsIn(answers);
      for (const record of records) {
        const candidates = known.filter(({ id }) => String(id) === record.id);
        const differences = candidates.map((one) => {
          // What the app adds stands in no answer, and what the builder chose not in each.
          const given = Object.entries(record).filter(([key]) =>
            known.some((other) => key in other),
          );
          return firstDifference(Object.fromEntries(given), withChosen(one, { ...input }));
        });
        expect(differences).toContain(undefined);
      }
    }
  });
});

/** A record of which Dastra says nothing but the ID. */
const withNulls = (json: unknown) =>
  isObject(json) && 'id' in json
    ? Object.fromEntries(Object.keys(json).map((name) => [name, name === 'id' ? json.id : null]))
    : json;

describe('Where Dastra answers null for all but the ID, a record', () => {
  const created = SCENARIOS.filter(({ operation }) => operation.kind === 'create');

  it.each(created)(
    'of $name leaves all of it out',
    async ({ method, input, operation, situation }) => {
      proxy.behavior = { answer: withNulls };
      if (situation.failsWhere?.includes('empty')) {
        await expect(run(method, input)).rejects.toMatchObject({ name: 'HaltedError' });
        return;
      }
      const [record = {}] = await run(method, input);
      expect(declaredBy(operation)).toEqual(expect.arrayContaining(keysOf(record)));
      expect(JSON.stringify(record)).not.toMatch(/null|undefined|\{\}/);
    },
  );
});

/** What the client reads of an answer to a call. */
const schemaOf = ({ endpoint }: Made) =>
  'items' in endpoint ? endpoint.items : (endpoint.answer as z.ZodMiniType | undefined);

/** A record without what stands beside a value for people: "Date (French)" beside "Date". */
const withoutWords = (record: object, { outputFields }: Operation): object => {
  const labels = new Map(outputFields.map(({ key, label }) => [key, label]));
  const isWords = (key: string) =>
    outputFields.some(
      (field) => key.startsWith(field.key) && labels.get(key)?.startsWith(`${field.label} (`),
    );
  const without = (value: unknown, at: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => without(item, at.replace(/__$/, '[]')));
    if (!isObject(value)) return value;
    const kept = Object.entries(value).filter(([name]) => !isWords(`${at}${name}`));
    return Object.fromEntries(
      kept.map(([name, item]) => [name, without(item, `${at}${name}__`)] as const),
    );
  };
  return without(record, '') as object;
};

describe('The sample', () => {
  it.each(SOURCES)('of $name is what the client reads of such a record', async (source) => {
    const { operation, runs } = source;
    const { sample } = operation;
    const made = [];
    for (const { method, input } of runs.slice(0, 1)) {
      made.push(...(await recorded(() => run(method, input))));
    }
    const shapes = made.flatMap((one) => {
      const shape = (schemaOf(one) as unknown as $ZodObject | undefined)?._zod.def.shape;
      return shape ? [shape] : [];
    });
    const sharedBy = (shape: object) => Object.keys(sample).filter((key) => key in shape);
    const [shape = {}] = shapes.sort((one, other) => sharedBy(other).length - sharedBy(one).length);
    const own = Object.fromEntries(sharedBy(shape).map((key) => [key, sample[key]]));
    expect(Object.keys(own).length).toBeGreaterThan(1);
    const read = z.parse(z.object(shape as z.core.$ZodShape), own);
    expect(withoutWords(own, operation)).toEqual(read);
  });

  it.each(SOURCES)('of $name has declared keys only', ({ operation }) => {
    expect(declaredBy(operation)).toEqual(expect.arrayContaining(keysOf(operation.sample)));
  });
});
