import type { TemplateSource } from '../schema.ts';

export default {
  id: 'completed-tasks-for-new-trello-cards',
  category: 'tasks',
  goal: 'plan',
  title: {
    en: 'Complete Dastra tasks for new Trello cards in a list',
    fr: "Terminer des tâches Dastra pour les nouvelles cartes Trello d'une liste",
  },
  problem: {
    en: 'The card is in “Done”, and the task in Dastra stays open for weeks.',
    fr: 'La carte est dans « Terminé », et la tâche reste ouverte dans Dastra pendant des semaines.',
  },
  description: {
    en: 'Two boards for one piece of work never agree. When a card is moved to the list of finished work, this integration finds the open task with the same title in Dastra and completes it. Together with cards for new tasks, Trello and Dastra stay in step.',
    fr: "Deux tableaux pour un même travail ne disent jamais la même chose. Quand une carte passe dans la liste des travaux finis, cette intégration retrouve dans Dastra la tâche ouverte du même titre et la termine. Avec des cartes pour les nouvelles tâches, Trello et Dastra restent d'accord.",
  },
  keywords: {
    en: ['board', 'kanban', 'done', 'round trip'],
    fr: ['tableau', 'kanban', 'fait', 'aller-retour'],
  },
  personalData: {
    en: 'The title of the card goes from Trello to Dastra.',
    fr: 'Le titre de la carte est transmis de Trello à Dastra.',
  },
  steps: [
    {
      app: 'trello',
      kind: 'trigger',
      key: null,
      does: {
        en: 'A card is moved to the chosen list.',
        fr: 'Une carte est déplacée vers la liste choisie.',
      },
      choose: ['board', 'list'],
    },
    {
      app: 'dastra',
      kind: 'search',
      key: 'find_task',
      does: {
        en: 'The open task with the same title is found in Dastra.',
        fr: 'La tâche ouverte du même titre est retrouvée dans Dastra.',
      },
      choose: ['workspaceId'],
      map: { label: '{{1__name}}' },
    },
    {
      app: 'dastra',
      kind: 'create',
      key: 'complete_task',
      does: { en: 'The task is completed.', fr: 'La tâche est terminée.' },
      choose: ['workspaceId'],
      map: { taskId: '{{2__id}}' },
    },
  ],
} satisfies TemplateSource;
