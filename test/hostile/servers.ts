/**
 * What the unknown server may do differently from the sandbox. Every operation is run against each of
 * these (`hostile.test.ts`, `clock.test.ts`); a new one is an entry of a list here.
 */
import type { ServerResponse } from 'node:http';
import { limits } from '../../src/dastra/client.ts';
import type { Case } from './harness.ts';
import type { Behavior } from './proxy.ts';

/** One way in which Dastra, Zapier or a user differs from what the sandbox's tests see. */
export interface Hostile extends Behavior {
  name: string;
  /** Set where every operation must succeed all the same; elsewhere a documented sentence will do. */
  tolerated?: true | ((one: Case) => boolean);
  /** Records may say less, but nothing else, than the sandbox's. */
  saysLess?: true;
  /** It hides what is there, so that nothing can be found by it. */
  hides?: true;
  /** Changes a webhook's body. */
  event?(envelope: Envelope): unknown;
  /** The key as the user pasted it. */
  key?(key: string): string;
}

export interface Envelope {
  eventType: string;
  data: Record<string, unknown>;
  [name: string]: unknown;
}

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Changes every property of every object, from the inside out. */
const eachProperty = (
  value: unknown,
  change: (name: string, value: unknown) => readonly [string, unknown],
): unknown => {
  if (Array.isArray(value)) return value.map((item) => eachProperty(item, change));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => change(name, eachProperty(item, change))),
  );
};

/** Changes the rows of a list; an answer that is none stays as it is. */
const eachList = (answer: unknown, change: (rows: unknown[]) => unknown): unknown => {
  if (Array.isArray(answer)) return change(answer);
  if (!isObject(answer)) return answer;
  const name = ['items', 'workSpaces'].find((one) => Array.isArray(answer[one]));
  return name ? { ...answer, [name]: change(answer[name] as unknown[]) } : answer;
};

const capitalized = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
const inPascalCase = (value: unknown) =>
  eachProperty(value, (name, item) => [capitalized(name), item]);

const allNull = (row: unknown) =>
  isObject(row) ? Object.fromEntries(Object.keys(row).map((name) => [name, null])) : row;

const idAsText = (value: unknown) => (typeof value === 'number' ? String(value) : value);

const without =
  (...names: string[]) =>
  ({ searchParams }: URL) => {
    for (const name of names) searchParams.delete(name);
  };

const hasSelection = ({ searchParams }: URL) => searchParams.has('select');

/** Sends an answer in a hundred pieces, one after the other. */
const inPieces = (response: ServerResponse, text: string) => {
  const bytes = Buffer.from(text);
  const length = Math.ceil(bytes.length / 100) || 1;
  const next = (from: number) => {
    response.write(bytes.subarray(from, from + length));
    if (from + length < bytes.length) setImmediate(next, from + length);
    else response.end();
  };
  next(0);
};

const isDropdown = ({ method }: { method: string }) => method.startsWith('triggers.list_');

