import type { z } from 'zod';
import type { customFields } from '../schemas/fields.ts';

/**
 * The custom fields that the fictional customer has defined, by resource. Names look like those of
 * the documented sample (fact sheet §2.7 [D]).
 */
export const KNOWN_CUSTOM_FIELDS = {
  requests: ['13_long', '13_html', '14_date'],
  tasks: ['21_text', '22_list'],
  actors: ['31_text', '32_bool'],
  processings: ['41_text'],
};

type CustomFields = z.output<typeof customFields>;

/** Unknown keys are dropped silently (fact sheet §2.7 [D]). */
export function knownCustomFields(
  values: CustomFields | null | undefined,
  resource: keyof typeof KNOWN_CUSTOM_FIELDS,
): CustomFields {
  const known = KNOWN_CUSTOM_FIELDS[resource];
  return Object.fromEntries(Object.entries(values ?? {}).filter(([key]) => known.includes(key)));
}
