import { attachFile } from '../resources/files/calls.ts';
import { attachedFileRecord } from '../resources/files/record.ts';
import { newFile } from '../resources/files/schema.ts';
import { defineCreate } from '../zapier/define.ts';
import { rightsRequestField, workspaceField } from '../zapier/fields.ts';
import { openFile } from '../zapier/file.ts';
import { defineForm } from '../zapier/form.ts';

const form = defineForm(newFile, {
  workspaceId: workspaceField,
  requestId: rightsRequestField,
  file: {
    label: 'File',
    helpText:
      'A file from an earlier step, or an address that downloads one, of at most 30 MB. Text becomes a text file. The requester does not see it before you send it, such as by Send Message to Requester.',
  },
  fileName: {
    label: 'File Name',
    helpText: 'What to call it, such as `data.zip`. Leave it blank to keep its own name.',
  },
  skipAttached: {
    label: 'Skip If Attached',
    helpText:
      'A file of the same name and size is not attached a second time, such as when a step is repeated: you get the one that is there. Choose no to attach it again.',
    default: 'yes',
  },
});

export default defineCreate({
  key: 'attach_file_to_rights_request',
  noun: 'File',
  label: 'Attach File to Rights Request',
  description: 'Attaches a file to an existing data subject rights request.',
  form,
  record: attachedFileRecord,
  perform: (dastra, input, { z: zapier }) =>
    attachFile(dastra, input, () => openFile(zapier, input.file, input.fileName)),
});
