/** Zapier's rules for the titles and descriptions of templates, and ours for the French ones. */

import type { Step, Template } from './schema.ts';
import { nameOf } from './steps.ts';

/** What a title may begin with, and for the special verbs, for what only. */
const VERBS: Readonly<Record<string, { only: RegExp; why: string } | undefined>> = {
  Add: undefined,
  Attach: undefined,
  Close: undefined,
  Complete: undefined,
  Create: undefined,
  Find: undefined,
  Update: undefined,
  Send: { only: /\b(messages|emails|replies)\b/i, why: 'messages' },
  Post: { only: /\b(Slack|Microsoft Teams)\b/, why: 'social media and chat' },
  Log: {
    only: /\b(Google Sheets|Microsoft Excel|Airtable|Notion)\b/,
    why: 'spreadsheets, databases and notes',
  },
  Archive: {
    only: /\b(Google Sheets|Microsoft Excel|Airtable|Notion)\b/,
    why: 'spreadsheets, databases and notes',
  },
};

const FRENCH_VERBS = [
  'Ajouter',
  'Attacher',
  'Clôturer',
  'Consigner',
  'Créer',
  'Envoyer',
  'Mettre',
  'Rechercher',
  'Terminer',
];

const BANNED = /\b(zaps?|templates?|triggers?|triggered|actions?|sync\w*|automatic\w*)\b/i;
const PRONOUNS = /\b(you|your|yours|we|our|ours|us|I|my|me)\b/;
const LINK = /https?:|www\.|\.com\b/i;
const FUTURE = /\b(will|would|was going to)\b/i;

// \b knows no accents, so that words are taken between what is no letter.
const frenchWord = (words: string) => new RegExp(`(?<![\\p{L}])(?:${words})(?![\\p{L}])`, 'iu');
const FRENCH_BANNED = frenchWord(
  'zaps?|modèles?|déclencheurs?|déclenche|synchronis\\p{L}*|automatiqu\\p{L}*',
);
const FRENCH_PRONOUNS = frenchWord('vous|votre|vos|nous|notre|nos|je|mon|ma|mes');
const ENGLISH_WORDS = frenchWord('the|and|with|for|from|when|this|requests?|tasks?|processing');
const FRENCH_WORDS = frenchWord('le|la|les|l|un|une|des|du|de|d');
/** French sets a space before these. */
const UNSPACED = /[^\s\d][:;!?»](?=\s|$)/;

const TITLE_LENGTH = { least: 20, most: 90 };
const FRENCH_TITLE_LENGTH = { least: 20, most: 120 };
const DESCRIPTION_LENGTH = { least: 120, most: 400 };
const FRENCH_DESCRIPTION_LENGTH = { least: 120, most: 480 };

const sentencesIn = (text: string) => text.split(/(?<=[.!?])\s+/).filter(Boolean).length;

const appsOf = (steps: readonly Step[]) => [...new Set(steps.map(({ app }) => nameOf(app)))];

const within = ({ least, most }: { least: number; most: number }, text: string) =>
  text.length >= least && text.length <= most
    ? []
    : [`has ${text.length} characters, not ${least} to ${most}`];

const broken = (rules: readonly (readonly [boolean, string])[]) =>
  rules.filter(([isBroken]) => isBroken).map(([, problem]) => problem);

