import { version as platformVersion } from 'zapier-platform-core';
import app from '../index.ts';
import packageJson from '../package.json' with { type: 'json' };
import { handlerOf } from '../tools/zapier.ts';
import { inputFieldsOf } from './support/fields.ts';
import { operationOf } from './support/sandbox.ts';

interface Display {
  label: string;
  description: string;
  hidden?: boolean;
}
interface Operation {
  key: string;
  display: Display;
}
interface OutputField {
  key: string;
  label: string;
  type: string;
  list?: boolean;
}

const operations = (group: object | undefined) => Object.values(group ?? {}) as Operation[];
const triggers = operations(app.triggers);
const visible = [...triggers, ...operations(app.searches), ...operations(app.creates)].filter(
  ({ display }) => !display.hidden,
);
const keys = visible.map(({ key }) => key);

/** What the fields of a form may depend on. */
const forms = ['Morale', 'Physical'].flatMap((actorType) =>
  ['Recipient', 'Stakeholder'].map((type) => ({ actorType, type, objectType: 'Actor' })),
);
const fieldsOf = async (key: string) =>
  (await Promise.all(forms.map((form) => inputFieldsOf(key, form)))).flat();

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

  it('registers what it is for, under the keys that Zaps rely on', () => {
    expect(keys.sort()).toEqual([
      'attach_actor_to_processing',
      'create_actor',
      'create_rights_request',
      'create_task',
      'find_actor',
      'new_rights_request',
      'new_task',
    ]);
    expect(app.searchOrCreates).toMatchObject({
      find_actor: { key: 'find_actor', search: 'find_actor', create: 'create_actor' },
    });
    expect(app).toMatchObject({
      version: packageJson.version,
      platformVersion,
    });
  });

  it('hides every drop-down', () => {
    for (const { key, display } of triggers) {
      expect([key, display.hidden === true]).toEqual([key, key.startsWith('list_')]);
    }
  });

  it.each(keys)('%s begins with the workspace, and every field has a label', async (key) => {
    const fields = await fieldsOf(key);
    expect(fields[0]).toMatchObject({ key: 'workspaceId', required: true });
    for (const field of fields) {
      expect(field.label).toMatch(/^[A-Z]/);
      expect(field.helpText ?? '').not.toBe(field.label);
      expect(field.helpText?.length ?? 0).toBeLessThanOrEqual(1000);
    }
  });

  it.each(keys)('%s has a drop-down for every ID, and each one exists', async (key) => {
    for (const field of await fieldsOf(key)) {
      // The ID of the requester in the builder's own system is no record of Dastra.
      const isId = /Ids?$/.test(field.key) && !(field.key === 'userId' || field.key === 'refId');
      if (isId) expect(field).toMatchObject({ dynamic: expect.any(String) });
      if (!field.dynamic) continue;
      const [trigger = ''] = field.dynamic.split('.');
      expect(triggers.map((one) => one.key)).toContain(trigger);
      if (trigger !== 'list_workspaces') expect(field.dependsOn).toContain('workspaceId');
    }
  });

  it('lets an actor be found first where the list would be long', async () => {
    const actorField = (await fieldsOf('attach_actor_to_processing')).find(
      ({ key }) => key === 'actorId',
    );
    expect(actorField?.search).toBe('find_actor.id');
  });

  it.each(keys)('%s puts fields only into groups that it declares', async (key) => {
    const groups = (operationOf(key).inputFieldGroups ?? []) as { key: string }[];
    const declared = groups.map((group) => group.key);
    for (const { group } of await fieldsOf(key)) {
      if (group) expect(declared).toContain(group);
    }
  });

  it.each(keys)('%s declares every value of its sample, with its type', (key) => {
    const { sample, outputFields } = operationOf(key) as {
      sample: Record<string, unknown>;
      outputFields: OutputField[];
    };
    const types: Record<string, (value: unknown) => boolean> = {
      string: (value) => typeof value === 'string',
      integer: (value) => Number.isInteger(value),
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
