/** What can be chosen for a rights request, by the API's own names. */
import type { Choices, ChoicesOf } from '../../zapier/choices.ts';
import type { CLOSED_REASONS, PERSON_CATEGORIES, PURPOSES, STATES } from './schema.ts';

/** The articles are those of the GDPR; advance directives are French law. */
export const requestTypes: ChoicesOf<typeof PURPOSES> = {
  Access: {
    label: 'Access (Art. 15)',
    name: 'Access',
    fr: 'Accès',
    also: ["droit d'accès", 'right of access', 'right to access'],
  },
  Rectification: {
    label: 'Rectification (Art. 16)',
    name: 'Rectification',
    fr: 'Rectification',
    also: ['droit de rectification', 'right to rectification', 'correction', 'modification'],
  },
  Erasure: {
    label: 'Erasure (Art. 17)',
    name: 'Erasure',
    fr: 'Effacement',
    also: [
      "droit à l'effacement",
      "droit d'effacement",
      'right to erasure',
      'right to be forgotten',
      "droit à l'oubli",
      'suppression',
      'droit de suppression',
      'deletion',
      'delete',
    ],
  },
  Restriction: {
    label: 'Restriction (Art. 18)',
    name: 'Restriction',
    fr: 'Limitation',
    also: [
      'limitation du traitement',
      'droit à la limitation',
      'droit à la limitation du traitement',
      'restriction of processing',
      'right to restriction',
      'right to restriction of processing',
    ],
  },
  Portability: {
    label: 'Portability (Art. 20)',
    name: 'Portability',
    fr: 'Portabilité',
    also: [
      'droit à la portabilité',
      'portabilité des données',
      'droit à la portabilité des données',
      'data portability',
      'right to portability',
      'right to data portability',
    ],
  },
  Opposition: {
    label: 'Objection (Art. 21)',
    name: 'Objection',
    fr: 'Opposition',
    also: ["droit d'opposition", 'right to object', 'object'],
  },
  AutomatedDecision: {
    label: 'No Automated Decision-Making (Art. 22)',
    name: 'No Automated Decision-Making',
    fr: 'Refus d’une décision automatisée',
    also: ['décision automatisée', 'automated decision', 'automated decision-making'],
  },
  Information: {
    label: 'Information (Art. 13-14)',
    name: 'Information',
    fr: 'Information',
    also: ["droit à l'information", 'right to be informed', 'right to information'],
  },
  AdvanceDirectives: {
    label: 'Advance Directives (French Law)',
    name: 'Advance Directives',
    fr: 'Directives anticipées',
    also: ['directives post-mortem', 'directives après le décès'],
  },
  Unknown: { label: 'Unknown', fr: 'Inconnu', also: ['je ne sais pas', "I don't know"] },
};

/**
 * The categories of data subjects that Dastra's older documents name; a workspace's own replace them
 * (assumption A24).
 */
export const personCategories: ChoicesOf<typeof PERSON_CATEGORIES> = {
  Client: { label: 'Client', fr: 'Client', also: ['customer', 'cliente'] },
  FormerClient: { label: 'Former Client', fr: 'Ancien client', also: ['former customer'] },
  Prospect: { label: 'Prospect', fr: 'Prospect', also: ['lead'] },
  Employee: {
    label: 'Employee',
    fr: 'Salarié',
    also: ['employé', 'employée', 'salariée', 'collaborateur'],
  },
  OldEmployee: { label: 'Former Employee', fr: 'Ancien salarié', also: ['ancien employé'] },
  Candidate: { label: 'Candidate', fr: 'Candidat', also: ['applicant', 'candidate'] },
  ParticularPerson: { label: 'Individual', fr: 'Particulier' },
  Agent: { label: 'Agent', fr: 'Agent' },
  AgedPeople: { label: 'Elderly Person', fr: 'Personne âgée' },
  Beneficiary: { label: 'Beneficiary', fr: 'Bénéficiaire' },
  Child: { label: 'Child', fr: 'Enfant' },
  Citizen: { label: 'Citizen', fr: 'Citoyen' },
  ElectedRepresentative: { label: 'Elected Representative', fr: 'Élu' },
  EndUsers: { label: 'End User', fr: 'Utilisateur final' },
  ExternalProvider: {
    label: 'External Provider',
    fr: 'Fournisseur externe',
    also: ['supplier', 'fournisseur'],
  },
  ExternalServiceProvider: {
    label: 'External Service Provider',
    fr: 'Prestataire externe',
    also: ['service provider', 'prestataire'],
  },
  HealthProfessional: { label: 'Health Professional', fr: 'Professionnel de santé' },
  InternetUsers: { label: 'Internet User', fr: 'Internaute' },
  Member: { label: 'Member', fr: 'Adhérent', also: ['membre'] },
  Patient: { label: 'Patient', fr: 'Patient' },
  PublicServiceUser: {
    label: 'Public Service User',
    fr: 'Usager du service public',
    also: ['usager'],
  },
  Students: { label: 'Student', fr: 'Étudiant', also: ['étudiante', 'élève'] },
  TemporaryWorker: { label: 'Temporary Worker', fr: 'Intérimaire' },
  Visitors: { label: 'Visitor', fr: 'Visiteur' },
  Other: { label: 'Other', fr: 'Autre' },
};

