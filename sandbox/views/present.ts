import type { z } from 'zod';

const nullableFields = new WeakMap<z.ZodObject, Set<string>>();

/**
 * The fields of a DTO out of a record, in the DTO's order; a nullable scalar without value is
 * null, a nested record without value stays away (its schemas are not nullable in the document).
 */
export function present<Dto extends z.ZodObject>(dto: Dto, record: z.output<Dto>): z.output<Dto> {
  const nullable = nullableFieldsOf(dto);
  const values = new Map<string, unknown>(Object.entries(record));
  const fields = Object.keys(dto.shape).map((field) => [
    field,
    values.get(field) ?? (nullable.has(field) ? null : undefined),
  ]);
  return Object.fromEntries(fields);
}

function nullableFieldsOf(dto: z.ZodObject): Set<string> {
  const known = nullableFields.get(dto);
  if (known !== undefined) return known;
  const fields = Object.entries(dto.shape)
    .filter(([, field]) => field._zod.def.type !== 'array' && acceptsNull(field))
    .map(([name]) => name);
  const set = new Set(fields);
  nullableFields.set(dto, set);
  return set;
}

function acceptsNull(field: z.core.$ZodType): boolean {
  return '~standard' in field && !('issues' in (field['~standard'].validate(null) as object));
}
