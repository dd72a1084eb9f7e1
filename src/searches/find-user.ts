import { findUser, userQuery } from '../resources/workspace/find-user.ts';
import { userRecord } from '../resources/workspace/user-record.ts';
import { defineSearch } from '../zapier/define.ts';
import { workspaceField } from '../zapier/fields.ts';
import { defineForm } from '../zapier/form.ts';

const form = defineForm(userQuery, {
  workspaceId: workspaceField,
  email: { label: 'Email', helpText: 'The surest way. If it is filled in, it alone counts.' },
  name: {
    label: 'Name',
    helpText: 'To find a user without email: the name as Dastra shows it, or first and last name.',
  },
});

export default defineSearch({
  key: 'find_user',
  noun: 'User',
  label: 'Find User',
  description:
    'Finds an active user of the workspace by email or by name, to assign tasks and requests to.',
  form,
  record: userRecord,
  perform: findUser,
});
