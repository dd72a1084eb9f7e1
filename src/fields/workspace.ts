import type { Display } from '../zapier/form.ts';

/** The workspace that an operation works in; every form begins with it. */
export const workspaceField: Display = {
  label: 'Workspace',
  helpText:
    'The Dastra workspace to work in. If it is not in the list, type its ID: the number in the address of its pages, after `/workspace/`.',
  dynamic: 'list_workspaces.id.label',
};

/** The drop-downs that there are: `src/triggers/dropdowns.ts` has a row for each. */
export type DropdownKey =
  | 'list_actor_tags'
  | 'list_actors'
  | 'list_iterations'
  | 'list_organizational_units'
  | 'list_processings'
  | 'list_projects'
  | 'list_related_items'
  | 'list_rights_request_steps'
  | 'list_rights_request_tags'
  | 'list_subject_categories'
  | 'list_task_steps'
  | 'list_task_tags'
  | 'list_tasks'
  | 'list_users'
  | 'list_workspaces';

/** Makes a field a drop-down of what a hidden trigger lists in the chosen workspace. */
export const listedBy = (trigger: DropdownKey) =>
  ({ dynamic: `${trigger}.id.label`, dependsOn: ['workspaceId'] }) satisfies Partial<Display>;
