/**
 * The one way to Dastra: it knows the host, the headers, the paging and what an answer may look
 * like. Everything that goes wrong leaves here as a `DastraError`.
 */
import type { HttpResponse, ZObject } from 'zapier-platform-core';
import * as z from 'zod/mini';
import { DastraError, type Fault, isFault, PASSING, type Problem, UNCERTAIN } from './fault.ts';
import { ifFits } from './received.ts';

/** Where Dastra serves its API. */
export const DEFAULT_URL = 'https://api.dastra.eu';

/** The header that carries the API key (fact sheet §1). */
export const API_KEY_HEADER = 'X-API-Key';

/**
 * How long things may take, in milliseconds, from the first byte sent to the last byte received. Zapier
 * ends an operation after 30 s; ours ends earlier, with a sentence of its own. Dastra aims at answers
 * within a second (fact sheet §1, Hosts). A write gets more time than a read, as nobody knows what
 * became of a write that was given up. Tests shorten these.
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

/** The most items that Dastra puts on a page (fact sheet §1, Paging). */
export const LARGEST_PAGE = 500;

/** How many calls a key may make in a minute (fact sheet §1, Rate limit; the lower of two figures). */
export const CALLS_A_MINUTE = 500;

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

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

/**
 * A path of the API. Each value becomes one segment, percent-encoded, so that no value can lead to
 * another path: path`/v1/ws/${12}/Actors/${'a b/c'}` is `/v1/ws/12/Actors/a%20b%2Fc`.
 */
export const path = (texts: TemplateStringsArray, ...values: (string | number)[]): string =>
  texts.reduce((whole, text, index) => {
    const value = String(values[index - 1]);
    // No encoding keeps these two from being resolved as steps in the path.
    if (value === '.' || value === '..') throw new Error('A path segment cannot be dots.');
    return `${whole}${encodeURIComponent(value)}${text}`;
  });

type Method = 'GET' | 'POST' | 'DELETE';

type QueryValue = string | number | boolean | undefined;
export type Query = Record<string, QueryValue | readonly QueryValue[]>;

const REQUEST = {
  skipThrowForStatus: true,
  // A redirect would carry the key to wherever it points.
  redirect: 'manual',
  // Else the platform takes the URL apart, drops `{{…}}` from the query and refuses it in the body.
  merge: false,
} as const;

/** Arrays repeat their name (`tags=1&tags=2`, fact sheet §1, Paging); what is undefined is left out. */
const queryString = (query: Query): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of [value].flat()) {
      if (item !== undefined) search.append(name, String(item));
    }
  }
  const text = search.toString();
  return text && `?${text}`;
};

/** What a call needs to be told, beside its path. */
interface Call<Answer> {
  /** What the call is for: an infinitive without "to", such as "create a task". */
  doing: string;
  workspaceId?: number;
  /** The record that the call is about, such as "actor 12", where a 404 means that there is none. */
  record?: string;
  query?: Query;
  /** A write that may be done again: what it does is looked up first. */
  repeatable?: boolean;
  /** What the answer must look like; without it, any answer will do. */
  answer?: z.ZodMiniType<Answer>;
}

/** What the reading of a list needs to be told. */
interface ListCall extends Omit<Call<unknown>, 'answer' | 'record' | 'repeatable'> {
  /** Other names than `items` that may hold the array. */
  names?: readonly string[];
  /**
   * The only fields that are wanted, where the list takes `select`. If Dastra refuses it, the list is
   * read with all fields, as no document says which names it knows.
   */
  select?: readonly string[];
}

/** Whether an object without items is a page all the same: it is empty, or has the parts of a page. */
const isPageLike = (holder: object, names: readonly string[]): boolean => {
  const keys = Object.keys(holder);
  const parts = ['items', 'total', 'page', 'size', ...names];
  return keys.length === 0 || keys.some((key) => parts.includes(key));
};

/** A page of a list. `total` counts all pages, and is absent where Dastra answers a bare list. */
export interface Page<Item> {
  items: Item[];
  total: number | undefined;
}

const FAULTS: Record<number, Fault> = {
  400: 'invalid',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  405: 'not-found',
  409: 'conflict',
  410: 'not-found',
  412: 'conflict',
  413: 'too-large',
  422: 'invalid',
  429: 'throttled',
};

const faultOf = (status: number): Fault =>
  FAULTS[status] ?? (status >= 500 ? 'server' : status >= 400 ? 'refused' : 'unreadable');

