/**
 * The public surface of the app: what Zaps rely on. `release/surface.json` records the last
 * reviewed state; `npm run surface` reports what has changed since, in words, and records the new
 * state. Zapier's rules on breaking changes: its documentation on promoting, and checks C001-C003.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import { definition } from '../tools/definition.ts';
import { root } from '../tools/root.ts';

interface InputSurface {
  type: string;
  required: boolean;
  default?: string;
}

interface OperationSurface {
  kind: string;
  type?: string;
  hidden: boolean;
  input: Record<string, InputSurface>;
  output: Record<string, string>;
  sample: string[];
}

export interface Surface {
  version: string;
  authentication: { type: string; fields: Record<string, InputSurface> };
  operations: Record<string, OperationSurface>;
  searchOrCreates: Record<string, string>;
}

/** One difference, in words; `breaks` if Zaps that exist would notice. */
export interface Change {
  breaks: boolean;
  text: string;
}

/** The keys of a value, nested ones joined by two underscores, as Zapier does. */
const keysOf = (value: object, prefix = ''): string[] =>
  Object.entries(value).flatMap(([name, item]: [string, unknown]) => {
    const key = `${prefix}${name}`;
    const inner = Array.isArray(item) ? item.find((one) => typeof one === 'object') : item;
    return typeof inner === 'object' && inner !== null ? keysOf(inner, `${key}__`) : [key];
  });

/** The surface of the app as it is now. */
export const currentSurface = (): Surface => {
  const { operations, pairs, connection } = definition;
  return {
    version: packageJson.version,
    authentication: {
      type: connection.type,
      fields: Object.fromEntries(
        connection.fields.map(({ key, type, required }) => [key, { type, required }]),
      ),
    },
    operations: Object.fromEntries(
      operations.map((operation) => [
        operation.key,
        {
          // The file has said `action` since its first version.
          kind: operation.kind === 'create' ? 'action' : operation.kind,
          ...(operation.type ? { type: operation.type } : {}),
          hidden: operation.hidden,
          input: Object.fromEntries(
            operation.allFields().map((field) => [
              field.key,
              {
                type: `${field.type}${field.list ? ' list' : ''}${field.dict ? ' dict' : ''}`,
                // A field that is required in one of the forms only is a condition of that form.
                required: field.required && field.shownWhen.length === 0,
                ...(field.default ? { default: field.default } : {}),
              },
            ]),
          ),
          output: Object.fromEntries(operation.outputFields.map(({ key, type }) => [key, type])),
          sample: keysOf(operation.sample).sort(),
        },
      ]),
    ),
    searchOrCreates: Object.fromEntries(
      pairs.map(({ key, search, create }) => [key, `${search} or ${create}`]),
    ),
  };
};

/** What is gone, what is new, and what is in both. */
const compareKeys = (before: object, after: object) => ({
  gone: Object.keys(before).filter((key) => !(key in after)),
  added: Object.keys(after).filter((key) => !(key in before)),
  kept: Object.keys(after).filter((key) => key in before),
});

const compareInputs = (
  where: string,
  before: Record<string, InputSurface>,
  after: Record<string, InputSurface>,
): Change[] => {
  const { gone, added, kept } = compareKeys(before, after);
  return [
    ...gone.map((key) => ({ breaks: true, text: `${where}: the field ${key} is gone.` })),
    ...added.map((key) => {
      const breaks = after[key]?.required === true && after[key].default === undefined;
      return { breaks, text: `${where}: the field ${key} is new${breaks ? ' and required' : ''}.` };
    }),
    ...kept.flatMap((key) => {
      const changes: Change[] = [];
      const [old, now] = [before[key], after[key]];
      if (old?.type !== now?.type) {
        const text = `${where}: the field ${key} was ${old?.type} and is ${now?.type}.`;
        changes.push({ breaks: true, text });
      }
      if (!old?.required && now?.required) {
        const text = `${where}: the field ${key} has become required.`;
        changes.push({ breaks: now.default === undefined, text });
      }
      if (old?.required && !now?.required) {
        changes.push({ breaks: false, text: `${where}: the field ${key} is no longer required.` });
      }
      return changes;
    }),
  ];
};

