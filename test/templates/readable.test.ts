/**
 * What a person reads of a template that ran: no date for machines, no name of the API, no ID, no
 * yes or no as a program writes it.
 */
import { catalogue } from '../../templates/catalogue.ts';
import { fill, partsOf, valueAt } from '../../templates/pills.ts';
import { DASTRA, fieldsOfStep, ownEventOf, textIn } from '../../templates/steps.ts';
import { definition } from '../../tools/definition.ts';
import { changed } from '../contract/official.ts';
import { useSandbox } from '../support/sandbox.ts';
import { type Data, type Ran, runnerOn, runs } from './running.ts';

/** Fields of partners that a program reads: dates of a calendar, and what is searched for. */
const FOR_MACHINES: Readonly<Record<string, readonly string[]>> = {
  outlook: ['startTime', 'endTime'],
  'zoho-crm': ['value'],
};

/** Our fields that hold a reference of another system. */
const REFERENCES = ['refId'];

/** All members of Dastra's enumerations. */
const MEMBERS = new Set(
  Object.values(changed(() => {}).components.schemas).flatMap((schema) => schema.enum ?? []),
);

const PATTERNS: readonly [what: string, pattern: RegExp][] = [
  ['a date for machines', /\d{4}-\d\d-\d\d[T ]\d\d:\d\d/],
  ['a GUID', /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/i],
  ['yes or no as a program writes it', /\b(true|false)\b/],
  ['nothing, as a program writes it', /\b(undefined|null|NaN)\b|\[object /],
  ['a list without spaces', /\p{L},\p{L}/u],
];

/** What is no text for a person, in a text as it was filled in; undefined if it all is. */
const machineValueIn = (text: string, outputs: readonly unknown[]): string | undefined => {
  const filled = fill(text, outputs);
  const [what] = PATTERNS.find(([, pattern]) => pattern.test(filled)) ?? [];
  if (what) return `${what}: ${filled}`;
  for (const part of partsOf(text)) {
    if (typeof part === 'string') continue;
    // A name, or a label of the user's own, may be the same word as the API's: "Access", "New".
    if (/(Names?(Fr)?|^label)$/.test(part.path.at(-1) ?? '')) continue;
    const value = valueAt(outputs[part.step - 1], part.path);
    const members = [value].flat().filter((one) => MEMBERS.has(one));
    if (members.length > 0) return `a name of the API: ${members.join(' ')}`;
  }
  return undefined;
};

/** The fields of a step whose text a person reads. */
const readIn = ({ step }: Pick<Ran, 'step'>): string[] => {
  const mapped = Object.keys(step.map);
  if (step.app !== DASTRA) {
    return mapped.filter((name) => !FOR_MACHINES[step.app]?.includes(name));
  }
  const fields = ownEventOf(definition.visible, step)?.fieldsFor(step.fixed) ?? [];
  const isText = new Set(
    fields
      .filter(
        ({ type, dropdown, choices }) => !dropdown && !choices && /^(string|text)$/.test(type),
      )
      .map(({ key }) => key),
  );
  return mapped.filter((name) => isText.has(name) && !REFERENCES.includes(name));
};

describe('A person reads no machine value', () => {
  const sandbox = useSandbox();
  const run = runnerOn(sandbox);

  it.each(runs)('in $id ($language)', async ({ template, language }) => {
    const seen: string[] = [];
    await run(template, language, (ran) => {
      for (const name of readIn(ran)) {
        const text = textIn(language, ran.step.map[name] ?? '');
        seen.push(name);
        expect([name, machineValueIn(text, ran.before)]).toEqual([name, undefined]);
      }
    });
    expect(seen).not.toEqual([]);
  });

  it('reads the fields of each partner that templates fill in', () => {
    const steps = catalogue.flatMap((template) => template.steps);
    for (const [partner, names] of Object.entries(FOR_MACHINES)) {
      const filledIn = steps
        .filter(({ app }) => app === partner)
        .flatMap((step) => Object.keys(fieldsOfStep(definition.visible, step)));
      expect(filledIn).toEqual(expect.arrayContaining([...names]));
    }
  });
});

describe('It finds', () => {
  const record: Data = {
    expiryTime: '2026-12-24T10:31:30.688Z',
    purposes: ['Access', 'Portability'],
    purposesNames: 'Access, Portability',
    state: 'IdentityValidation',
    actorType: 'Morale',
    complex: false,
    project: { id: '3fa85f64-5717-4562-b3fc-2c963f66afa6' },
    area: { label: 'Legal, Privacy' },
  };

  it.each([
    ['{{1__expiryTime}}', 'a date for machines'],
    ['Rights: {{1__purposes}}', 'a list without spaces'],
    ['{{1__state}}', 'a name of the API'],
    ['A {{1__actorType}}', 'a name of the API'],
    ['{{1__complex}}', 'yes or no as a program writes it'],
    ['{{1__project__id}}', 'a GUID'],
    ['{{1__area}}', 'nothing, as a program writes it'],
  ])('in “%s” %s', (text, what) => {
    expect(machineValueIn(text, [record])).toContain(what);
  });

  it('nothing in words', () => {
    expect(machineValueIn('{{1__purposesNames}} for {{1__area__label}}', [record])).toBeUndefined();
  });
});
