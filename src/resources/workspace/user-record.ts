import { defineRecord } from '../../zapier/record.ts';
import { user } from './users.ts';

/** What Zapier gets of a user. */
export const userRecord = defineRecord(
  user,
  {
    id: 'User ID',
    displayName: 'Name',
    givenName: 'First Name',
    familyName: 'Last Name',
    email: 'Email',
    active: 'Active',
  },
  {
    id: '9',
    displayName: 'Hugo Bernard',
    givenName: 'Hugo',
    familyName: 'Bernard',
    email: 'hugo.bernard@example.com',
    active: true,
  },
);
