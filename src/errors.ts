/**
 * The one table of what a Zap builder reads when something goes wrong, and of what Zapier then does
 * with the Zap: which cause, which sentence, which of Zapier's errors.
 */
import type { ZObject } from 'zapier-platform-core';
import type { DastraError, Fault, Problem } from './dastra/errors.ts';

/** Where an account owner makes an API key (fact sheet §1; Organisation settings → API). */
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

interface Outcome {
  effect: Effect;
  /** The sentence. `doing` is what was tried, `where` the workspace, as in " in workspace 12". */
  say(about: { doing: string; where: string; status: string; problems: string }): string;
}

const OUTCOMES: Record<Fault, Outcome> = {
  invalid: {
    effect: 'halt',
    say: ({ doing, where, problems }) =>
      problems ||
      `Dastra refused to ${doing}${where} with these values. Check each field of this step.`,
  },
  unauthorized: {
    effect: 'reconnect',
    say: () =>
      `Dastra refused the API key. Copy the private key again, or have an account owner make a new one in Dastra under Organisation settings, API (${API_KEYS_URL}), and connect your Dastra account again.`,
  },
  forbidden: {
    effect: 'fail',
    say: ({ doing, where }) =>
      `This API key may not ${doing}${where}. Ask an account owner to give the key that permission in Dastra (${API_KEYS_URL}), or choose another workspace.`,
  },
  'not-found': {
    effect: 'halt',
    say: ({ doing, where }) =>
      `Dastra could not ${doing}${where}: there is no such record or workspace, or it is not part of this Dastra. Check the IDs in this step, or choose from the lists.`,
  },
  conflict: {
    effect: 'halt',
    say: ({ doing, where, problems }) =>
      `Dastra could not ${doing}${where}: it conflicts with what is there already. ${problems || 'Look at the record in Dastra first.'}`,
  },
  'too-large': {
    effect: 'halt',
    say: ({ doing, where }) =>
      `Dastra could not ${doing}${where}: this is more data than it takes at once. Shorten the longest texts of this step.`,
  },
  throttled: {
    effect: 'wait',
    say: () =>
      'Dastra takes a limited number of calls a minute, and this is more. Zapier tries again later.',
  },
  server: {
    effect: 'fail',
    say: ({ doing, where, status }) =>
      `Dastra failed to ${doing}${where} because of a fault of its own${status}. Try again in a few minutes; if it lasts, ask Dastra's support.`,
  },
  timeout: {
    effect: 'fail',
    say: ({ doing, where }) =>
      `Dastra took too long to ${doing}${where}. Look in Dastra whether it was done after all, then try again.`,
  },
  unreachable: {
    effect: 'fail',
    say: ({ doing, where }) =>
      `Dastra could not be reached to ${doing}${where}. Try again in a few minutes.`,
  },
  unreadable: {
    effect: 'fail',
    say: ({ doing, where, status, problems }) =>
      `Dastra answered in an unexpected form when asked to ${doing}${where}${status}. ${problems} Try again; if it lasts, ask Dastra's support.`.replace(
        '  ',
        ' ',
      ),
  },
};

/** What is said when a write was taken, but its answer could not be read: it must not be repeated. */
const WRITTEN: Outcome = {
  effect: 'halt',
  say: ({ doing, where }) =>
    `Dastra was asked to ${doing}${where} and took it, but its answer could not be read. Look in Dastra before you run this step again, or it may be there twice.`,
};

const sentence = (text: string) => (/[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

/** A phrase of ours, in lower case, follows the label; a sentence of Dastra's stands behind a colon. */
const problemText = ({ field, message }: Problem, labelOf: (field: string) => string) => {
  if (!field) return `Dastra says: ${sentence(message)}`;
  const isPhrase = /^[a-z]/.test(message);
  return sentence(`${labelOf(field)}${isPhrase ? ' ' : ': '}${message}`);
};

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
  const { doing = 'answer', workspaceId, status, problems = [], written } = error.details;
  const outcome = error.fault === 'unreadable' && written ? WRITTEN : OUTCOMES[error.fault];
  const message = outcome.say({
    doing,
    where: workspaceId === undefined ? '' : ` in workspace ${workspaceId}`,
    status: status === undefined ? '' : ` (status ${status})`,
    problems: problems.map((problem) => problemText(problem, labelOf)).join(' '),
  });
  return withoutContext(errorOf(errors, outcome.effect, message, error));
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
