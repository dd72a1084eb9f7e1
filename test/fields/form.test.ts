import * as z from 'zod/mini';
import { DastraError } from '../../src/dastra/fault.ts';
import * as sent from '../../src/dastra/sent.ts';
import { defineForm } from '../../src/zapier/form.ts';

const schema = z.object({
  label: sent.text(120),
  note: z.optional(sent.text(10, 20)),
  color: z._default(sent.oneOf(['Red', 'Blue']), 'Red'),
  shades: z.optional(sent.listOf(sent.oneOf(['Light', 'Dark']))),
  when: z.optional(sent.dateTime),
  done: z.optional(sent.flag),
  tagIds: z.optional(sent.listOf(sent.recordId)),
  customFields: z.optional(sent.customFields),
  detail: z.optional(sent.text()),
});

const form = defineForm(schema, {
  label: { label: 'Title' },
  note: { label: 'Note', helpText: 'A short one.', multiline: true },
  color: {
    label: 'Color',
    choices: { Red: { label: 'Warm', fr: 'Chaud' }, Blue: { label: 'Cold', fr: 'Froid' } },
  },
  shades: {
    label: 'Shades',
    choices: { Light: { label: 'Bright', fr: 'Clair' }, Dark: { label: 'Dim', fr: 'Sombre' } },
  },
  when: { label: 'Due Date' },
  done: { label: 'Done' },
  tagIds: { label: 'Tags' },
  customFields: { label: 'Custom Fields' },
  detail: ({ color }) =>
    color === 'Blue'
      ? { label: 'Depth', required: true, group: { key: 'advanced', label: 'Group' } }
      : undefined,
});

type Shown = (z: unknown, bundle: { inputData: object }) => object[];

const problems = (inputData: object) => {
  try {
    form.read({ label: 'x', ...inputData });
  } catch (error) {
    if (error instanceof DastraError) return error.details.problems;
  }
  throw new Error('It could be read.');
};

/** Fields as Zapier gets them. */
const asJson = (fields: unknown): unknown => JSON.parse(JSON.stringify(fields));

describe('A form', () => {
  it('takes keys, types, limits and what is required from the schema', () => {
    expect(asJson(form.inputFields.slice(0, -1))).toEqual([
      {
        key: 'label',
        type: 'string',
        label: 'Title',
        required: true,
      },
      { key: 'note', type: 'text', label: 'Note', helpText: 'A short one.' },
      { key: 'color', type: 'string', label: 'Color', choices: { Red: 'Warm', Blue: 'Cold' } },
      {
        key: 'shades',
        type: 'string',
        label: 'Shades',
        list: true,
        choices: { Light: 'Bright', Dark: 'Dim' },
      },
      { key: 'when', type: 'datetime', label: 'Due Date' },
      { key: 'done', type: 'boolean', label: 'Done' },
      { key: 'tagIds', type: 'string', label: 'Tags', list: true },
      { key: 'customFields', type: 'string', label: 'Custom Fields', dict: true },
    ]);
  });

  it('shows a field when the others call for it', () => {
    const detail = form.inputFields.at(-1) as unknown as Shown;
    expect(detail({}, { inputData: { color: 'Red' } })).toEqual([]);
    expect(asJson(detail({}, { inputData: { color: 'Blue' } }))).toEqual([
      { key: 'detail', type: 'string', label: 'Depth', required: true, group: 'advanced' },
    ]);
  });

  it.each(['', '  ', null, undefined, [], {}, [''], [null], { a: '' }])(
    'reads %j as absent',
    (blank) => {
      expect(form.read({ label: 'x', note: blank, tagIds: blank, customFields: blank })).toEqual({
        label: 'x',
        color: 'Red',
      });
    },
  );

  it('keeps false and 0', () => {
    expect(form.read({ label: 0, done: false, customFields: { a: 0, b: false, c: '' } })).toEqual({
      label: '0',
      done: false,
      color: 'Red',
      customFields: { a: 0, b: false },
    });
  });

  it.each(['Blue', 'blue', ' COLD ', 'Cold'])('takes the choice %p', (color) => {
    expect(form.read({ label: 'x', color, detail: 'deep' }).color).toBe('Blue');
  });

  it.each([[['Light', 'Dark']], [['bright', 'DIM']], ['Bright,Dim'], ['light, Dim']])(
    'takes the choices %j',
    (shades) => {
      expect(form.read({ label: 'x', shades }).shades).toEqual(['Light', 'Dark']);
    },
  );

  it.each([
    [['Bright, Dim']],
    [['light,dark']],
    [['Bright', 'Dim, ']],
    [[['Light'], 'Dark'].flat()],
  ])('takes several choices in one text of a list: %j', (shades) => {
    expect(form.read({ label: 'x', shades }).shades).toEqual(['Light', 'Dark']);
  });

  it('takes a label that has a comma of its own before it takes a text apart', () => {
    const lists = defineForm(z.object({ list: sent.listOf(sent.oneOf(['A', 'B'])) }), {
      list: {
        label: 'List',
        choices: { A: { label: 'One, or both', fr: 'Un' }, B: { label: 'Two', fr: 'Deux' } },
      },
    });
    for (const list of ['One, or both', ['one, or both, Two'], ['Two,One, or both,A']]) {
      expect(lists.read({ list }).list).toContain('A');
    }
    expect(lists.read({ list: 'Two, One, or both' }).list).toEqual(['B', 'A']);
  });

  it('drops what a field holds that it does not show any more', () => {
    expect(form.read({ label: 'x', color: 'Warm', detail: 'deep' })).toEqual({
      label: 'x',
      color: 'Red',
    });
    expect(form.read({ label: 'x', color: 'Cold', detail: 'deep' })).toMatchObject({
      detail: 'deep',
    });
  });

  it('says the same of a field only once', () => {
    expect(problems({ shades: ['Bright', 'Grey', 'Pink'] })).toEqual([
      { field: 'shades', items: 'items 2 and 3', message: 'must be one of: Bright, Dim.' },
    ]);
  });

  it('asks for what only the form requires', () => {
    expect(problems({ color: 'Cold' })).toEqual([
      { field: 'detail', message: 'is missing. Fill it in.' },
    ]);
  });

  it('reports every field that is wrong', () => {
    expect(problems({ label: '', when: 'soon', shades: ['Grey'] })).toEqual([
      { field: 'label', message: 'is missing. Fill it in.' },
      { field: 'shades', message: 'must be one of: Bright, Dim.' },
      { field: 'when', message: expect.stringContaining('is not a date') },
    ]);
  });

  it('names fields as the form does, also those of the API that it holds under another key', () => {
    expect(form.labelOf('label', {})).toBe('Title');
    expect(form.labelOf('tags', {})).toBe('Tags');
    expect(form.labelOf('detail', { color: 'Blue' })).toBe('Depth');
    expect(form.labelOf('detail', {})).toBe('detail');
    expect(form.labelOf('unknown', undefined)).toBe('unknown');
  });

  it('passes over what it does not know', () => {
    expect(form.read({ label: 'x', other: 1 })).toEqual({ label: 'x', color: 'Red' });
  });
});
