/** What an answer without success says: which fault it is, what is wrong, and how long to wait. */
import type { HttpResponse } from 'zapier-platform-core';
import * as z from 'zod/mini';
import type { Fault, Problem } from './fault.ts';
import { ifFits } from './received.ts';

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

/** The fault that a status other than 2xx stands for. */
export const faultOf = (status: number): Fault =>
  FAULTS[status] ?? (status >= 500 ? 'server' : status >= 400 ? 'refused' : 'unreadable');

/** Fields and what is wrong with each, as ASP.NET's ModelState writes them. */
const byField = z.catchall(z.object({}), z.union([z.string(), z.array(z.string())]));

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

/** The API's own name of a field, in its words: the label of the form takes its place. */
const withoutName = (message: string, name: string): string => {
  const last =
    name
      .split(/[.[\]]+/)
      .filter(Boolean)
      .at(-1) ?? '';
  if (!/^\w+$/.test(last)) return message;
  const spaced = last.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
  const either = `['“"]?(?:${last}|${spaced})['”"]?`;
  const rest = (
    message.startsWith(`${name}:`) ? message.slice(name.length + 1).trimStart() : message
  )
    .replace(new RegExp(`^${either}\\s*:\\s*`, 'i'), '')
    .replace(new RegExp(`^the (?:field ${either}|${either} field)(?= )`, 'i'), 'This field')
    .replace(new RegExp(`^['“"](?:${last}|${spaced})['”"](?= )`, 'i'), 'This field');
  return rest === message ? message : rest.replace(/^[a-z]/, (letter) => letter.toUpperCase());
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
export const problemsOf = (response: HttpResponse, sent: unknown): Problem[] => {
  const texts = textsIn(sent);
  const problem = (message: string, name = ''): Problem => ({
    ...fieldNames(name),
    message: quoted(withoutName(message, name), texts),
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

/** Whether an answer is a page of HTML, as proxies and logins give it. */
export const isPage = (content: string) => /^\s*</.test(content);

/** The longest wait that is taken from Dastra, in seconds; a minute is what its limit asks for. */
const LONGEST_WAIT = 3600;

/** Seconds to wait, from `Retry-After` in seconds or as an HTTP date; undefined if neither. */
export const retryAfter = (response: HttpResponse): number | undefined => {
  const header = response.getHeader('retry-after')?.trim() ?? '';
  // Only a date that names its month: JavaScript would read one out of "1.5" or "-5".
  const date = /[a-z]{3}/i.test(header) ? Date.parse(header) : Number.NaN;
  const seconds = /^\d+$/.test(header) ? Number(header) : Math.ceil((date - Date.now()) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(0, seconds), LONGEST_WAIT);
};