/** Fields and what is wrong with each, as ASP.NET's ModelState writes them. */
const byField = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** One entry of a list of errors, under the names that .NET libraries give to its parts. */
const listedError = z.union([
  z.string(),
  z.object({
    field: z.nullish(z.string()),
    propertyName: z.nullish(z.string()),
    message: z.nullish(z.string()),
    errorMessage: z.nullish(z.string()),
    description: z.nullish(z.string()),
  }),
]);

/**
 * What a refusal may look like. No document describes it: problem details (RFC 7807) are what ASP.NET
 * answers by default, the others are what its controllers often answer.
 */
const refusal = z.object({
  title: ifFits(z.string()),
  detail: ifFits(z.string()),
  message: ifFits(z.string()),
  error: ifFits(z.string()),
  errors: ifFits(z.union([byField, z.array(listedError)])),
});

/** The longest text of Dastra's own that a message carries, and the most texts. */
const LONGEST_QUOTE = 300;
const MOST_QUOTES = 5;

/**
 * `Tags[0].Label`, `$.tags[0].label` and `Label` are the fields `tags` and `label` of the API. What
 * follows `CustomFields.` is the name of one custom field.
 */
const fieldNames = (name: string): Pick<Problem, 'field' | 'part'> => {
  const [first = '', ...rest] = name.replace(/^\$\.?/, '').split(/[.[\]]+/);
  const field = first.charAt(0).toLowerCase() + first.slice(1);
  if (field === 'customFields' && rest[0])
    return { field, part: rest.join('.').replace(/\.$/, '') };
  return field ? { field } : {};
};

/** All texts in what was sent, the longest first; numbers, IDs and choices are no personal data. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value)
    .flatMap(textsIn)
    .filter((text) => text.trim().length > 2 && !/^(\d+|[\da-f-]{36})$/i.test(text))
    .sort((one, other) => other.length - one.length);
};

/** Dastra's words without what the step had sent, and without email addresses; not longer than a quote. */
const quoted = (words: string, sent: readonly string[]): string => {
  const text = sent
    .reduce((rest, value) => rest.replaceAll(value, '…').replaceAll(value.trim(), '…'), words)
    .replace(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '…')
    .trim();
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
};

/**
 * What Dastra says of the values it refused: by field where it names fields, else its own words.
 * ASP.NET quotes the value that it refuses, which may be personal data: it is taken out.
 */
const problemsOf = (response: HttpResponse, sent: unknown): Problem[] => {
  const texts = textsIn(sent);
  const problem = (message: string, name = ''): Problem => ({
    ...fieldNames(name),
    message: quoted(message, texts),
  });
  const plain = (words: string | undefined) => (words?.trim() ? [problem(words)] : []);

  const { data } = response;
  const details = z.safeParse(refusal, data).data ?? {};
  const words = details.detail ?? details.message ?? details.error ?? details.title;
  const errors = details.errors ?? (words ? undefined : z.safeParse(byField, data).data);
  const listed = Array.isArray(errors)
    ? errors.flatMap((entry) => {
        if (typeof entry === 'string') return plain(entry);
        const message = entry.message ?? entry.errorMessage ?? entry.description;
        return message ? [problem(message, entry.propertyName ?? entry.field ?? '')] : [];
      })
    : Object.entries(errors ?? {}).flatMap(([name, messages]) =>
        [messages].flat().map((message) => problem(message, name)),
      );
  if (listed.length > 0) return listed.slice(0, MOST_QUOTES);
  if (words) return plain(words);
  if (typeof data === 'string') return plain(data);
  // JSON of another shape and pages of a proxy tell a Zap builder nothing.
  return typeof data === 'object' || isPage(response.content) ? [] : plain(response.content);
};

const isPage = (content: string) => /^\s*</.test(content);

/** The longest wait that is taken from Dastra, in seconds; a minute is what its limit asks for. */
const LONGEST_WAIT = 3600;

/** Seconds to wait, from `Retry-After` in seconds or as an HTTP date; undefined if neither. */
const retryAfter = (response: HttpResponse): number | undefined => {
  const header = response.getHeader('retry-after')?.trim() ?? '';
  // Only a date that names its month: JavaScript would read one out of "1.5" or "-5".
  const date = /[a-z]{3}/i.test(header) ? Date.parse(header) : Number.NaN;
  const seconds = /^\d+$/.test(header) ? Number(header) : Math.ceil((date - Date.now()) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(0, seconds), LONGEST_WAIT);
};

