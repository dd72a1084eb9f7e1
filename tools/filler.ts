/**
 * Fills in forms by the app's definition: each field with each of its choices, the first one of its
 * drop-down, or a value of its type.
 */
import type { Condition, Field, Operation } from './definition.ts';

/** Values of a form by field. */
export type Input = Readonly<Record<string, unknown>>;

/** What a form needs beside its definition. */
export interface Filler {
  /** The first choice of a drop-down. */
  choose(dropdown: string, input: Input): Promise<unknown>;
  /** Values that take the place of any other, by field. */
  values?: Input;
}

/** Values of fields whose type alone does not say what is valid. */
const BY_KEY: Input = {
  color: '#1E8EE1',
  countryCode: 'FR',
  customFields: { a_text: 'A value' },
  email: 'filled.in@example.com',
  locale: 'fr',
  logoUrl: 'https://example.com/filled-in.png',
  websiteUrl: 'https://example.com/filled-in',
  zipCode: '75001',
};

/** A valid value for a field that has neither choices nor a drop-down. */
export const valueByType = ({ key, type, label, helpText = '' }: Field): unknown => {
  if (key in BY_KEY) return BY_KEY[key];
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return 3;
  if (type === 'datetime') return '2030-01-31T17:00:00Z';
  const [, limit = '100'] = /At most (\d+) characters/.exec(helpText) ?? [];
  return label.slice(0, Number(limit)).trim();
};

const valuesFor = async (
  field: Field,
  input: Input,
  { choose, values = {} }: Filler,
): Promise<unknown[]> => {
  const { key, type, list, choices, dropdown } = field;
  if (key in values) return [values[key]];
  const all = choices
    ? Object.keys(choices)
    : type === 'boolean'
      ? [true, false]
      : [dropdown ? await choose(dropdown, input) : valueByType(field)];
  return list ? all.map((value) => [value]) : all;
};

/** The values of a form that it shows. */
const shown = (operation: Operation, input: Input): Input => {
  const keys = operation.fieldsFor(input).map(({ key }) => key);
  return Object.fromEntries(Object.entries(input).filter(([key]) => keys.includes(key)));
};

/** An input with the fields that its form requires, or shows only because of a choice in it. */
const completed = async (operation: Operation, input: Input, filler: Filler): Promise<Input> => {
  const always = operation.fieldsFor({}).map(({ key }) => key);
  let filled = shown(operation, input);
  for (;;) {
    const missing = operation
      .fieldsFor(filled)
      .find(({ key, required }) => !(key in filled) && (required || !always.includes(key)));
    if (!missing) return filled;
    const [value] = await valuesFor(missing, filled, filler);
    filled = { ...filled, [missing.key]: value };
  }
};

/** The value of a control that shows a field; undefined where a blank one does. */
export const valueThatShows = (
  controls: readonly Field[],
  { key, choices }: Condition,
): unknown => {
  const control = controls.find((field) => field.key === key);
  const label = choices.find((one) => one !== 'blank');
  if (control?.type === 'boolean') return label && label === 'Yes';
  return Object.entries(control?.choices ?? {}).find(([, one]) => one === label)?.[0];
};

/**
 * The forms of an operation that together hold each of its fields with each of its values: the least
 * that it requires, and that with one more value.
 */
export async function* formsOf(operation: Operation, filler: Filler): AsyncGenerator<Input> {
  const fields = operation.allFields();
  const least = await completed(operation, {}, filler);
  yield least;
  for (const field of fields) {
    const controls = Object.fromEntries(
      field.shownWhen.map((condition) => [condition.key, valueThatShows(fields, condition)]),
    );
    const around = await completed(operation, { ...least, ...controls }, filler);
    for (const value of await valuesFor(field, around, filler)) {
      if (value === least[field.key]) continue;
      yield completed(operation, { ...around, [field.key]: value }, filler);
    }
  }
}
