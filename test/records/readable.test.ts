/** What people read in place of machine values, and how output fields are ordered and called. */
import { languages, requestTypes } from '../../src/resources/rights-requests/choices.ts';
import { countries, dayOf, inWords, inWordsOf, nameOf } from '../../src/zapier/readable.ts';
import { definition } from '../../tools/definition.ts';
import { changed } from '../contract/official.ts';

describe('A moment', () => {
  it.each([
    ['2026-12-24T10:31:30.688Z', '2026-12-24'],
    // Midnight in Paris, as a day chosen in France arrives, in winter and in summer.
    ['2026-12-24T23:00:00.000Z', '2026-12-25'],
    ['2026-07-13T22:00:00.000Z', '2026-07-14'],
    ['2026-12-24T22:59:59.999Z', '2026-12-24'],
    ['2026-07-13T21:59:59.999Z', '2026-07-13'],
    // Midnight in UTC, as this app sends a day.
    ['2026-12-24T00:00:00.000Z', '2026-12-24'],
    // The nights on which the clocks change.
    ['2026-03-28T22:30:00.000Z', '2026-03-28'],
    ['2026-03-29T22:30:00.000Z', '2026-03-30'],
    ['2026-10-24T22:30:00.000Z', '2026-10-25'],
    ['2026-10-25T22:30:00.000Z', '2026-10-25'],
    ['2026-12-31T23:30:00.000Z', '2027-01-01'],
  ])('%s is on the day that it is in Paris, %s', (moment, day) => {
    expect(dayOf(moment)).toBe(day);
  });

  it('is on the day that a calendar of Paris says, in each hour of the evening, for forty years', () => {
    const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' });
    const different: string[] = [];
    for (let day = new Date('2000-01-01T21:59:59Z'); day.getUTCFullYear() < 2040; ) {
      for (const seconds of [0, 1, 3600, 3601, 7200]) {
        const moment = new Date(day.getTime() + 1000 * seconds);
        if (dayOf(moment.toISOString()) !== calendar.format(moment)) different.push(String(moment));
      }
      day = new Date(day.getTime() + 86_400_000);
    }
    expect(different).toEqual([]);
  });
});

describe('A day', () => {
  it.each([
    ['en', '2026-12-24', '24 December 2026'],
    ['fr', '2026-12-24', '24 décembre 2026'],
    ['fr', '2027-01-01', '1er janvier 2027'],
    ['fr', '2026-08-02', '2 août 2026'],
  ] as const)('in words (%s): %s is %s', (language, day, words) => {
    expect(inWords(day, language)).toBe(words);
  });

  it.each([
    ['fr', '24 décembre 2026'],
    ['fr-BE', '24 décembre 2026'],
    ['en', '24 December 2026'],
    ['de', '24. Dezember 2026'],
    ['DE_at', '24. Dezember 2026'],
    ['nl', '24 december 2026'],
    // No language that is known, or none at all.
    ['zz', undefined],
    ['Français', undefined],
    ['', undefined],
  ])('is in the words of the language “%s”', (tag, words) => {
    expect(inWordsOf('2026-12-24', tag)).toBe(words);
  });
});

describe('A value', () => {
  it.each([
    ['Opposition', 'Objection', 'Opposition'],
    ['Access', 'Access', 'Accès'],
    // Members that Dastra adds later, and values that are no members.
    ['NewThing', 'New thing', 'New thing'],
    ['OptOutOfAll', 'Opt out of all', 'Opt out of all'],
    ['POP3', 'POP3', 'POP3'],
    ['toString', 'toString', 'toString'],
    ['__proto__', '__proto__', '__proto__'],
    ['A sentence, as it is', 'A sentence, as it is', 'A sentence, as it is'],
  ])('%s is called %s and %s', (value, english, french) => {
    expect([nameOf(requestTypes, value, 'en'), nameOf(requestTypes, value, 'fr')]).toEqual([
      english,
      french,
    ]);
  });

  it('has the name of its country or language, or stays a code', () => {
    expect(nameOf(countries, 'DE', 'en')).toBe('Germany');
    expect(nameOf(countries, 'de', 'fr')).toBe('Allemagne');
    expect(nameOf(countries, 'Deutschland', 'fr')).toBe('Deutschland');
    expect(nameOf(languages, 'de', 'fr')).toBe('Allemand');
    expect(nameOf(languages, 'ar', 'fr')).toBe('ar');
  });
});

describe.each(definition.visible.map((one) => [one.key, one] as const))(
  'The output of %s',
  (_key, { outputFields, sample }) => {
    const labels = outputFields.map(({ label }) => label);
    const keys = outputFields.map(({ key }) => key);

    it('has no two fields of one label or one key', () => {
      expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
      expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    });

    it('has what people read first, and IDs last', () => {
      const firstId = labels.findIndex((label) => / IDs?$/.test(label));
      expect(labels.slice(firstId).filter((label) => !/ IDs?$/.test(label))).toEqual([]);
    });

    it('says which workspace it is in, with its page', () => {
      expect(keys).toEqual(expect.arrayContaining(['workspaceId', 'workspaceUrl']));
      expect(sample).toMatchObject({
        workspaceId: '101',
        workspaceUrl: 'https://app.dastra.eu/workspace/101',
      });
    });

    it('has the names of each choice beside it', () => {
      const { schemas } = changed(() => {}).components;
      const members = new Set(Object.values(schemas).flatMap((schema) => schema.enum ?? []));
      const choices = Object.entries(sample).filter(([, value]) =>
        [value].flat().some((one) => typeof one === 'string' && members.has(one)),
      );
      const isName = (name: string) => /(Names?|NamesFr|NameFr|label|Title)$/.test(name);
      for (const [name] of choices.filter(([name]) => !isName(name))) {
        expect(keys.some((key) => key === `${name}Name` || key === `${name}Names`)).toBe(true);
      }
    });
  },
);
