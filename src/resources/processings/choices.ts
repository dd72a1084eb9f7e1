/** What can be chosen for a processing and an actor in it, by the API's own names. */
import type { ChoicesOf } from '../../zapier/choices.ts';
import type {
  JOB_TITLES,
  PROCESSING_STATES,
  PROCESSING_TYPES,
  RECIPIENT_TYPES,
  ROLES,
} from './schema.ts';

export const processingTypes: ChoicesOf<typeof PROCESSING_TYPES> = {
  Default: {
    label: "Controller's Processing",
    fr: 'Traitement du responsable',
    also: ['controller', 'responsable de traitement', 'responsable du traitement'],
  },
  Vendor: {
    label: "Processor's Processing",
    fr: 'Traitement du sous-traitant',
    also: ['processor', 'sous-traitant', 'sous-traitance'],
  },
};

export const processingStages: ChoicesOf<typeof PROCESSING_STATES> = {
  Study: { label: 'Under Study', fr: 'À l’étude', also: ["à l'étude", 'study', 'étude'] },
  BeingDeployed: {
    label: 'Being Deployed',
    fr: 'En cours de déploiement',
    also: ['deployment', 'déploiement'],
  },
  InProduction: { label: 'In Production', fr: 'En production', also: ['live', 'production'] },
  Stopped: { label: 'Stopped', fr: 'Arrêté' },
};

export const roles: ChoicesOf<typeof ROLES> = {
  Recipient: { label: 'Recipient', fr: 'Destinataire' },
  Stakeholder: { label: 'Stakeholder', fr: 'Partie prenante', also: ['intervenant'] },
  DataController: {
    label: 'Controller',
    fr: 'Responsable du traitement',
    also: ['responsable de traitement', 'data controller'],
  },
  Referent: { label: 'Contact Person', fr: 'Référent', also: ['personne de contact', 'contact'] },
};

export const recipientTypes: ChoicesOf<typeof RECIPIENT_TYPES> = {
  InternalService: {
    label: 'Internal Department',
    fr: 'Service interne',
    also: ['internal service', 'département interne'],
  },
  Vendor: {
    label: 'Processor',
    fr: 'Sous-traitant',
    also: ['data processor', 'subcontractor', 'supplier', 'prestataire', 'fournisseur'],
  },
  ThirdParty: { label: 'Third Party', fr: 'Tiers' },
  JointController: {
    label: 'Joint Controller',
    fr: 'Responsable conjoint du traitement',
    also: ['responsable conjoint', 'coresponsable', 'co-responsable'],
  },
  DataSubject: { label: 'Data Subject', fr: 'Personne concernée' },
  PublicOrganism: {
    label: 'Public Body',
    fr: 'Organisme public',
    also: ['public organism', 'public organization'],
  },
  InstitutionalPartner: { label: 'Institutional Partner', fr: 'Partenaire institutionnel' },
  AuthorizedThirdParty: {
    label: 'Authority Entitled by Law',
    fr: 'Tiers autorisé',
    also: ['authorized third party', 'authorised third party'],
  },
};

export const jobTitles: ChoicesOf<typeof JOB_TITLES> = {
  JointController: {
    label: 'Joint Controller',
    fr: 'Responsable conjoint du traitement',
    also: ['responsable conjoint', 'coresponsable', 'co-responsable', 'responsable'],
  },
  ProcessImplementationManager: {
    label: 'Implementation Manager',
    fr: 'Responsable de la mise en œuvre',
    also: ['responsable de mise en œuvre', 'process implementation manager', 'responsable'],
  },
  DataControllerRepresentative: {
    label: "Controller's Representative",
    fr: 'Représentant du responsable du traitement',
    also: ['représentant du responsable de traitement', 'representative', 'représentant'],
  },
  DataController: {
    label: 'Controller',
    fr: 'Responsable du traitement',
    also: ['responsable de traitement', 'responsable'],
  },
  DataProtectionOfficer: {
    label: 'Data Protection Officer',
    fr: 'Délégué à la protection des données',
    also: ['DPO', 'DPD', 'déléguée à la protection des données'],
  },
  DataProtectionOfficerRepresentative: {
    label: "Data Protection Officer's Representative",
    fr: 'Représentant du délégué à la protection des données',
    also: ["DPO's representative", 'représentant du DPO', 'representative', 'représentant'],
  },
  Processor: { label: 'Processor', fr: 'Sous-traitant', also: ['data processor'] },
  Referent: { label: 'Contact Person', fr: 'Référent', also: ['personne de contact', 'contact'] },
  ChiefInformationSecurityOfficer: {
    label: 'Chief Information Security Officer',
    fr: "Responsable de la sécurité des systèmes d'information",
    also: ['CISO', 'RSSI'],
  },
  Other: { label: 'Other', fr: 'Autre' },
};
