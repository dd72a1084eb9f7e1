import type { TemplateSource } from '../schema.ts';

export default {
  id: 'slack-messages-for-new-rights-requests',
  category: 'rights-requests',
  goal: 'alert',
  featured: true,
  title: {
    en: 'Send Slack messages for new Dastra rights requests',
    fr: "Envoyer des messages Slack pour les nouvelles demandes d'exercice de droits Dastra",
  },
  problem: {
    en: 'The clock of a rights request starts at once; the team should know at once too.',
    fr: "Le délai d'une demande de droits court dès sa réception ; l'équipe doit le savoir aussitôt.",
  },
  description: {
    en: 'Days are lost when a data subject request waits in a tool that nobody has open. As soon as one arrives in Dastra, this integration posts its number, the rights exercised and the deadline to the chosen channel. The message holds no personal data, so that the channel can be open to many.',
    fr: "Des jours se perdent quand une demande de personne concernée attend dans un outil que personne n'a ouvert. Dès qu'une demande arrive dans Dastra, cette intégration publie son numéro, les droits exercés et l'échéance dans le canal choisi. Le message ne contient aucune donnée personnelle, et le canal peut donc être ouvert à tous.",
  },
  keywords: {
    en: ['chat', 'channel', 'deadline'],
    fr: ['messagerie', 'canal', 'délai'],
  },
  personalData: {
    en: 'None about the requester: the message holds the number of the request, its unit, its rights and its deadline.',
    fr: "Aucune sur le demandeur : le message contient le numéro de la demande, l'unité, les droits exercés et l'échéance.",
  },
  steps: [
    {
      app: 'dastra',
      kind: 'trigger',
      key: 'new_rights_request',
      does: {
        en: 'A rights request arrives in Dastra.',
        fr: "Une demande d'exercice de droits arrive dans Dastra.",
      },
      choose: ['workspaceId'],
    },
    {
      app: 'slack',
      kind: 'create',
      key: 'channel_message',
      does: {
        en: 'A message with its number, rights and deadline is posted to the chosen channel.',
        fr: "Un message avec le numéro, les droits exercés et l'échéance est publié dans le canal choisi.",
      },
      choose: ['channel'],
      map: {
        text: {
          en: 'New rights request {{1__demandId}} for {{1__area__label}}: {{1__purposesNames}}. Answer by {{1__expiryTimeText}} ({{1__remainingDays}} days).',
          fr: "Nouvelle demande d'exercice de droits {{1__demandId}} pour {{1__area__label}} : {{1__purposesNamesFr}}. Réponse attendue au plus tard le {{1__expiryTimeTextFr}} ({{1__remainingDays}} jours).",
        },
      },
    },
  ],
} satisfies TemplateSource;
