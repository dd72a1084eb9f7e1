/**
 * Reduces an OpenAPI document to facts: paths, parameters, names, types, formats, members and limits,
 * without a word of prose. `npm run extract -- <document>` writes `contract/dastra-openapi.json`,
 * which the contract is checked against in every clone.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the extract of Dastra's document is kept. */
export const EXTRACT = fileURLToPath(new URL('dastra-openapi.json', import.meta.url));

type Node = Record<string, unknown>;

/** What is kept of a part of the document: keys to take as they are, and keys with parts of their own. */
interface Rule {
  keep?: readonly string[];
  /** A part, or a list of parts. */
  parts?: () => Record<string, Rule>;
  /** A map whose keys are names, such as `properties`. */
  maps?: () => Record<string, Rule>;
}

const reduced = (value: unknown, { keep = [], parts, maps }: Rule): unknown => {
  if (Array.isArray(value)) return value.map((item) => reduced(item, { keep, parts, maps }));
  // `additionalProperties` is a schema or a flag.
  if (typeof value !== 'object' || value === null) return value;
  const ofPart = parts?.() ?? {};
  const ofMap = maps?.() ?? {};
  const entries = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    if (keep.includes(key)) return [[key, inner]];
    if (ofPart[key]) return [[key, reduced(inner, ofPart[key])]];
    const rule = ofMap[key];
    return rule ? [[key, mapped(inner as Node, (item) => reduced(item, rule))]] : [];
  });
  return Object.fromEntries(entries);
};

const mapped = (map: Node, change: (value: unknown) => unknown): Node =>
  Object.fromEntries(Object.entries(map).map(([name, value]) => [name, change(value)]));

const SCHEMA: Rule = {
  keep: [
    '$ref',
    'type',
    'format',
    'enum',
    'nullable',
    'readOnly',
    'required',
    'pattern',
    'minLength',
    'maxLength',
    'minimum',
    'maximum',
    'minItems',
    'maxItems',
    'uniqueItems',
  ],
  parts: () => ({
    items: SCHEMA,
    additionalProperties: SCHEMA,
    allOf: SCHEMA,
    anyOf: SCHEMA,
    oneOf: SCHEMA,
  }),
  maps: () => ({ properties: SCHEMA }),
};
const MEDIA_TYPE: Rule = { parts: () => ({ schema: SCHEMA }) };
const PARAMETER: Rule = { keep: ['$ref', 'name', 'in', 'required'], ...MEDIA_TYPE };
const CONTENT: Rule = { keep: ['$ref', 'required'], maps: () => ({ content: MEDIA_TYPE }) };
const OPERATION: Rule = {
  parts: () => ({ parameters: PARAMETER, requestBody: CONTENT }),
  maps: () => ({ responses: CONTENT }),
};
const PATH: Rule = {
  parts: () => ({
    parameters: PARAMETER,
    ...Object.fromEntries(
      ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'].map((method) => [
        method,
        OPERATION,
      ]),
    ),
  }),
};
const DOCUMENT: Rule = {
  keep: ['openapi'],
  parts: () => ({
    info: { keep: ['title', 'version'] },
    servers: { keep: ['url'] },
    components: {
      maps: () => ({
        schemas: SCHEMA,
        parameters: PARAMETER,
        requestBodies: CONTENT,
        responses: CONTENT,
        securitySchemes: { keep: ['type', 'scheme', 'in', 'name'] },
      }),
    },
  }),
  maps: () => ({ paths: PATH }),
};

/** The facts of a document, in the shape of a document. */
export const extractOf = (document: object): object => reduced(document, DOCUMENT) as object;

/** Large maps with one entry a line, so that a change of the document reads well in a diff. */
export const textOf = (value: unknown, depth = 0): string => {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isMap || depth === 3) return JSON.stringify(value);
  const lines = Object.entries(value).map(
    ([key, inner]) => `${JSON.stringify(key)}:${textOf(inner, depth + 1)}`,
  );
  return `{\n${lines.join(',\n')}\n}`;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , source] = process.argv;
  if (!source) throw new Error('Usage: npm run extract -- <file of the OpenAPI document>');
  const document = JSON.parse(readFileSync(source, 'utf8').replace(/^\uFEFF/, '')) as object;
  writeFileSync(EXTRACT, `${textOf(extractOf(document))}\n`);
}
