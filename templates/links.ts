/**
 * Links that open the Zap editor with all that a link can hold: apps, events and fixed fields. They
 * cannot map a field to the output of an earlier step; a published template can.
 */
import type { Operation } from '../tools/definition.ts';
import { partners } from './partners.ts';
import type { Step, Template } from './schema.ts';
import { DASTRA, fieldsOfStep } from './steps.ts';

/** The app's name in the addresses of zapier.com. */
const SLUG = 'dastra';

/**
 * How Zapier names this app in links: the key that `zapier-platform link` writes, and a suffix.
 * @param environment `ZAPIER_APP_KEY`, which wins
 * @param linked what `.zapierapprc` holds
 * @returns undefined if the app is not linked to Zapier yet
 * @throws Error if the key has another form than Zapier's
 */
export const ownSelector = (
  environment: string | undefined,
  linked: string,
): string | undefined => {
  const { key: fromFile } = JSON.parse(linked) as { key?: unknown };
  const key = environment || fromFile;
  if (key === undefined) return undefined;
  const stem = String(key).replace(/CLIAPI$/, '');
  if (!/^App\d+$/.test(stem)) {
    throw new Error(`The app's key has the form App123, but is “${String(key)}”.`);
  }
  return `${stem}CLIAPI`;
};

/** Why there is no link. */
type Missing =
  /** The app has no key yet: it is not linked to Zapier. */
  | { why: 'own-key' }
  /** The app of the first step has no known name in links, without which no link can begin. */
  | { why: 'first-app'; app: string };

/** A step, counted from 0, of which the link holds the search without its action, the app alone, or nothing. */
interface ByHand {
  step: number;
  holds: 'search' | 'app' | 'nothing';
}

/** What the button of a template does. */
export type Start =
  | { state: 'published'; href: string }
  | {
      state: 'prefilled';
      href: string;
      /** Steps that the link opens in part only. */
      byHand: ByHand[];
    }
  | { state: 'missing'; missing: Missing };

type Parameter = readonly [name: string, value: string];

const selectorOf = ({ app }: Step, own: string): string | null =>
  app === DASTRA ? own : (partners[app]?.selector ?? null);

const parametersOf = (
  events: readonly Operation[],
  step: Step,
  index: number,
  selector: string,
): Parameter[] => {
  const prefix = `steps[${index}]`;
  const parameters: Parameter[] = [[`${prefix}[app]`, `${selector}@latest`]];
  if (step.key === null) return parameters;
  parameters.push([`${prefix}[action]`, step.key]);
  const fields = fieldsOfStep(events, step);
  for (const [name, value] of Object.entries(step.fixed)) {
    const { key, choices = {} } = fields[name] ?? {};
    if (key === undefined) continue;
    parameters.push([`${prefix}[params][${key}]`, String(value)]);
    const label = choices[String(value)];
    // Without it the editor shows the value of a choice, not its label.
    if (label) parameters.push([`${prefix}[meta][parammap][${key}]`, label]);
  }
  return parameters;
};

/**
 * Makes the link of a template.
 * @param selector of this app, as `ownSelector` gives it
 */
export const startOf = (
  template: Template,
  events: readonly Operation[],
  selector: string | undefined,
): Start => {
  if (template.templateId) {
    return {
      state: 'published',
      href: `https://zapier.com/webintent/create-zap?template=${template.templateId}`,
    };
  }
  if (selector === undefined) return { state: 'missing', missing: { why: 'own-key' } };
  const [first] = template.steps;
  if (first && selectorOf(first, selector) === null) {
    return { state: 'missing', missing: { why: 'first-app', app: first.app } };
  }
  const parameters: Parameter[] = [];
  const byHand: ByHand[] = [];
  let isCutOff = false;
  for (const [index, step] of template.steps.entries()) {
    const name = selectorOf(step, selector);
    // A step without an app would shift all steps after it.
    isCutOff ||= name === null;
    if (isCutOff || name === null) {
      byHand.push({ step: index, holds: 'nothing' });
      continue;
    }
    if (step.key === null) byHand.push({ step: index, holds: 'app' });
    // Zapier documents no event key for a search together with its action.
    if (step.kind === 'searchOrCreate') byHand.push({ step: index, holds: 'search' });
    parameters.push(...parametersOf(events, step, index, name));
  }
  const query = parameters.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
  return {
    state: 'prefilled',
    href: `https://api.zapier.com/v1/embed/${SLUG}/create?${query}`,
    byHand,
  };
};
