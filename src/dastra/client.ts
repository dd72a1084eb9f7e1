/**
 * The one way to Dastra: it knows the host, the headers, the paging and what an answer may look
 * like. Everything that goes wrong leaves here as a `DastraError`.
 */
import type { ZObject } from 'zapier-platform-core';
import * as z from 'zod/mini';
import { type Body, fileBody, jsonBody, PATCH_TYPES, patchOf } from './body.ts';
import {
  type Changes,
  type Endpoint,
  type FileToSend,
  type Ids,
  type ListEndpoint,
  pathOf,
  recordOf,
  type Shape,
  type Some,
} from './endpoint.ts';
import { DastraError, type Fault, isFault, TRANSIENT, UNCERTAIN } from './fault.ts';
import { id, ifFits } from './received.ts';
import { faultOf, isPage, problemsOf, retryAfter } from './refusal.ts';

/** Where Dastra serves its API. */
export const DEFAULT_URL = 'https://api.dastra.eu';

/** The header that carries the API key (docs/dastra-api.md, Authentication). */
export const API_KEY_HEADER = 'X-API-Key';

/**
 * How long things may take, in milliseconds, from the first byte sent to the last byte received.
 * Zapier ends an operation after 30 s; ours ends earlier, with a sentence of its own. Dastra aims
 * at answers within a second (docs/dastra-api.md, Hosts). A write gets more time than a read, as
 * nobody knows what became of a write that was given up. Tests shorten these.
 */
export const limits = {
  operation: 25_000,
  read: 8_000,
  write: 20_000,
  /** Before the second attempt, on average; doubled before the third. */
  pause: 250,
};

/** How often a call is made at most, if it can be repeated without harm. */
const ATTEMPTS = 3;

/**
 * How many calls a key may make in a minute (docs/dastra-api.md, Rate limit; the lower of two
 * figures).
 */
export const CALLS_A_MINUTE = 500;

/** The names of this very machine. */
export const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * The address of the API, without a slash at its end. `DASTRA_API_URL` replaces Dastra's own, for
 * the sandbox and for tests; it is read at each request.
 * @throws Error if it is neither https nor http to this very machine, where a key could be read
 */
export const apiUrl = (): string => {
  const given = process.env.DASTRA_API_URL || DEFAULT_URL;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const safe =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname));
  if (!url || !safe) {
    throw new Error('DASTRA_API_URL must be an https address, or http to 127.0.0.1 or localhost.');
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
};

const REQUEST = {
  skipThrowForStatus: true,
  // A redirect would carry the key to wherever it points.
  redirect: 'manual',
  // Else the platform takes the URL apart, drops `{{…}}` from the query and refuses it in the body.
  merge: false,
} as const;

/**
 * Arrays repeat their name (`tags=1&tags=2`, docs/dastra-api.md, Paging); what is undefined is left
 * out.
 */
const queryString = (query: object): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of [value].flat()) {
      if (item !== undefined) search.append(name, String(item));
    }
  }
  const text = search.toString();
  return text && `?${text}`;
};

/** What a call sends, beside the IDs in its path. */
interface Payload<Query extends Shape, Sent extends Shape> {
  query?: Some<Query>;
  body?: Some<Sent>;
  changes?: Changes<Sent>;
  file?: FileToSend;
  /** The caller has looked, and will look again: a create that can be repeated without harm. */
  looksFirst?: boolean;
}

type Sent = Payload<Shape, Shape>;

/** A page of a list. `total` counts all pages, and is absent where Dastra answers a bare list. */
export interface Page<Item> {
  items: Item[];
  total: number | undefined;
}

/** Errors of the network after which nothing can have reached Dastra. */
const NEVER_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/** What `fetch` of the platform's core throws when there is no complete answer. */
const transportFault = (error: unknown): Fault => {
  const { name, code } = error as { name?: unknown; code?: unknown };
  if (name === 'AbortError') return 'timeout';
  return NEVER_SENT.includes(String(code)) ? 'unreachable' : 'interrupted';
};

/** Whether an object without items is a page all the same: it is empty, or has the parts of a page. */
const isPageLike = (holder: object, names: readonly string[]): boolean => {
  const keys = Object.keys(holder);
  const parts = ['total', 'page', 'size', ...names];
  return keys.length === 0 || keys.some((key) => parts.includes(key));
};

