/** The one form of text in which this app searches and compares; what is stored is as it was typed. */

/** Text as it is searched for: accents composed (NFC), blanks of any kind folded, none around it. */
export const searchText = (text: string): string =>
  text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Text as it is compared where upper and lower case mean the same, such as emails and names. */
export const comparableText = (text: string | undefined): string =>
  searchText(text ?? '').toLowerCase();
