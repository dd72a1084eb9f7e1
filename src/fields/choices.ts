/** The labels of everything that a Zap builder can choose from, by the API's own names. */
import type { ACCESS_LEVELS, ACTOR_TYPES, VENDOR_TYPES } from '../resources/actors/calls.ts';
import type { JOB_TITLES, RECIPIENT_TYPES, ROLES } from '../resources/processings/calls.ts';
import type { PURPOSES } from '../resources/rights-requests/calls.ts';
import type { OBJECT_TYPES, PRIORITIES } from '../resources/tasks/calls.ts';

/** One label for each name of an enumeration: a name too many or too few does not compile. */
type LabelsOf<Names extends readonly string[]> = Record<Names[number], string>;

export const priorities: LabelsOf<typeof PRIORITIES> = {
  High: 'High',
  Medium: 'Medium',
  Low: 'Low',
};

export const relatedItemTypes: LabelsOf<typeof OBJECT_TYPES> = {
  DataProcessing: 'Processing',
  DataSubject: 'Rights Request',
  DataBreach: 'Data Breach',
  AuditResponse: 'Questionnaire',
  Actor: 'Actor',
  Asset: 'Asset',
  DataRetentionRule: 'Dataset',
  RiskEvaluation: 'Risk Evaluation',
  ControlPoint: 'Control',
  SecurityMeasure: 'Security Measure',
};

/** The articles are those of the GDPR; advance directives are French law. */
export const requestTypes: LabelsOf<typeof PURPOSES> = {
  Access: 'Access (Art. 15)',
  Rectification: 'Rectification (Art. 16)',
  Erasure: 'Erasure (Art. 17)',
  Restriction: 'Restriction (Art. 18)',
  Portability: 'Portability (Art. 20)',
  Opposition: 'Objection (Art. 21)',
  AutomatedDecision: 'No Automated Decision-Making (Art. 22)',
  Information: 'Information (Art. 13-14)',
  AdvanceDirectives: 'Advance Directives (French Law)',
  Unknown: 'Unknown',
};

export const actorTypes: LabelsOf<typeof ACTOR_TYPES> = {
  Morale: 'Organization',
  Physical: 'Person',
};

export const vendorTypes: LabelsOf<typeof VENDOR_TYPES> = { B2B: 'B2B', B2C: 'B2C' };

export const accessLevels: LabelsOf<typeof ACCESS_LEVELS> = {
  None: 'None',
  Restricted: 'Restricted',
  Full: 'Full',
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

/** The official languages of the European Union; another code can be typed. */
export const languages: Readonly<Record<string, string>> = {
  en: 'English',
  fr: 'French',
  de: 'German',
  es: 'Spanish',
  it: 'Italian',
  nl: 'Dutch',
  pt: 'Portuguese',
  bg: 'Bulgarian',
  hr: 'Croatian',
  cs: 'Czech',
  da: 'Danish',
  et: 'Estonian',
  fi: 'Finnish',
  el: 'Greek',
  hu: 'Hungarian',
  ga: 'Irish',
  lv: 'Latvian',
  lt: 'Lithuanian',
  mt: 'Maltese',
  pl: 'Polish',
  ro: 'Romanian',
  sk: 'Slovak',
  sl: 'Slovenian',
  sv: 'Swedish',
};
