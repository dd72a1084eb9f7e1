/** The labels of what can be chosen for a processing and an actor in it, by the API's own names. */
import type { LabelsOf } from '../labels.ts';
import type {
  JOB_TITLES,
  PROCESSING_STATES,
  PROCESSING_TYPES,
  RECIPIENT_TYPES,
  ROLES,
} from './schema.ts';

export const processingTypes: LabelsOf<typeof PROCESSING_TYPES> = {
  Default: "Controller's Processing",
  Vendor: "Processor's Processing",
};

export const processingStates: LabelsOf<typeof PROCESSING_STATES> = {
  Study: 'Under Study',
  BeingDeployed: 'Being Deployed',
  InProduction: 'In Production',
  Stopped: 'Stopped',
};

export const roles: LabelsOf<typeof ROLES> = {
  Recipient: 'Recipient',
  Stakeholder: 'Stakeholder',
  DataController: 'Controller',
  Referent: 'Contact Person',
};

export const recipientTypes: LabelsOf<typeof RECIPIENT_TYPES> = {
  InternalService: 'Internal Department',
  Vendor: 'Processor',
  ThirdParty: 'Third Party',
  JointController: 'Joint Controller',
  DataSubject: 'Data Subject',
  PublicOrganism: 'Public Body',
  InstitutionalPartner: 'Institutional Partner',
  AuthorizedThirdParty: 'Authority Entitled by Law',
};

export const jobTitles: LabelsOf<typeof JOB_TITLES> = {
  JointController: 'Joint Controller',
  ProcessImplementationManager: 'Implementation Manager',
  DataControllerRepresentative: "Controller's Representative",
  DataController: 'Controller',
  DataProtectionOfficer: 'Data Protection Officer',
  DataProtectionOfficerRepresentative: "Data Protection Officer's Representative",
  Processor: 'Processor',
  Referent: 'Contact Person',
  ChiefInformationSecurityOfficer: 'Chief Information Security Officer',
  Other: 'Other',
};
