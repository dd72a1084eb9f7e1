/** Input fields that several forms share. */
import type { Display, Group } from './form.ts';

/** Puts fields into a group of the editor. What most Zaps need comes first, without a group. */
export const inGroup = <Fields extends Record<string, object>>(
  group: Group,
  fields: Fields,
): { [Key in keyof Fields]: Fields[Key] & { group: Group } } =>
  Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, { ...field, group }])) as {
    [Key in keyof Fields]: Fields[Key] & { group: Group };
  };

export const contactGroup: Group = { key: 'contact', label: 'Contact Details' };
export const detailsGroup: Group = { key: 'details', label: 'Details' };
export const advancedGroup: Group = { key: 'advanced', label: 'Advanced' };

/** The drop-downs that there are: `src/triggers/dropdowns.ts` has a row for each. */
export type DropdownKey =
  | 'list_actor_tags'
  | 'list_actors'
  | 'list_asset_tags'
  | 'list_data_breach_steps'
  | 'list_data_breach_tags'
  | 'list_data_breaches'
  | 'list_iterations'
  | 'list_organizational_units'
  | 'list_processing_tags'
  | 'list_processings'
  | 'list_projects'
  | 'list_questionnaire_templates'
  | 'list_related_items'
  | 'list_rights_request_steps'
  | 'list_rights_request_tags'
  | 'list_subject_categories'
  | 'list_task_steps'
  | 'list_task_tags'
  | 'list_tasks'
  | 'list_users'
  | 'list_workspaces';

/** Makes a field a drop-down of what a hidden trigger lists, given the fields that it depends on. */
export const listedBy = (trigger: DropdownKey, ...dependsOn: string[]) =>
  ({
    dynamic: `${trigger}.id.label`,
    dependsOn: ['workspaceId', ...dependsOn],
  }) satisfies Partial<Display>;

/** The workspace that an operation works in; every form begins with it. */
export const workspaceField: Display = {
  label: 'Workspace',
  helpText:
    'The Dastra workspace to work in. If it is not in the list, type its ID: the number in the address of its pages, after `/workspace/`.',
  dynamic: `${'list_workspaces' satisfies DropdownKey}.id.label`,
};

/** The unit that handles a record: an entity, or a department of it. */
export const organizationalUnitField: Display = {
  label: 'Organizational Unit',
  helpText: 'The entity or department that handles it.',
  ...listedBy('list_organizational_units'),
};

/** Tags; each kind of record has its own. @param trigger the hidden trigger that lists them */
export const tagsField = (trigger: DropdownKey & `${string}_tags`): Display => ({
  label: 'Tags',
  ...listedBy(trigger),
});

/** A user of the workspace. @param helpText what the user is in for */
export const userField = (label: string, helpText: string): Display => ({
  label,
  helpText,
  ...listedBy('list_users'),
});

/** Custom fields; no endpoint tells which there are (docs/dastra-api.md, Custom fields). */
export const customFieldsField: Display = {
  label: 'Custom Fields',
  helpText:
    "On the left the field's variable name, as your Dastra administrator set it; on the right its value, which is sent as it is, numbers and yes or no as text. Dastra ignores names that it does not know; the result lists them.",
};

/** The parts of a postal address, for an actor and for a requester. */
export const addressFields = {
  address: { label: 'Address', helpText: 'Street and number.' },
  zipCode: { label: 'Postal Code' },
  city: { label: 'City' },
  countryCode: {
    label: 'Country',
    helpText: 'The code of two letters, such as `FR` for France or `DE` for Germany.',
  },
} satisfies Record<string, Display>;
