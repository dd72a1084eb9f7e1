/** Dastra's OpenAPI document: how it is loaded, and lookups in it. */
import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';

/** A schema of the document, as far as it is compared here; AJV knows the rest. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  /** OpenAPI 3.0; from 3.1 on, `null` is one of the types. */
  nullable?: boolean;
  format?: string;
  enum?: unknown[];
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  readOnly?: boolean;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
}

type Content = Record<string, { schema?: Schema }>;

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: Schema;
  /** Where its schema is in the document, as a JSON pointer. */
  pointer: string;
}

/** One call that the document describes. */
export interface Operation {
  parameters: Parameter[];
  requestBody: { required?: boolean; content?: Content } | undefined;
  responses: Record<string, { content?: Content }>;
  /** The path as the document writes it. */
  path: string;
  /** Where the operation is in the document, as the beginning of a JSON pointer. */
  pointer: string;
}

/** The name that the document gives to what Dastra posts to a subscriber. */
export const WEBHOOK_SCHEMA = 'WebhookPayload';

/** The contract could not be checked at all; the message is a sentence for whoever started it. */
export class CannotRun extends Error {}

const openApi = z.looseObject({
  openapi: z.string().check(z.regex(/^3\./)),
  info: z.optional(
    z.looseObject({ title: z.optional(z.string()), version: z.optional(z.string()) }),
  ),
  servers: z.optional(z.array(z.looseObject({ url: z.string() }))),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.optional(
    z.looseObject({
      schemas: z.optional(z.record(z.string(), z.unknown())),
      securitySchemes: z.optional(z.record(z.string(), z.looseObject({ type: z.string() }))),
    }),
  ),
});

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'];

/** A JSON pointer from keys, outermost first. */
export const pointerTo = (...keys: (string | number)[]): string =>
  keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** All references, at any depth. */
const referencesIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const { $ref } = value as { $ref?: unknown };
  const inner = Object.values(value).flatMap(referencesIn);
  return typeof $ref === 'string' ? [$ref, ...inner] : inner;
};

/** A path without the names of its parameters, which may change. */
const anonymous = (path: string) => path.replace(/\{[^}]*\}/g, '{}');

/** A document with lookups. */
export class OpenApiDocument {
  /** The document as it is. */
  readonly raw: object;
  /** Its title and version, and the version of OpenAPI. */
  readonly title: string;
  /** How many calls it describes. */
  readonly size: number;
  readonly servers: string[];
  readonly securitySchemes: Record<string, unknown>[];
  readonly #paths: Record<string, Record<string, unknown>>;
  readonly #schemas: Record<string, unknown>;
  readonly #operations = new Map<string, Operation | undefined>();

  /** @throws CannotRun if this is no OpenAPI document of version 3, or refers to what is not in it */
  constructor(raw: unknown) {
    const result = z.safeParse(openApi, raw);
    if (!result.success) {
      throw new CannotRun('This is not an OpenAPI document of version 3 with paths.');
    }
    const { openapi, info, servers, paths, components } = result.data;
    this.raw = raw as object;
    this.title = `${info?.title ?? 'Untitled'} ${info?.version ?? ''}`.trim();
    this.title += ` (OpenAPI ${openapi})`;
    this.servers = (servers ?? []).map(({ url }) => url);
    this.securitySchemes = Object.values(components?.securitySchemes ?? {});
    this.#paths = paths;
    this.#schemas = components?.schemas ?? {};
    this.size = Object.values(paths)
      .flatMap((item) => Object.keys(item))
      .filter((key) => METHODS.includes(key)).length;
    for (const reference of referencesIn(raw)) this.#referred(reference);
  }

