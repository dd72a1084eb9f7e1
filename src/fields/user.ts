import type { Display } from '../zapier/form.ts';
import { listedBy } from './workspace.ts';

/** A user of the workspace. @param helpText what the user is in for */
export const userField = (label: string, helpText: string): Display => ({
  label,
  helpText,
  ...listedBy('list_users'),
});
