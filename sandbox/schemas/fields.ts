import { z } from 'zod';
import { isDateText } from '../dates.ts';

/** The kinds of field that bodies, answers and queries are made of. */

export const int32 = z.int32();
export const flag = z.boolean();
export const guid = z.guid();

/** A text, with the length the OpenAPI document allows it, if it names one. */
export function text(max?: number) {
  return max === undefined ? z.string() : z.string().max(max);
}

/** A text that may be null or left out. */
export function optionalText(max?: number) {
  return text(max).nullish();
}

/** `yyyy-MM-dd`, or an ISO-8601 date-time with or without a zone. */
export const dateTime = z
  .string()
  .refine(isDateText, 'Invalid date: expected yyyy-MM-dd or an ISO-8601 date-time');

const customValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** Custom fields: a scalar, or an array for multiple choice (fact sheet §2.7). */
export const customFields = z.record(z.string(), z.union([customValue, z.array(customValue)]));

export const queryInt = z
  .string()
  .regex(/^-?\d+$/, 'Invalid input: expected a whole number')
  .transform(Number)
  .pipe(int32);

export const queryFlag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** A repeated query parameter (`tags=1&tags=2`, fact sheet §1): one value counts as a list of one. */
export function queryList<Item extends z.ZodType>(item: Item) {
  return z
    .preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(item))
    .optional();
}
