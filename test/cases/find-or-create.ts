/** The cases of all pairs of a search and an action. */
import type { PairCase } from './case.ts';

export const findOrCreateActor: PairCase = {
  french: 'Trouver un acteur ou le créer',
  input: { actorType: 'Morale', companyName: 'Example Ltd', email: 'new@example.com' },
};

export const findOrCreateDataBreach: PairCase = {
  french: 'Trouver une violation de données ou la créer',
  input: {
    label: 'A new breach',
    areaId: '201',
    nature: ['Access'],
    startDate: '2026-11-23T17:40:00+01:00',
  },
};

export const findOrCreateRightsRequest: PairCase = {
  french: 'Trouver une demande d’exercice de droits ou la créer',
  input: {
    title: 'A new request',
    purposes: ['Access'],
    areaId: '201',
    locale: 'fr',
    email: 'new@example.com',
  },
};

export const findOrCreateTask: PairCase = {
  french: 'Trouver une tâche ou la créer',
  input: { label: 'A task that there is not', areaId: '201' },
};

export const findOrCreateProcessing: PairCase = {
  french: 'Trouver un traitement ou le créer',
  input: { ref: 'NEW-1', label: 'A processing that is new', areaId: '201' },
};
