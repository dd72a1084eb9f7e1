/** The labels of what can be chosen for a data breach, by the API's own names. */
import type { LabelsOf } from '../labels.ts';
import type { PERSON_CATEGORIES } from '../rights-requests/schema.ts';
import type { NATURES, REASONS, SCORES, STATES } from './schema.ts';

export const natures: LabelsOf<typeof NATURES> = {
  Access: 'Confidentiality',
  Integrity: 'Integrity',
  Availability: 'Availability',
};

export const states: LabelsOf<typeof STATES> = { Open: 'Open', Active: 'Active', Closed: 'Closed' };

export const reasons: LabelsOf<typeof REASONS> = {
  Unknown: 'Unknown',
  InternalIntentional: 'Internal, Intentional',
  InternalAccident: 'Internal, Accidental',
  ExternalIntentional: 'External, Intentional',
  ExternalAccident: 'External, Accidental',
  Other: 'Other',
};

export const scores: LabelsOf<typeof SCORES> = {
  Unset: 'Not Set',
  VeryLow: 'Very Low',
  Limited: 'Limited',
  Important: 'Important',
  Maximal: 'Maximal',
};

export const personCategories: LabelsOf<typeof PERSON_CATEGORIES> = {
  Prospect: 'Prospects',
  Client: 'Customers',
  FormerClient: 'Former Customers',
  ParticularPerson: 'Private Persons',
  Employee: 'Employees',
  OldEmployee: 'Former Employees',
  Candidate: 'Candidates',
  TemporaryWorker: 'Temporary Workers',
  ExternalProvider: 'External Suppliers',
  ExternalServiceProvider: 'External Service Providers',
  Agent: 'Agents',
  ElectedRepresentative: 'Elected Representatives',
  PublicServiceUser: 'Users of a Public Service',
  Citizen: 'Citizens',
  Visitors: 'Visitors',
  EndUsers: 'End Users',
  InternetUsers: 'Internet Users',
  Patient: 'Patients',
  HealthProfessional: 'Health Professionals',
  Students: 'Students',
  Member: 'Members',
  Beneficiary: 'Beneficiaries',
  AgedPeople: 'Elderly People',
  Child: 'Children',
  Other: 'Other',
};