/** Takes a list out of any of the shapes that Dastra's documents give to lists. */
const unwrap = (answer: unknown, holds: ListEndpoint['in']) => {
  if (Array.isArray(answer)) return { items: answer };
  // `null`, or 204 without content, says that there is nothing.
  if (answer === null) return { items: [] };
  const holder = typeof answer === 'object' && answer !== null ? answer : undefined;
  const names = holds === 'page' || holds === 'array' ? ['items'] : ['items', holds];
  const held = names.map((name): unknown => Reflect.get(holder ?? {}, name));
  const total: unknown = Reflect.get(holder ?? {}, 'total');
  const found = held.find((value) => value !== undefined && value !== null);
  // Dastra's document allows `null` for the items of every page, and to leave them out.
  const isPageOfNone = holder && isPageLike(holder, names);
  return { items: found ?? (isPageOfNone ? [] : undefined), total };
};

const withId = z.object({ id: z.nullable(id) });

/**
 * A row of a list of choices. One whose ID is `null`, which the document allows of some
 * (`ProjectDto`), is `null`; one that has none, as in another casing, is undefined.
 */
const rowOf = <Item>(item: z.ZodMiniType<Item>) =>
  z.pipe(
    z.transform((row: unknown) => {
      const { data } = z.safeParse(withId, row);
      return data?.id === null ? null : data && row;
    }),
    z.optional(z.nullable(item)),
  );

/** Names of fields in parameters are written as in the documents' examples, such as "Tags". */
const asInCSharp = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

const wait = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** The calls of one operation to Dastra, in the name of one API key. */
export class Dastra {
  readonly #z: ZObject;
  readonly #apiKey: string;
  readonly #deadline = Date.now() + limits.operation;

  /**
   * @param zapier the `z` of the operation: its requests are logged by Zapier, without the key
   * @param apiKey a private key as Dastra shows it; blanks around it are dropped
   */
  constructor(zapier: ZObject, apiKey: string | undefined) {
    this.#z = zapier;
    this.#apiKey = (apiKey ?? '').trim();
  }

  /**
   * Makes a call.
   * @param ids the values of the path, and others that the sentences name
   * @throws DastraError with any fault
   */
  call<const Path extends string, Query extends Shape, Body extends Shape, Answer>(
    endpoint: Endpoint<Path, Query, Body, Answer>,
    ids: Ids<Path>,
    payload: Payload<NoInfer<Query>, NoInfer<Body>> = {},
  ): Promise<Answer> {
    return this.#send(endpoint as unknown as Endpoint<string, Shape, Shape, Answer>, ids, payload);
  }

  /**
   * Reads a list, or one page of it, in any of the shapes that Dastra's documents give to lists. If
   * `select` is refused or gives no usable row, as when it answers in another casing, the list is read
   * with all fields: no document says which names it knows.
   * @throws DastraError with any fault; `unreadable` if no row of a list of choices has an ID
   */
  async list<const Path extends string, Query extends Shape, Item>(
    { items: item, in: holds, select, choices, ...endpoint }: ListEndpoint<Path, Query, Item>,
    ids: Ids<Path>,
    query: Some<NoInfer<Query>> = {},
  ): Promise<Page<Item>> {
    const page = z.pipe(
      z.transform((answer) => unwrap(answer, holds)),
      z.object({
        items: z.array(choices ? rowOf(item) : item),
        total: ifFits(z.number()),
      }),
    );
    const read = async (fields: string | undefined): Promise<Page<Item>> => {
      const payload = { query: { ...query, select: fields } };
      const { items, total } = await this.#send({ ...endpoint, answer: page }, ids, payload);
      const rows = items.filter((row) => row !== undefined && row !== null);
      if (rows.length === 0 && items.includes(undefined)) {
        const { doing } = endpoint;
        const { workspaceId } = ids as Ids<string>;
        throw new DastraError('unreadable', { doing, workspaceId, place: 'items.0.id' });
      }
      return { items: rows, total };
    };
    return read(select?.map(asInCSharp).join(',')).catch((error: unknown) => {
      if (!select || !isFault(error, 'invalid', 'server', 'unreadable')) throw error;
      return read(undefined);
    });
  }

