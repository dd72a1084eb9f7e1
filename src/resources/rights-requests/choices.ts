/** The labels of what can be chosen for a rights request, by the API's own names. */
import type { LabelsOf } from '../labels.ts';
import type { CLOSED_REASONS, PURPOSES, STATES } from './schema.ts';

/** The articles are those of the GDPR; advance directives are French law. */
export const requestTypes: LabelsOf<typeof PURPOSES> = {
  Access: 'Access (Art. 15)',
  Rectification: 'Rectification (Art. 16)',
  Erasure: 'Erasure (Art. 17)',
  Restriction: 'Restriction (Art. 18)',
  Portability: 'Portability (Art. 20)',
  Opposition: 'Objection (Art. 21)',
  AutomatedDecision: 'No Automated Decision-Making (Art. 22)',
  Information: 'Information (Art. 13-14)',
  AdvanceDirectives: 'Advance Directives (French Law)',
  Unknown: 'Unknown',
};

/** What Dastra's own pages call the states; its default steps have the same names. */
export const requestStates: LabelsOf<typeof STATES> = {
  Open: 'Open',
  IdentityValidation: 'Identity Check',
  Processing: 'In Progress',
  Active: 'Response',
  Closed: 'Closed',
};

export const closedReasons: LabelsOf<typeof CLOSED_REASONS> = {
  Accepted: 'Accepted',
  Duplicate: 'Duplicate',
  WrongIdentity: 'Wrong Identity',
  NotAdmissible: 'Not Admissible',
  Cancelled: 'Cancelled',
  FiledAway: 'Filed Away',
  Other: 'Other',
};

/** The official languages of the European Union; another code can be typed. */
export const languages: Readonly<Record<string, string>> = {
  en: 'English',
  fr: 'French',
  de: 'German',
  es: 'Spanish',
  it: 'Italian',
  nl: 'Dutch',
  pt: 'Portuguese',
  bg: 'Bulgarian',
  hr: 'Croatian',
  cs: 'Czech',
  da: 'Danish',
  et: 'Estonian',
  fi: 'Finnish',
  el: 'Greek',
  hu: 'Hungarian',
  ga: 'Irish',
  lv: 'Latvian',
  lt: 'Lithuanian',
  mt: 'Maltese',
  pl: 'Polish',
  ro: 'Romanian',
  sk: 'Slovak',
  sl: 'Slovenian',
  sv: 'Swedish',
};
