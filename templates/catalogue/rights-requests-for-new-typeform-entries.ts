import type { TemplateSource } from '../schema.ts';

export default {
  id: 'rights-requests-for-new-typeform-entries',
  category: 'rights-requests',
  goal: 'collect',
  featured: true,
  title: {
    en: 'Create Dastra rights requests for new Typeform entries',
    fr: "Créer des demandes d'exercice de droits Dastra pour les nouvelles réponses Typeform",
  },
  problem: {
    en: 'Requests that come through a form of the website have to be typed in again.',
    fr: 'Les demandes reçues par un formulaire du site doivent être ressaisies.',
  },
  description: {
    en: 'Requests that come in through a web form are usually typed into the register by hand, late and with mistakes. When someone fills in the Typeform, this integration opens a rights request in Dastra with the right exercised, the contact details and the message. A form that arrives twice opens one request only.',
    fr: "Les demandes reçues par un formulaire en ligne sont souvent ressaisies à la main dans le registre, avec retard et avec des erreurs. Quand une personne remplit le Typeform, cette intégration ouvre dans Dastra une demande d'exercice de droits avec le droit exercé, les coordonnées et le message. Un formulaire reçu deux fois n'ouvre qu'une seule demande.",
  },
  keywords: {
    en: ['web form', 'intake', 'website', 'survey'],
    fr: ['formulaire en ligne', 'recueil', 'site web', 'questionnaire'],
  },
  personalData: {
    en: "The requester's name, email address and message go from Typeform to Dastra.",
    fr: "Le nom, l'adresse e-mail et le message du demandeur sont transmis de Typeform à Dastra.",
  },
  steps: [
    {
      app: 'typeform',
      kind: 'trigger',
      key: 'entries_resthook_v2',
      does: {
        en: 'Someone fills in the form. The options of its question about the right are called Access, Rectification, Erasure, Restriction, Portability and Objection.',
        fr: "Une personne remplit le formulaire. Les options de sa question sur le droit exercé s'appellent Accès, Rectification, Effacement, Limitation, Portabilité et Opposition.",
      },
      choose: ['form'],
    },
    {
      app: 'dastra',
      kind: 'create',
      key: 'create_rights_request',
      does: {
        en: 'A rights request with all answers is opened in Dastra.',
        fr: "Une demande d'exercice de droits avec toutes les réponses est ouverte dans Dastra.",
      },
      // An entry that Zapier delivers again must not become a second request.
      fixed: { returnExisting: true },
      choose: ['workspaceId', 'areaId', 'locale'],
      map: {
        title: {
          en: 'Request from {{1__first_name}} {{1__last_name}}',
          fr: 'Demande de {{1__first_name}} {{1__last_name}}',
        },
        purposes: '{{1__right}}',
        email: '{{1__email}}',
        givenName: '{{1__first_name}}',
        familyName: '{{1__last_name}}',
        message: '{{1__message}}',
        refId: '{{1__token}}',
        dateDemand: '{{1__submitted_at}}',
      },
    },
  ],
} satisfies TemplateSource;
