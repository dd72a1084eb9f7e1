/**
 * Generates docs/reference.md from the app's definition: `npm run docs:reference`. A test fails when
 * the file is out of date.
 */
import { writeFileSync } from 'node:fs';
import { MAYBE_DONE, OUTCOMES } from '../src/zapier/outcomes.ts';
import { CASES, type OperationKey } from '../test/cases/index.ts';
import { definition, type Field, type Operation, type OutputField } from '../tools/definition.ts';

const KINDS: [kind: Operation['kind'], heading: string][] = [
  ['trigger', 'Triggers'],
  ['create', 'Actions'],
  ['search', 'Searches'],
];

/** Zapier's names of types, in words. */
const TYPES: Record<string, string> = {
  string: 'Text',
  text: 'Long text',
  boolean: 'Yes or no',
  datetime: 'Date and time',
  integer: 'Number',
  file: 'File',
  number: 'Number',
  password: 'Secret text',
};

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const row = (...cells: string[]) => `| ${cells.map(cell).join(' | ')} |`;

const table = (headings: string[], rows: string[]) =>
  [row(...headings), row(...headings.map(() => '---')), ...rows].join('\n');

const typeOf = ({ type, list, dict, dropdown, choices }: Field) => {
  const base = TYPES[type] ?? type;
  if (dict) return 'Names and values';
  if (choices) return list ? 'Choices' : 'Choice';
  if (dropdown) return list ? 'Choices from Dastra' : 'Choice from Dastra';
  return list ? `${base}, several` : base;
};

/** When the form shows a field, such as "Shown when Role is Recipient."; nothing where it always does. */
const conditionOf = ({ shownWhen }: Field) => {
  const parts = shownWhen.map(
    ({ label, choices, isAnyChoice }) =>
      `${label} is ${isAnyChoice ? 'chosen' : choices.join(' or ')}`,
  );
  return parts.length > 0 ? `Shown when ${parts.join(' and ')}.` : '';
};

const inputRow = (field: Field) => {
  const choices = field.choices
    ? `${Object.entries(field.choices)
        .map(([value, label]) => (value === label ? value : `${label} (\`${value}\`)`))
        .join(', ')}.`
    : '';
  const byDefault = field.default ? `Default: \`${field.default}\`.` : '';
  return row(
    field.label,
    `\`${field.key}\``,
    typeOf(field),
    field.required ? 'yes' : '',
    [field.helpText, choices, byDefault, conditionOf(field)].filter(Boolean).join(' '),
  );
};

const outputRow = ({ key, label, type, list }: OutputField) =>
  row(
    label,
    `\`${key}\``,
    list || key.includes('[]') ? `${TYPES[type]}, several` : (TYPES[type] ?? type),
  );

const section = (operation: Operation) =>
  [
    `### ${operation.label}`,
    `\`${operation.key}\`: ${operation.description}${operation.type === 'hook' ? ' Instant.' : ''}`,
    'What you fill in:',
    table(['Field', 'Key', 'Kind', 'Required', 'Notes'], operation.allFields().map(inputRow)),
    'What you get:',
    table(['Field', 'Key', 'Kind'], operation.outputFields.map(outputRow)),
  ].join('\n\n');

/** "an actor" for "Actor". */
const withArticle = (noun: string) =>
  `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun.toLowerCase()}`;

/** What Zapier does after an error, in words. */
const EFFECTS: Record<(typeof MAYBE_DONE)['effect'], string> = {
  halt: 'Stops this run',
  reconnect: 'Pauses the Zap until the account is connected again',
  wait: 'Tries again later',
  fail: 'Marks the run as failed',
};

/** How many calls an operation makes, as its case says and tests hold it to: a row for each situation. */
const callRows = ({ key, label }: Operation): string[] => {
  const one = CASES[key as OperationKey];
  if ('situations' in one) {
    return one.situations.map(({ when, calls }) => row(label, when, String(calls)));
  }
  const { full = 0, light = 1 } = one.calls ?? {};
  return [
    row(label, 'for a webhook that Dastra signed', String(full)),
    ...(light === full ? [] : [row(label, 'for any other webhook', String(light))]),
  ];
};

/** The whole page. */
export const referencePage = (): string => {
  const { operations, visible, pairs, connection } = definition;
  const dropdowns = operations.filter(({ hidden }) => hidden);
  const pages = KINDS.flatMap(([kind, heading]) => [
    `## ${heading}`,
    ...visible.filter((operation) => operation.kind === kind).map(section),
  ]);
  const sections = pairs.map(
    ({ label, noun, search, create, description }) =>
      `### ${label}\n\n\`${search}\` with \`${create}\`: ${description} It has the fields of both, and gives the record of ${withArticle(noun)} on either way.`,
  );
  return `${[
    '# Reference',
    '<!-- Written by `npm run docs:reference`; a test fails when it is out of date. -->',
    'Every trigger, action and search of the Dastra app for Zapier, with every field. Custom fields of a record come with it under `customFields`, by the names that they have in your workspace. Dates are ISO-8601 in UTC; what Dastra leaves empty is left out. What can go wrong is in [errors.md](errors.md).',
    '## Connection',
    table(
      ['Field', 'Key', 'Kind', 'Required', 'Notes'],
      connection.fields.map(({ key, label, type, required, helpText }) =>
        row(label, `\`${key}\``, TYPES[type] ?? type, required ? 'yes' : '', helpText ?? ''),
      ),
    ),
    ...pages,
    ...sections,
    '## Calls to Dastra',
    'Dastra limits the calls of a minute. These are the calls of each operation, in a workspace of any size; a search that also creates makes those of both. A value given by name instead of ID can take one more.',
    table(
      ['Operation', 'When', 'Calls'],
      visible.filter(({ kind }) => kind !== 'searchOrCreate').flatMap(callRows),
    ),
    '## Errors',
    'The sentences, and what to do, are in [errors.md](errors.md).',
    table(
      ['Cause', 'What Zapier does'],
      [...Object.values(OUTCOMES), MAYBE_DONE].map(({ cause, effect }) =>
        row(cause, EFFECTS[effect]),
      ),
    ),
    '## Drop-downs',
    'Hidden triggers that fill the drop-downs of the forms.',
    table(
      ['Key', 'Lists', 'By'],
      dropdowns.map(({ key, noun, allFields }) =>
        row(
          `\`${key}\``,
          noun,
          allFields()
            .map(({ label }) => label)
            .join(', '),
        ),
      ),
    ),
  ].join('\n\n')}\n`;
};

if (import.meta.main) {
  writeFileSync(new URL('reference.md', import.meta.url), referencePage());
}
