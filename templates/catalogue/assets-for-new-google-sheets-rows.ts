import type { TemplateSource } from '../schema.ts';

export default {
  id: 'assets-for-new-google-sheets-rows',
  category: 'records',
  goal: 'register',
  title: {
    en: 'Create Dastra assets for new Google Sheets rows',
    fr: 'Créer des actifs Dastra pour les nouvelles lignes Google Sheets',
  },
  problem: {
    en: 'IT keeps its applications in a sheet, and the record of processing activities refers to tools of last year.',
    fr: "La DSI tient ses applications dans une feuille, et le registre cite les outils de l'an dernier.",
  },
  description: {
    en: 'A record of processing activities is only as good as its list of systems. When IT adds an application to its sheet, this integration creates the asset in Dastra with its description and country of hosting. Processings can be linked to it on the same day.',
    fr: "Un registre des traitements ne vaut que par sa liste de systèmes. Quand la DSI ajoute une application à sa feuille, cette intégration crée l'actif dans Dastra avec sa description et son pays d'hébergement. Les traitements peuvent y être rattachés le jour même.",
  },
  keywords: {
    en: ['spreadsheet', 'application', 'software', 'inventory', 'CMDB', 'IT'],
    fr: ['tableur', 'application', 'logiciel', 'inventaire', 'DSI', 'CMDB'],
  },
  personalData: {
    en: 'None, unless the description of an application names a person.',
    fr: "Aucune, sauf si la description d'une application nomme une personne.",
  },
  steps: [
    {
      app: 'google-sheets',
      kind: 'trigger',
      key: 'new_row',
      does: {
        en: 'A row with an application is added to the sheet.',
        fr: "Une ligne avec une application s'ajoute à la feuille.",
      },
      choose: ['spreadsheet', 'worksheet'],
      example: { COL$A: 'Lumeo CRM', COL$B: 'Customers and their orders', COL$C: 'FR' },
    },
    {
      app: 'dastra',
      kind: 'create',
      key: 'create_asset',
      does: {
        en: 'The application is created in Dastra as an asset.',
        fr: "L'application est créée dans Dastra comme actif.",
      },
      fixed: { type: 'Software', applicationType: 'Saas', hostingType: 'OutSourced' },
      choose: ['workspaceId'],
      map: { label: '{{1__COL$A}}', description: '{{1__COL$B}}', countryCode: '{{1__COL$C}}' },
    },
  ],
} satisfies TemplateSource;
