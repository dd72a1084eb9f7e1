import type { TemplateSource } from '../schema.ts';

export default {
  id: 'closed-rights-requests-for-new-google-sheets-rows',
  category: 'rights-requests',
  goal: 'answer',
  title: {
    en: 'Close Dastra rights requests for new Google Sheets rows',
    fr: "Clôturer des demandes d'exercice de droits Dastra pour les nouvelles lignes Google Sheets",
  },
  problem: {
    en: 'Legal signs off refusals in its own list, and the requests stay open in Dastra.',
    fr: 'Le juridique valide les refus dans sa propre liste, et les demandes restent ouvertes dans Dastra.',
  },
  description: {
    en: 'Requests that are answered but still open distort every figure. When someone adds a row to the sign-off sheet, this integration finds the request in Dastra by its number and closes it with the reason and the explanation of the row. The sheet stays the place of decision, and Dastra the proof.',
    fr: "Des demandes traitées mais restées ouvertes faussent tous les chiffres. Quand une ligne s'ajoute à la feuille de validation, cette intégration retrouve la demande dans Dastra par son numéro et la clôture avec le motif et l'explication de la ligne. La feuille reste le lieu de la décision, et Dastra celui de la preuve.",
  },
  keywords: {
    en: ['spreadsheet', 'legal', 'sign-off', 'refusal', 'close'],
    fr: ['tableur', 'juridique', 'validation', 'refus', 'clôture'],
  },
  personalData: {
    en: 'The explanation in the row goes to Dastra, where the requester may read it.',
    fr: "L'explication de la ligne est transmise à Dastra, où le demandeur peut la lire.",
  },
  steps: [
    {
      app: 'google-sheets',
      kind: 'trigger',
      key: 'new_row',
      does: {
        en: 'A row with a number, a reason and an explanation is added to the sheet.',
        fr: "Une ligne avec un numéro, un motif et une explication s'ajoute à la feuille.",
      },
      choose: ['spreadsheet', 'worksheet'],
      example: {
        COL$A: 'BRUM3006',
        COL$B: 'Not Admissible',
        COL$C: 'The request concerns data that another company holds.',
      },
    },
    {
      app: 'dastra',
      kind: 'search',
      key: 'find_rights_request',
      does: {
        en: 'The open request is found in Dastra by its number.',
        fr: 'La demande ouverte est retrouvée dans Dastra par son numéro.',
      },
      choose: ['workspaceId'],
      map: { demandId: '{{1__COL$A}}' },
    },
    {
      app: 'dastra',
      kind: 'create',
      key: 'close_rights_request',
      does: {
        en: 'The request is closed with this reason.',
        fr: 'La demande est clôturée avec ce motif.',
      },
      choose: ['workspaceId'],
      map: {
        requestId: '{{2__id}}',
        closedReason: '{{1__COL$B}}',
        closedReasonDescription: '{{1__COL$C}}',
      },
    },
  ],
} satisfies TemplateSource;
