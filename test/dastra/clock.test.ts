import * as z from 'zod/mini';
import { wallClock } from '../../src/dastra/clock.ts';
import { moment } from '../../src/dastra/sent.ts';

const PARIS = 'Europe/Paris';
const shown = (value: string, zone?: string | null) => {
  const { day, hour } = wallClock(z.parse(moment, value), zone);
  return `${day} ${hour}`;
};

describe('A day and an hour on the wall', () => {
  it.each([
    // In winter and in summer, and around the changes of 2026 in Paris.
    ['2026-01-15T08:30:00+01:00', '2026-01-15T00:00:00Z 08:30:00'],
    ['2026-07-15T08:30:00+02:00', '2026-07-15T00:00:00Z 08:30:00'],
    ['2026-03-29T01:59:59+01:00', '2026-03-29T00:00:00Z 01:59:59'],
    ['2026-03-29T03:00:00+02:00', '2026-03-29T00:00:00Z 03:00:00'],
    ['2026-10-25T02:30:00+02:00', '2026-10-25T00:00:00Z 02:30:00'],
    ['2026-10-25T02:30:00+01:00', '2026-10-25T00:00:00Z 02:30:00'],
    // The day before in UTC is no other day on the wall.
    ['2026-03-29T00:15:00+01:00', '2026-03-29T00:00:00Z 00:15:00'],
    ['2026-11-24T23:30-05:00', '2026-11-24T00:00:00Z 23:30:00'],
  ])('are those that an offset shows, whatever the zone: %s', (value, expected) => {
    for (const zone of [PARIS, 'America/New_York', undefined]) {
      expect(shown(value, zone)).toBe(expected);
    }
  });

  it.each([
    ['2026-03-29T00:59:59Z', '2026-03-29T00:00:00Z 01:59:59'],
    ['2026-03-29T01:00:00Z', '2026-03-29T00:00:00Z 03:00:00'],
    ['2026-10-25T00:30:00Z', '2026-10-25T00:00:00Z 02:30:00'],
    ['2026-10-25T01:30:00Z', '2026-10-25T00:00:00Z 02:30:00'],
    ['2026-10-25T02:00:00Z', '2026-10-25T00:00:00Z 03:00:00'],
    ['2026-03-28T23:00:00Z', '2026-03-29T00:00:00Z 00:00:00'],
    ['2026-06-30T22:45:10.123Z', '2026-07-01T00:00:00Z 00:45:10'],
  ])('are those of the user’s zone for a value in UTC: %s', (value, expected) => {
    expect(shown(value, PARIS)).toBe(expected);
  });

  it.each([[undefined], [null], [''], ['Nowhere/At_All']])(
    'are those of UTC where the zone is %p',
    (zone) => {
      expect(shown('2026-03-29T01:00:00Z', zone)).toBe('2026-03-29T00:00:00Z 01:00:00');
    },
  );

  it('have no hour for a day alone, in any zone', () => {
    expect(shown('2026-03-29', 'America/New_York')).toBe('2026-03-29T00:00:00Z undefined');
  });

  it.each(['2026-02-30', 'yesterday', '', '2026-03-29T25:00:00Z'])(
    'are not read from %p',
    (value) => {
      expect(z.safeParse(moment, value).success).toBe(false);
    },
  );
});
