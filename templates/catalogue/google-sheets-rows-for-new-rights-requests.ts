import type { TemplateSource } from '../schema.ts';

export default {
  id: 'google-sheets-rows-for-new-rights-requests',
  category: 'rights-requests',
  goal: 'report',
  title: {
    en: 'Log new Dastra rights requests in Google Sheets',
    fr: "Consigner les nouvelles demandes d'exercice de droits Dastra dans Google Sheets",
  },
  problem: {
    en: 'Management wants figures on rights requests, and nobody wants to copy them out.',
    fr: "La direction demande des chiffres sur les demandes d'exercice de droits, que personne ne veut recopier.",
  },
  description: {
    en: 'Figures on data subject requests are often gathered by hand at the end of a quarter. This integration adds a spreadsheet row when a request arrives, with its number, the rights exercised, the unit in charge and the legal deadline. The name and address of the requester stay in Dastra.',
    fr: "Les statistiques des demandes d'exercice de droits sont souvent compilées à la main en fin de trimestre. Cette intégration ajoute une ligne à la feuille de calcul à l'arrivée de chaque demande, avec son numéro, les droits exercés, l'unité organisationnelle et l'échéance légale. Le nom et l'adresse du demandeur restent dans Dastra.",
  },
  keywords: {
    en: ['spreadsheet', 'figures', 'statistics', 'KPI', 'register'],
    fr: ['tableur', 'chiffres', 'statistiques', 'indicateurs', 'registre'],
  },
  personalData: {
    en: 'None about the requester: the row holds the number of the request, its rights, its dates, its unit and its status.',
    fr: "Aucune sur le demandeur : la ligne contient le numéro de la demande, les droits exercés, les dates, l'unité et le statut.",
  },
  steps: [
    {
      app: 'dastra',
      kind: 'trigger',
      key: 'new_rights_request',
      does: {
        en: 'A rights request arrives in Dastra.',
        fr: "Une demande d'exercice de droits arrive dans Dastra.",
      },
      choose: ['workspaceId'],
    },
    {
      app: 'google-sheets',
      kind: 'create',
      key: 'add_row',
      does: {
        en: 'A row with its number, rights and deadline is added to the sheet.',
        fr: "Une ligne avec son numéro, ses droits et son échéance s'ajoute à la feuille.",
      },
      choose: ['drive', 'spreadsheet', 'worksheet'],
      map: {
        COL$A: '{{1__demandId}}',
        COL$B: { en: '{{1__purposesNames}}', fr: '{{1__purposesNamesFr}}' },
        COL$C: '{{1__dateCreationDay}}',
        COL$D: '{{1__expiryTimeDay}}',
        COL$E: '{{1__area__label}}',
        COL$F: { en: '{{1__stateName}}', fr: '{{1__stateNameFr}}' },
      },
    },
  ],
} satisfies TemplateSource;
