/** Answers: records completed and cut to what the document says of them. */
import { NEVER } from './dates.ts';
import { membersOf, propertiesOf, resolve, type Schema } from './document.ts';

/** The value of a property that a record does not have: the default of its .NET type. */
const absent = (property: Schema): unknown => {
  const { type, format, nullable } = resolve(property);
  if (type === 'array') return [];
  if (property.nullable || nullable) return null;
  const [firstMember] = membersOf(property);
  if (firstMember !== undefined) return firstMember;
  if (type === 'boolean') return false;
  if (type === 'integer' || type === 'number') return 0;
  // Records named by another have no `nullable` in the document: they stay away.
  return format === 'date-time' ? NEVER : undefined;
};

/** One property of a record, completed; undefined where the answer leaves it out. */
export const readProperty = (record: object, name: string, property: Schema): unknown => {
  if (!(name in record)) return absent(property);
  return Reflect.get(record, name) ?? (property.nullable ? null : undefined);
};

/** A value as an answer of this schema shows it: records and those inside them have its properties. */
export const present = (schema: Schema | undefined, value: unknown): unknown => {
  if (schema === undefined || typeof value !== 'object' || value === null) return value;
  const { items } = resolve(schema);
  if (Array.isArray(value)) return value.map((item) => present(items, item));
  const properties = Object.entries(propertiesOf(schema));
  if (properties.length === 0) return value;
  return Object.fromEntries(
    properties.map(([name, property]) => [
      name,
      present(property, readProperty(value, name, property)),
    ]),
  );
};

/** A schema without the records that it names: the flat half of a record, as of a light webhook. */
export const flat = (schema: Schema): Schema => ({
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(propertiesOf(schema)).filter(
      ([, property]) => resolve(property).properties === undefined,
    ),
  ),
});
