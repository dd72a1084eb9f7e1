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
export const requesterGroup: Group = { key: 'requester', label: 'Requester' };
export const detailsGroup: Group = { key: 'details', label: 'Details' };
export const advancedGroup: Group = { key: 'advanced', label: 'Advanced' };

/** The drop-downs that there are: `src/resources/lists.ts` has a row for each. */
export type DropdownKey =
  | 'list_actor_tags'
  | 'list_actors'
  | 'list_asset_tags'
  | 'list_countries'
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
  | 'list_rights_requests'
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
  helpText: 'The entity or department in charge.',
  ...listedBy('list_organizational_units'),
};

/** Tags; each kind of record has its own. @param trigger the hidden trigger that lists them */
export const tagsField = (trigger: DropdownKey & `${string}_tags`): Display => ({
  label: 'Tags',
  ...listedBy(trigger),
});

/** Lets a trigger pass over what the connection itself has done, so that Zaps do not go in circles. */
export const skipOwnChangesField: Display = {
  label: 'Skip Changes Made by This Connection',
  helpText:
    'Choose yes if a Zap also changes such records through this connection, so that none goes round in circles. It has no effect if Dastra does not say whose key the connection uses. Turn the Zap off and on after you connect another account.',
};

/** The rights request that a step is about. */
export const rightsRequestField: Display = {
  label: 'Request',
  helpText:
    'The rights request. If it is not in the list, map its Request ID, or put Find Rights Request before this step.',
  ...listedBy('list_rights_requests'),
  search: 'find_rights_request.id',
};

/** A task of the workspace. @param helpText what the task is in for */
export const taskField = (helpText: string): Display => ({
  label: 'Task',
  helpText,
  ...listedBy('list_tasks'),
  search: 'find_task.id',
});

/** A user of the workspace. @param helpText what the user is in for */
export const userField = (label: string, helpText: string): Display => ({
  label,
  helpText,
  ...listedBy('list_users'),
  search: 'find_user.id',
});

/** Custom fields; no endpoint tells which there are (docs/dastra-api.md, Custom fields). */
export const customFieldsField: Display = {
  label: 'Custom Fields',
  helpText:
    "Left: the field's variable name in Dastra (ask your administrator). Right: its value. Dastra ignores unknown names; the result lists them.",
};

/** The parts of a postal address, for an actor and for a requester. */
export const addressFields = {
  address: { label: 'Address', helpText: 'Street and number.' },
  zipCode: { label: 'Postal Code' },
  city: { label: 'City' },
  countryCode: {
    label: 'Country',
    helpText:
      'You can also map a name in English or French, or a code: `Belgium`, `Belgique` or `BE`.',
    dynamic: `${'list_countries' satisfies DropdownKey}.id.label`,
  },
} satisfies Record<string, Display>;
