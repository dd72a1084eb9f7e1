import type { TemplateSource } from '../schema.ts';

export default {
  id: 'files-for-new-typeform-entries',
  category: 'rights-requests',
  goal: 'answer',
  title: {
    en: 'Attach files to Dastra rights requests for new Typeform entries',
    fr: "Ajouter des fichiers aux demandes d'exercice de droits Dastra pour les nouvelles réponses Typeform",
  },
  problem: {
    en: 'Exports with personal data travel by email before they reach the request.',
    fr: 'Des exports de données personnelles circulent par e-mail avant de rejoindre la demande.',
  },
  description: {
    en: 'An access request is answered with files from many systems, and mailboxes are the wrong place for them. When a department hands in its export with a form, this integration finds the request in Dastra by its number and attaches the file to it. The same file is not attached twice.',
    fr: "Une demande d'accès se traite avec des fichiers de nombreux systèmes, et une boîte e-mail n'est pas leur place. Quand un service remet son export par un formulaire, cette intégration retrouve la demande dans Dastra par son numéro et y joint le fichier. Un même fichier n'est pas joint deux fois.",
  },
  keywords: {
    en: ['file', 'export', 'upload', 'attachment', 'access request'],
    fr: ['fichier', 'export', 'pièce jointe', "demande d'accès", 'dépôt'],
  },
  personalData: {
    en: 'The file, which holds personal data, goes from Typeform through Zapier to Dastra.',
    fr: 'Le fichier, qui contient des données personnelles, passe de Typeform à Dastra par Zapier.',
  },
  steps: [
    {
      app: 'typeform',
      kind: 'trigger',
      key: 'entries_resthook_v2',
      does: {
        en: 'A department hands in a file, with the number of the request.',
        fr: 'Un service remet un fichier, avec le numéro de la demande.',
      },
      choose: ['form'],
      example: { request_number: 'BRUM3004', file: 'https://files.example.com/export.txt' },
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
      map: { demandId: '{{1__request_number}}' },
    },
    {
      app: 'dastra',
      kind: 'create',
      key: 'attach_file_to_rights_request',
      does: {
        en: 'The file is attached to the request.',
        fr: 'Le fichier est joint à la demande.',
      },
      choose: ['workspaceId'],
      map: { requestId: '{{2__id}}', file: '{{1__file}}' },
    },
  ],
} satisfies TemplateSource;
