/** Dastra's own OpenAPI document, for tests: it is not part of this project, and may not be there. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { OpenApiDocument, type Schema } from '../../contract/document.ts';

/** Where CI has it. */
const PLACE = '../shared/reference/dastra-openapi.json';
const FILE = fileURLToPath(new URL(`../../${PLACE}`, import.meta.url));

interface Operation {
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[];
  requestBody?: { required?: boolean; content: Record<string, { schema?: Schema }> };
  responses: Record<string, { content?: Record<string, { schema?: Schema }> }>;
}

/** The document, as far as tests change it. */
export interface Raw {
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, Schema>;
    securitySchemes: Record<string, object>;
  };
}

/** A text that no test changes; undefined where the document is not there. */
const text = existsSync(FILE) ? readFileSync(FILE, 'utf8') : undefined;

/** The document after a change, made on a copy. */
export const changed = (change: (raw: Raw) => void): Raw => {
  if (text === undefined) throw new Error(`There is no ${PLACE}.`);
  const raw = JSON.parse(text) as Raw;
  change(raw);
  return raw;
};

export const documentOf = (raw: Raw): OpenApiDocument => new OpenApiDocument(raw);

/**
 * Tests that need the document. Where it is not there, the run says so, and its summary counts one test
 * as still to be done.
 */
export const describeWithDocument = (name: string, tests: () => void): void => {
  if (text !== undefined) {
    describe(name, tests);
    return;
  }
  const reason = `${name}: DID NOT RUN, as Dastra's OpenAPI document is not at ${PLACE}`;
  console.warn(reason);
  test.todo(reason);
};

const found = <Value>(value: Value | undefined, name: string): Value => {
  if (value === undefined) throw new Error(`The document has no ${name}.`);
  return value;
};

/** A schema of the document by its name. */
export const schema = (raw: Raw, name: string): Schema => found(raw.components.schemas[name], name);

/** A property of a schema. */
export const property = (raw: Raw, name: string, key: string): Schema =>
  found(schema(raw, name).properties?.[key], `${name}.${key}`);

/** One call, such as `GET /v1/ws/{workspaceId}/Tasks`. */
export const operation = (raw: Raw, call: string): Operation => {
  const [method = '', path = ''] = call.split(' ');
  return found(raw.paths[path]?.[method.toLowerCase()], call);
};

/** Gives a property another name. */
export const rename = (holder: Record<string, unknown> | undefined, from: string, to: string) => {
  if (!holder || !(from in holder)) throw new Error(`There is no ${from}.`);
  holder[to] = holder[from];
  delete holder[from];
};
