import type { TemplateSource } from '../schema.ts';

export default {
  id: 'outlook-emails-for-new-task-deadlines',
  category: 'tasks',
  goal: 'deadlines',
  title: {
    en: 'Send Microsoft Outlook emails for new deadlines of Dastra tasks',
    fr: 'Envoyer des e-mails Microsoft Outlook pour les nouvelles échéances de tâches Dastra',
  },
  problem: {
    en: 'Those who have one task a quarter in Dastra do not look for it there.',
    fr: "Qui n'a qu'une tâche par trimestre dans Dastra ne va pas l'y chercher.",
  },
  description: {
    en: 'Tasks of the compliance plan are spread over people who seldom open Dastra. Three days before an open task is due, this integration sends an email to the person assigned, with its title and date. The privacy officer no longer has to remind anyone.',
    fr: "Les tâches du plan de conformité reviennent à des personnes qui ouvrent rarement Dastra. Trois jours avant l'échéance d'une tâche ouverte, cette intégration envoie un e-mail à la personne assignée, avec le titre et la date. Le DPO n'a plus à relancer qui que ce soit.",
  },
  keywords: {
    en: ['reminder', 'overdue', 'late', 'mail', 'action plan'],
    fr: ['rappel', 'relance', 'en retard', 'courriel', 'mail', "plan d'action"],
  },
  personalData: {
    en: 'The name and email address of the person assigned and the title of the task go to Outlook.',
    fr: "Le nom et l'adresse e-mail de la personne assignée et le titre de la tâche sont transmis à Outlook.",
  },
  steps: [
    {
      app: 'dastra',
      kind: 'trigger',
      key: 'task_due_soon',
      does: {
        en: 'An open task is due in three days.',
        fr: 'Une tâche ouverte arrive à échéance dans trois jours.',
      },
      fixed: { daysBefore: '3' },
      choose: ['workspaceId'],
    },
    {
      app: 'outlook',
      kind: 'create',
      key: 'send_email',
      does: {
        en: 'The person assigned gets an email.',
        fr: 'La personne assignée reçoit un e-mail.',
      },
      map: {
        recipients: '{{1__assignedToUser__email}}',
        subject: {
          en: 'Due on {{1__deadlineText}}: {{1__label}}',
          fr: 'Échéance le {{1__deadlineTextFr}} : {{1__label}}',
        },
        body: {
          en: '{{1__assignedToUser__displayName}}, this task in Dastra is due on {{1__deadlineText}}: {{1__label}}.\n\n{{1__workspaceUrl}}',
          fr: '{{1__assignedToUser__displayName}}, cette tâche dans Dastra arrive à échéance le {{1__deadlineTextFr}} : {{1__label}}.\n\n{{1__workspaceUrl}}',
        },
      },
    },
  ],
} satisfies TemplateSource;
