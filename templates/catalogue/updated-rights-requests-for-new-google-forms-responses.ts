import type { TemplateSource } from '../schema.ts';

export default {
  id: 'updated-rights-requests-for-new-google-forms-responses',
  category: 'rights-requests',
  goal: 'answer',
  title: {
    en: 'Update Dastra rights requests for new Google Forms responses',
    fr: "Mettre à jour des demandes d'exercice de droits Dastra pour les nouvelles réponses Google Forms",
  },
  problem: {
    en: 'Departments report by email what data they hold, and the request never hears of it.',
    fr: "Les services signalent par e-mail les données qu'ils détiennent, et la demande n'en garde aucune trace.",
  },
  description: {
    en: 'Finding the data of a requester is the work of many departments, whose replies end up in different mailboxes. When one of them fills in the form, this integration finds the request in Dastra by its number and appends the reply to its internal notes. Everything found is in one place when the answer is written.',
    fr: "Retrouver les données d'un demandeur mobilise plusieurs services, dont les réponses se dispersent dans les boîtes e-mail. Quand l'un d'eux remplit le formulaire, cette intégration retrouve la demande dans Dastra par son numéro et ajoute la réponse à ses notes internes. Tout est au même endroit au moment de rédiger la réponse.",
  },
  keywords: {
    en: ['departments', 'internal notes', 'form', 'data found'],
    fr: ['services', 'notes internes', 'formulaire', 'données trouvées'],
  },
  personalData: {
    en: 'What the department writes about the data found goes from Google Forms to Dastra.',
    fr: 'Ce que le service écrit sur les données trouvées est transmis de Google Forms à Dastra.',
  },
  steps: [
    {
      app: 'google-forms',
      kind: 'trigger',
      key: 'new_form_response',
      does: {
        en: 'A department fills in the form, with the number of the request.',
        fr: 'Un service remplit le formulaire, avec le numéro de la demande.',
      },
      choose: ['form'],
      example: {
        request_number: 'BRUM3004',
        department: 'Customer Service',
        data_found: 'Two loyalty accounts, opened in 2021 and 2023.',
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
      map: { demandId: '{{1__request_number}}' },
    },
    {
      app: 'dastra',
      kind: 'create',
      key: 'update_rights_request',
      does: {
        en: 'The reply is appended to the internal notes of the request.',
        fr: "La réponse s'ajoute aux notes internes de la demande.",
      },
      fixed: { descriptionMode: 'Append' },
      choose: ['workspaceId'],
      map: {
        requestId: '{{2__id}}',
        description: {
          en: '{{1__department}}: {{1__data_found}}',
          fr: '{{1__department}} : {{1__data_found}}',
        },
      },
    },
  ],
} satisfies TemplateSource;
