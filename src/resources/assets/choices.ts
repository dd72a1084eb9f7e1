/** The labels of what can be chosen for an asset, by the API's own names. */
import type { LabelsOf } from '../labels.ts';
import type { APPLICATION_STATES, APPLICATION_TYPES, ASSET_TYPES, SOURCINGS } from './schema.ts';

export const assetTypes: LabelsOf<typeof ASSET_TYPES> = {
  Software: 'Software',
  Building: 'Building',
  Network: 'Network',
  Material: 'Equipment',
  Data: 'Data',
  People: 'People',
  Process: 'Process',
};

export const applicationTypes: LabelsOf<typeof APPLICATION_TYPES> = {
  Software: 'Software',
  WebApp: 'Web App',
  Saas: 'SaaS',
  Module: 'Module',
  Other: 'Other',
};

export const applicationStates: LabelsOf<typeof APPLICATION_STATES> = {
  InProduction: 'In Production',
  InDevelopment: 'In Development',
  Stopped: 'Stopped',
};

export const sourcings: LabelsOf<typeof SOURCINGS> = {
  InHouse: 'In-House',
  OutSourced: 'Outsourced',
};
