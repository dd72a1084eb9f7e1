/**
 * The key's own account, its workspaces and the organization's users (docs/dastra-api.md,
 * Authentication).
 */

import { defineResource } from '../engine/define.ts';
import { endpoint, ref } from '../engine/document.ts';
import { API_USER_ID, type Row } from '../engine/world.ts';

const { workspaceId: _ofPath, ...usersQuery } = endpoint('GET', '/v1/TenantUsers').query;

const workspacesOf = ({ workspaceIds }: Row) => workspaceIds as number[];

/** No schema is documented; a user-like object (assumption A2). */
export const me = defineResource({
  path: 'me',
  name: 'User',
  ofAccount: true,
  routes: [
    {
      method: 'GET',
      path: '/me',
      answer: ref('UserDto'),
      handle: ({ scope }) => scope.find('TenantUsers', API_USER_ID),
    },
  ],
});

export const workspaces = defineResource({
  path: 'WorkSpaces',
  name: 'Workspace',
  ofAccount: true,
  dto: ref('WorkSpaceDto'),
  serves: ['list'],
  searched: ['label'],
  // Three documents, three shapes (assumption A3).
  shape: ({ items, total }, { workspacesShape }) =>
    ({ workSpaces: { workSpaces: items }, items: { items, total }, array: items })[workspacesShape],
  seed: () => ({
    0: [
      { id: 101, label: 'Groupe Brumelune' },
      { id: 102, label: 'Brumelune Santé' },
      // It should not be offered to anyone (docs/dastra-api.md, Choices).
      { id: 103, label: 'Ateliers Velours (cédés)', state: 'Archived' },
    ].map((workspace) => ({ state: 'Active', tenantId: 7, nbEntities: 1, ...workspace })),
  }),
});

/** The first workspace has them all. */
export const tenantUsers = defineResource({
  path: 'TenantUsers',
  name: 'User',
  ofAccount: true,
  serves: ['list'],
  searched: ['displayName', 'email'],
  filters: { workspaceId: (user, wanted: number) => workspacesOf(user).includes(wanted) },
  seed: () => {
    const user = (
      id: number,
      givenName: string,
      familyName: string,
      workspaceIds: number[],
      extra = {},
    ) => ({
      id,
      givenName,
      familyName,
      displayName: `${givenName} ${familyName}`,
      email: `user${id}@brumelune.example.com`,
      tenantId: 7,
      role: 'User',
      language: 'fr',
      timeZone: 'Europe/Paris',
      active: true,
      canReceiveNotification: true,
      emailVerified: true,
      dateCreation: '2024-01-15T08:00:00',
      workspaceIds,
      ...extra,
    });
    return {
      0: [
        user(11, 'Solène', 'Kervadec', [101, 102, 103], { role: 'SuperAdmin', isOwner: true }),
        user(12, 'Ibrahim', 'Vantieghem', [101, 102]),
        user(13, 'Maëlle', 'Oursignac', [101], { role: 'Admin' }),
        user(14, 'Théodule', 'Brasquier', [101]),
        user(15, 'Nour', 'Delcambe', [101, 102]),
        user(16, 'Wilhelmina', 'Stroobants', [101], {
          language: 'en',
          timeZone: 'Europe/Brussels',
        }),
        user(17, 'Aurélien', 'Foucrault', [101], { active: false }),
        user(18, 'Zélie', 'Marchandour', [101, 103], { role: 'Author' }),
        user(API_USER_ID, 'Brumelune', 'API', [101, 102, 103], {
          role: 'API',
          canReceiveNotification: false,
        }),
      ],
    };
  },
});

/** Those who may work in a workspace: a call that only newer documents list. */
export const users = defineResource({
  path: 'Users',
  name: 'User',
  dto: ref('UserDto'),
  serves: ['list'],
  query: usersQuery,
  searched: ['displayName', 'email'],
  rows: (scope) =>
    scope.rows('TenantUsers').filter((user) => workspacesOf(user).includes(scope.workspaceId)),
});
