/** Whether a record that Zapier gets means what Dastra answered, compared without the app's own code. */

const DATE =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.(\d{1,9}))?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** The moment that a text names, in milliseconds; without a zone it is UTC. */
const momentOf = (text: string): number => {
  const [, day = '', time = '00:00', fraction = '0', zone = 'Z'] = DATE.exec(text.trim()) ?? [];
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  const milliseconds = Math.floor(Number(`0.${fraction}`) * 1000);
  const moment = new Date(Date.UTC(year, month - 1, date, hours, minutes, seconds, milliseconds));
  // A day that does not exist names no moment.
  if (moment.getUTCDate() !== date || moment.getUTCMonth() !== month - 1) return Number.NaN;
  if (/^z$/i.test(zone)) return moment.getTime();
  const [, sign, zoneHours, zoneMinutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  const offset = (Number(zoneHours) * 60 + Number(zoneMinutes)) * 60_000;
  return moment.getTime() + (sign === '-' ? offset : -offset);
};

const sameScalar = (shown: unknown, given: unknown): boolean => {
  if (typeof given === 'object') return false;
  if (typeof shown === 'number') {
    return typeof given !== 'boolean' && given !== '' && Number(given) === shown;
  }
  if (typeof shown === 'boolean') return String(given).toLowerCase() === String(shown);
  if (String(given) === shown) return true;
  return typeof given === 'string' && momentOf(given) === momentOf(String(shown));
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Where a record's reference by ID may stand, if not under its own name. */
const ELSEWHERE: Record<string, string[]> = {
  workspaceId: ['workSpace'],
  workFlowStepId: ['workFlowStep', 'workflowStep'],
};

/**
 * The first place where a record says something else than Dastra; undefined if there is none. What
 * Dastra said may be absent in it.
 */
export const firstDifference = (shown: unknown, given: unknown, place = ''): string | undefined => {
  if (shown === given) return undefined;
  const differs = `${place}: ${JSON.stringify(shown)} for ${JSON.stringify(given)}`;
  if (Array.isArray(shown)) {
    if (!Array.isArray(given) || given.length !== shown.length) return differs;
    return shown
      .map((item, index) => firstDifference(item, given[index], `${place}[${index}]`))
      .find(Boolean);
  }
  if (!isObject(shown)) return sameScalar(shown, given) ? undefined : differs;
  if (!isObject(given)) return differs;
  return Object.entries(shown)
    .map(([key, value]) => {
      const own = Object.hasOwn(given, key) ? given[key] : undefined;
      const [reference] = (ELSEWHERE[key] ?? [key.replace(/Id$/, '')])
        .map((name) => given[name])
        .filter(isObject);
      const instead = key.endsWith('Id') && isObject(reference) ? reference.id : undefined;
      return firstDifference(value, own === value ? own : (own ?? instead), `${place}.${key}`);
    })
    .find(Boolean);
};
