import * as z from 'zod/mini';
import * as received from '../../src/dastra/received.ts';
import * as sent from '../../src/dastra/sent.ts';

const message = (schema: z.ZodMiniType, value: unknown) =>
  z.safeParse(schema, value).error?.issues[0]?.message;

describe('Values sent', () => {
  it.each<[string, z.ZodMiniType, unknown, unknown]>([
    ['text', sent.text(), ' as it is ', ' as it is '],
    ['a number as text', sent.text(), 0, '0'],
    ['a boolean as text', sent.text(), false, 'false'],
    ['text at its limit', sent.text(3), 'abc', 'abc'],
    ['text between two documents', sent.text(2, 3), 'abc', 'abc'],
    ['an ID in text', sent.recordId, ' 42 ', 42],
    ['an ID', sent.recordId, 42, 42],
    ['the largest ID', sent.recordId, '2147483647', 2147483647],
    [
      'a GUID',
      sent.guid,
      ' 3fa85f64-5717-4562-b3fc-2c963f66afa6 ',
      '3fa85f64-5717-4562-b3fc-2c963f66afa6',
    ],
    ['yes', sent.flag, 'Yes', true],
    ['1', sent.flag, 1, true],
    ['no', sent.flag, 'NO', false],
    ['false', sent.flag, false, false],
    ['a date', sent.dateTime, '2026-12-31', '2026-12-31T00:00:00Z'],
    ['a date with zone', sent.dateTime, '2026-12-31T18:30:00+01:00', '2026-12-31T17:30:00Z'],
    [
      'a date with milliseconds',
      sent.dateTime,
      '2026-12-31T18:30:00.250Z',
      '2026-12-31T18:30:00.250Z',
    ],
    ['a date without zone', sent.dateTime, '2026-12-31T18:30:00', '2026-12-31T18:30:00Z'],
    ['a date with a blank', sent.dateTime, '2026-12-31 18:30', '2026-12-31T18:30:00Z'],
    ['a date without seconds', sent.dateTime, '2026-12-31T10:00+01:00', '2026-12-31T09:00:00Z'],
    [
      'an offset without colon',
      sent.dateTime,
      '2026-12-31T10:00:00.5-0330',
      '2026-12-31T13:30:00.500Z',
    ],
    ['a day with its offset', sent.day, '2026-03-05T00:00:00+01:00', '2026-03-05T00:00:00Z'],
    ['trimmed text', sent.trimmedText(), ' a b\u00a0\n', 'a b'],
    ['emoji at the limit', sent.text(4), '🔒🔒', '🔒🔒'],
    ['a language', sent.locale, ' pt_BR ', 'pt-BR'],
    ['names with blanks', sent.customFields, { ' a ': 0 }, { a: 0 }],
    ['a leap day', sent.dateTime, '2028-02-29', '2028-02-29T00:00:00Z'],
    ['one of', sent.oneOf(['A', 'B']), ' A ', 'A'],
    ['a list', sent.listOf(sent.recordId), ['1', 2], [1, 2]],
    ['a list in text', sent.listOf(sent.recordId), '1, 2,,', [1, 2]],
    ['a list of one', sent.listOf(sent.recordId), 7, [7]],
    ['a country', sent.countryCode, ' fr', 'FR'],
    ['a country of three letters', sent.countryCode, 'DEU', 'DE'],
    ['an address of a person', sent.email, 'Claire <claire@example.com> ', 'claire@example.com'],
    ['a number with blanks', sent.recordId, '1\u202f024', 1024],
    ['a number with a decimal comma', sent.recordId, '1024,00', 1024],
    ['any ID', sent.anyId, 42, '42'],
    ['custom fields', sent.customFields, { a: 0, b: false }, { a: 0, b: false }],
  ])('take %s', (_what, schema, given, expected) => {
    expect(z.parse(schema, given)).toEqual(expected);
  });

  it.each<[string, z.ZodMiniType, unknown, string]>([
    ['no text', sent.text(), undefined, 'is missing. Fill it in.'],
    ['an object for text', sent.text(), {}, 'must be text.'],
    [
      'long text',
      sent.text(3),
      'abcd',
      'is too long: 4 characters, where Dastra takes at most 3. Shorten it.',
    ],
    [
      'emoji beyond the limit',
      sent.text(3),
      '🔒🔒',
      'is too long: 4 characters, where Dastra takes at most 3 and counts',
    ],
    ['a language that does not exist', sent.locale, 'zz', 'must be a language'],
    ['a long language', sent.locale, 'zh-Hant-TW-a', 'must be a language'],
    ['no address', sent.email, 'not an email', 'must be one email address'],
    ['two addresses', sent.email, 'a@b.example, c@d.example', 'must be one email address'],
    ['a number with a fraction for an ID', sent.recordId, '12,5', 'must be the ID'],
    ['a name for any ID', sent.anyId, 'Paie', 'must be the ID'],
    ['an offset that is none', sent.dateTime, '2026-12-31T10:00+25:00', 'is not a date'],
    ['a word for an ID', sent.recordId, 'abc', 'must be the ID'],
    ['an ID with more', sent.recordId, '12 rue', 'must be the ID'],
    ['a fraction for an ID', sent.recordId, 1.5, 'must be the ID'],
    ['zero for an ID', sent.recordId, '0', 'must be the ID'],
    ['a negative ID', sent.recordId, -1, 'must be the ID'],
    ['a huge ID', sent.recordId, '2147483648', 'must be the ID'],
    ['a number for a GUID', sent.guid, '42', 'must be the ID'],
    ['a word for yes or no', sent.flag, 'maybe', 'must be yes or no'],
    ['a word for a date', sent.dateTime, 'tomorrow', 'is not a date'],
    ['a number for a date', sent.dateTime, 20261231, 'is not a date'],
    ['a day that is none', sent.dateTime, '2026-02-29', 'is not a date'],
    ['an hour that is none', sent.dateTime, '2026-12-31T25:00:00Z', 'is not a date'],
    ['an American date', sent.dateTime, '12/31/2026', 'is not a date'],
    ['another name', sent.oneOf(['A', 'B']), 'a', 'must be one of: A, B.'],
    ['a name in a list', sent.listOf(sent.oneOf(['A'])), ['A', 'C'], 'must be one of: A.'],
    ['a country that does not exist', sent.countryCode, 'ZZ', 'must be a country'],
    ['text for custom fields', sent.customFields, 'a', 'must be pairs'],
  ])('refuse %s', (_what, schema, given, expected) => {
    expect(message(schema, given)).toContain(expected);
  });
});