/** Answers of another form. */
export const ANSWERS: readonly Hostile[] = [
  {
    name: 'null for every empty list',
    tolerated: true,
    answer: (json) =>
      eachProperty(json, (name, value) => [
        name,
        Array.isArray(value) && value.length === 0 ? null : value,
      ]),
  },
  {
    name: 'null for every list of a record',
    tolerated: true,
    saysLess: true,
    hides: true,
    // But not its purposes: a filter needs them.
    answer: (json) =>
      eachProperty(json, (name, value) => [
        name,
        Array.isArray(value) && !['items', 'workSpaces', 'purposes'].includes(name) ? null : value,
      ]),
  },
  {
    name: 'a row without ID in every list',
    tolerated: isDropdown,
    answer: (json) => eachList(json, (rows) => [...rows.slice(0, 1).map(allNull), ...rows]),
  },
  {
    name: 'IDs as text',
    tolerated: true,
    answer: (json) =>
      eachProperty(json, (name, value) => [name, /(^i|I)d$/.test(name) ? idAsText(value) : value]),
  },
  { name: 'PascalCase', saysLess: true, answer: inPascalCase },
  {
    name: 'PascalCase where fields are selected',
    tolerated: true,
    answer: (json, url) => (hasSelection(url) ? inPascalCase(json) : json),
  },
  {
    name: 'rows in PascalCase where fields are selected',
    tolerated: true,
    answer: (json, url) =>
      hasSelection(url) ? eachList(json, (rows) => rows.map(inPascalCase)) : json,
  },
  {
    name: 'empty rows where fields are selected',
    tolerated: true,
    answer: (json, url) =>
      hasSelection(url) ? eachList(json, (rows) => rows.map(() => ({}))) : json,
  },
  {
    name: 'bare lists',
    tolerated: true,
    answer: (json) => (isObject(json) && Array.isArray(json.items) ? json.items : json),
  },
  {
    name: 'lists without total',
    tolerated: true,
    answer: (json) => {
      if (!isObject(json) || !Array.isArray(json.items)) return json;
      const { total: _total, ...rest } = json;
      return rest;
    },
  },
  { name: 'sortBy ignored', tolerated: true, request: without('sortBy') },
  { name: 'filters ignored', tolerated: true, request: without('filters') },
  { name: 'answers in small pieces', tolerated: true, send: inPieces },
];

/** Keys with what was copied along with them. */
export const KEYS: readonly Hostile[] = [
  { name: 'a key pasted with a line break', tolerated: true, key: (key) => `${key}\n` },
  { name: 'a key pasted with blanks around it', tolerated: true, key: (key) => `  ${key} ` },
  {
    name: 'a key pasted with a tab, a no-break blank and a line break of Windows',
    tolerated: true,
    key: (key) => `\t\u00a0${key}\r\n`,
  },
];

const light = ({ id }: Json) => ({ id });

/** Webhooks of another form. None may vanish: it starts the Zap, or the run fails with a sentence. */
export const EVENTS: readonly Hostile[] = [
  { name: 'an event as documented', tolerated: true, event: (envelope) => envelope },
  {
    name: 'a light event',
    // One of the web form may be about a new form, not about a request.
    tolerated: ({ webhook }) =>
      webhook?.scenario.hook.events[webhook.event] !== 'DataSubjectWidgetCreation',
    event: (envelope) => ({ ...envelope, data: light(envelope.data) }),
  },
  {
    name: 'a numbered event',
    tolerated: true,
    event: (envelope) => ({ ...envelope, eventType: 12 }),
  },
  {
    name: 'a numbered, light event',
    event: (envelope) => ({ ...envelope, eventType: 12, data: light(envelope.data) }),
  },
  { name: 'an event without type', event: ({ eventType: _type, ...envelope }) => envelope },
  { name: 'an event in PascalCase', event: inPascalCase },
  {
    name: 'an event whose record is in PascalCase',
    event: (envelope) => ({ ...envelope, data: inPascalCase(envelope.data) }),
  },
  {
    name: 'an event whose record is in text',
    event: (envelope) => ({ ...envelope, data: JSON.stringify(envelope.data) }),
  },
];

/** Waits for most of the time that the call has, so that its body has little left. */
const sendLate = (response: ServerResponse, method: string, send: () => void) => {
  const { read, write } = limits;
  const timer = setTimeout(send, 0.7 * (method === 'POST' ? write : read));
  response.on('close', () => clearTimeout(timer));
};

/** Answers that do not come, or do not end. */
export const SLOW: readonly Hostile[] = [
  { name: 'no answer', send: () => undefined },
  {
    name: 'a body that stalls',
    send: (response, text, method) =>
      sendLate(response, method, () => {
        response.write(text.slice(0, Math.ceil(text.length / 2)));
      }),
  },
  {
    name: 'a body that drips without end',
    send: (response, _text, method) =>
      sendLate(response, method, () => {
        // Blanks may stand before any JSON, so that nothing is wrong with it yet.
        const drip = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(drip));
      }),
  },
];
