import type { TemplateSource } from '../schema.ts';

export default {
  id: 'notification-tasks-for-new-data-breaches',
  category: 'breaches',
  goal: 'deadlines',
  title: {
    en: 'Create notification tasks for new Dastra data breaches',
    fr: 'Créer des tâches de notification pour les nouvelles violations de données Dastra',
  },
  problem: {
    en: 'Whether to notify has to be decided within 72 hours, and nobody has it on the list.',
    fr: 'Décider de notifier ou non se fait en 72 heures, et ne figure sur la liste de personne.',
  },
  description: {
    en: 'A data breach has to be notified within 72 hours of becoming known, unless it is unlikely to be a risk to anyone. When a breach is recorded in Dastra, this integration plans a task of high priority for that decision, linked to the breach. Dastra tells the person assigned by email at once.',
    fr: 'Une violation de données se notifie dans les 72 heures après sa découverte, sauf si elle ne présente sans doute aucun risque. Quand une violation est consignée dans Dastra, cette intégration planifie pour cette décision une tâche de priorité haute, liée à la violation. Dastra prévient aussitôt la personne assignée par e-mail.',
  },
  keywords: {
    en: ['72 hours', 'authority', 'CNIL', 'decide', 'article 33'],
    fr: ['72 heures', 'autorité', 'CNIL', 'décider', 'article 33'],
  },
  personalData: {
    en: 'None leaves Dastra, but the title of the breach passes through Zapier: leave names out of it.',
    fr: "Aucune ne quitte Dastra, mais le titre de la violation passe par Zapier : n'y mettez aucun nom.",
  },
  steps: [
    {
      app: 'dastra',
      kind: 'trigger',
      key: 'new_data_breach',
      does: {
        en: 'A data breach is recorded in Dastra.',
        fr: 'Une violation de données est consignée dans Dastra.',
      },
      choose: ['workspaceId'],
    },
    {
      app: 'dastra',
      kind: 'create',
      key: 'create_task',
      does: {
        en: 'A task for the decision, linked to the breach, is created in Dastra.',
        fr: 'Une tâche pour la décision, liée à la violation, est créée dans Dastra.',
      },
      fixed: { priority: 'High', objectType: 'DataBreach' },
      choose: ['workspaceId', 'areaId', 'assignedToUserId'],
      map: {
        label: {
          en: 'Decide on a notification: data breach, {{1__area__label}}',
          fr: 'Décider de la notification : violation de données, {{1__area__label}}',
        },
        descriptionHtml: {
          en: '<p>{{1__label}}</p><p>Known since {{1__constatationDateText}}: 72 hours to notify the supervisory authority.</p><p>Affected: {{1__natureNames}}</p>',
          fr: "<p>{{1__label}}</p><p>Constatée le {{1__constatationDateTextFr}} : 72 heures pour notifier l'autorité de contrôle.</p><p>Atteinte : {{1__natureNamesFr}}</p>",
        },
        objectId: '{{1__id}}',
      },
    },
  ],
} satisfies TemplateSource;
