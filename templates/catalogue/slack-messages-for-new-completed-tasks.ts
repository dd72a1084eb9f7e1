import type { TemplateSource } from '../schema.ts';

export default {
  id: 'slack-messages-for-new-completed-tasks',
  category: 'tasks',
  goal: 'alert',
  title: {
    en: 'Send Slack messages for new completed Dastra tasks',
    fr: 'Envoyer des messages Slack pour les nouvelles tâches terminées dans Dastra',
  },
  problem: {
    en: 'The last department is done, and nobody tells the one who writes the answer.',
    fr: 'Le dernier service a fini, et personne ne prévient celui qui rédige la réponse.',
  },
  description: {
    en: 'An answer to a requester waits for the tasks of others, and nobody says when they are done. When a task about a rights request is completed in Dastra, this integration says so in the chosen channel. The person who writes the answer goes on the same day.',
    fr: "La réponse à un demandeur attend les tâches des autres, et personne ne signale qu'elles sont faites. Quand une tâche liée à une demande d'exercice de droits est terminée dans Dastra, cette intégration l'annonce dans le canal choisi. La personne qui rédige la réponse poursuit le jour même.",
  },
  keywords: {
    en: ['done', 'finished', 'channel', 'chat'],
    fr: ['fait', 'fini', 'canal', 'messagerie'],
  },
  personalData: {
    en: 'The title of the task and the name of the person assigned go to Slack.',
    fr: 'Le titre de la tâche et le nom de la personne assignée sont transmis à Slack.',
  },
  steps: [
    {
      app: 'dastra',
      kind: 'trigger',
      key: 'task_completed',
      does: {
        en: 'A task about a rights request is completed in Dastra.',
        fr: "Une tâche liée à une demande d'exercice de droits est terminée dans Dastra.",
      },
      fixed: { objectType: 'DataSubject' },
      choose: ['workspaceId'],
    },
    {
      app: 'slack',
      kind: 'create',
      key: 'channel_message',
      does: {
        en: 'A message about it is posted to the chosen channel.',
        fr: 'Un message à ce sujet est publié dans le canal choisi.',
      },
      choose: ['channel'],
      map: {
        text: {
          en: 'Done: {{1__label}} (assigned to {{1__assignedToUser__displayName}}, about {{1__objectTypeDetails__text}}).',
          fr: 'Terminé : {{1__label}} (assignée à {{1__assignedToUser__displayName}}, au sujet de {{1__objectTypeDetails__text}}).',
        },
      },
    },
  ],
} satisfies TemplateSource;
