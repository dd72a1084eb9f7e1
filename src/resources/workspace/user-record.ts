import { defineRecord } from '../../zapier/record.ts';
import { user } from './users.ts';

/** What Zapier gets of a user. */
export const userRecord = defineRecord(
  user,
  {
    displayName: 'Name',
    email: 'Email',
    givenName: 'First Name',
    familyName: 'Last Name',
    role: 'Role',
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
