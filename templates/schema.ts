/**
 * What a Zap template is, as far as Zapier's template form and our own page need it. One file of
 * `catalogue/` holds one template.
 */
import * as z from 'zod';
import { KINDS } from '../tools/definition.ts';

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

const text = z.string().trim().min(1);
const localized = z.strictObject({ en: text, fr: text });
export type Localized = z.infer<typeof localized>;

/**
 * How well a fact about a partner's app is known. `high`: Zapier's own repositories or documents, or
 * an exported Zap; `medium`: two third parties agree; `low`: one weak source; `none`: not found, so
 * that we use a name of our own and put it into no link.
 */
const EVIDENCE = ['high', 'medium', 'low', 'none'] as const;
export type Evidence = (typeof EVIDENCE)[number];
const evidence = z.enum(EVIDENCE);

const kind = z.enum(KINDS);

const partnerField = z.strictObject({
  /** What goes into the field; the words are ours, as partners change theirs. */
  label: localized,
  evidence,
  required: z.literal(true).optional(),
});

const partnerEvent = z.strictObject({
  kind,
  /** The event's key in Zapier; `null` where it was not found. */
  key: text.nullable(),
  evidence,
  /** What the event does, in our words. */
  label: localized,
  /** The fields that templates fill in or leave to the user, by Zapier's key. */
  fields: z.record(text, partnerField),
  /** A sample output: made up by us, in the form that the partner's documents show. */
  sample: z.record(text, z.unknown()),
  /** Set where the output is named by the user's own form or sheet. */
  madeByUser: z.literal(true).optional(),
});
export type PartnerEvent = z.infer<typeof partnerEvent>;

/** An app of somebody else, as Zapier knows it. */
export const partner = z.strictObject({
  /** The official spelling. */
  name: text,
  /** The app's name in links; `null` where it was not found. */
  selector: text.nullable(),
  evidence,
  events: z.array(partnerEvent).min(1),
});
export type Partner = z.infer<typeof partner>;

const value = z.union([text, z.boolean(), z.array(text).min(1)]);

const step = z.strictObject({
  /** `dastra`, or a key of `partners.ts`. */
  app: text,
  kind,
  key: text.nullable(),
  /** What happens in this step. */
  does: localized,
  /** Fields with one value for everybody; the link fills them in. */
  fixed: z.record(text, value).default({}),
  /** Fields that only the user can know, such as the workspace: Zapier takes no template with IDs. */
  choose: z.array(text).default([]),
  /**
   * Fields filled with the output of earlier steps: text with pills such as `{{1__email}}`, in both
   * languages where it holds words of its own.
   */
  map: z.record(text, z.union([text, localized])).default({}),
  /**
   * What the step returns in this template, where the user's own form or sheet names it: in place of
   * the partner's sample.
   */
  example: z.record(text, text).optional(),
});
export type Step = z.infer<typeof step>;

const CATEGORIES = ['rights-requests', 'breaches', 'tasks', 'records', 'actors'] as const;
export type Category = (typeof CATEGORIES)[number];

/** What a visitor of our page wants to get done, in the order of the page. */
export const GOALS = [
  'alert',
  'deadlines',
  'collect',
  'answer',
  'plan',
  'report',
  'register',
  'actors',
] as const;
export type Goal = (typeof GOALS)[number];

const words = z.array(text).min(1);

export const template = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  /** The id of the template that Zapier has published. */
  templateId: z.string().regex(/^\d+$/).optional(),
  category: z.enum(CATEGORIES),
  goal: z.enum(GOALS),
  /** Set for the few that the page shows first. */
  featured: z.literal(true).optional(),
  title: localized,
  /** For Zapier's template form. */
  description: localized,
  /** What is hard without it, for our page. */
  problem: localized,
  /** Words that visitors may search for and that its other texts do not hold. */
  keywords: z.strictObject({ en: words, fr: words }),
  /** Which personal data it moves, and to which app. */
  personalData: localized,
  steps: z.array(step).min(2),
});
export type Template = z.infer<typeof template>;
/** A template as it is written down. */
export type TemplateSource = z.input<typeof template>;

/** The plan that a template needs: Zapier's free one allows Zaps of two steps. */
export const planOf = ({ steps }: Template): 'free' | 'paid' =>
  steps.length > 2 ? 'paid' : 'free';
