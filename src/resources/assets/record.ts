import { whenCreated } from '../../zapier/created.ts';
import { tagLabels, userLabels } from '../../zapier/labels.ts';
import { defineRecord } from '../../zapier/record.ts';
import { asset } from './schema.ts';

/** What Zapier gets of an asset from the action that creates it. */
export const createdAssetRecord = whenCreated(
  defineRecord(
    asset,
    {
      id: 'Asset ID',
      label: 'Name',
      type: 'Asset Type',
      description: 'Description',
      applicationType: 'Software Type',
      applicationState: 'Stage',
      hostingType: 'Hosting',
      developmentType: 'Development',
      maintenanceType: 'Maintenance',
      supportType: 'Support',
      address: 'Address',
      zipCode: 'Postal Code',
      city: 'City',
      countryCode: 'Country',
      logoUrl: 'Logo URL',
      tags: tagLabels,
      dateCreation: 'Date Created',
      dateUpdate: 'Date Updated',
      creator: userLabels('Creator'),
      customFields: null,
    },
    {
      id: '1104',
      label: 'Payroll software',
      type: 'Software',
      description: 'Computes the wages and files the declarations.',
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