const englishTitle = ({ title: { en }, steps }: Template): string[] => {
  const [verb = ''] = en.split(' ');
  const special = VERBS[verb];
  const apps = appsOf(steps);
  const withoutApps = apps.reduce((text, app) => text.replaceAll(app, ''), en);
  // The trigger's item: what follows "new", up to where the rest of the sentence begins.
  const [item = ''] =
    /\bnew (.+?)(?: (?:in|to|for|from|with)\b.*)?$/.exec(withoutApps)?.slice(1) ?? [];
  return [
    ...within(TITLE_LENGTH, en),
    ...broken([
      [!(verb in VERBS), `does not begin with a verb of the list, but with “${verb}”`],
      [
        special !== undefined && !special.only.test(en),
        `has “${verb}”, which is for ${special?.why}`,
      ],
      [BANNED.test(en), `has the word “${BANNED.exec(en)?.[0]}”`],
      [PRONOUNS.test(en), `has the pronoun “${PRONOUNS.exec(en)?.[0]}”`],
      [/[.!?]$/.test(en), 'ends with a full stop'],
      [/ \p{Lu}/u.test(withoutApps), 'is not in sentence case'],
      [item === '', 'does not say “new” before what begins it'],
      [
        item !== '' && !/s\b/.test(item.trim().split(' ').at(-1) ?? ''),
        'does not name the items in the plural',
      ],
      ...apps.map((app) => [!en.includes(app), `does not name ${app}`] as const),
    ]),
  ].map((problem) => `The title ${problem}.`);
};

const englishDescription = ({ title, description: { en } }: Template): string[] => {
  const sentences = sentencesIn(en);
  return [
    ...within(DESCRIPTION_LENGTH, en),
    ...broken([
      [sentences < 2 || sentences > 4, `has ${sentences} sentences, not 2 to 4`],
      [/\n/.test(en), 'has more than one paragraph'],
      [BANNED.test(en), `has the word “${BANNED.exec(en)?.[0]}”`],
      [PRONOUNS.test(en), `has the pronoun “${PRONOUNS.exec(en)?.[0]}”`],
      [FUTURE.test(en), 'is not in the present tense'],
      [LINK.test(en), 'has a link'],
      [!/[.!?]$/.test(en), 'does not end a sentence'],
      [en.toLowerCase().includes(title.en.toLowerCase()), 'repeats the title'],
      [!/integration|automation/.test(en), 'does not say what the integration does'],
    ]),
  ].map((problem) => `The description ${problem}.`);
};

const french = (what: string, fr: string, en: string): string[] =>
  broken([
    [fr === en, 'is the English one'],
    [!FRENCH_WORDS.test(fr), 'has no French words'],
    [ENGLISH_WORDS.test(fr), `has the English word “${ENGLISH_WORDS.exec(fr)?.[0]}”`],
    [FRENCH_BANNED.test(fr), `has the word “${FRENCH_BANNED.exec(fr)?.[0]}”`],
    [FRENCH_PRONOUNS.test(fr), `has the pronoun “${FRENCH_PRONOUNS.exec(fr)?.[0]}”`],
    [UNSPACED.test(fr), 'lacks a space before a colon, a semicolon or a mark'],
  ]).map((problem) => `The French ${what} ${problem}.`);

/** What breaks the rules, in sentences. */
export const copyProblems = (template: Template): string[] => {
  const { title, description, problem, personalData, steps } = template;
  const sentences = sentencesIn(description.fr);
  const [verb = ''] = title.fr.split(' ');
  return [
    ...englishTitle(template),
    ...englishDescription(template),
    ...french('title', title.fr, title.en),
    ...french('description', description.fr, description.en),
    ...french('problem', problem.fr, problem.en),
    ...french('note on personal data', personalData.fr, personalData.en),
    ...steps.flatMap(({ does }, index) => french(`step ${index + 1}`, does.fr, does.en)),
    ...[
      ...within(FRENCH_TITLE_LENGTH, title.fr),
      ...broken([
        [
          !FRENCH_VERBS.includes(verb),
          `does not begin with a verb of the list, but with “${verb}”`,
        ],
        [!/\bnouve(lles?|aux?|au|l)\b/.test(title.fr), 'does not say “nouveau”'],
        ...appsOf(steps).map((app) => [!title.fr.includes(app), `does not name ${app}`] as const),
      ]),
    ].map((text) => `The French title ${text}.`),
    ...[
      ...within(FRENCH_DESCRIPTION_LENGTH, description.fr),
      ...broken([[sentences < 2 || sentences > 4, `has ${sentences} sentences, not 2 to 4`]]),
    ].map((text) => `The French description ${text}.`),
  ];
};
