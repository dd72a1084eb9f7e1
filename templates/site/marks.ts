/**
 * The mark of an app: its logo where the icon library simple-icons (CC0) has it, else two letters of
 * its name on a color of its own. Microsoft's, Slack's and Salesforce's logos are not in the library;
 * Typeform's and Zoho's hold words that nobody could read at this size.
 */
import {
  type SimpleIcon,
  siAirtable,
  siAsana,
  siGmail,
  siGoogleforms,
  siGooglesheets,
  siHubspot,
  siJira,
  siNotion,
  siTrello,
} from 'simple-icons';
import { DASTRA, nameOf } from '../steps.ts';

const ICONS: Readonly<Record<string, SimpleIcon>> = {
  airtable: siAirtable,
  asana: siAsana,
  gmail: siGmail,
  'google-forms': siGoogleforms,
  'google-sheets': siGooglesheets,
  hubspot: siHubspot,
  jira: siJira,
  notion: siNotion,
  trello: siTrello,
};

export interface Mark {
  /** Of the tile, as CSS writes it. White on it is readable. */
  color: string;
  /** The path of a logo that is 24 units wide and high. */
  path?: string;
  letters: string;
}

/** Dastra's own tile; its logo is to replace it when Dastra hands out the file. */
const OWN: Mark = { color: '#0b5f66', letters: 'D' };

/**
 * The colors of tiles with letters, and of logos whose own color is too light. Letters have a contrast
 * of at least 4.5 with white.
 */
const COLORS: Readonly<Record<string, string>> = {
  airtable: '#1478c8',
  'azure-devops': '#1666b8',
  excel: '#1f6f43',
  outlook: '#1565a8',
  salesforce: '#0a6ea3',
  slack: '#7a3e9d',
  teams: '#4f52b5',
  typeform: '#3a3a44',
  'zoho-crm': '#b3362b',
};

/** For an app without one above. */
const OTHER_COLORS = ['#a8326e', '#8a5a00', '#3d6b1f', '#5b5f6b', '#6a4fa3', '#9c4221'];

/** A number that depends on the text alone, so that an app keeps its color. */
const hashOf = (text: string) =>
  [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);

export const markOf = (app: string): Mark => {
  if (app === DASTRA) return OWN;
  const name = nameOf(app);
  // Three of Microsoft's would all be “Mi”.
  const letters = name.replace(/^Microsoft /, '').slice(0, 2);
  const icon = ICONS[app];
  const own = COLORS[app];
  if (icon) return { color: own ?? `#${icon.hex.toLowerCase()}`, path: icon.path, letters };
  const color = own ?? OTHER_COLORS[hashOf(name) % OTHER_COLORS.length];
  return { color: color ?? '', letters };
};
