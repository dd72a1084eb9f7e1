import type { TemplateSource } from '../schema.ts';

export default {
  id: 'google-sheets-rows-for-new-data-breach-statuses',
  category: 'breaches',
  goal: 'report',
  title: {
    en: 'Log new statuses of Dastra data breaches in Google Sheets',
    fr: 'Consigner les nouveaux statuts des violations de données Dastra dans Google Sheets',
  },
  problem: {
    en: 'After a breach, the authority asks who knew what, and when.',
    fr: "Après une violation, l'autorité demande qui savait quoi, et quand.",
  },
  description: {
    en: 'How a breach was handled has to be shown, and memory is no evidence. Whenever a data breach comes to another status in Dastra, this integration adds a row to the sheet with its title, its status and the moment. The history writes itself, and holds no personal data.',
    fr: "Il faut pouvoir montrer comment une violation a été traitée, et la mémoire n'est pas une preuve. À chaque changement de statut d'une violation dans Dastra, cette intégration ajoute une ligne à la feuille avec son titre, son statut et la date. L'historique s'écrit de lui-même, sans donnée personnelle.",
  },
  keywords: {
    en: ['spreadsheet', 'history', 'evidence', 'accountability', 'register'],
    fr: ['tableur', 'historique', 'preuve', 'responsabilité', 'registre'],
  },
  personalData: {
    en: 'None, if the titles of breaches name nobody.',
    fr: 'Aucune, si les titres des violations ne nomment personne.',
  },
  steps: [
    {
      app: 'dastra',
      kind: 'trigger',
      key: 'data_breach_status_changed',
      does: {
        en: 'A data breach comes to another status in Dastra.',
        fr: 'Une violation de données change de statut dans Dastra.',
      },
      choose: ['workspaceId'],
    },
    {
      app: 'google-sheets',
      kind: 'create',
      key: 'add_row',
      does: {
        en: 'A row with its new status is added to the sheet.',
        fr: "Une ligne avec son nouveau statut s'ajoute à la feuille.",
      },
      choose: ['drive', 'spreadsheet', 'worksheet'],
      map: {
        COL$A: '{{1__label}}',
        COL$B: { en: '{{1__stateName}}', fr: '{{1__stateNameFr}}' },
        COL$C: '{{1__workFlowStep__label}}',
        COL$D: '{{1__area__label}}',
        COL$E: { en: '{{1__natureNames}}', fr: '{{1__natureNamesFr}}' },
      },
    },
  ],
} satisfies TemplateSource;
