import type { TemplateSource } from '../schema.ts';

export default {
  id: 'teams-messages-for-new-high-priority-tasks',
  category: 'tasks',
  goal: 'alert',
  title: {
    en: 'Send Microsoft Teams messages for new high-priority Dastra tasks',
    fr: 'Envoyer des messages Microsoft Teams pour les nouvelles tâches Dastra prioritaires',
  },
  problem: {
    en: 'What is urgent looks like everything else in a long list of tasks.',
    fr: 'Ce qui est urgent ressemble à tout le reste dans une longue liste de tâches.',
  },
  description: {
    en: 'In a long list of tasks, the urgent ones are easily overlooked. This integration announces each task of high priority in a channel when it is created in Dastra, with its due date and the person in charge. Tasks of lower priority stay silent, so that the channel keeps its weight.',
    fr: 'Dans une longue liste de tâches, les plus urgentes se perdent facilement. Cette intégration annonce chaque tâche de priorité haute dans un canal dès sa création dans Dastra, avec son échéance et la personne assignée. Les tâches moins prioritaires restent silencieuses, et le canal garde ainsi tout son poids.',
  },
  keywords: {
    en: ['urgent', 'chat', 'channel'],
    fr: ['urgent', 'messagerie', 'canal'],
  },
  personalData: {
    en: 'The title of the task and the name of the person assigned go to Microsoft Teams.',
    fr: 'Le titre de la tâche et le nom de la personne assignée sont transmis à Microsoft Teams.',
  },
  steps: [
    {
      app: 'dastra',
      kind: 'trigger',
      key: 'new_task',
      does: {
        en: 'A task of high priority is created in Dastra.',
        fr: 'Une tâche de priorité haute est créée dans Dastra.',
      },
      fixed: { priority: 'High' },
      choose: ['workspaceId'],
    },
    {
      app: 'teams',
      kind: 'create',
      key: 'send_channel_message_from_user',
      does: {
        en: 'A message about it is posted to the chosen channel.',
        fr: 'Un message sur la tâche est publié dans le canal choisi.',
      },
      choose: ['team', 'channel'],
      map: {
        message: {
          en: 'New task in Dastra: {{1__label}}. Due {{1__deadlineText}}, assigned to {{1__assignedToUser__displayName}}.',
          fr: 'Nouvelle tâche dans Dastra : {{1__label}}. Échéance {{1__deadlineTextFr}}, assignée à {{1__assignedToUser__displayName}}.',
        },
      },
    },
  ],
} satisfies TemplateSource;
