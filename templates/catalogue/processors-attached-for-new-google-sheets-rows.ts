import type { TemplateSource } from '../schema.ts';

export default {
  id: 'processors-attached-for-new-google-sheets-rows',
  category: 'actors',
  goal: 'actors',
  title: {
    en: 'Attach Dastra actors to processings for new Google Sheets rows',
    fr: 'Attacher des acteurs Dastra à des traitements pour les nouvelles lignes Google Sheets',
  },
  problem: {
    en: 'Purchasing knows which supplier works for which processing; the record does not.',
    fr: 'Les achats savent quel fournisseur intervient dans quel traitement ; le registre, non.',
  },
  description: {
    en: 'A processing without its processors is an incomplete record. When purchasing adds a supplier and the processing that it works for to the sheet, this integration finds or creates the actor, finds the processing by name and attaches one to the other as a processor. An actor that is attached already stays as it is.',
    fr: "Un traitement sans ses sous-traitants est un registre incomplet. Quand les achats ajoutent à la feuille un fournisseur et le traitement pour lequel il intervient, cette intégration retrouve ou crée l'acteur, retrouve le traitement par son nom et attache l'un à l'autre comme sous-traitant. Un acteur déjà attaché reste tel quel.",
  },
  keywords: {
    en: ['spreadsheet', 'supplier', 'vendor', 'processor', 'article 28'],
    fr: ['tableur', 'fournisseur', 'sous-traitant', 'article 28'],
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
        en: 'A row with a supplier and a processing is added to the sheet.',
        fr: "Une ligne avec un fournisseur et un traitement s'ajoute à la feuille.",
      },
      choose: ['spreadsheet', 'worksheet'],
      example: { COL$A: 'Lumeo Hosting', COL$B: 'privacy@lumeo.example.com', COL$C: 'Recrutement' },
    },
    {
      app: 'dastra',
      kind: 'searchOrCreate',
      key: 'find_actor',
      does: {
        en: 'The supplier is found among the actors of Dastra, or added to them.',
        fr: 'Le fournisseur est retrouvé parmi les acteurs de Dastra, ou y est ajouté.',
      },
      fixed: { actorType: 'Morale', match: 'exact' },
      choose: ['workspaceId'],
      map: { companyName: '{{1__COL$A}}', email: '{{1__COL$B}}' },
    },
    {
      app: 'dastra',
      kind: 'search',
      key: 'find_processing',
      does: {
        en: 'The processing is found in Dastra by its name.',
        fr: 'Le traitement est retrouvé dans Dastra par son nom.',
      },
      choose: ['workspaceId'],
      map: { label: '{{1__COL$C}}' },
    },
    {
      app: 'dastra',
      kind: 'create',
      key: 'attach_actor_to_processing',
      does: {
        en: 'The supplier is attached to it as a processor.',
        fr: 'Le fournisseur y est attaché comme sous-traitant.',
      },
      fixed: { type: 'Recipient', recipientType: 'Vendor' },
      choose: ['workspaceId'],
      map: { actorId: '{{2__id}}', dataProcessingId: '{{3__id}}' },
    },
  ],
} satisfies TemplateSource;