  /** The call with this method and path, whatever its path parameters are named. */
  operation(method: string, path: string): Operation | undefined {
    const call = `${method} ${path}`;
    if (!this.#operations.has(call)) this.#operations.set(call, this.#operation(method, path));
    return this.#operations.get(call);
  }

  #operation(method: string, path: string): Operation | undefined {
    const key = method.toLowerCase();
    const found = Object.keys(this.#paths).find((known) => anonymous(known) === anonymous(path));
    const item = found === undefined ? undefined : this.#paths[found];
    if (found === undefined || !item?.[key]) return undefined;
    const operation = item[key] as Partial<Operation>;
    const pointer = pointerTo('paths', found, key);
    const parametersAt = (holder: string, parameters: unknown = []) =>
      (parameters as (Parameter | { $ref: string })[]).map((parameter, index): Parameter => {
        if (!('$ref' in parameter)) {
          return { ...parameter, pointer: holder + pointerTo('parameters', index, 'schema') };
        }
        const referred = this.#referred(parameter.$ref) as Omit<Parameter, 'pointer'>;
        return { ...referred, pointer: `${parameter.$ref.slice(1)}/schema` };
      });
    return {
      parameters: [
        // Those of the path are for all its methods.
        ...parametersAt(pointerTo('paths', found), item.parameters),
        ...parametersAt(pointer, operation.parameters),
      ],
      requestBody: operation.requestBody,
      responses: operation.responses ?? {},
      path: found,
      pointer,
    };
  }

  /** A schema of the document by its name. */
  schema(name: string): Schema | undefined {
    return this.#schemas[name] as Schema | undefined;
  }

  /** A schema with its references followed, and with the parts of an `allOf` put together. */
  resolve(schema: Schema): Schema {
    if (schema.$ref !== undefined) return this.resolve(this.#referred(schema.$ref));
    if (!schema.allOf) return schema;
    const { allOf, ...own } = schema;
    const parts = [...allOf.map((part) => this.resolve(part)), own];
    return {
      ...Object.assign({}, ...parts),
      properties: Object.assign({}, ...parts.map(({ properties }) => properties)),
      required: parts.flatMap(({ required }) => required ?? []),
    };
  }

  #referred(reference: string): object {
    let found: unknown = reference.startsWith('#/') ? this.raw : undefined;
    for (const key of reference.slice(2).split('/')) {
      const name = decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~');
      found = typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined;
    }
    if (typeof found !== 'object' || found === null) {
      throw new CannotRun(`The document refers to ${reference}, which it does not hold.`);
    }
    return found;
  }
}

/** How long the document may take to arrive, in milliseconds. */
const FETCH_MS = 20_000;

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

const fetchText = async (url: URL): Promise<string> => {
  if (url.protocol !== 'https:' && !LOOPBACK.includes(url.hostname)) {
    throw new CannotRun(
      'The document is only fetched over https: anyone could change it on its way.',
    );
  }
  const response = await fetch(url, {
    headers: { Accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(FETCH_MS),
  }).catch((error: unknown) => {
    const { cause } = error as { cause?: { message?: string; code?: string } };
    const why = cause?.code ?? cause?.message ?? (error as Error).message;
    throw new CannotRun(`The document could not be fetched from ${url.href}: ${why}.`);
  });
  if (!response.ok) {
    throw new CannotRun(`The document could not be fetched from ${url.href}: ${response.status}.`);
  }
  return response.text();
};

const readText = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CannotRun(`The file ${path} could not be read: ${error.code ?? error.message}.`);
  });

/**
 * Reads the document.
 * @param source a file, or an https address (http only to this very machine)
 * @throws CannotRun if it is out of reach, no JSON, or no OpenAPI document
 */
export const loadDocument = async (source: string): Promise<OpenApiDocument> => {
  const isAddress = /^https?:\/\//i.test(source);
  if (isAddress && !URL.canParse(source)) throw new CannotRun(`${source} is no address.`);
  const text = await (isAddress ? fetchText(new URL(source)) : readText(source));
  let raw: unknown;
  try {
    // .NET may begin a file with a byte order mark.
    raw = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new CannotRun(`${source} holds no JSON.`);
  }
  return new OpenApiDocument(raw);
};
