/**
 * Finds what is wrong with the catalogue: keys and fields that the app does not have, pills without a
 * value, required fields that stay empty, and copy that Zapier would reject.
 */
import { type App, definitionOf, type Operation } from '../tools/definition.ts';
import { copyProblems } from './copy-rules.ts';
import { partners } from './partners.ts';
import { type Pill, pillsIn, valueAt } from './pills.ts';
import { type Evidence, LANGUAGES, type Step, type Template } from './schema.ts';
import {
  DASTRA,
  fieldsOfStep,
  nameOf,
  ownEventOf,
  partnerEventOf,
  type StepField,
  sampleOf,
  textIn,
} from './steps.ts';

/** Where and what, in a sentence. */
const at = (template: Template, index: number, problem: string) =>
  `${template.id}, step ${index + 1}: ${problem}`;

const eventProblems = (own: readonly Operation[], step: Step): string[] => {
  const what = `${step.kind} “${step.key ?? '(no key)'}”`;
  if (step.app === DASTRA) {
    return ownEventOf(own, step) ? [] : [`This app shows no ${what}.`];
  }
  const event = partnerEventOf(step);
  if (!event) return [`partners.ts has no ${what} of ${step.app}.`];
  return step.example && !event.madeByUser
    ? [`It has an example of its own, though ${what} returns the same to everybody.`]
    : [];
};

const fieldProblems = (step: Step, fields: Readonly<Record<string, StepField>>): string[] => {
  const filled = [...Object.keys(step.fixed), ...step.choose, ...Object.keys(step.map)];
  const problems = filled
    .filter((name, index) => filled.indexOf(name) !== index)
    .map((name) => `“${name}” is filled in twice.`);
  for (const name of filled) {
    if (!fields[name]) problems.push(`The form has no field “${name}”.`);
  }
  for (const [name, { required }] of Object.entries(fields)) {
    if (required && !filled.includes(name)) problems.push(`The required “${name}” is empty.`);
  }
  for (const [name, value] of Object.entries(step.fixed)) {
    const { choices = {}, isAccountsOwn } = fields[name] ?? {};
    if (isAccountsOwn) problems.push(`“${name}” is fixed, though each account has its own.`);
    if (Object.keys(choices).length === 0) continue;
    for (const one of [value].flat()) {
      if (!(String(one) in choices)) problems.push(`“${name}” has no choice “${String(one)}”.`);
    }
  }
  return problems;
};

const pillProblems = (own: readonly Operation[], template: Template, index: number): string[] => {
  const problems: string[] = [];
  for (const [name, text] of Object.entries(template.steps[index]?.map ?? {})) {
    const named = (pill: Pill) => `${pill.step}__${pill.path.join('__')}`;
    const english = pillsIn(textIn('en', text));
    const french = pillsIn(textIn('fr', text));
    const inFrench = (pill: Pill) => {
      const source = template.steps[pill.step - 1];
      const path = [...pill.path.slice(0, -1), `${pill.path.at(-1)}Fr`];
      return source && valueAt(sampleOf(own, source), path) !== undefined
        ? { ...pill, path }
        : pill;
    };
    if (String(english.map(inFrench).map(named)) !== String(french.map(named))) {
      problems.push(
        `“${name}” holds other pills in French than in English, or not those for its language.`,
      );
    }
    const pills = LANGUAGES.flatMap((language) => pillsIn(textIn(language, text)));
    if (pills.length === 0) problems.push(`“${name}” is mapped, but holds no pill.`);
    for (const { step, path } of pills) {
      const source = template.steps[step - 1];
      if (!source || step > index) {
        problems.push(`“${name}” takes from step ${step}, which does not come before it.`);
      } else if (typeof valueAt(sampleOf(own, source), path) === 'undefined') {
        problems.push(
          `“${name}” takes “${path.join('__')}”, which the sample of step ${step} does not hold.`,
        );
      }
    }
  }
  return problems;
};

const orderProblems = ({ steps }: Template, index: number): string[] => {
  const kind = steps[index]?.kind;
  const problems: string[] = [];
  if ((index === 0) !== (kind === 'trigger')) {
    problems.push('A template begins with a trigger, and has no other.');
  }
  const isLast = index === steps.length - 1;
  if (kind === 'search' && isLast) problems.push('A search needs an action after it.');
  return problems;
};

const twice = (templates: readonly Template[], what: string, of: (one: Template) => string) =>
  templates
    .filter((one, index) => templates.findIndex((other) => of(other) === of(one)) !== index)
    .map((one) => `${one.id}: Another template has the same ${what}.`);

/** @returns one sentence for each thing that is wrong */
export const lintCatalogue = (templates: readonly Template[], app: App): string[] => {
  const own = definitionOf(app).visible;
  const problems: string[] = [];
  for (const template of templates) {
    problems.push(...copyProblems(template).map((problem) => `${template.id}: ${problem}`));
    if (!template.steps.some((step) => step.app === DASTRA)) {
      problems.push(`${template.id}: No step is Dastra's.`);
    }
    for (const [index, step] of template.steps.entries()) {
      const found = [
        ...eventProblems(own, step),
        ...orderProblems(template, index),
        ...fieldProblems(step, fieldsOfStep(own, step)),
        ...pillProblems(own, template, index),
      ];
      problems.push(...found.map((problem) => at(template, index, problem)));
    }
  }
  return [
    ...problems,
    ...twice(templates, 'id', ({ id }) => id),
    ...twice(templates, 'English title', ({ title }) => title.en),
    ...twice(templates, 'French title', ({ title }) => title.fr),
    ...twice(templates, 'English description', ({ description }) => description.en),
    ...twice(templates, 'French description', ({ description }) => description.fr),
  ];
};

const isWeak = (evidence: Evidence) => evidence === 'low' || evidence === 'none';

/**
 * What a maintainer has to confirm on live Zapier: the names and keys of partners, used by a template,
 * whose evidence is low or missing.
 */
export const toConfirm = (templates: readonly Template[]): string[] => {
  const lines = new Set<string>();
  for (const step of templates.flatMap(({ steps }) => steps)) {
    const partner = partners[step.app];
    const event = partnerEventOf(step);
    if (!partner || !event) continue;
    const app = nameOf(step.app);
    if (isWeak(partner.evidence)) {
      lines.add(`${app}: selector ${partner.selector ?? '(not found)'}, ${partner.evidence}`);
    }
    if (isWeak(event.evidence)) {
      lines.add(`${app}, ${event.label.en}: key ${event.key ?? '(not found)'}, ${event.evidence}`);
    }
    for (const name of [...Object.keys(step.fixed), ...step.choose, ...Object.keys(step.map)]) {
      const field = event.fields[name];
      if (!field || !isWeak(field.evidence)) continue;
      lines.add(`${app}, ${event.label.en}: field ${field.label.en} (key not found), none`);
    }
    if (event.madeByUser) {
      lines.add(`${app}, ${event.label.en}: the pills are those of the user's own form or sheet`);
    } else if (event.kind === 'trigger' || event.kind === 'search') {
      lines.add(`${app}, ${event.label.en}: the names of its pills are modelled by us`);
    }
  }
  return [...lines].sort();
};
