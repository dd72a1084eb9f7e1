import { z } from 'zod';
import { dateTime } from './schemas/fields.ts';

/** What lists need to know of a DTO's fields, read off its schema. */

export interface FieldType {
  kind: 'text' | 'date' | 'enum' | 'number' | 'flag' | 'object';
  /** The names of an enumeration, in its order. */
  members: string[];
  isCollection: boolean;
}

/** The field of a DTO that a name means: in any casing, or in PascalCase only. */
export function findField(dto: z.ZodObject, name: string, strictCasing: boolean) {
  return Object.keys(dto.shape).find((field) =>
    strictCasing
      ? field.charAt(0).toUpperCase() + field.slice(1) === name
      : field.toLowerCase() === name.toLowerCase(),
  );
}

/** The fields that a dotted name leads through, and the type of the last; undefined if none. */
export function resolvePath(
  name: string,
  dto: z.ZodObject,
  strictCasing: boolean,
): { path: string[]; type: FieldType } | undefined {
  const path: string[] = [];
  let schema: z.core.$ZodType = dto;
  for (const segment of name.split('.')) {
    const owner: z.core.$ZodType = elementOf(schema);
    if (!(owner instanceof z.ZodObject)) return undefined;
    const field = findField(owner, segment, strictCasing);
    const found = field === undefined ? undefined : owner.shape[field];
    if (field === undefined || found === undefined) return undefined;
    path.push(field);
    schema = unwrap(found);
  }
  return { path, type: typeOf(schema) };
}

function typeOf(schema: z.core.$ZodType): FieldType {
  const element = elementOf(schema);
  return {
    kind: kindOf(element),
    members: element instanceof z.ZodEnum ? element.options.map(String) : [],
    isCollection: schema instanceof z.ZodArray,
  };
}

function kindOf(schema: z.core.$ZodType): FieldType['kind'] {
  if (schema === dateTime) return 'date';
  if (schema instanceof z.ZodEnum) return 'enum';
  if (schema instanceof z.ZodNumber) return 'number';
  if (schema instanceof z.ZodBoolean) return 'flag';
  if (schema instanceof z.ZodString || schema instanceof z.ZodGUID) return 'text';
  return 'object';
}

function elementOf(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodArray ? unwrap(schema.element) : schema;
}

/** A schema without its optional and nullable wrappers. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return unwrap(schema.unwrap());
  }
  return schema;
}
