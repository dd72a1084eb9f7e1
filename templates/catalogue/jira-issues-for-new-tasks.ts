import type { TemplateSource } from '../schema.ts';

export default {
  id: 'jira-issues-for-new-tasks',
  category: 'tasks',
  goal: 'plan',
  title: {
    en: 'Create Jira Software Cloud issues for new Dastra tasks',
    fr: 'Créer des tickets Jira Software Cloud pour les nouvelles tâches Dastra',
  },
  problem: {
    en: 'Product teams plan in Jira, and compliance work stays outside of their sprints.',
    fr: 'Les équipes produit planifient dans Jira, et la conformité reste en dehors de leurs sprints.',
  },
  description: {
    en: 'Work that is not in the sprint does not get done, and privacy work seldom is. For each task created in Dastra, this integration opens an issue in the chosen project, with the description, the priority and what the task is about. Product teams then weigh it like any other work.',
    fr: "Ce qui n'est pas dans le sprint ne se fait pas, et la conformité y est rarement. Pour chaque tâche créée dans Dastra, cette intégration ouvre un ticket dans le projet choisi, avec la description, la priorité et l'objet de la tâche. Les équipes produit l'arbitrent alors comme tout autre travail.",
  },
  keywords: {
    en: ['ticket', 'sprint', 'backlog', 'developers', 'privacy by design'],
    fr: ['ticket', 'sprint', 'backlog', 'développeurs', 'dès la conception'],
  },
  personalData: {
    en: 'What the title, the description and the related item of a task hold goes to Jira.',
    fr: "Le contenu du titre, de la description et de l'élément lié à la tâche est transmis à Jira.",
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
      choose: ['workspaceId', 'areaId'],
    },
    {
      app: 'jira',
      kind: 'create',
      key: 'create_issue',
      does: {
        en: 'An issue with the same title is opened in the Jira project.',
        fr: 'Un ticket au même titre est ouvert dans le projet Jira.',
      },
      choose: ['project', 'issuetype'],
      map: {
        'string::summary': '{{1__label}}',
        'string::description': {
          en: '{{1__descriptionPlainText}}\n\nPriority: {{1__priorityName}}\nDue: {{1__deadlineText}}\nAbout: {{1__objectTypeDetails__text}}',
          fr: '{{1__descriptionPlainText}}\n\nPriorité : {{1__priorityNameFr}}\nÉchéance : {{1__deadlineTextFr}}\nObjet : {{1__objectTypeDetails__text}}',
        },
      },
    },
  ],
} satisfies TemplateSource;
