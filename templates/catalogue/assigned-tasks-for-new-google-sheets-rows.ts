import type { TemplateSource } from '../schema.ts';

export default {
  id: 'assigned-tasks-for-new-google-sheets-rows',
  category: 'tasks',
  goal: 'plan',
  title: {
    en: 'Update Dastra tasks with assignees for new Google Sheets rows',
    fr: 'Mettre à jour les personnes assignées aux tâches Dastra pour les nouvelles lignes Google Sheets',
  },
  problem: {
    en: 'Who does what is decided in a meeting, and typed into Dastra by someone else.',
    fr: "Qui fait quoi se décide en réunion, et quelqu'un d'autre le ressaisit dans Dastra.",
  },
  description: {
    en: 'Plans are shared out in meetings, where a sheet is quicker than a tool. When a row with a task and an email address is added, this integration finds both the task and the user in Dastra and assigns one to the other. Dastra then tells the person by email.',
    fr: "Les plans se répartissent en réunion, où une feuille va plus vite qu'un outil. Quand une ligne avec une tâche et une adresse e-mail s'ajoute, cette intégration retrouve dans Dastra la tâche et l'utilisateur, et assigne l'une à l'autre. Dastra prévient ensuite la personne par e-mail.",
  },
  keywords: {
    en: ['spreadsheet', 'assign', 'meeting', 'user'],
    fr: ['tableur', 'assigner', 'réunion', 'utilisateur'],
  },
  personalData: {
    en: 'The email address of the person assigned goes from Google Sheets to Dastra.',
    fr: "L'adresse e-mail de la personne assignée est transmise de Google Sheets à Dastra.",
  },
  steps: [
    {
      app: 'google-sheets',
      kind: 'trigger',
      key: 'new_row',
      does: {
        en: 'A row with the title of a task and an email address is added to the sheet.',
        fr: "Une ligne avec le titre d'une tâche et une adresse e-mail s'ajoute à la feuille.",
      },
      choose: ['spreadsheet', 'worksheet'],
      example: { COL$A: 'Relire les clauses de sécurité', COL$B: 'user15@brumelune.example.com' },
    },
    {
      app: 'dastra',
      kind: 'search',
      key: 'find_task',
      does: {
        en: 'The open task is found in Dastra by its title.',
        fr: 'La tâche ouverte est retrouvée dans Dastra par son titre.',
      },
      choose: ['workspaceId'],
      map: { label: '{{1__COL$A}}' },
    },
    {
      app: 'dastra',
      kind: 'search',
      key: 'find_user',
      does: {
        en: 'The user is found in Dastra by email.',
        fr: "L'utilisateur est retrouvé dans Dastra par son adresse e-mail.",
      },
      choose: ['workspaceId'],
      map: { email: '{{1__COL$B}}' },
    },
    {
      app: 'dastra',
      kind: 'create',
      key: 'update_task',
      does: {
        en: 'The task is assigned to the user.',
        fr: "La tâche est assignée à l'utilisateur.",
      },
      choose: ['workspaceId'],
      map: { taskId: '{{2__id}}', assignedToUserId: '{{3__id}}' },
    },
  ],
} satisfies TemplateSource;
