import { actorTypes, matches } from '../resources/actors/choices.ts';
import { actorQuery, findActor } from '../resources/actors/find.ts';
import { actorRecord } from '../resources/actors/record.ts';
import { defineSearch } from '../zapier/define.ts';
import { listedBy, workspaceField } from '../zapier/fields.ts';
import { defineForm } from '../zapier/form.ts';

const form = defineForm(actorQuery, {
  workspaceId: workspaceField,
  email: {
    label: 'Email',
    helpText:
      'The surest way. If it is filled in, the names below only choose between actors that share it.',
  },
  companyName: { label: 'Organization Name', helpText: 'To find an organization without email.' },
  givenName: { label: 'First Name', helpText: 'To find a person without email, with Last Name.' },
  familyName: { label: 'Last Name' },
  actorType: {
    label: 'Actor Type',
    helpText: 'Leave it blank to search organizations and persons.',
    choices: actorTypes,
  },
  match: {
    label: 'Match',
    helpText:
      'Whether the whole value must be the same, apart from upper and lower case, or only a part of it.',
    choices: matches,
    default: 'exact',
  },
  actorId: {
    label: 'Actor',
    helpText: 'To read an actor whose ID you have; then leave the other fields blank.',
    ...listedBy('list_actors'),
  },
});

export default defineSearch({
  key: 'find_actor',
  noun: 'Actor',
  label: 'Find Actor',
  description: 'Finds an actor by email, by the name of an organization or person, or by ID.',
  form,
  record: actorRecord,
  perform: findActor,
});