/** Errors of the network after which nothing can have reached Dastra. */
const NEVER_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/** What `fetch` of the platform's core throws when there is no complete answer. */
const transportFault = (error: unknown): Fault => {
  const { name, code } = error as { name?: unknown; code?: unknown };
  if (name === 'AbortError') return 'timeout';
  return NEVER_SENT.includes(String(code)) ? 'unreachable' : 'interrupted';
};

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

  /** Reads. @throws DastraError with any fault */
  get<Answer>(url: string, call: Call<Answer>): Promise<Answer> {
    return this.#send('GET', url, call);
  }

  /** Writes `body` as JSON. @throws DastraError with any fault */
  post<Answer>(url: string, body: unknown, call: Call<Answer>): Promise<Answer> {
    return this.#send('POST', url, call, body);
  }

  /** Deletes. @throws DastraError with any fault */
  delete(url: string, call: Call<unknown>): Promise<unknown> {
    return this.#send('DELETE', url, call);
  }

  /**
   * Reads a page of a list, in any of the shapes that Dastra's documents give to lists: `{items,
   * total}`, a bare array, or an object that holds the array under another name.
   * @param item what each item must look like
   */
  async list<Item>(
    url: string,
    item: z.ZodMiniType<Item>,
    { names = [], select, ...call }: ListCall,
  ): Promise<Page<Item>> {
    const unwrap = (answer: unknown) => {
      if (Array.isArray(answer)) return { items: answer };
      // `null`, or 204 without content, says that there is nothing.
      if (answer === null) return { items: [] };
      const holder = typeof answer === 'object' && answer !== null ? answer : undefined;
      const held = ['items', ...names].map((name): unknown => Reflect.get(holder ?? {}, name));
      const total: unknown = Reflect.get(holder ?? {}, 'total');
      const found = held.find((value) => value !== undefined && value !== null);
      // Dastra's document allows `null` for the items of every page, and to leave them out.
      const isPageOfNone = holder && isPageLike(holder, names);
      return { items: found ?? (isPageOfNone ? [] : undefined), total };
    };
    const page = z.pipe(
      z.transform(unwrap),
      z.object({ items: z.array(item), total: ifFits(z.number()) }),
    );
    const read = (fields: string | undefined) =>
      this.get(url, { ...call, query: { ...call.query, select: fields }, answer: page });
    const { items, total } = await read(select?.map(asInCSharp).join(',')).catch(
      (error: unknown) => {
        if (!select || !isFault(error, 'invalid', 'server')) throw error;
        return read(undefined);
      },
    );
    return { items, total };
  }

  /**
   * Readings and deletions are tried again after a passing fault, while there is time. A write is
   * tried again only if it never reached Dastra.
   */
  async #send<Answer>(
    method: Method,
    url: string,
    call: Call<Answer>,
    body?: unknown,
  ): Promise<Answer> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#attempt(method, url, call, body);
      } catch (error) {
        const again =
          method === 'POST' ? isFault(error, 'unreachable') : isFault(error, ...PASSING);
        const pause = limits.pause * 2 ** (attempt - 1) * (0.5 + Math.random());
        if (!again || attempt === ATTEMPTS || Date.now() + pause >= this.#deadline) throw error;
        await wait(pause);
      }
    }
  }

  async #attempt<Answer>(
    method: Method,
    url: string,
    { doing, workspaceId, record, query = {}, repeatable = false, answer }: Call<Answer>,
    body: unknown,
  ): Promise<Answer> {
    const isWrite = method === 'POST';
    const fail = (fault: Fault, details: object = {}): never => {
      const maybeDone = isWrite && !repeatable && UNCERTAIN.includes(fault);
      throw new DastraError(fault, { doing, workspaceId, record, maybeDone, ...details });
    };
    // A header cannot carry other characters, and the error that says so would quote the key.
    if (!/^[\x21-\x7e]+$/.test(this.#apiKey)) fail('unauthorized');

    const left = this.#deadline - Date.now();
    if (left <= 0) fail('timeout', { maybeDone: false });

    const request = {
      ...REQUEST,
      url: `${apiUrl()}${url}${queryString(query)}`,
      method,
      // In lower case, as the platform looks for it: a call that it does not recognize as its own is
      // logged a second time, with the key.
      headers: {
        'user-agent': 'Zapier',
        accept: 'application/json',
        [API_KEY_HEADER]: this.#apiKey,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        // A connection that died while Zapier had frozen the process would lose a write.
        ...(isWrite ? { connection: 'close' } : {}),
      },
      // A text, which is logged as it is; a buffer would be logged as a list of its bytes.
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      // One clock for the headers and the body of the answer.
      signal: AbortSignal.timeout(Math.min(isWrite ? limits.write : limits.read, left)),
    };
    const response = await this.#z
      .request(request)
      .catch((error: unknown) => fail(transportFault(error)));

    const { status } = response;
    if (status < 200 || status >= 300) {
      const fault = faultOf(status);
      const problems =
        fault === 'invalid' || fault === 'conflict' ? problemsOf(response, body) : [];
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
