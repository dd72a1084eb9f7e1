/**
 * Zapier's integration checks, as far as they can be known without Zapier: each test is named by
 * the code of its check, with what the check demands. Those that need live Zaps or an account are
 * in docs/publishing.md.
 */
import app from '../../index.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { definition, type Kind } from '../../tools/definition.ts';
import { useSandbox } from '../support/sandbox.ts';
import { webhookFor } from '../support/webhooks.ts';

const { operations: all, pairs, connection } = definition;
const visible = all.filter(({ hidden }) => !hidden);
const hooks = all.filter(({ type }) => type === 'hook');
const keysOfKind = (kind: Kind) => all.filter((one) => one.kind === kind).map(({ key }) => key);
const fields = all.flatMap(({ key, allFields }) =>
  allFields().map((field) => ({ operation: key, ...field })),
);
const texts = [
  ...all.flatMap(({ label, description }) => [label, description]),
  ...fields.flatMap(({ label, helpText = '' }) => [label, helpText]),
  ...connection.fields.flatMap(({ label, helpText = '' }) => [label, helpText]),
];

/** Words that stay in lower case inside a title. */
const SMALL = /^(a|an|the|and|or|but|by|of|to|in|on|at|for|from|with)$/;
const isTitleCase = (label: string) =>
  label
    .replace(/\(.*?\)/g, '')
    .split(/[\s-]+/)
    .filter(Boolean)
    .every((word, index) => /^[A-Z0-9]/.test(word) || (index > 0 && SMALL.test(word)));

const valuesOf = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(valuesOf) : [value];

