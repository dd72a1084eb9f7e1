/**
 * Parameters of lists that name fields of the records: `select`, `sortBy` and `filters`
 * (docs/dastra-api.md, Paging).
 */
import type { OpenApiDocument, Operation, Schema } from './document.ts';

/** The fields that JSON rules name, at any depth; not their values. */
const filterFields = (rule: unknown): string[] => {
  if (typeof rule !== 'object' || rule === null) return [];
  const { field, rules } = rule as { field?: unknown; rules?: unknown };
  const inner = Array.isArray(rules) ? rules.flatMap(filterFields) : [];
  return typeof field === 'string' ? [field, ...inner] : inner;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const namesIn = (query: URLSearchParams): [parameter: string, names: string[]][] => [
  ['select', query.get('select')?.split(',') ?? []],
  ['sortBy', query.getAll('sortBy')],
  ['filters', query.getAll('filters').flatMap((text) => filterFields(parsed(text)))],
];

/** What the document says of one record of a list: an item of the answer, or of its page. */
const itemOf = (document: OpenApiDocument, { responses }: Operation): Schema | undefined => {
  const schema = responses['200']?.content?.['application/json']?.schema;
  const answer = schema && document.resolve(schema);
  const list = answer?.properties?.items ? document.resolve(answer.properties.items) : answer;
  return list?.items && document.resolve(list.items);
};

/** The fields that a query names and the document's records do not have, with their parameter. */
export const unknownFields = (
  document: OpenApiDocument,
  operation: Operation,
  query: URLSearchParams,
): { parameter: string; name: string }[] => {
  const known = Object.keys(itemOf(document, operation)?.properties ?? {});
  // In parameters, names are written as in C#.
  const isKnown = (name: string) => known.some((one) => one.toLowerCase() === name.toLowerCase());
  return namesIn(query).flatMap(([parameter, names]) =>
    names.filter((name) => !isKnown(name)).map((name) => ({ parameter, name })),
  );
};
