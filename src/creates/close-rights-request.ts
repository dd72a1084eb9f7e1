import { closedReasons } from '../resources/rights-requests/choices.ts';
import { closeRightsRequest } from '../resources/rights-requests/close.ts';
import { closingRightsRequestRecord } from '../resources/rights-requests/record.ts';
import { closedRightsRequest } from '../resources/rights-requests/schema.ts';
import { defineCreate } from '../zapier/define.ts';
import { rightsRequestField, workspaceField } from '../zapier/fields.ts';
import { defineForm } from '../zapier/form.ts';

const form = defineForm(closedRightsRequest, {
  workspaceId: workspaceField,
  requestId: rightsRequestField,
  closedReason: {
    label: 'Reason',
    helpText: 'Why the request is closed.',
    choices: closedReasons,
  },
  closedReasonDescription: {
    label: 'Explanation',
    helpText: 'More about the reason. The requester may see it, in emails of Dastra for example.',
    multiline: true,
  },
  sendNotification: {
    label: 'Notify Requester',
    helpText:
      'Whether Dastra tells the requester by email. It does not unless you choose yes. Requester Notified in the result shows whether it did.',
  },
});

export default defineCreate({
  key: 'close_rights_request',
  noun: 'Rights Request',
  label: 'Close Rights Request',
  description:
    'Closes a data subject rights request with a reason. One that is closed already is returned as it is.',
  form,
  record: closingRightsRequestRecord,
  perform: closeRightsRequest,
});
