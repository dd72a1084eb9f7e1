import { createAsset } from '../resources/assets/calls.ts';
import {
  applicationStates,
  applicationTypes,
  assetTypes,
  sourcings,
} from '../resources/assets/choices.ts';
import { createdAssetRecord } from '../resources/assets/record.ts';
import { newAsset } from '../resources/assets/schema.ts';
import { choiceIn } from '../zapier/choices.ts';
import { defineCreate } from '../zapier/define.ts';
import {
  addressFields,
  advancedGroup,
  contactGroup,
  customFieldsField,
  detailsGroup,
  inGroup,
  tagsField,
  workspaceField,
} from '../zapier/fields.ts';
import { type Display, defineForm } from '../zapier/form.ts';

/** A field that only software has. */
const ofSoftware = (display: Display) => (data: Record<string, unknown>) =>
  choiceIn(assetTypes, data.type) === 'Software' ? { ...display, group: detailsGroup } : undefined;

const sourcing = (label: string) => ofSoftware({ label, choices: sourcings, default: 'InHouse' });

const form = defineForm(newAsset, {
  workspaceId: workspaceField,
  label: { label: 'Name' },
  type: {
    label: 'Asset Type',
    helpText: 'What kind of asset it is. Software has more fields.',
    choices: assetTypes,
    altersDynamicFields: true,
  },
  description: { label: 'Description', multiline: true },
  applicationType: ofSoftware({
    label: 'Software Type',
    choices: applicationTypes,
    default: 'Software',
  }),
  applicationState: ofSoftware({
    label: 'Stage',
    choices: applicationStates,
    default: 'InProduction',
  }),
  hostingType: sourcing('Hosting'),
  developmentType: sourcing('Development'),
  maintenanceType: sourcing('Maintenance'),
  supportType: sourcing('Support'),
  ...inGroup(contactGroup, addressFields),
  ...inGroup(detailsGroup, {
    tagIds: tagsField('list_asset_tags'),
    customFields: customFieldsField,
  }),
  ...inGroup(advancedGroup, {
    logoUrl: { label: 'Logo URL', helpText: 'The address of a picture.' },
  }),
});

export default defineCreate({
  key: 'create_asset',
  noun: 'Asset',
  label: 'Create Asset',
  description:
    'Creates an asset: an application, a building, a network or another thing that processings rely on.',
  form,
  record: createdAssetRecord,
  perform: createAsset,
});
