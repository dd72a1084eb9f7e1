/** Days and hours as a clock on the wall shows them, which Dastra keeps of data breaches. */
import type { Moment } from './sent.ts';

/** What a clock shows. */
interface WallClock {
  /** The day as midnight with `Z`, whatever the zone (assumption A55). */
  day: string;
  /** The hour, as `hh:mm:ss`; undefined for a day alone. */
  hour: string | undefined;
}

/** A moment as it is shown in a zone; undefined where the zone has no name that is known here. */
const shownIn = (zone: string, at: string) => {
  const options = { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' } as const;
  try {
    // Swedish writes dates and times as ISO 8601 does.
    return new Intl.DateTimeFormat('sv-SE', options).format(new Date(at)).split(' ');
  } catch {
    return undefined;
  }
};

/**
 * The day and the hour that a moment has for the user. A value with an offset shows them. One in UTC,
 * as other systems write it, does not: it is shown in the zone of the user.
 * @param zone an IANA name such as `Europe/Paris`; UTC without it, or where nobody knows it
 */
export const wallClock = (
  { at, day, time, isInUtc }: Moment,
  zone: string | null | undefined,
): WallClock => {
  const [shownDay = day, hour = time] = (isInUtc && zone && shownIn(zone, at)) || [];
  return { day: `${shownDay}T00:00:00Z`, hour };
};
