import type { TemplateSource } from '../schema.ts';

export default {
  id: 'slack-messages-for-new-rights-request-deadlines',
  category: 'rights-requests',
  goal: 'deadlines',
  title: {
    en: 'Send Slack direct messages for new deadlines of Dastra rights requests',
    fr: "Envoyer des messages directs Slack pour les nouvelles échéances de demandes d'exercice de droits Dastra",
  },
  problem: {
    en: 'A request that waits for another department is forgotten until the day it is late.',
    fr: "Une demande qui attend un autre service s'oublie jusqu'au jour où elle est en retard.",
  },
  description: {
    en: 'Nobody looks at a register every day, and a deadline does not announce itself. Seven days before an open request is due in Dastra, this integration sends a direct message with its number, the rights exercised and the date to the person in charge of deadlines. There is still time to answer, or to extend.',
    fr: "Personne ne consulte un registre chaque jour, et une échéance ne s'annonce pas d'elle-même. Sept jours avant l'échéance d'une demande ouverte dans Dastra, cette intégration envoie un message direct avec son numéro, les droits exercés et la date à la personne chargée du suivi. Il reste le temps de répondre, ou de prolonger.",
  },
  keywords: {
    en: ['reminder', 'overdue', 'late', 'due soon'],
    fr: ['rappel', 'relance', 'en retard', 'bientôt due'],
  },
  personalData: {
    en: 'None about the requester: the message holds the number of the request, its rights, its deadline and the person in charge.',
    fr: "Aucune sur le demandeur : le message contient le numéro de la demande, les droits exercés, l'échéance et la personne assignée.",
  },
  steps: [
    {
      app: 'dastra',
      kind: 'trigger',
      key: 'rights_request_due_soon',
      does: {
        en: 'An open rights request is due in seven days.',
        fr: "Une demande d'exercice de droits ouverte arrive à échéance dans sept jours.",
      },
      fixed: { daysBefore: '7' },
      choose: ['workspaceId'],
    },
    {
      app: 'slack',
      kind: 'create',
      key: 'direct_message',
      does: { en: 'A direct message reminds of it.', fr: 'Un message direct la rappelle.' },
      choose: ['channel'],
      map: {
        text: {
          en: 'Rights request {{1__demandId}} ({{1__purposesNames}}) is due on {{1__expiryTimeText}}. Status: {{1__stateName}}.',
          fr: "La demande d'exercice de droits {{1__demandId}} ({{1__purposesNamesFr}}) arrive à échéance le {{1__expiryTimeTextFr}}. Statut : {{1__stateNameFr}}.",
        },
      },
    },
  ],
} satisfies TemplateSource;
