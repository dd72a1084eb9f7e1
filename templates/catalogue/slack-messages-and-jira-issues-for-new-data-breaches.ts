import type { TemplateSource } from '../schema.ts';

export default {
  id: 'slack-messages-and-jira-issues-for-new-data-breaches',
  category: 'breaches',
  goal: 'alert',
  title: {
    en: 'Send Slack messages and create Jira Software Cloud issues for new Dastra data breaches',
    fr: 'Envoyer des messages Slack et créer des tickets Jira Software Cloud pour les nouvelles violations de données Dastra',
  },
  problem: {
    en: 'Of the 72 hours for a notification, the first ones go by before IT hears of the breach.',
    fr: "Sur les 72 heures pour notifier, les premières passent avant que la DSI n'apprenne la violation.",
  },
  description: {
    en: 'A data breach has to be notified within 72 hours, and much of it has to be found out by other teams. When a breach is recorded in Dastra, this integration alerts the incident channel and opens an issue for the technical investigation. Security and privacy start together, from the same facts.',
    fr: "Une violation de données se notifie dans les 72 heures, et d'autres équipes doivent en établir les faits. Quand une violation est consignée dans Dastra, cette intégration alerte le canal des incidents et ouvre un ticket pour l'enquête technique. Sécurité et protection des données partent ensemble, des mêmes faits.",
  },
  keywords: {
    en: ['incident', 'security', '72 hours', 'ticket', 'on-call', 'CISO'],
    fr: ['incident', 'sécurité', '72 heures', 'ticket', 'astreinte', 'RSSI'],
  },
  personalData: {
    en: 'The title of the breach goes to Slack and Jira: leave names out of it.',
    fr: "Le titre de la violation est transmis à Slack et à Jira : n'y mettez aucun nom.",
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
      app: 'slack',
      kind: 'create',
      key: 'channel_message',
      does: { en: 'The incident channel is alerted.', fr: 'Le canal des incidents est alerté.' },
      choose: ['channel'],
      map: {
        text: {
          en: 'New data breach in {{1__area__label}}: {{1__label}}. Affected: {{1__natureNames}}.',
          fr: 'Nouvelle violation de données, {{1__area__label}} : {{1__label}}. Atteinte : {{1__natureNamesFr}}.',
        },
      },
    },
    {
      app: 'jira',
      kind: 'create',
      key: 'create_issue',
      does: {
        en: 'An issue for the investigation is opened in the Jira project.',
        fr: "Un ticket pour l'enquête est ouvert dans le projet Jira.",
      },
      choose: ['project', 'issuetype'],
      map: {
        'string::summary': {
          en: 'Investigate the data breach: {{1__label}}',
          fr: 'Enquêter sur la violation de données : {{1__label}}',
        },
        'string::description': {
          en: 'Organizational unit: {{1__area__label}}\nAffected: {{1__natureNames}}\nIn Dastra: {{1__workspaceUrl}}',
          fr: 'Unité organisationnelle : {{1__area__label}}\nAtteinte : {{1__natureNamesFr}}\nDans Dastra : {{1__workspaceUrl}}',
        },
      },
    },
  ],
} satisfies TemplateSource;
