/** A step of a template, in any app: its event, its form and its output. */
import type { Field, Operation } from '../tools/definition.ts';
import { partners } from './partners.ts';
import type { Evidence, Language, Localized, PartnerEvent, Step, Template } from './schema.ts';

export const DASTRA = 'dastra';

export const nameOf = (app: string): string =>
  app === DASTRA ? 'Dastra' : (partners[app]?.name ?? app);

/** The apps of a template, each once, in the order of its steps. */
export const appsOf = ({ steps }: Template): string[] => [...new Set(steps.map(({ app }) => app))];

export const textIn = (language: Language, text: string | Localized): string =>
  typeof text === 'string' ? text : text[language];

/** Our trigger or action that a step uses, or undefined if there is none of that kind and key. */
export const ownEventOf = (own: readonly Operation[], { kind, key }: Step): Operation | undefined =>
  own.find((event) => event.kind === kind && event.key === key);

/** The partner's event that a step uses, or undefined if `partners.ts` has none. */
export const partnerEventOf = ({ app, kind, key }: Step): PartnerEvent | undefined =>
  partners[app]?.events.find((event) => event.kind === kind && event.key === key);

/** The sample output of a step: what its own form or sheet gives, or else the sample of its event. */
export const sampleOf = (own: readonly Operation[], step: Step): Record<string, unknown> =>
  step.example ??
  (step.app === DASTRA ? ownEventOf(own, step)?.sample : partnerEventOf(step)?.sample) ??
  {};

/** A field of a step's form, ours or a partner's. */
export interface StepField {
  /** Zapier's key; undefined where it was not found. */
  key: string | undefined;
  label: Localized;
  evidence: Evidence;
  required: boolean;
  /** The drop-down's labels by value. */
  choices: Readonly<Record<string, string>>;
  /** Whether the choices are records of the user's own account. */
  isAccountsOwn: boolean;
}

const ofOurs = ({ key, label, required, choices, dropdown }: Field): StepField => ({
  key,
  // Zapier shows the labels of an app in one language, English.
  label: { en: label, fr: label },
  evidence: 'high',
  required,
  choices: choices ?? {},
  isAccountsOwn: dropdown !== undefined,
});

/** All fields of a step's form, by the name that templates use, when it holds the fixed values. */
export const fieldsOfStep = (
  own: readonly Operation[],
  step: Step,
): Readonly<Record<string, StepField>> => {
  if (step.app === DASTRA) {
    const fields = ownEventOf(own, step)?.fieldsFor(step.fixed) ?? [];
    return Object.fromEntries(fields.map((field) => [field.key, ofOurs(field)]));
  }
  return Object.fromEntries(
    Object.entries(partnerEventOf(step)?.fields ?? {}).map(([name, field]) => [
      name,
      {
        key: field.evidence === 'none' ? undefined : name,
        label: field.label,
        evidence: field.evidence,
        required: field.required === true,
        choices: {},
        isAccountsOwn: false,
      },
    ]),
  );
};
