/** Days and words that a person reads in place of moments. */
import { dayOf, inWords } from '../../src/zapier/readable.ts';

describe('The day of a moment', () => {
  it.each([
    ['midnight in Paris in summer', '2026-06-23T22:00:00Z', '2026-06-24'],
    ['just before midnight in Paris in summer', '2026-06-23T21:59:59Z', '2026-06-23'],
    ['midnight in Paris in winter', '2026-12-23T23:00:00Z', '2026-12-24'],
    ['just before midnight in Paris in winter', '2026-12-23T22:59:59Z', '2026-12-23'],
    ['midnight in UTC', '2026-12-24T00:00:00Z', '2026-12-24'],
    ['midnight in Paris at the end of a year', '2026-12-31T23:00:00Z', '2027-01-01'],
  ])('is that of Paris at %s', (_when, moment, day) => {
    expect(dayOf(moment)).toBe(day);
  });

  it('is told in words of either language', () => {
    expect(inWords('2026-12-24', 'en')).toBe('24 December 2026');
    expect(inWords('2026-12-24', 'fr')).toBe('24 décembre 2026');
    expect(inWords('2027-01-01', 'fr')).toBe('1er janvier 2027');
  });
});