describe('Values received', () => {
  it.each<[string, z.ZodMiniType, unknown, unknown]>([
    ['an ID', received.id, 42, '42'],
    ['an ID in text', received.id, '3fa8', '3fa8'],
    ['null', received.maybeText, null, undefined],
    ['nothing', received.maybeText, undefined, undefined],
    ['a number as text', received.maybeText, 5, '5'],
    ['empty text', received.maybeText, '', ''],
    ['a number in text', received.maybeNumber, '-6', -6],
    ['zero', received.maybeNumber, 0, 0],
    ['false', received.maybeFlag, false, false],
    ['true in text', received.maybeFlag, 'True', true],
    [
      'a date of .NET',
      received.maybeDate,
      '2023-09-18T10:31:30.6882299',
      '2023-09-18T10:31:30.688Z',
    ],
    [
      'a date with five digits',
      received.maybeDate,
      '2023-09-18T10:31:30.68823',
      '2023-09-18T10:31:30.688Z',
    ],
    [
      'a date with zone',
      received.maybeDate,
      '2023-09-18T12:31:30+02:00',
      '2023-09-18T10:31:30.000Z',
    ],
    ['a date with Z', received.maybeDate, '2023-09-18T10:31:30Z', '2023-09-18T10:31:30.000Z'],
    ['a day', received.maybeDate, '2023-09-18', '2023-09-18T00:00:00.000Z'],
    ['a date never set', received.maybeDate, '0001-01-01T00:00:00', undefined],
    ['an empty date', received.maybeDate, '', undefined],
    ['a list that is null', received.maybeTags, null, undefined],
    [
      'more than is known',
      received.maybeNamed,
      { id: 1, label: 'A', color: 'red' },
      { id: '1', label: 'A' },
    ],
  ])('read %s', (_what, schema, given, expected) => {
    expect(z.parse(schema, given)).toEqual(expected);
  });

  it.each<[string, z.ZodMiniType, unknown]>([
    ['no ID', received.id, null],
    ['an empty ID', received.id, ''],
    ['an object for text', received.maybeText, {}],
    ['a word for a number', received.maybeNumber, 'six'],
    ['a word for a date', received.maybeDate, 'soon'],
    ['a number for a date', received.maybeDate, 5],
    ['an object for a list', received.maybeTags, {}],
    ['text for a record', received.maybeNamed, 'A'],
  ])('refuse %s', (_what, schema, given) => {
    expect(z.safeParse(schema, given).success).toBe(false);
  });
});
