/** Tells the documented outcomes of an operation from all others. */
import type { Fault } from '../../src/dastra/fault.ts';
import { NOT_UNDERSTOOD } from '../../src/zapier/hook.ts';
import { MAYBE_DONE, OUTCOMES } from '../../src/zapier/outcomes.ts';
import type { Outcome } from './fault-harness.ts';

type Sentence = typeof MAYBE_DONE;

const NAMES: Record<Sentence['effect'], string> = {
  halt: 'HaltedError',
  reconnect: 'ExpiredAuthError',
  wait: 'ThrottledError',
  fail: 'AppError',
};

/** What may stand in the blanks of a sentence. */
const BLANKS = {
  doing: '[a-z][A-Za-z ]+',
  where: '( in workspace \\d+)?',
  record: '[a-z][\\w ,-]+',
  status: '( \\(error \\d{3}\\))?',
  problems: '[^\\n]+',
  place: '( at “[^”\\n]+”)?',
};

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A sentence with its blanks, as a pattern. */
const patternOf = ({ say }: Sentence, without: (keyof typeof BLANKS)[] = []): string => {
  const names = Object.keys(BLANKS) as (keyof typeof BLANKS)[];
  const marks = names.map((name) => [name, without.includes(name) ? '' : `<${name}>`]);
  const said = say(Object.fromEntries(marks) as Record<keyof typeof BLANKS, string>);
  return names.reduce(
    (pattern, name) => pattern.replaceAll(`<${name}>`, BLANKS[name]),
    escaped(said),
  );
};

/** What a change has done before it ended: a sentence that may follow. */
const SAVED = '(?: Already saved: [A-Z][^\\n]*\\.)?';

const sentences = (outcome: Sentence) => {
  const variants = [patternOf(outcome), patternOf(outcome, ['record', 'problems'])];
  return {
    name: NAMES[outcome.effect],
    pattern: new RegExp(`^(${variants.join('|')})${SAVED}$`, 'u'),
  };
};

/**
 * A sentence about the values of the step: a label, or the API's name of a field that the form does
 * not show, and what is wrong; or Dastra's own words.
 */
const ABOUT_VALUES =
  /^(Dastra says: \S|Fill in [A-Z]|Enter an? [A-Z]|Search by [A-Z]|[a-z]\w* (is|must) \S|[A-Z][\w-]*( [A-Z&/][\w-]*| (of|to|by|on) [A-Z][\w-]*)*( \(items? [\d, and]+\))?(:| is| must| has| and| was| did) \S)/;

const { invalid, ...others } = OUTCOMES;
const SENTENCES = [...Object.values(others), MAYBE_DONE].map(sentences);
const REFUSED_VALUES = new RegExp(`^${patternOf(invalid, ['problems'])}$`);

/** The sentences about a webhook, whose blanks stand between others. */
const ABOUT_WEBHOOK = [
  escaped(NOT_UNDERSTOOD.event('<place>')).replace('<place>', '[A-Za-z.]+'),
  escaped(NOT_UNDERSTOOD.record('<id>', 0)).replace('<id>', '[\\w-]+').replace(' 0,', ' \\d+,'),
].map((pattern) => new RegExp(`^${pattern}$`));

/** What is wrong with the way in which an operation ended; undefined if that is documented. */
export const undocumented = (outcome: Outcome): string | undefined => {
  if ('result' in outcome) return undefined;
  const { name, message, whole } = outcome;
  if (whole.includes('sandbox-key')) return `It holds the key: ${whole}`;
  if (message.includes('What happened')) return `It is enriched: ${message}`;
  const known = SENTENCES.some((one) => one.name === name && one.pattern.test(message));
  const aboutValues =
    name === NAMES[OUTCOMES['invalid' satisfies Fault].effect] &&
    (ABOUT_VALUES.test(message) || REFUSED_VALUES.test(message));
  const aboutWebhook =
    name === NAMES.fail && ABOUT_WEBHOOK.some((pattern) => pattern.test(message));
  return known || aboutValues || aboutWebhook
    ? undefined
    : `It is not documented: ${name}: ${message}\n${whole}`;
};
