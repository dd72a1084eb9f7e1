import type { TemplateSource } from '../schema.ts';

export default {
  id: 'actors-for-new-google-sheets-rows',
  category: 'actors',
  goal: 'actors',
  title: {
    en: 'Create Dastra actors for new Google Sheets rows',
    fr: 'Créer des acteurs Dastra pour les nouvelles lignes Google Sheets',
  },
  problem: {
    en: 'Purchasing keeps its suppliers in a sheet that the privacy team never sees.',
    fr: 'Les achats tiennent leurs fournisseurs dans une feuille que le DPO ne voit jamais.',
  },
  description: {
    en: 'New suppliers often reach the privacy team only after data were sent to them. When purchasing adds a row to its sheet, this integration enters the supplier as an organization in Dastra, with its address for privacy matters, its website and its country. Due diligence can begin before the contract is signed.',
    fr: "L'équipe protection des données découvre souvent un fournisseur une fois les données transmises. Quand les achats ajoutent une ligne à leur feuille, cette intégration inscrit le fournisseur comme acteur, personne morale, dans Dastra, avec son adresse de contact, son site et son pays. L'évaluation du sous-traitant peut commencer avant la signature du contrat.",
  },
  keywords: {
    en: ['spreadsheet', 'supplier', 'vendor', 'processor', 'purchasing', 'procurement'],
    fr: ['tableur', 'fournisseur', 'sous-traitant', 'achats'],
  },
  personalData: {
    en: "The supplier's email address goes to Dastra; it can be that of a person.",
    fr: "L'adresse e-mail du fournisseur est transmise à Dastra ; elle peut être celle d'une personne.",
  },
  steps: [
    {
      app: 'google-sheets',
      kind: 'trigger',
      key: 'new_row',
      does: {
        en: 'A row with a supplier is added to the sheet.',
        fr: "Une ligne avec un fournisseur s'ajoute à la feuille.",
      },
      choose: ['spreadsheet', 'worksheet'],
    },
    {
      app: 'dastra',
      kind: 'create',
      key: 'create_actor',
      does: {
        en: 'The supplier is added to the actors of Dastra as an organization.',
        fr: "Le fournisseur s'ajoute aux acteurs de Dastra comme personne morale.",
      },
      fixed: { actorType: 'Morale' },
      choose: ['workspaceId'],
      map: {
        companyName: '{{1__COL$A}}',
        email: '{{1__COL$B}}',
        websiteUrl: '{{1__COL$C}}',
        description: '{{1__COL$D}}',
        countryCode: '{{1__COL$E}}',
      },
    },
  ],
} satisfies TemplateSource;
