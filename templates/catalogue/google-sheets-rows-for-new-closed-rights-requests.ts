import type { TemplateSource } from '../schema.ts';

export default {
  id: 'google-sheets-rows-for-new-closed-rights-requests',
  category: 'rights-requests',
  goal: 'report',
  title: {
    en: 'Log new closed Dastra rights requests in Google Sheets',
    fr: "Consigner les nouvelles clôtures de demandes d'exercice de droits Dastra dans Google Sheets",
  },
  problem: {
    en: 'The yearly report needs how many requests were answered, why and how fast.',
    fr: 'Le bilan annuel demande combien de demandes ont été closes, pourquoi et en combien de jours.',
  },
  description: {
    en: 'Answer times are easy to ask for and tedious to put together. When a rights request is closed in Dastra, this integration adds a row to the sheet with its number, the rights exercised, the reason and the days that it took. Figures for management and the supervisory authority are then a formula away, and no personal data leave Dastra.',
    fr: "Les délais de réponse sont faciles à demander et fastidieux à réunir. À la clôture d'une demande dans Dastra, cette intégration ajoute une ligne à la feuille avec son numéro, les droits exercés, le motif et le nombre de jours écoulés. Les chiffres pour la direction et l'autorité de contrôle tiennent alors en une formule, et aucune donnée personnelle ne quitte Dastra.",
  },
  keywords: {
    en: ['spreadsheet', 'figures', 'monthly', 'statistics', 'KPI', 'response time'],
    fr: [
      'tableur',
      'chiffres',
      'mensuel',
      'statistiques',
      'indicateurs',
      'délai de réponse',
      'bilan',
    ],
  },
  personalData: {
    en: 'None: the row holds the number of the request, its rights, its unit, its reason and its dates.',
    fr: "Aucune : la ligne contient le numéro de la demande, les droits exercés, l'unité, le motif et les dates.",
  },
  steps: [
    {
      app: 'dastra',
      kind: 'trigger',
      key: 'rights_request_closed',
      does: {
        en: 'A rights request is closed in Dastra.',
        fr: "Une demande d'exercice de droits est clôturée dans Dastra.",
      },
      choose: ['workspaceId'],
    },
    {
      app: 'google-sheets',
      kind: 'create',
      key: 'add_row',
      does: {
        en: 'A row with its reason and its duration is added to the sheet.',
        fr: "Une ligne avec son motif et sa durée s'ajoute à la feuille.",
      },
      choose: ['drive', 'spreadsheet', 'worksheet'],
      map: {
        COL$A: '{{1__demandId}}',
        COL$B: { en: '{{1__purposesNames}}', fr: '{{1__purposesNamesFr}}' },
        COL$C: '{{1__area__label}}',
        COL$D: { en: '{{1__closedReasonName}}', fr: '{{1__closedReasonNameFr}}' },
        COL$E: '{{1__dateClosedDay}}',
        COL$F: '{{1__closingTime}}',
      },
    },
  ],
} satisfies TemplateSource;
