/**
 * The one table of what a Zap builder reads when something goes wrong, and of what Zapier then does
 * with the Zap: which cause, which sentence, which of Zapier's errors.
 */
import type { ZObject } from 'zapier-platform-core';
import type { DastraError, Fault, Problem } from '../dastra/fault.ts';
import { MISSING } from '../dastra/sent.ts';
import { listed } from './choices.ts';

/**
 * Where an account owner makes an API key (docs/dastra-api.md, Authentication; Organisation
 * settings → API).
 */
export const API_KEYS_URL = 'https://app.dastra.eu/general-settings/api';

/** What Zapier does after an error. */
type Effect =
  /** Stops this run only: the builder's values are at fault, and the same values fail again. */
  | 'halt'
  /** Pauses the Zap until the account is connected again. */
  | 'reconnect'
  /** Waits, then tries again. */
  | 'wait'
  /** Counts as an error of the Zap, which can be replayed. */
  | 'fail';

/** What a sentence can speak of. */
interface About {
  /** What was tried: an infinitive without "to". */
  doing: string;
  /** The workspace, as in " in workspace 12"; empty without one. */
  where: string;
  /** The record that was asked for, as in "actor 12"; empty where it was no single one. */
  record: string;
  /** As in " (error 502)"; empty without answer. */
  status: string;
  /** What is wrong with which field, in sentences. */
  problems: string;
  /** Where an answer is not as documented, as in " at “area.id”". */
  place: string;
}

interface Outcome {
  /** What makes it happen, for the documentation. */
  cause: string;
  effect: Effect;
  say(about: About): string;
}

const SUPPORT = 'If it keeps happening, contact Dastra support.';

const LATER = `Try again in a few minutes. ${SUPPORT}`;

/** Every way in which an operation can fail, and what becomes of it. */
export const OUTCOMES: Record<Fault, Outcome> = {
  invalid: {
    cause: 'A value cannot be sent, or Dastra refuses it (400, 422)',
    effect: 'halt',
    say: ({ doing, where, problems }) =>
      problems ||
      `Dastra refused to ${doing}${where} with these values. Check each field of this step.`,
  },
  unauthorized: {
    cause: 'The API key is missing, wrong or revoked (401)',
    effect: 'reconnect',
    say: () =>
      `Dastra refused the API key. Copy the private key again, or have an account owner make a new one in Dastra under Organisation settings, API (${API_KEYS_URL}), and connect your Dastra account again.`,
  },
  forbidden: {
    cause: 'The API key lacks a permission (403)',
    effect: 'fail',
    say: ({ doing, where }) =>
      `This API key lacks the permission to ${doing}${where}. Ask an account owner to add it in Dastra (${API_KEYS_URL}), or choose another workspace.`,
  },
  'not-found': {
    cause: 'There is no such record, workspace or endpoint (404, 405, 410)',
    effect: 'halt',
    say: ({ doing, where, record }) =>
      record
        ? `Dastra has no ${record}${where}. Check the ID in this step, or choose from the list.`
        : `Dastra could not ${doing}${where}: there is no such workspace, or your Dastra does not offer this. Check the Workspace of this step. If it is right, contact Dastra support.`,
  },
  conflict: {
    cause: 'It conflicts with existing data (409, 412)',
    effect: 'halt',
    say: ({ doing, where, problems }) =>
      `Dastra could not ${doing}${where}: this conflicts with existing data. ${problems || 'Look at the record in Dastra, then try again.'}`,
  },
  refused: {
    cause: 'Another refusal, which no value of the step explains (402, 406, 415 …)',
    effect: 'fail',
    say: ({ doing, where, status }) => `Dastra refused to ${doing}${where}${status}. ${SUPPORT}`,
  },
  unproven: {
    cause:
      'Whether a record exists cannot be proven: Dastra does not filter its list, which is too long to read',
    effect: 'fail',
    say: ({ doing, where }) =>
      `We could not ${doing}${where} for sure: Dastra did not filter its list, which is too long to read in full. Nothing was created. Look in Dastra, then map an ID in this step, or turn off what looks for duplicates.`,
  },
  'too-large': {
    cause: 'It is more data than Dastra takes (413)',
    effect: 'halt',
    say: ({ doing, where }) =>
      `Dastra could not ${doing}${where}: this is more data than it takes at once. Shorten the longest texts of this step, or use a smaller file.`,
  },
  throttled: {
    cause: 'Too many calls in a minute (429)',
    effect: 'wait',
    say: () => 'Dastra’s limit of calls per minute was reached. Zapier will retry automatically.',
  },
  server: {
    cause: 'Dastra or a proxy in front of it fails (5xx)',
    effect: 'fail',
    say: ({ doing, where, status }) =>
      `Dastra had a problem when asked to ${doing}${where}${status}. ${LATER}`,
  },
  timeout: {
    cause: 'No answer in time',
    effect: 'fail',
    say: ({ doing, where }) => `Dastra took too long to ${doing}${where}. ${LATER}`,
  },
  unreachable: {
    cause: 'No connection: refused, or the name is unknown',
    effect: 'fail',
    say: ({ doing, where }) => `Dastra could not be reached to ${doing}${where}. ${LATER}`,
  },
  interrupted: {
    cause: 'The connection breaks off before the answer is complete',
    effect: 'fail',
    say: ({ doing, where }) =>
      `The connection to Dastra was lost when it was asked to ${doing}${where}. ${LATER}`,
  },
  unreadable: {
    cause: 'An answer that is not as documented: other JSON, a page, nothing, a redirect',
    effect: 'fail',
    say: ({ doing, where, status, place }) =>
      `Dastra was asked to ${doing}${where}, but its reply could not be understood${place}${status}. ${LATER}`,
  },
  source: {
    cause: 'The site that holds a file is slow, cannot be reached, or fails',
    effect: 'fail',
    say: ({ problems }) => problems,
  },
};

