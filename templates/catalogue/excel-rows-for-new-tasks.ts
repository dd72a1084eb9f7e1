import type { TemplateSource } from '../schema.ts';

export default {
  id: 'excel-rows-for-new-tasks',
  category: 'tasks',
  goal: 'report',
  title: {
    en: 'Log new Dastra tasks in Microsoft Excel',
    fr: 'Consigner les nouvelles tâches Dastra dans Microsoft Excel',
  },
  problem: {
    en: 'The compliance action plan lives in a workbook that is never up to date.',
    fr: "Le plan d'action de la conformité vit dans un classeur qui n'est jamais à jour.",
  },
  description: {
    en: 'A compliance plan kept in a workbook falls behind as soon as work is planned elsewhere. When a task is created in Dastra, this integration adds a row to the workbook with its title, priority, due date and the person in charge. The plan stays complete for those who read it in Microsoft Excel.',
    fr: "Un plan de conformité tenu dans un classeur prend du retard dès que le travail se planifie ailleurs. À la création d'une tâche dans Dastra, cette intégration ajoute une ligne au classeur avec son titre, sa priorité, son échéance et la personne assignée. Le plan reste complet pour ceux qui le lisent dans Microsoft Excel.",
  },
  keywords: {
    en: ['spreadsheet', 'action plan', 'follow-up', 'register'],
    fr: ['tableur', "plan d'action", 'suivi', 'registre'],
  },
  personalData: {
    en: 'The name of the person assigned to the task goes to Microsoft Excel.',
    fr: 'Le nom de la personne assignée à la tâche est transmis à Microsoft Excel.',
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
      app: 'excel',
      kind: 'create',
      key: 'add_row',
      does: {
        en: 'A row with its title, priority and due date is added to the workbook.',
        fr: "Une ligne avec son titre, sa priorité et son échéance s'ajoute au classeur.",
      },
      choose: ['storage_source', 'folder_id', 'spreadsheet', 'worksheet'],
      map: {
        title: '{{1__label}}',
        priority: { en: '{{1__priorityName}}', fr: '{{1__priorityNameFr}}' },
        due: '{{1__deadlineDay}}',
        assignee: '{{1__assignedToUser__displayName}}',
        unit: '{{1__area__label}}',
      },
    },
  ],
} satisfies TemplateSource;
