import type { Display } from '../zapier/form.ts';

/** Custom fields; no endpoint tells which there are (fact sheet §2.7). */
export const customFieldsField: Display = {
  label: 'Custom Fields',
  helpText:
    "On the left the field's variable name, as your Dastra administrator set it; on the right its value, which is sent as it is, numbers and yes or no as text. Dastra ignores names that it does not know; the result lists them.",
};
