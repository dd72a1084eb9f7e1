import type { TemplateSource } from '../schema.ts';

export default {
  id: 'teams-messages-for-new-rights-request-statuses',
  category: 'rights-requests',
  goal: 'alert',
  title: {
    en: 'Send Microsoft Teams messages for new statuses of Dastra rights requests',
    fr: 'Envoyer des messages Microsoft Teams pour les nouveaux statuts des demandes Dastra',
  },
  problem: {
    en: 'Everyone who worked on a request asks where it stands.',
    fr: 'Tous ceux qui ont contribué à une demande veulent savoir où elle en est.',
  },
  description: {
    en: 'A request passes through many hands, and each of them waits for news of it. Whenever a rights request comes to another step in Dastra, this integration posts its number, the new step and the days left to the chosen channel. Nobody has to ask, and the message names no requester.',
    fr: "Une demande passe entre de nombreuses mains, et chacun attend des nouvelles. À chaque changement d'étape d'une demande dans Dastra, cette intégration publie son numéro, la nouvelle étape et les jours restants dans le canal choisi. Plus personne n'a besoin de demander, et le message ne nomme aucun demandeur.",
  },
  keywords: {
    en: ['workflow', 'step', 'progress', 'channel'],
    fr: ['processus', 'étape', 'avancement', 'canal'],
  },
  personalData: {
    en: 'None about the requester: the message holds the number of the request, its step and the days left.',
    fr: 'Aucune sur le demandeur : le message contient le numéro de la demande, son étape et les jours restants.',
  },
  steps: [
    {
      app: 'dastra',
      kind: 'trigger',
      key: 'rights_request_status_changed',
      does: {
        en: 'A rights request comes to another step in Dastra.',
        fr: "Une demande d'exercice de droits change d'étape dans Dastra.",
      },
      choose: ['workspaceId'],
    },
    {
      app: 'teams',
      kind: 'create',
      key: 'send_channel_message_from_user',
      does: {
        en: 'A message with its new step is posted to the chosen channel.',
        fr: 'Un message avec sa nouvelle étape est publié dans le canal choisi.',
      },
      choose: ['team', 'channel'],
      map: {
        message: {
          en: 'Rights request {{1__demandId}} is now at “{{1__workFlowStep__label}}” ({{1__stateName}}). {{1__remainingDays}} days are left.',
          fr: "La demande d'exercice de droits {{1__demandId}} est maintenant à l'étape « {{1__workFlowStep__label}} » ({{1__stateNameFr}}). Il reste {{1__remainingDays}} jours.",
        },
      },
    },
  ],
} satisfies TemplateSource;
