import { whenCreated } from '../../zapier/created.ts';
import { tagLabels, userLabels } from '../../zapier/labels.ts';
import { countries } from '../../zapier/readable.ts';
import { defineRecord, named, timestamp } from '../../zapier/record.ts';
import { applicationStates, applicationTypes, assetTypes, sourcings } from './choices.ts';
import { asset } from './schema.ts';

/** What Zapier gets of an asset from the action that creates it. */
export const createdAssetRecord = whenCreated(
  defineRecord(
    asset,
    {
      label: 'Name',
      type: named('Asset Type', assetTypes),
      description: 'Description',
      applicationType: named('Software Type', applicationTypes),
      applicationState: named('Stage', applicationStates),
      hostingType: named('Hosting', sourcings),
      developmentType: named('Development', sourcings),
      maintenanceType: named('Maintenance', sourcings),
      supportType: named('Support', sourcings),
      address: 'Address',
      zipCode: 'Postal Code',
      city: 'City',
      countryCode: named('Country', countries),
      logoUrl: 'Logo URL',
      tags: tagLabels,
      creator: userLabels('Creator'),
      dateCreation: 'Date Created',
      dateUpdate: timestamp('Date Updated'),
      id: 'Asset ID',
      customFields: null,
    },
    {
      id: '1104',
      label: 'Payroll software',
      type: 'Software',
      description: 'Computes wages and files the declarations.',
      applicationType: 'Saas',
      applicationState: 'InProduction',
      hostingType: 'OutSourced',
      developmentType: 'OutSourced',
      maintenanceType: 'OutSourced',
      supportType: 'InHouse',
      tags: [{ id: '10', label: 'Cloud' }],
      dateCreation: '2026-11-24T09:12:45.123Z',
      creator: { id: '7', displayName: 'Claire Martin', email: 'claire.martin@example.com' },
    },
  ),
);
