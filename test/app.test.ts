import { createRequire } from 'node:module';
import { version as platformVersion } from 'zapier-platform-core';
import app from '../index.ts';
import packageJson from '../package.json' with { type: 'json' };
import { definition } from '../tools/definition.ts';
import { handlerOf } from '../tools/zapier.ts';

const visible = definition.operations.filter(({ hidden }) => !hidden);

/** The values at a key of output fields, such as `area__label` or `tags[]id`. */
const valuesAt = (value: unknown, key: string): unknown[] => {
  const [head = '', ...rest] = key.split(/__|\[\]/);
  const next: unknown = typeof value === 'object' && value ? Reflect.get(value, head) : undefined;
  if (next === undefined) return [];
  const remaining = key.slice(head.length).replace(/^(__|\[\])/, '');
  if (rest.length === 0) return [next].flat();
  return [next].flat().flatMap((item) => valuesAt(item, remaining));
};

describe('The app', () => {
  it("passes the platform's own validation", async () => {
    const { results } = await handlerOf(app)({ command: 'validate' });
    expect(results).toEqual([]);
  });

  it('names its own version and that of the platform', () => {
    expect(app).toMatchObject({ version: packageJson.version, platformVersion });
  });

  it.each(visible)('$key begins with the workspace', ({ fieldsFor }) => {
    expect(fieldsFor({})[0]).toMatchObject({ key: 'workspaceId', required: true });
  });

  it.each(visible)('$key lists choices of the chosen workspace', ({ allFields }) => {
    for (const { key, dropdown, dependsOn } of allFields()) {
      // Countries are the same everywhere.
      if (dropdown && !['workspaceId', 'countryCode'].includes(key))
        expect(dependsOn).toContain('workspaceId');
    }
  });

  it('lets a record be found first where there is a search for it', () => {
    const { operations } = definition;
    const fields = operations
      .filter(({ kind }) => kind === 'create')
      .flatMap(({ allFields }) => allFields());
    const found = operations
      .filter(({ kind }) => kind === 'search')
      .flatMap(({ key, noun }) => {
        const lists = operations.filter((one) => one.hidden && one.noun === noun);
        const chosen = fields.filter(({ dropdown }) => lists.some((list) => list.key === dropdown));
        return chosen.map(({ search }) => [search, `${key}.id`]);
      });
    expect(found.length).toBeGreaterThan(4);
    for (const [search, expected] of found) expect(search).toBe(expected);
  });

  it.each(visible)('$key puts fields only into groups that it declares', (operation) => {
    const declared = Object.keys(operation.groups);
    const groups = operation.allFields().flatMap(({ group }) => group ?? []);
    expect(declared).toEqual(expect.arrayContaining(groups));
  });

  it.each(visible)('$key declares every value of its sample, with its type', (operation) => {
    const { sample, outputFields } = operation;
    const types: Record<string, (value: unknown) => boolean> = {
      string: (value) => typeof value === 'string',
      integer: (value) => Number.isInteger(value),
      number: (value) => typeof value === 'number',
      boolean: (value) => typeof value === 'boolean',
      datetime: (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(String(value)),
    };
    const declared = outputFields.map((field) => field.key);
    expect(new Set(declared).size).toBe(declared.length);
    for (const field of outputFields) {
      expect(field.label).toMatch(/^[A-Z]/);
      for (const value of valuesAt(sample, field.key)) {
        expect([field.key, value, types[field.type]?.(value)]).toEqual([field.key, value, true]);
      }
    }
    for (const name of Object.keys(sample)) {
      expect(declared.some((one) => one.split(/__|\[\]/)[0] === name)).toBe(true);
    }
    expect(sample.id).toEqual(expect.any(String));
    expect(JSON.stringify(sample)).not.toContain('null');
  });
});

// What the platform copies a definition with, and does not export.
const { deepCopy } = createRequire(import.meta.url)('zapier-platform-core/src/tools/data') as {
  deepCopy(definition: typeof app): typeof app;
};

describe('At a start, the platform', () => {
  it.each(['triggers', 'searches', 'creates'] as const)('copies none of the %s', (kind) => {
    const copied = deepCopy(app)[kind];
    expect(copied).not.toBe(app[kind]);
    const isShared = Object.entries(app[kind]).map(
      ([key, operation]) => operation === Reflect.get(copied, key),
    );
    expect(new Set(isShared)).toEqual(new Set([true]));
  });

  it('takes the fields as they are, and copies none', async () => {
    const { outputFields, inputFields } = app.creates.create_task.operation;
    let seen: unknown[] = [];
    const beforeApp = (input: { _zapier: { app: typeof app } }) => {
      const { operation } = input._zapier.app.creates.create_task;
      seen = [...operation.outputFields, ...operation.inputFields];
      return input;
    };
    await handlerOf({ ...app, beforeApp })({ command: 'validate' });
    const isShared = [...outputFields, ...inputFields].map((field, index) => field === seen[index]);
    expect(isShared).not.toHaveLength(0);
    expect(new Set(isShared)).toEqual(new Set([true]));
  });
});
