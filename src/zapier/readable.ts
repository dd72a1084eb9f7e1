/**
 * What a person reads in place of what a machine compares: the day of a moment, that day in words, and
 * the name of a choice.
 */
import type { Choices } from './choices.ts';

/** The languages of the app's own words. */
export type Language = 'en' | 'fr';

/** The names of a value: of a choice by its table, or of a code that Dastra takes from a standard. */
export type Names = Choices | ((value: string, language: Language) => string | undefined);

/**
 * The day of a moment in Paris, such as `2026-12-24`. A day that is chosen in Dastra's calendar in
 * France is midnight in Paris, and so the evening before in UTC; a day that is sent as midnight in UTC
 * is the same day in Paris (docs/architecture.md, Decisions).
 * @param moment ISO-8601 in UTC
 */
export const dayOf = (moment: string): string => {
  const [day = '', time = ''] = moment.split('T');
  // Paris is one hour ahead of UTC, or two.
  if (Number(time.slice(0, 2)) < 22) return day;
  const date = new Date(moment);
  const there = new Date(date.getTime() + (isSummerTime(date) ? 2 : 1) * HOUR);
  return there.toISOString().split('T')[0] ?? '';
};

const HOUR = 3_600_000;

/**
 * Whether the clocks of the European Union are on summer time: from the last Sunday of March to the last
 * one of October, at 1:00 in UTC (Directive 2000/84/EC). Not by `Intl`, whose first answer about a zone
 * takes 20 ms and 7 MB of a cold start, every evening from 22:00 in UTC.
 */
const isSummerTime = (date: Date): boolean => {
  const changesIn = (month: number) => {
    const last = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0, 1));
    return last.getTime() - last.getUTCDay() * 24 * HOUR;
  };
  return date.getTime() >= changesIn(2) && date.getTime() < changesIn(9);
};

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
};

/** A day in words: `24 December 2026`, `24 décembre 2026`. @param day such as `2026-12-24` */
export const inWords = (day: string, language: Language): string => {
  const [year, month, date] = day.split('-').map(Number);
  const ordinal = language === 'fr' && date === 1 ? '1er' : date;
  return `${ordinal} ${MONTHS[language][Number(month) - 1]} ${year}`;
};

/** Made once for each language: making one takes as long as some hundred uses. */
const formats = new Map<string, Intl.DateTimeFormat | undefined>();

const formatOf = (tag: string): Intl.DateTimeFormat | undefined => {
  try {
    const [known] = Intl.DateTimeFormat.supportedLocalesOf(tag);
    return known === undefined
      ? undefined
      : new Intl.DateTimeFormat(known, {
          dateStyle: 'long',
          timeZone: 'UTC',
          calendar: 'gregory',
          numberingSystem: 'latn',
        });
  } catch {
    // Not even the form of a language tag.
    return undefined;
  }
};

/** A day in the words of any language; undefined if it is none that is known. @param tag such as `de` */
export const inWordsOf = (day: string, tag: string): string | undefined => {
  const normalized = tag.trim().replace('_', '-').toLowerCase();
  const [language = ''] = normalized.split('-');
  if (language === 'fr' || normalized === 'en') return inWords(day, language as Language);
  if (!formats.has(normalized)) formats.set(normalized, formatOf(normalized));
  return formats.get(normalized)?.format(new Date(day));
};

/** `NewThing` as `New thing`: a name that Dastra added after this app. All else stays as it is. */
const spaced = (value: string): string =>
  /^(?:[A-Z][a-z0-9]+){2,}$/.test(value)
    ? value.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    : value;

/** What people call a value; what has no name is passed on. */
export const nameOf = (names: Names, value: string, language: Language): string => {
  if (typeof names === 'function') return names(value, language) ?? value;
  const choice = Object.hasOwn(names, value) ? names[value] : undefined;
  if (!choice) return spaced(value);
  return language === 'fr' ? choice.fr : (choice.name ?? choice.label);
};

/** Made once for each language, and where it is needed. */
const regions: { [Key in Language]?: Intl.DisplayNames } = {};

/** The name of a country by its code of two letters (ISO 3166). */
export const countries: Names = (code, language) => {
  if (!/^[a-z]{2}$/i.test(code)) return undefined;
  regions[language] ??= new Intl.DisplayNames([language], { type: 'region' });
  return regions[language].of(code.toUpperCase());
};