const compareOperation = (
  key: string,
  before: OperationSurface | undefined,
  after: OperationSurface | undefined,
): Change[] => {
  if (!before || !after) return [];
  const output = compareKeys(before.output, after.output);
  const goneFromSample = before.sample.filter((name) => !after.sample.includes(name));
  return [
    ...(before.type !== after.type
      ? [{ breaks: true, text: `${key} was a ${before.type} trigger and is a ${after.type} one.` }]
      : []),
    ...(!before.hidden && after.hidden ? [{ breaks: true, text: `${key} is hidden now.` }] : []),
    ...(before.hidden && !after.hidden ? [{ breaks: false, text: `${key} is shown now.` }] : []),
    ...compareInputs(key, before.input, after.input),
    ...output.gone.map((name) => ({ breaks: true, text: `${key}: the result ${name} is gone.` })),
    ...output.added.map((name) => ({ breaks: false, text: `${key}: the result ${name} is new.` })),
    ...output.kept
      .filter((name) => before.output[name] !== after.output[name])
      .map((name) => ({
        breaks: true,
        text: `${key}: the result ${name} was ${before.output[name]} and is ${after.output[name]}.`,
      })),
    ...goneFromSample
      .filter((name) => !output.gone.includes(name))
      .map((name) => ({ breaks: true, text: `${key}: the sample has lost ${name}.` })),
  ];
};

/** All differences between two surfaces. */
export const compare = (before: Surface, after: Surface): Change[] => {
  const all = compareKeys(before.operations, after.operations);
  const pairs = compareKeys(before.searchOrCreates, after.searchOrCreates);
  const auth = [before.authentication.type, after.authentication.type];
  return [
    ...(auth[0] === auth[1]
      ? []
      : [{ breaks: true, text: `The connection was ${auth[0]} and is ${auth[1]}.` }]),
    ...compareInputs(
      'The connection',
      before.authentication.fields,
      after.authentication.fields,
    ).map((change) => ({ ...change, breaks: true })),
    ...all.gone.map((key) => ({ breaks: true, text: `${key} is gone.` })),
    ...all.added.map((key) => ({ breaks: false, text: `${key} is new.` })),
    ...all.kept.flatMap((key) =>
      compareOperation(key, before.operations[key], after.operations[key]),
    ),
    ...pairs.gone.map((key) => ({ breaks: true, text: `Find or create by ${key} is gone.` })),
    ...pairs.added.map((key) => ({ breaks: false, text: `Find or create by ${key} is new.` })),
  ];
};

const major = (version: string) => Number(version.split('.')[0]);

/**
 * Whether a version may have these changes: what breaks Zaps needs a new major version and a section
 * of its own in the changelog.
 * @returns why not, or undefined
 */
export const refusal = (before: Surface, after: Surface, changelog: string): string | undefined => {
  const breaking = compare(before, after).filter(({ breaks }) => breaks);
  if (breaking.length === 0) return undefined;
  const list = breaking.map(({ text }) => `  - ${text}`).join('\n');
  if (major(after.version) <= major(before.version)) {
    return `This breaks Zaps that exist, and needs a new major version in package.json:\n${list}`;
  }
  if (!changelog.split('\n').includes(`## ${after.version}`)) {
    return `This breaks Zaps that exist, and needs a section "## ${after.version}" in CHANGELOG.md:\n${list}`;
  }
  return undefined;
};

const FILE = join(root, 'release', 'surface.json');

/** The recorded surface; undefined if there is none yet. */
export const recordedSurface = (): Surface | undefined =>
  existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Surface) : undefined;

if (import.meta.main) {
  const before = recordedSurface();
  const after = currentSurface();
  const changes = before ? compare(before, after) : [];
  const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  const why = before && refusal(before, after, changelog);
  for (const { breaks, text } of changes) console.log(`${breaks ? 'BREAKS' : '      '} ${text}`);
  if (changes.length === 0) console.log('The public surface is as it was.');
  if (why) {
    console.error(why);
    process.exitCode = 1;
  } else {
    writeFileSync(FILE, `${JSON.stringify(after, null, 2)}\n`);
  }
}
