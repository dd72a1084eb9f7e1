import type { TemplateSource } from '../schema.ts';

export default {
  id: 'slack-messages-for-new-rights-requests',
  category: 'rights-requests',
  title: {
    en: 'Send Slack messages for new Dastra rights requests',
    fr: "Envoyer des messages Slack pour les nouvelles demandes d'exercice de droits Dastra",
  },
  problem: {
    en: 'The clock of a rights request starts at once; the team should know at once too.',
    fr: "Le délai d'une demande de droits court dès sa réception ; l'équipe doit le savoir aussitôt.",
  },
  description: {
    en: 'Days are lost when a data subject request waits in a tool that nobody has open. As soon as one arrives in Dastra, this integration tells the chosen channel its number, the rights exercised and the deadline. The message holds no personal data, so that the channel can be open to many.',
    fr: "Des jours se perdent quand une demande de personne concernée attend dans un outil que personne n'a ouvert. Dès qu'une demande arrive dans Dastra, cette intégration annonce au canal choisi son numéro, les droits exercés et l'échéance. Le message ne contient aucune donnée personnelle, et le canal peut donc être ouvert à tous.",
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
        en: 'The chosen Slack channel learns its number, rights and deadline.',
        fr: 'Le canal Slack choisi apprend son numéro, ses droits et son échéance.',
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
