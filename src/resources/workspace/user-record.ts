import type { Choices } from '../../zapier/choices.ts';
import { defineRecord, named } from '../../zapier/record.ts';
import { user } from './users.ts';

/** `BaseRole`. */
const roles: Choices = {
  User: { label: 'User', fr: 'Utilisateur' },
  Admin: { label: 'Admin', fr: 'Administrateur' },
  SuperAdmin: { label: 'Super Admin', fr: 'Super administrateur' },
  API: { label: 'API', fr: 'API' },
  Author: { label: 'Author', fr: 'Auteur' },
  Support: { label: 'Support', fr: 'Support' },
  Marketing: { label: 'Marketing', fr: 'Marketing' },
  Sales: { label: 'Sales', fr: 'Ventes' },
};

/** What Zapier gets of a user. */
export const userRecord = defineRecord(
  user,
  {
    displayName: 'Name',
    email: 'Email',
    givenName: 'First Name',
    familyName: 'Last Name',
    role: named('Role', roles),
    active: 'Active',
    id: 'User ID',
  },
  {
    id: '9',
    displayName: 'Hugo Bernard',
    givenName: 'Hugo',
    familyName: 'Bernard',
    email: 'hugo.bernard@example.com',
    role: 'User',
    active: true,
  },
);
