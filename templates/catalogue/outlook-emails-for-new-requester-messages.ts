import type { TemplateSource } from '../schema.ts';

export default {
  id: 'outlook-emails-for-new-requester-messages',
  category: 'rights-requests',
  goal: 'answer',
  title: {
    en: 'Send Microsoft Outlook emails for new messages on Dastra rights requests',
    fr: 'Envoyer des e-mails Microsoft Outlook pour les nouveaux messages sur les demandes Dastra',
  },
  problem: {
    en: 'A requester replies in the portal, and the person in charge sees it a week later.',
    fr: 'Un demandeur répond sur le portail, et la personne chargée de la demande le voit une semaine après.',
  },
  description: {
    en: 'Questions and missing documents come back through the portal of rights requests, where nobody waits for them. When a requester writes, this integration sends an email to the person assigned to the request, with its number and its deadline. The text of the message stays in Dastra, where it is protected.',
    fr: 'Questions et pièces manquantes reviennent par le portail des demandes, où personne ne les attend. Quand un demandeur écrit, cette intégration envoie un e-mail à la personne assignée à la demande, avec son numéro et son échéance. Le texte du message reste dans Dastra, où il est protégé.',
  },
  keywords: {
    en: ['reply', 'portal', 'requester', 'mail'],
    fr: ['réponse', 'portail', 'demandeur', 'courriel', 'mail'],
  },
  personalData: {
    en: "The email address of the person assigned goes to Outlook. Neither the requester's name nor the text of the message does.",
    fr: "L'adresse e-mail de la personne assignée est transmise à Outlook, mais ni le nom du demandeur ni le texte du message.",
  },
  steps: [
    {
      app: 'dastra',
      kind: 'trigger',
      key: 'new_request_message',
      does: {
        en: 'A requester writes a message in Dastra.',
        fr: 'Un demandeur écrit un message dans Dastra.',
      },
      fixed: { from: 'requester' },
      choose: ['workspaceId'],
    },
    {
      app: 'outlook',
      kind: 'create',
      key: 'send_email',
      does: {
        en: 'The person assigned gets an email, without the text.',
        fr: 'La personne assignée reçoit un e-mail, sans le texte.',
      },
      map: {
        recipients: '{{1__request__operator__email}}',
        subject: {
          en: 'New message on request {{1__request__demandId}}',
          fr: 'Nouveau message sur la demande {{1__request__demandId}}',
        },
        body: {
          en: 'The requester has written on request {{1__request__demandId}}. It is due on {{1__request__expiryTimeText}}.',
          fr: 'Le demandeur a écrit au sujet de la demande {{1__request__demandId}}. Son échéance est le {{1__request__expiryTimeTextFr}}.',
        },
      },
    },
  ],
} satisfies TemplateSource;
