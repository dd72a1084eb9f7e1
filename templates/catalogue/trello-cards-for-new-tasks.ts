import type { TemplateSource } from '../schema.ts';

export default {
  id: 'trello-cards-for-new-tasks',
  category: 'tasks',
  goal: 'plan',
  title: {
    en: 'Create Trello cards for new Dastra tasks',
    fr: 'Créer des cartes Trello pour les nouvelles tâches Dastra',
  },
  problem: {
    en: 'Teams that plan on a Trello board do not see what the privacy team asks of them.',
    fr: "Les équipes qui s'organisent dans Trello ne voient pas ce que le DPO attend d'elles.",
  },
  description: {
    en: 'Privacy work is easily missed by teams that plan everything on a Trello board. With this integration, each new task in Dastra becomes a card in the chosen list, with its description, priority and due date. Everyone sees what is expected of them without opening one more tool.',
    fr: 'Les tâches de conformité échappent facilement aux équipes qui planifient tout sur un tableau Trello. Grâce à cette intégration, chaque nouvelle tâche de Dastra devient une carte dans la liste choisie, avec sa description, sa priorité et son échéance. Chacun voit ce qui est attendu de lui sans ouvrir un outil de plus.',
  },
  keywords: {
    en: ['board', 'kanban', 'to-do', 'action plan'],
    fr: ['tableau', 'kanban', 'à faire', "plan d'action"],
  },
  personalData: {
    en: "The names of the people assigned to tasks, and what a task's description holds, go to Trello.",
    fr: 'Le nom des personnes assignées et le contenu de la description des tâches sont transmis à Trello.',
  },
  steps: [
    {
      app: 'dastra',
      kind: 'trigger',
      key: 'new_task',
      does: {
        en: 'A task is created in Dastra.',
        fr: 'Une tâche est créée dans Dastra.',
      },
      choose: ['workspaceId'],
    },
    {
      app: 'trello',
      kind: 'create',
      key: 'card',
      does: {
        en: 'A card with the same title appears in the chosen Trello list.',
        fr: 'Une carte au même titre apparaît dans la liste Trello choisie.',
      },
      choose: ['board', 'list'],
      map: {
        name: '{{1__label}}',
        desc: {
          en: '{{1__descriptionPlainText}}\n\nPriority: {{1__priorityName}}\nDue: {{1__deadlineText}}\nAssigned to: {{1__assignedToUser__displayName}}',
          fr: '{{1__descriptionPlainText}}\n\nPriorité : {{1__priorityNameFr}}\nÉchéance : {{1__deadlineTextFr}}\nAssignée à : {{1__assignedToUser__displayName}}',
        },
      },
    },
  ],
} satisfies TemplateSource;
