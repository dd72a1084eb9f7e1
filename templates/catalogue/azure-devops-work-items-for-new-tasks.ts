import type { TemplateSource } from '../schema.ts';

export default {
  id: 'azure-devops-work-items-for-new-tasks',
  category: 'tasks',
  goal: 'plan',
  title: {
    en: 'Create Azure DevOps work items for new Dastra tasks',
    fr: 'Créer des éléments de travail Azure DevOps pour les nouvelles tâches Dastra',
  },
  problem: {
    en: 'Privacy by design stays a wish as long as developers have no work item for it.',
    fr: "La protection des données dès la conception reste un vœu tant qu'elle n'est pas au backlog.",
  },
  description: {
    en: 'Developers act on what is in their backlog, and privacy requirements seldom do. When a task is created in Dastra, this integration adds a work item to the chosen Azure DevOps project, with the description and due date. Data protection is then planned together with all other development.',
    fr: "Les développeurs traitent ce qui figure dans leur backlog, et les exigences de protection des données y figurent rarement. À la création d'une tâche dans Dastra, cette intégration ajoute un élément de travail au projet Azure DevOps choisi, avec la description et l'échéance. La conformité se planifie alors avec le reste des développements.",
  },
  keywords: {
    en: ['ticket', 'backlog', 'developers', 'privacy by design'],
    fr: ['ticket', 'backlog', 'développeurs', 'dès la conception'],
  },
  personalData: {
    en: "The name of the task's owner, and what its description holds, go to Azure DevOps.",
    fr: 'Le nom du propriétaire de la tâche et le contenu de sa description sont transmis à Azure DevOps.',
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
      app: 'azure-devops',
      kind: 'create',
      key: null,
      does: {
        en: 'A work item with the same title is added to the Azure DevOps project.',
        fr: "Un élément de travail au même titre s'ajoute au projet Azure DevOps.",
      },
      choose: ['organization', 'project', 'type'],
      map: {
        title: '{{1__label}}',
        description: {
          en: '{{1__descriptionHtml}}<p>Dastra task {{1__id}}, due {{1__deadlineText}}, owner {{1__owner__displayName}}</p>',
          fr: '{{1__descriptionHtml}}<p>Tâche Dastra {{1__id}}, échéance {{1__deadlineTextFr}}, propriétaire {{1__owner__displayName}}</p>',
        },
      },
    },
  ],
} satisfies TemplateSource;
