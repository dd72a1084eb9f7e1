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
    helpText: 'Most reliable. When set, the names below only decide between actors that share it.',
  },
  companyName: {
    label: 'Organization Name',
    helpText: 'Finds an organization whose email you do not know.',
  },
  givenName: {
    label: 'First Name',
    helpText: 'Finds a person whose email you do not know, best with Last Name.',
  },
  familyName: { label: 'Last Name' },
  actorType: {
    label: 'Actor Type',
    helpText: 'Leave it blank to search organizations and persons.',
    choices: actorTypes,
    altersDynamicFields: true,
  },
  match: {
    label: 'Match',
    helpText:
      'Exact compares whole values; Contains also finds parts of them. Neither regards upper and lower case.',
    choices: matches,
    default: 'exact',
  },
  actorId: {
    label: 'Actor',
    helpText: "Already have the actor's ID? Use it here and leave the other fields blank.",
    ...listedBy('list_actors'),
  },
});

export default defineSearch({
  key: 'find_actor',
  noun: 'Actor',
  label: 'Find Actor',
  description:
    'Finds an actor (an organization or a person) in a workspace by email, by name, or by ID. Use it to get the ID of an actor, such as a processor, before a step that needs it.',
  form,
  record: actorRecord,
  perform: findActor,
});
