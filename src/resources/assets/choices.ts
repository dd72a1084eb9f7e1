/** What can be chosen for an asset, by the API's own names. */
import type { ChoicesOf } from '../../zapier/choices.ts';
import type { APPLICATION_STATES, APPLICATION_TYPES, ASSET_TYPES, SOURCINGS } from './schema.ts';

export const assetTypes: ChoicesOf<typeof ASSET_TYPES> = {
  Software: { label: 'Software', fr: 'Logiciel', also: ['application'] },
  Building: { label: 'Building', fr: 'Bâtiment', also: ['local', 'locaux', 'premises'] },
  Network: { label: 'Network', fr: 'Réseau' },
  Material: { label: 'Equipment', fr: 'Matériel', also: ['hardware', 'équipement'] },
  Data: { label: 'Data', fr: 'Données' },
  People: { label: 'People', fr: 'Personnes' },
  Process: { label: 'Process', fr: 'Processus' },
};

export const applicationTypes: ChoicesOf<typeof APPLICATION_TYPES> = {
  Software: { label: 'Software', fr: 'Logiciel' },
  WebApp: { label: 'Web App', fr: 'Application web', also: ['web application', 'website'] },
  Saas: { label: 'SaaS', fr: 'SaaS', also: ['software as a service'] },
  Module: { label: 'Module', fr: 'Module' },
  Other: { label: 'Other', fr: 'Autre' },
};

export const applicationStates: ChoicesOf<typeof APPLICATION_STATES> = {
  InProduction: { label: 'In Production', fr: 'En production', also: ['live', 'production'] },
  InDevelopment: { label: 'In Development', fr: 'En développement', also: ['development'] },
  Stopped: { label: 'Stopped', fr: 'Arrêté', also: ['arrêtée', 'retired'] },
};

export const sourcings: ChoicesOf<typeof SOURCINGS> = {
  InHouse: { label: 'In-House', fr: 'En interne', also: ['interne', 'internal', 'on-premises'] },
  OutSourced: { label: 'Outsourced', fr: 'Externalisé', also: ['externe', 'external', 'cloud'] },
};
