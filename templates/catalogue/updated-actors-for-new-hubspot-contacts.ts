import type { TemplateSource } from '../schema.ts';

export default {
  id: 'updated-actors-for-new-hubspot-contacts',
  category: 'actors',
  goal: 'actors',
  title: {
    en: 'Update Dastra actors for new HubSpot contacts',
    fr: 'Mettre à jour des acteurs Dastra pour les nouveaux contacts HubSpot',
  },
  problem: {
    en: 'A partner has a new phone number, and the breach plan still has the old one.',
    fr: "Un partenaire a changé de numéro, et le plan de crise a toujours l'ancien.",
  },
  description: {
    en: 'Contact details in a register are checked once a year at best, and needed on the worst day. When a contact joins the chosen HubSpot list, this integration finds the actor in Dastra by email and brings its phone number and contact person up to date. The right number is there when it counts.',
    fr: "Les coordonnées d'un registre se vérifient au mieux une fois l'an, et servent le pire des jours. Quand un contact rejoint la liste HubSpot choisie, cette intégration retrouve l'acteur dans Dastra par son adresse e-mail et met à jour son téléphone et son interlocuteur. Le bon numéro est là quand il compte.",
  },
  keywords: {
    en: ['CRM', 'phone', 'contact details', 'partner'],
    fr: ['CRM', 'téléphone', 'coordonnées', 'partenaire'],
  },
  personalData: {
    en: "The contact's name, email address and phone number go from HubSpot to Dastra.",
    fr: "Le nom, l'adresse e-mail et le téléphone du contact sont transmis de HubSpot à Dastra.",
  },
  steps: [
    {
      app: 'hubspot',
      kind: 'trigger',
      key: 'contactList',
      does: {
        en: 'A contact joins the chosen HubSpot list.',
        fr: 'Un contact rejoint la liste HubSpot choisie.',
      },
      choose: ['list'],
    },
    {
      app: 'dastra',
      kind: 'search',
      key: 'find_actor',
      does: {
        en: 'The actor is found in Dastra by email.',
        fr: "L'acteur est retrouvé dans Dastra par son adresse e-mail.",
      },
      fixed: { match: 'exact' },
      choose: ['workspaceId'],
      map: { email: '{{1__email}}' },
    },
    {
      app: 'dastra',
      kind: 'create',
      key: 'update_actor',
      does: {
        en: 'The contact details of the actor are updated.',
        fr: "Les coordonnées de l'acteur sont mises à jour.",
      },
      choose: ['workspaceId'],
      map: {
        actorId: '{{2__id}}',
        phoneNumber: '{{1__phone}}',
        contactName: '{{1__firstname}} {{1__lastname}}',
      },
    },
  ],
} satisfies TemplateSource;