  /**
   * What leads to the same end however often it is made is repeated after a transient fault, while
   * there is time. A create is repeated only if it never reached Dastra.
   */
  async #send<Answer>(
    endpoint: Endpoint<string, Shape, Shape, Answer>,
    ids: Ids<string>,
    payload: Sent,
  ): Promise<Answer> {
    const types = endpoint.changes ? [...PATCH_TYPES] : [];
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#attempt(endpoint, ids, payload, types[0]);
      } catch (error) {
        // Dastra's document names several media types of a patch; its server may take one of them.
        if (isFault(error, 'refused') && error.details.status === 415 && types.length > 1) {
          types.shift();
          continue;
        }
        const again =
          endpoint.effect === 'create'
            ? isFault(error, 'unreachable')
            : isFault(error, ...TRANSIENT);
        const pause = limits.pause * 2 ** (attempt - 1) * (0.5 + Math.random());
        if (!again || attempt >= ATTEMPTS || Date.now() + pause >= this.#deadline) throw error;
        await wait(pause);
      }
    }
  }

  async #attempt<Answer>(
    {
      method,
      path,
      effect,
      doing,
      records,
      answer,
      file: part,
    }: Endpoint<string, Shape, Shape, Answer>,
    ids: Ids<string>,
    { query = {}, body, changes, file, looksFirst = false }: Sent,
    patchType: string | undefined,
  ): Promise<Answer> {
    const fail = (fault: Fault, details: object = {}): never => {
      throw new DastraError(fault, {
        doing,
        workspaceId: ids.workspaceId,
        record: recordOf(records, ids),
        maybeDone: effect === 'create' && !looksFirst && UNCERTAIN.includes(fault),
        ...details,
      });
    };
    // A header cannot carry other characters, and the error that says so would quote the key.
    if (!/^[\x21-\x7e]+$/.test(this.#apiKey)) fail('unauthorized');

    const left = this.#deadline - Date.now();
    if (left <= 0) fail('timeout', { maybeDone: false });

    const content = await bodyOf(body, changes, patchType, part, file);
    const stream = typeof content?.body === 'object' ? content.body : undefined;
    // The platform's `fetch` does not notice when a stream breaks, and would wait for the rest of it.
    const broken = new AbortController();
    stream?.once('error', (error) => broken.abort(error));
    const isWrite = effect === 'create' || effect === 'change';
    const request = {
      ...REQUEST,
      url: `${apiUrl()}${pathOf(path, ids)}${queryString(query)}`,
      method,
      headers: {
        // In lower case, as the platform looks for it: a call that it does not recognize as its own
        // is logged a second time, with the key.
        'user-agent': 'Zapier',
        accept: 'application/json',
        [API_KEY_HEADER]: this.#apiKey,
        // A connection that died while Zapier had frozen the process would lose a write.
        ...(isWrite ? { connection: 'close' } : {}),
        ...content?.headers,
      },
      ...(content ? { body: content.body } : {}),
      // One clock for the headers and the body of the answer.
      signal: AbortSignal.any([
        broken.signal,
        AbortSignal.timeout(Math.min(isWrite ? limits.write : limits.read, left)),
      ]),
    };
    const response = await this.#z
      .request(request)
      .catch((error: unknown) => {
        const { reason } = broken.signal;
        if (reason instanceof DastraError) throw reason;
        return fail(transportFault(error));
      })
      // After an early answer, nobody reads the rest of the file.
      .finally(() => stream?.destroy());

    const { status } = response;
    if (status < 200 || status >= 300) {
      const fault = faultOf(status);
      const isExplained = fault === 'invalid' || fault === 'conflict';
      const problems = isExplained ? problemsOf(response, body ?? changes ?? file) : [];
      fail(fault, { status, problems, retryAfter: retryAfter(response) });
    }
    // Whoever answers with a page is not Dastra's API, but a proxy or a login in front of it.
    if (isPage(response.content)) fail('unreadable', { place: '' });
    const data: unknown = status === 204 ? null : response.data;
    if (!answer) return data as Answer;
    const result = z.safeParse(answer, data);
    if (result.success) return result.data;
    const place = result.error.issues[0]?.path.join('.');
    return fail('unreadable', { place });
  }
}

/** The body of a request, made anew for each attempt. */
const bodyOf = (
  body: object | undefined,
  changes: object | undefined,
  patchType: string | undefined,
  part: string | undefined,
  file: FileToSend | undefined,
): Promise<Body> | Body | undefined => {
  if (part && file) return fileBody(part, file);
  if (changes) return jsonBody(patchOf(changes), patchType);
  return body && jsonBody(body);
};
