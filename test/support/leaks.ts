/** What must never stand in a log or in an error. */
import { createState } from '../../sandbox/engine/state.ts';
import { RESOURCES } from '../../sandbox/resources/index.ts';

/** The keys that the tests work with. */
const KEYS = ['sandbox-key', 'unit-key'];

/** Fields of a record that tell something of a person. */
const PERSONAL = [
  'email',
  'givenName',
  'familyName',
  'contactName',
  'companyName',
  'phoneNumber',
  'address',
  'title',
  'message',
  'description',
];

/** The names, addresses and texts of the requesters and actors that the sandbox begins with. */
const personalData = (() => {
  const { world } = createState(RESOURCES);
  const records = ['Actors', 'DataSubjectRequests'].flatMap((path) =>
    [101, 102].flatMap((workspaceId) => world.table(path, workspaceId)),
  );
  const values = records.flatMap((record) =>
    PERSONAL.map((field): unknown => Reflect.get(record, field)),
  );
  return [...new Set(values)].filter(
    (value) => typeof value === 'string' && value !== '',
  ) as string[];
})();

const EMAIL = /[\w.+-]+@[\w-]+\.[a-z]{2,}/i;

/** The platform's own log of requests and answers, in which Zapier shows a user their own data. */
const IS_HTTP = /^(GET|POST|PUT|PATCH|DELETE) https?:\/\//;

/**
 * The lines of a log that hold what they must not: the key anywhere; personal data in what this app
 * writes or throws.
 */
export const leaks = (lines: readonly string[]): string[] => {
  const isLeak = (line: string) =>
    KEYS.some((key) => line.includes(key)) ||
    (!IS_HTTP.test(line) &&
      (EMAIL.test(line) || personalData.some((value) => line.includes(value))));
  return lines.filter(isLeak);
};