describe('The definition', () => {
  it('D001: asks for no secret in a form', () => {
    const secret = /password|secret|token|api.?key/i;
    expect(fields.filter(({ key, label }) => secret.test(key) || secret.test(label))).toEqual([]);
  });

  it('D002: links to where the API key is made', () => {
    for (const { helpText } of connection.fields) {
      expect(helpText).toMatch(/\[[^\]]+\]\(https:\/\/app\.dastra\.eu\/[^)]+\)/);
    }
  });

  it('D003: labels a connection by whom it belongs to, not by the app or a secret', async () => {
    const inputData = { name: 'Claire', email: 'claire@example.com', workspace: 'Exemplia' };
    const { connectionLabel } = app.authentication ?? {};
    expect(typeof connectionLabel).toBe('function');
    const label: unknown = await (connectionLabel as (z: unknown, bundle: object) => unknown)(
      {},
      { inputData, authData: { apiKey: 'secret-key' } },
    );
    expect(label).toBe('Claire (claire@example.com), Exemplia');
  });

  it('D004: has a drop-down for each ID of a record', () => {
    // These are IDs in the systems of the customer, which Dastra cannot list.
    const theirs = ['userId', 'refId', 'demandId'];
    const ids = fields.filter(({ key }) => /Ids?$/.test(key) && !theirs.includes(key));
    expect(ids.filter(({ dropdown }) => !dropdown)).toEqual([]);
  });

  it('D005: has each drop-down that a field names, and a field for each drop-down', () => {
    const named = fields.flatMap(({ dropdown }) => dropdown ?? []);
    const hidden = all.filter((one) => one.hidden).map(({ key }) => key);
    expect([...new Set(named)].sort()).toEqual(hidden.sort());
  });

  it('D006, D016, D017: has a list, a subscription and its end for each instant trigger', () => {
    expect(hooks.length).toBeGreaterThan(0);
    for (const { functions } of hooks) {
      expect([...functions].sort()).toEqual([
        'perform',
        'performList',
        'performSubscribe',
        'performUnsubscribe',
      ]);
    }
  });

  it('D007, D025: names only https addresses', () => {
    expect(texts.join(' ')).not.toMatch(/http:\/\/|javascript:|data:|ftp:/i);
  });

  it('D008: writes addresses in help as links or as code', () => {
    for (const text of texts) {
      const bare = text.replace(/\[[^\]]*\]\([^)]*\)/g, '').replace(/`[^`]*`/g, '');
      expect(bare).not.toMatch(/https?:\/\//);
    }
  });

  it('D009: has something to search by', () => {
    for (const { allFields } of visible.filter(({ kind }) => kind === 'search')) {
      expect(allFields().length).toBeGreaterThan(1);
    }
  });

  it('D010, D012: has a sample with an ID for each operation', () => {
    for (const { sample } of all) expect(sample).toHaveProperty('id', expect.any(String));
  });

  it('D011: helps with other words than the label', () => {
    expect(fields.filter(({ label, helpText }) => helpText?.trim() === label.trim())).toEqual([]);
  });

  it('D013, D014: connects searches to fields that can hold what they find', () => {
    const connected = fields.filter(({ search }) => search);
    expect(connected.length).toBeGreaterThan(0);
    for (const { search = '', type, list } of connected) {
      expect(keysOfKind('search')).toContain(search.split('.')[0]);
      expect(['string', 'number', 'integer']).toContain(type);
      expect(list).not.toBe(true);
    }
  });

  it('D015: pairs a search and an action that there are', () => {
    for (const { key, search, create } of pairs) {
      expect(key).toBe(search);
      expect(keysOfKind('search')).toContain(search);
      expect(keysOfKind('create')).toContain(create);
    }
  });

  it('D018: writes labels in title case', () => {
    for (const label of [...visible, ...fields, ...pairs].map((one) => one.label)) {
      expect([label, isTitleCase(label)]).toEqual([label, true]);
    }
  });

  it('D021: describes a trigger by when it triggers', () => {
    for (const { description } of all.filter(({ kind }) => kind === 'trigger')) {
      expect(description).toMatch(/^Triggers when .*\.$/);
    }
  });

  it('D022: has fields in each action that are always there', () => {
    for (const { allFields } of visible.filter(({ kind }) => kind === 'create')) {
      const always = allFields().filter(({ shownWhen }) => shownWhen.length === 0);
      expect(always.length).toBeGreaterThan(0);
    }
  });

  it('D023: writes each date of a sample with its zone', () => {
    for (const { outputFields, sample } of visible) {
      for (const { key } of outputFields.filter(({ type }) => type === 'datetime')) {
        const value = sample[key];
        if (value !== undefined)
          expect(value).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/);
      }
      // A day alone has no zone, and is no date for Zapier: its field is text.
      const days = outputFields.filter(({ key, type }) => /Day$/.test(key) && type === 'string');
      const names = new Set(days.map(({ key }) => key.split('__').at(-1) ?? ''));
      const others = JSON.stringify(sample, (name, value: unknown) =>
        names.has(name) ? undefined : value,
      );
      const looksLikeDate = valuesOf(JSON.parse(others)).filter((value) =>
        /^\d{4}-\d\d-\d\d/.test(String(value)),
      );
      for (const value of looksLikeDate) expect(value).toMatch(/(Z|[+-]\d\d:\d\d)$/);
    }
  });

  it('D026: asks for no domain', () => {
    expect(fields.filter(({ key }) => /domain|host(?!ing)|baseUrl/i.test(key))).toEqual([]);
  });

  it('D027: is made for one exact version of the platform', () => {
    expect(packageJson.dependencies['zapier-platform-core']).toMatch(/^\d+\.\d+\.\d+$/);
    expect(app.platformVersion).toBe(packageJson.dependencies['zapier-platform-core']);
  });

  it('D028: decides itself what becomes of blank values, as Zapier asks for since version 18', () => {
    expect(app.flags?.cleanInputData).toBe(false);
  });
});

describe('The copy', () => {
  it('begins the label of an action or a search with a verb, and describes what it does', () => {
    for (const { kind, label, description } of visible) {
      if (kind === 'trigger')
        expect(label).toMatch(
          /^New | (Changed|Closed|Completed|Validated|Published|Reviewed|Due Soon or Overdue)$/,
        );
      else {
        const [verb] = label.split(' ');
        expect(['Create', 'Find', 'Attach', 'Update', 'Close', 'Complete', 'Send']).toContain(verb);
        expect(description).toMatch(new RegExp(`^${verb}(s|es) .*\\.$`));
      }
    }
  });

  it('does not name the app, and labels nothing as an ID', () => {
    for (const { label, description } of visible)
      expect(`${label} ${description}`).not.toMatch(/Dastra/);
    const named = fields.filter(({ label }) => /\bID\b/.test(label)).map(({ key }) => key);
    expect(named).toEqual([]);
  });

  it('keeps to the lengths that Zapier allows', () => {
    for (const { label, description } of all) {
      expect(label.length).toBeGreaterThanOrEqual(2);
      expect(label.length).toBeLessThanOrEqual(64);
      expect(description.length).toBeLessThanOrEqual(1000);
    }
    for (const { helpText = '' } of fields) expect(helpText.length).toBeLessThanOrEqual(1000);
  });

  it('asks for what is required first', () => {
    for (const { key, allFields } of visible) {
      const required = allFields()
        .filter(({ shownWhen }) => shownWhen.length === 0)
        .map((field) => field.required);
      expect([
        key,
        required.lastIndexOf(true) < (required.indexOf(false) + 1 || required.length + 1),
      ]).toEqual([key, true]);
    }
  });
});

describe('What really comes', () => {
  const sandbox = useSandbox();
  const workspaceId = '101';

  /** The keys of a record, nested ones joined as Zapier does. */
  const keysOf = (value: object, prefix = ''): string[] =>
    Object.entries(value).flatMap(([name, item]: [string, unknown]) => {
      const key = `${prefix}${name}`;
      if (Array.isArray(item) || typeof item !== 'object' || item === null) return [key];
      return keysOf(item, `${key}__`);
    });

  it('T004: has every key of the static sample, when the record is as full as the sample', async () => {
    const created = await sandbox.run('create_task', {
      workspaceId,
      label: 'x',
      areaId: '201',
      descriptionHtml: 'x',
      deadline: '2026-12-31',
      ownerId: '13',
      assignedToUserId: '14',
      objectType: 'Actor',
      objectId: '1001',
      tagIds: ['305'],
    });
    const sample = definition.operation('create_task').sample;
    const missing = keysOf(sample).filter((key) => !keysOf(created).includes(key));
    expect(missing).toEqual([]);
  });

  it.each(hooks)(
    'T003, T005, T006, Z001: lists $key in the shape that its webhook gives, with the declared types',
    async ({ key, outputFields }) => {
      const list = await sandbox.run<Record<string, unknown>[]>(
        key,
        { workspaceId },
        { method: 'performList' },
      );
      const [first] = list;
      const hook = await webhookFor(sandbox, key, { workspaceId }, first?.id);
      const [record] = await sandbox.run<Record<string, unknown>[]>(key, { workspaceId }, hook);
      expect(keysOf(first ?? {}).sort()).toEqual(keysOf(record ?? {}).sort());
      const declared = new Map(outputFields.map((field) => [field.key, field.type]));
      for (const [name, value] of Object.entries(first ?? {})) {
        if (typeof value === 'object') continue;
        const types = {
          string: ['string', 'datetime'],
          number: ['integer', 'number'],
          boolean: ['boolean'],
        }[typeof value as 'string'];
        expect([name, types]).toEqual([name, expect.arrayContaining([declared.get(name)])]);
      }
    },
  );
});
