/** The extract of Dastra's OpenAPI document, as tests change it, look into it and serve it. */
import { readFileSync } from 'node:fs';
import { OpenApiDocument, type Schema } from '../../contract/document.ts';
import { EXTRACT } from '../../contract/extract.ts';
import { listen } from '../../tools/loopback.ts';

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

/** A text, so that each test changes a copy of its own. */
const text = readFileSync(EXTRACT, 'utf8');

/** The document after a change, made on a copy. */
export const changed = (change: (raw: Raw) => void): Raw => {
  const raw = JSON.parse(text) as Raw;
  change(raw);
  return raw;
};

export const documentOf = (raw: Raw): OpenApiDocument => new OpenApiDocument(raw);

/** A web server for one test, which gives every caller the same. */
export const served = async (
  status: number,
  content: string,
  act: (url: string) => Promise<void>,
) => {
  const server = await listen((_request, response) => {
    response.writeHead(status, { Location: 'https://dastra.example/' }).end(content);
  });
  await act(`${server.url}/swagger.json`);
  await server.close();
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

/** The document with one priority more, which users cannot choose. */
export const drifted = (): Raw =>
  changed((raw) => {
    schema(raw, 'Priority').enum?.push('Urgent');
  });