/**
 * What is said instead when Dastra may have done what it was asked for: a replay by Zapier would do
 * it twice, so that a person has to look first.
 */
export const MAYBE_DONE: Outcome = {
  cause:
    'The answer to a creation is lost or unclear, or Dastra accepts it and does not show it: it may have been done',
  effect: 'halt',
  say: ({ doing, where, status }) =>
    `We don’t know whether Dastra managed to ${doing}${where}: its reply was lost or unclear${status}. Check in Dastra. If the record is missing, replay this step; if it exists, don’t: you would get it twice.`,
};

const sentence = (text: string) => (/[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

/** A phrase of ours, in lower case, follows the label; a sentence follows a colon. */
const problemText = (
  { field, part, items, message }: Problem,
  labelOf: (field: string) => string,
) => {
  if (!field) return `Dastra says: ${sentence(message)}`;
  const isPhrase = /^[a-z]/.test(message);
  // The label is that of all custom fields together.
  const name = part ? `Custom field “${part}”` : labelOf(field);
  return sentence(`${name}${items ? ` (${items})` : ''}${isPhrase ? ' ' : ': '}${message}`);
};

/** What is wrong, with all that is missing in one sentence. */
const problemTexts = (problems: readonly Problem[], labelOf: (field: string) => string) => {
  const missing = problems.filter(({ message }) => message === MISSING);
  const labels = missing.flatMap(({ field }) => (field ? [labelOf(field)] : []));
  const others = problems.filter((problem) => !missing.includes(problem));
  return [
    ...(labels.length > 0 ? [`Fill in ${listed(labels)}.`] : []),
    ...others.map((problem) => problemText(problem, labelOf)),
  ].join(' ');
};

/**
 * Why a part of the work was not done, where the rest of it was: no retry will follow.
 * @param labelOf gives a field of the API the label that it has in the form
 */
export const reasonOf = (
  { fault, details: { problems = [] } }: DastraError,
  labelOf: (field: string) => string,
): string => sentence(problemTexts(problems, labelOf) || OUTCOMES[fault].cause);

/**
 * Turns what went wrong into the error that Zapier understands.
 * @param errors `z.errors`
 * @param labelOf gives a field of the API the label that it has in the form
 */
export const toZapierError = (
  errors: ZObject['errors'],
  error: DastraError,
  labelOf: (field: string) => string,
): Error => {
  const { doing = 'answer', record, workspaceId, status, problems = [] } = error.details;
  const { place, maybeDone, saved = [] } = error.details;
  const outcome = maybeDone ? MAYBE_DONE : OUTCOMES[error.fault];
  const message = outcome.say({
    doing,
    record: record ?? '',
    place: place ? ` at “${place}”` : '',
    where: workspaceId === undefined ? '' : ` in workspace ${workspaceId}`,
    status: status === undefined ? '' : ` (error ${status})`,
    problems: problemTexts(problems, labelOf),
  });
  const before = saved.length > 0 ? ` Already saved: ${saved.map(labelOf).join(', ')}.` : '';
  return withoutContext(errorOf(errors, outcome.effect, message + before, error));
};

const errorOf = (
  errors: ZObject['errors'],
  effect: Effect,
  message: string,
  { fault, details: { status, retryAfter } }: DastraError,
): Error => {
  switch (effect) {
    case 'halt':
      return new errors.HaltedError(message);
    case 'reconnect':
      return new errors.ExpiredAuthError(message);
    case 'wait':
      return new errors.ThrottledError(message, retryAfter);
    case 'fail':
      return new errors.Error(message, fault, status);
  }
};

/** The platform would add the whole input of the step to the message, with all personal data in it. */
export const withoutContext = <Thrown extends Error>(error: Thrown): Thrown =>
  Object.assign(error, { doNotContextify: true });