/** The official languages of the European Union, French and English first; another can be typed. */
export const languages: Choices = {
  fr: { label: 'French', fr: 'Français' },
  en: { label: 'English', fr: 'Anglais' },
  de: { label: 'German', fr: 'Allemand' },
  es: { label: 'Spanish', fr: 'Espagnol' },
  it: { label: 'Italian', fr: 'Italien' },
  nl: { label: 'Dutch', fr: 'Néerlandais' },
  pt: { label: 'Portuguese', fr: 'Portugais' },
  bg: { label: 'Bulgarian', fr: 'Bulgare' },
  hr: { label: 'Croatian', fr: 'Croate' },
  cs: { label: 'Czech', fr: 'Tchèque' },
  da: { label: 'Danish', fr: 'Danois' },
  et: { label: 'Estonian', fr: 'Estonien' },
  fi: { label: 'Finnish', fr: 'Finnois' },
  el: { label: 'Greek', fr: 'Grec' },
  hu: { label: 'Hungarian', fr: 'Hongrois' },
  ga: { label: 'Irish', fr: 'Irlandais' },
  lv: { label: 'Latvian', fr: 'Letton' },
  lt: { label: 'Lithuanian', fr: 'Lituanien' },
  mt: { label: 'Maltese', fr: 'Maltais' },
  pl: { label: 'Polish', fr: 'Polonais' },
  ro: { label: 'Romanian', fr: 'Roumain' },
  sk: { label: 'Slovak', fr: 'Slovaque' },
  sl: { label: 'Slovenian', fr: 'Slovène' },
  sv: { label: 'Swedish', fr: 'Suédois' },
};

/** What the states are called; Dastra's own pages call two of them otherwise. */
export const requestStates: ChoicesOf<typeof STATES> = {
  Open: { label: 'Open', fr: 'Ouverte', also: ['nouvelle', 'new'] },
  IdentityValidation: {
    label: 'Identity Validation',
    fr: 'Vérification d’identité',
    also: ['identity check', "validation d'identité"],
  },
  Processing: { label: 'In Progress', fr: 'En cours de traitement', also: ['en cours'] },
  Active: { label: 'Active', fr: 'Active', also: ['response', 'réponse'] },
  Closed: { label: 'Closed', fr: 'Clôturée', also: ['fermée'] },
};

export const closedReasons: ChoicesOf<typeof CLOSED_REASONS> = {
  Accepted: { label: 'Accepted', fr: 'Acceptée' },
  Duplicate: { label: 'Duplicate', fr: 'Doublon' },
  WrongIdentity: { label: 'Wrong Identity', fr: 'Identité erronée' },
  NotAdmissible: { label: 'Not Admissible', fr: 'Irrecevable', also: ['non recevable'] },
  Cancelled: { label: 'Canceled', fr: 'Annulée' },
  FiledAway: { label: 'Filed Away', fr: 'Classée', also: ['classée sans suite'] },
  Other: { label: 'Other', fr: 'Autre' },
};
