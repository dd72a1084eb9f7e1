import { whenCreated } from '../../zapier/created.ts';
import { tagLabels, userLabels } from '../../zapier/labels.ts';
import { defineRecord } from '../../zapier/record.ts';
import { actor } from './schema.ts';

/** What Zapier gets of an actor, found or created. */
export const actorRecord = defineRecord(
  actor,
  {
    id: 'Actor ID',
    displayName: 'Name',
    actorType: 'Actor Type',
    companyName: 'Organization Name',
    givenName: 'First Name',
    familyName: 'Last Name',
    email: 'Email',
    phoneNumber: 'Phone',
    description: 'Description',
    websiteUrl: 'Website',
    contactName: 'Contact Name',
    contactPosition: 'Contact Position',
    immatriculationNumber: 'Registration Number',
    address: 'Address',
    zipCode: 'Postal Code',
    city: 'City',
    countryCode: 'Country',
    vendorType: 'Vendor Type',
    accessLevel: 'Access Level',
    dpaSignatureDate: 'DPA Signed On',
    tags: tagLabels,
    recipients: {
      id: 'Processing IDs',
      label: 'Processings',
      type: 'Processing Roles',
      recipientType: 'Processing Recipient Types',
      jobTitle: 'Processing Job Titles',
    },
    nbReferences: 'Number of References',
    creator: userLabels('Creator'),
    dateCreation: 'Date Created',
    dateUpdate: 'Date Updated',
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
    city: 'Lyon',
    countryCode: 'FR',
    tags: [{ id: '8', label: 'Hosting' }],
    nbReferences: 2,
    dateCreation: '2026-11-24T09:12:45.123Z',
  },
);

/** What Zapier gets of an actor from the action that creates it. */
export const createdActorRecord = whenCreated(actorRecord);
