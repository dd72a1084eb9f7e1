import { whenCreated } from '../../zapier/created.ts';
import { tagLabels, userLabels } from '../../zapier/labels.ts';
import { countries } from '../../zapier/readable.ts';
import { defineRecord, named, timestamp } from '../../zapier/record.ts';
import { jobTitles, recipientTypes, roles } from '../processings/choices.ts';
import { accessLevels, actorTypes } from './choices.ts';
import { actor } from './schema.ts';

/** What Zapier gets of an actor, found or created. */
export const actorRecord = defineRecord(
  actor,
  {
    displayName: 'Name',
    actorType: named('Actor Type', actorTypes),
    email: 'Email',
    phoneNumber: 'Phone',
    companyName: 'Organization Name',
    givenName: 'First Name',
    familyName: 'Last Name',
    description: 'Description',
    websiteUrl: 'Website',
    contactName: 'Contact Name',
    contactPosition: 'Contact Position',
    tags: tagLabels,
    dpaSignatureDate: 'DPA Signed On',
    address: 'Address',
    zipCode: 'Postal Code',
    city: 'City',
    countryCode: named('Country', countries),
    immatriculationNumber: 'Registration Number',
    recipients: {
      label: 'Processings',
      type: named('Processing Roles', roles),
      recipientType: named('Processing Recipient Types', recipientTypes),
      jobTitle: named('Processing Stakeholder Roles', jobTitles),
      id: 'Processing IDs',
    },
    nbReferences: 'Number of References',
    vendorType: 'Vendor Type',
    accessLevel: named('Access Level', accessLevels),
    creator: userLabels('Creator'),
    dateCreation: 'Date Created',
    dateUpdate: timestamp('Date Updated'),
    id: 'Actor ID',
    customFields: null,
  },
  {
    id: '57',
    displayName: 'Lumeo Hosting',
    actorType: 'Morale',
    companyName: 'Lumeo Hosting',
    email: 'privacy@lumeo.example.com',
    phoneNumber: '+33 1 99 00 56 78',
    websiteUrl: 'https://lumeo.example.com',
    contactName: 'Inès Robert',
    contactPosition: 'Data Protection Officer',
    address: '12 rue des Acacias',
    zipCode: '69003',
    // No country: its name, which comes from Intl, would take 15 ms of each cold start.
    city: 'Lyon',
    tags: [{ id: '8', label: 'Hosting' }],
    nbReferences: 2,
    dateCreation: '2026-11-24T09:12:45.123Z',
  },
);

/** What Zapier gets of an actor from the actions that create and update it. */
export const createdActorRecord = whenCreated(actorRecord);
