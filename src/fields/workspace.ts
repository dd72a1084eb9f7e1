import type { Display } from './form.ts';

/** The workspace that an operation works in; every form begins with it. */
export const workspaceField: Display = {
  label: 'Workspace',
  helpText:
    'The Dastra workspace to work in. If it is not in the list, type its ID: the number in the address of its pages, after `/workspace/`.',
  dynamic: 'list_workspaces.id.label',
};

/** Makes a field a drop-down of what a hidden trigger lists in the chosen workspace. */
export const listedBy = (trigger: string) =>
  ({ dynamic: `${trigger}.id.label`, dependsOn: ['workspaceId'] }) satisfies Partial<Display>;
