/**
 * What Dastra's OpenAPI document says, as the sandbox needs it. The app has schemas of its own, so
 * that a mistake in them cannot agree with itself here.
 */
import { readFileSync } from 'node:fs';

/** The part of JSON Schema that the document uses. */
export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: string[];
  nullable?: boolean;
  readOnly?: boolean;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  items?: Schema;
  properties?: Properties;
  required?: string[];
  additionalProperties?: boolean | Schema;
}
export type Properties = Record<string, Schema>;

/** What the document says of one call. */
export interface Endpoint {
  path: Properties;
  query: Properties;
  body: Schema | undefined;
  /** The name of the part that holds a file, where the body is multipart/form-data. */
  file: string | undefined;
  answer: Schema | undefined;
}

interface Content {
  content?: Record<string, { schema?: Schema }>;
}
interface Operation {
  parameters?: { name: string; in: string; schema?: Schema }[];
  requestBody?: Content;
  responses: Record<string, Content>;
}

const document = JSON.parse(
  readFileSync(new URL('../../contract/dastra-openapi.json', import.meta.url), 'utf8'),
) as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

/** A reference to the schema of that name. */
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** A schema without reference: what it refers to. @throws Error if the document has no such schema */
export const resolve = (schema: Schema): Schema => {
  if (schema.$ref === undefined) return schema;
  const found = document.components.schemas[schema.$ref.split('/').at(-1) ?? ''];
  if (found === undefined) throw new Error(`The document has no ${schema.$ref}`);
  return found;
};

/** Custom fields: a scalar, or an array for multiple choice (docs/dastra-api.md, Custom fields). */
export const CUSTOM_FIELDS: Schema = {
  type: 'object',
  nullable: true,
  additionalProperties: { type: 'custom value', nullable: true },
};

/** Adds to schemas what only newer documents of Dastra have. */
export const amend = (names: string[], newer: Properties): void => {
  for (const name of names) Object.assign(propertiesOf(ref(name)), newer);
};

/** Adds a member that only newer documents have to an enumeration, as its last. */
export const amendEnum = (name: string, member: string): void => {
  resolve(ref(name)).enum?.push(member);
};

/** The members of an enumeration, in the document's order. */
export const membersOf = (schema: Schema): string[] => resolve(schema).enum ?? [];

/** The properties of a schema; none where it is no object. */
export const propertiesOf = (schema: Schema): Properties => resolve(schema).properties ?? {};

/** The schema of the records in a list, paged or bare. */
export const itemOf = (schema: Schema | undefined): Schema | undefined =>
  schema && (schema.items ?? propertiesOf(schema).items?.items);

/**
 * An object schema with some of another's properties.
 * @param required those required besides
 * @throws Error if the other has no such property
 */
export const pick = (schema: Schema, names: readonly string[], required: string[] = []): Schema => {
  const all = propertiesOf(schema);
  const entries = names.map((name): [string, Schema] => {
    const property = all[name];
    if (property === undefined) throw new Error(`The document has no property ${name}`);
    return [name, property];
  });
  const needed = [...(resolve(schema).required ?? []), ...required];
  return {
    type: 'object',
    properties: Object.fromEntries(entries),
    required: [...new Set(needed)].filter((name) => names.includes(name)),
  };
};

/** What the document says of a call; empty where it has none: newer documents list more calls. */
export const endpoint = (method: string, path: string): Endpoint => {
  const operation = document.paths[path]?.[method.toLowerCase()];
  const parameters = (place: string): Properties =>
    Object.fromEntries(
      (operation?.parameters ?? [])
        .filter((parameter) => parameter.in === place)
        .map(({ name, schema = {} }) => [name, schema]),
    );
  const json = (holder?: Content) => holder?.content?.['application/json']?.schema;
  const form = operation?.requestBody?.content?.['multipart/form-data']?.schema ?? {};
  return {
    path: parameters('path'),
    query: parameters('query'),
    body: json(operation?.requestBody),
    file: Object.keys(propertiesOf(form)).find(
      (name) => form.properties?.[name]?.format === 'binary',
    ),
    answer: json(operation?.responses['200']),
  };
};
