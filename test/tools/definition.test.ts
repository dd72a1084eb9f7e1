/** How a definition is read; the app made up here has what no form of ours has yet. */
import app from '../../index.ts';
import { type App, definition, definitionOf, type Field } from '../../tools/definition.ts';

type InputData = Record<string, unknown>;
type Dynamic = (z: unknown, bundle: { inputData: InputData }) => object[];

const when =
  (condition: (data: InputData) => boolean, field: object): Dynamic =>
  (_z, { inputData }) =>
    condition(inputData) ? [field] : [];

const operation = (key: string, inputFields: (object | Dynamic)[]) => ({
  key,
  noun: 'Thing',
  display: { label: 'Label', description: 'Does something.' },
  operation: { perform: () => [], inputFields, sample: { id: '1' } },
});

const appWith = (parts: object): App =>
  ({ ...app, triggers: {}, searches: {}, creates: {}, searchOrCreates: {}, ...parts }) as App;

const fieldsOf = (inputFields: (object | Dynamic)[]) =>
  definitionOf(appWith({ creates: { make: operation('make', inputFields) } }))
    .operation('make')
    .allFields();

/** "label if Type: A, B and Sure: Yes" for each field. */
const inWords = (fields: Field[]) =>
  fields.map(({ label, shownWhen }) =>
    [
      label,
      ...shownWhen.map(
        (one) => `${one.label}: ${one.isAnyChoice ? 'any' : one.choices.join(', ')}`,
      ),
    ].join(' | '),
  );

const type = {
  key: 'type',
  label: 'Type',
  choices: { a: 'A', b: 'B', c: 'C' },
  altersDynamicFields: true,
};
const sure = { key: 'sure', label: 'Sure', type: 'boolean', altersDynamicFields: true };

describe('When a field is shown', () => {
  it('is said by the choices that show it, in the order of the form', () => {
    const fields = fieldsOf([
      { ...type, required: true },
      when((data) => data.type !== 'c', { key: 'x', label: 'X' }),
      { key: 'y', label: 'Y' },
      when((data) => data.type === 'c', { key: 'z', label: 'Z' }),
    ]);
    expect(inWords(fields)).toEqual(['Type', 'X | Type: A, B', 'Y', 'Z | Type: C']);
  });

  it('is said for each variant of a field', () => {
    const fields = fieldsOf([
      { ...type, required: true },
      (_z, { inputData }) => [
        inputData.type === 'a'
          ? { key: 'x', label: 'X', required: true }
          : { key: 'x', label: 'x' },
      ],
    ]);
    expect(inWords(fields)).toEqual(['Type', 'X | Type: A', 'x | Type: B, C']);
    expect(fields.map(({ required }) => required)).toEqual([true, true, false]);
  });

  it('tells any choice from no choice, where nothing has to be chosen', () => {
    const fields = fieldsOf([
      type,
      when((data) => data.type !== undefined, { key: 'x', label: 'X' }),
      when((data) => data.type === undefined || data.type === 'a', { key: 'y', label: 'Y' }),
      when(() => true, { key: 'z', label: 'Z' }),
    ]);
    expect(inWords(fields)).toEqual(['Type', 'X | Type: any', 'Y | Type: A, blank', 'Z']);
  });

  it('does not count as blank what has a default', () => {
    const fields = fieldsOf([
      { ...type, default: 'a' },
      when((data) => (data.type ?? 'a') === 'a', { key: 'x', label: 'X' }),
    ]);
    expect(inWords(fields)).toEqual(['Type', 'X | Type: A']);
  });

  it('may depend on yes or no, and on two fields at once', () => {
    const fields = fieldsOf([
      { ...type, required: true },
      sure,
      when((data) => data.sure === true, { key: 'x', label: 'X' }),
      when((data) => data.sure === true && data.type === 'b', { key: 'y', label: 'Y' }),
      when((data) => data.type === 'b', { key: 'z', label: 'Z' }),
    ]);
    expect(inWords(fields)).toEqual([
      'Type',
      'Sure',
      'X | Sure: Yes',
      'Y | Type: B | Sure: Yes',
      'Z | Type: B',
    ]);
  });

  it('is an error where no choice shows it, or where it cannot be said field by field', () => {
    const never = when((data) => data.other === 1, { key: 'x', label: 'X' });
    expect(() => fieldsOf([type, never])).toThrow('No choice shows a field of make');
    const either = when((data) => data.sure === true || data.type === 'b', { key: 'x' });
    expect(() => fieldsOf([{ ...type, required: true }, sure, either])).toThrow('The field x');
  });
});

describe('A pair of a search and an action', () => {
  const pair = {
    key: 'find',
    display: { label: 'Find or Make', description: 'Finds or makes.' },
    search: 'find',
    create: 'make',
  };
  const parts = {
    searches: {
      find: operation('find', [
        { key: 'x', label: 'Search' },
        { key: 'y', label: 'Y' },
      ]),
    },
    creates: {
      make: operation('make', [
        { key: 'z', label: 'Z' },
        { key: 'x', label: 'Action' },
      ]),
    },
    searchOrCreates: { find: pair },
  };

  it('has the fields of both, and what both have as the action has it', () => {
    const [found] = definitionOf(appWith(parts)).pairs;
    expect(found).toMatchObject({ kind: 'searchOrCreate', label: 'Find or Make', create: 'make' });
    expect(inWords(found?.allFields() ?? [])).toEqual(['Action', 'Y', 'Z']);
    expect(found?.fieldsFor({})).toEqual(found?.allFields());
  });

  it('is an error where the app has only one of them', () => {
    expect(() => definitionOf(appWith({ ...parts, creates: {} }))).toThrow('A pair names make');
  });
});

describe('This app', () => {
  const { operations, visible, pairs } = definition;

  it('has operations of every kind, each found by its key', () => {
    expect(new Set([...operations, ...pairs].map(({ kind }) => kind)).size).toBe(4);
    for (const one of operations) expect(definition.operation(one.key)).toBe(one);
    expect(() => definition.operation('gone')).toThrow('no operation gone');
  });

  it.each(visible)('shows in some form of $kind $key every field, and none beside', (one) => {
    const all = one.allFields();
    const shown = one.fieldsFor({}).map(({ key }) => key);
    expect(all.map(({ key }) => key)).toEqual(expect.arrayContaining(shown));
    for (const { key, shownWhen } of all.filter((field) => field.shownWhen.length === 0)) {
      expect([key, shownWhen, shown.includes(key)]).toEqual([key, [], true]);
    }
  });
});
