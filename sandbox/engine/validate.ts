/** Checks what a caller sends against schemas of the document, as strictly as the document allows. */
import { isDateText } from './dates.ts';
import { type Properties, resolve, type Schema } from './document.ts';
import { type FieldErrors, invalid } from './problems.ts';

type Report = (field: string, message: string) => void;

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const INT32 = 2 ** 31;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Messages by field, each starting with the field, since clients often show messages alone. */
export const findErrors = (value: unknown, schema: Schema): FieldErrors => {
  const errors: FieldErrors = {};
  visit(value, schema, '', (field, message) => {
    const name = field || 'Body';
    errors[name] = [...(errors[name] ?? []), `${name}: ${message}`];
  });
  return errors;
};

/** @throws a 400 on every field that does not fit */
export const check = (value: unknown, schema: Schema): void => {
  const errors = findErrors(value, schema);
  if (Object.keys(errors).length > 0) throw invalid(errors);
};

/** `tags`, `0`, `label` → `Tags[0].Label`, as ASP.NET names fields. */
export const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const visit = (value: unknown, given: Schema, at: string, report: Report): void => {
  const schema = resolve(given);
  if (value === null && (given.nullable || schema.nullable)) return;
  const problem = problemOf(value, schema);
  if (problem !== undefined) report(at, problem);
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      visit(item, schema.items ?? {}, `${at}[${index}]`, report);
    }
  } else if (isObject(value)) visitObject(value, schema, at, report);
};

const visitObject = (
  value: Record<string, unknown>,
  { properties, required = [], additionalProperties = !properties }: Schema,
  at: string,
  report: Report,
): void => {
  const fieldName = (name: string) => (at === '' ? pascal(name) : `${at}.${pascal(name)}`);
  for (const name of required) {
    if (value[name] === undefined) report(fieldName(name), 'A value is required');
    // `[Required]` of .NET refuses an empty text.
    const { length } = Object(value[name]) as { length?: number };
    if (length === 0) report(fieldName(name), 'It must not be empty');
  }
  for (const [name, inner] of Object.entries(value)) {
    const schema = properties?.[name] ?? additionalProperties;
    if (schema === false) report(fieldName(name), 'Unknown field');
    else if (inner !== undefined)
      visit(inner, schema === true ? {} : schema, fieldName(name), report);
  }
};

/** What is wrong with a value itself, not with its parts. */
const problemOf = (value: unknown, schema: Schema): string | undefined => {
  const { maxLength = Infinity, minLength = 0, minimum = -INT32, maximum = INT32 - 1 } = schema;
  if (schema.enum) {
    return schema.enum.some((member) => member === value)
      ? undefined
      : `Expected one of ${schema.enum.join(', ')}`;
  }
  switch (schema.type) {
    case 'string':
      if (typeof value !== 'string') return 'Expected a text';
      if (value.length > maxLength) return `At most ${maxLength} characters`;
      if (value.length < minLength) return `At least ${minLength} characters`;
      if (schema.format === 'uuid' && !GUID.test(value)) return 'Expected a GUID';
      if (schema.format === 'date-time' && !isDateText(value)) {
        return 'Expected yyyy-MM-dd or an ISO-8601 date-time';
      }
      return undefined;
    case 'integer':
      if (!Number.isInteger(value)) return 'Expected a whole number';
      return inRange(Number(value), minimum, schema.format === 'int64' ? Infinity : maximum);
    case 'number':
      if (typeof value !== 'number') return 'Expected a number';
      return inRange(value, minimum, maximum);
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'Expected true or false';
    case 'array':
      return Array.isArray(value) ? undefined : 'Expected a list';
    case 'object':
      return isObject(value) ? undefined : 'Expected an object';
    case 'custom value':
      return [value].flat().some((one) => typeof one === 'object' && one !== null)
        ? 'Expected a text, a number, true, false or a list of them'
        : undefined;
    default:
      return undefined;
  }
};

const inRange = (value: number, minimum: number, maximum: number) =>
  value >= minimum && value <= maximum ? undefined : `Expected ${minimum} to ${maximum}`;

/** The values of a query. */
export type Query = Record<string, unknown>;

/**
 * Reads a query by the types of its parameters; a parameter of a list may be repeated
 * (`tags=1&tags=2`, docs/dastra-api.md, Paging).
 * @throws a 400 on every parameter that is unknown or does not fit
 */
export const readQuery = (
  raw: Record<string, string | string[]>,
  parameters: Properties,
): Query => {
  const query = Object.fromEntries(
    Object.entries(raw).map(([name, value]) => [name, coerce(value, parameters[name] ?? {})]),
  );
  check(query, { type: 'object', properties: parameters });
  return query;
};

const coerce = (value: string | string[], given: Schema): unknown => {
  const { type, items = {} } = resolve(given);
  if (type === 'array') return [value].flat().map((item) => coerce(item, items));
  if (type === 'integer' && /^-?\d+$/.test(String(value))) return Number(value);
  if (type === 'boolean' && /^(true|false)$/.test(String(value))) return value === 'true';
  return value;
};
