import type { TemplateSource } from '../schema.ts';

export default {
  id: 'actors-for-new-hubspot-contacts',
  category: 'actors',
  goal: 'actors',
  title: {
    en: 'Find or create Dastra actors for new HubSpot contacts',
    fr: 'Rechercher ou créer des acteurs Dastra pour les nouveaux contacts HubSpot',
  },
  problem: {
    en: 'The people to talk to at partners are in the CRM, but not in the directory of actors.',
    fr: "Les interlocuteurs des partenaires sont dans le CRM, et non dans l'annuaire des acteurs.",
  },
  description: {
    en: 'The directory of actors falls behind when partners change their contact persons. When a contact joins the chosen HubSpot list, this integration looks it up in Dastra by email, and adds it as a person if it is not there. The directory stays complete, and no one is in it twice.',
    fr: "L'annuaire des acteurs prend du retard quand les partenaires changent d'interlocuteurs. Quand un contact rejoint la liste HubSpot choisie, cette intégration le recherche dans Dastra par son adresse e-mail et l'ajoute comme personne physique s'il n'y figure pas. L'annuaire reste complet, et personne n'y figure deux fois.",
  },
  keywords: {
    en: ['CRM', 'directory', 'partner', 'contact person'],
    fr: ['CRM', 'annuaire', 'partenaire', 'interlocuteur'],
  },
  personalData: {
    en: "The contact's name, email address, phone number and company go from HubSpot to Dastra.",
    fr: "Le nom, l'adresse e-mail, le téléphone et l'entreprise du contact sont transmis de HubSpot à Dastra.",
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
      kind: 'searchOrCreate',
      key: 'find_actor',
      does: {
        en: 'The person is found among the actors of Dastra by email, or added to them.',
        fr: 'La personne est retrouvée par e-mail parmi les acteurs de Dastra, ou y est ajoutée.',
      },
      fixed: { actorType: 'Physical', match: 'exact' },
      choose: ['workspaceId'],
      map: {
        email: '{{1__email}}',
        givenName: '{{1__firstname}}',
        familyName: '{{1__lastname}}',
        companyName: '{{1__company}}',
        phoneNumber: '{{1__phone}}',
      },
    },
  ],
} satisfies TemplateSource;
