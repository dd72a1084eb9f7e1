import { requestTypes } from '../resources/rights-requests/choices.ts';
import { findRightsRequests } from '../resources/rights-requests/find.ts';
import { rightsRequestRecord } from '../resources/rights-requests/record.ts';
import { rightsRequestQuery } from '../resources/rights-requests/schema.ts';
import { defineSearch } from '../zapier/define.ts';
import { listedBy, workspaceField } from '../zapier/fields.ts';
import { defineForm } from '../zapier/form.ts';

const form = defineForm(rightsRequestQuery, {
  workspaceId: workspaceField,
  demandId: {
    label: 'Request Number',
    helpText:
      'The number that Dastra gives to a request and shows to the requester, such as K7WQ2MZD. If you fill in several fields, a request must match all of them.',
  },
  refId: {
    label: 'External Reference',
    helpText: 'What another system calls the request, upper and lower case included.',
  },
  email: {
    label: 'Email',
    helpText: "The requester's address. Of several requests, the newest comes first.",
  },
  purposes: {
    label: 'Request Types',
    helpText: 'Only requests about all of these rights. Leave it blank for any.',
    choices: requestTypes,
  },
  openOnly: {
    label: 'Open Only',
    helpText: 'Whether closed requests are left out. Choose no to find them as well.',
    default: 'true',
  },
  requestId: {
    label: 'Request',
    helpText:
      'To read a request whose ID you have, open or closed; then leave the other fields blank.',
    ...listedBy('list_rights_requests'),
  },
});

export default defineSearch({
  key: 'find_rights_request',
  noun: 'Rights Request',
  label: 'Find Rights Request',
  description:
    'Finds a data subject rights request by its number, external reference or email, or by ID.',
  form,
  record: rightsRequestRecord,
  perform: findRightsRequests,
});
