/**
 * The partners' apps as Zapier knows them, each fact with its level of evidence: nothing here was
 * tried on live Zapier. `npm run site` lists what a maintainer has to confirm, for example with
 * `npx zapier-sdk list-actions trello`. Labels and samples are ours.
 */
import * as z from 'zod';
import { type Evidence, type Localized, type Partner, partner } from './schema.ts';

const field = (evidence: Evidence, en: string, fr: string, required?: true) => ({
  label: { en, fr } satisfies Localized,
  evidence,
  ...(required ? { required } : {}),
});

const source = {
  trello: {
    name: 'Trello',
    // Zapier's own repositories say TrelloAPI, another source TrelloCLIAPI.
    selector: 'TrelloAPI',
    evidence: 'low',
    events: [
      {
        kind: 'create',
        key: 'card',
        evidence: 'low',
        label: { en: 'Create a card', fr: 'Créer une carte' },
        fields: {
          board: field('high', 'Board', 'Tableau', true),
          list: field('high', 'List', 'Liste', true),
          name: field('high', 'Name', 'Nom', true),
          desc: field('high', 'Description', 'Description'),
        },
        sample: {
          id: '66f1c0ffee00000000000001',
          name: 'A card',
          url: 'https://trello.example.com/c/1',
        },
      },
      {
        kind: 'trigger',
        key: null,
        evidence: 'none',
        label: { en: 'Card moved to a list', fr: 'Carte déplacée vers une liste' },
        fields: {
          board: field('none', 'Board', 'Tableau', true),
          list: field('none', 'List', 'Liste', true),
        },
        sample: {
          id: '66f1c0ffee00000000000002',
          name: 'Relire les clauses de sécurité',
          url: 'https://trello.example.com/c/2',
        },
      },
    ],
  },
  'google-sheets': {
    name: 'Google Sheets',
    selector: 'GoogleSheetsV2CLIAPI',
    evidence: 'high',
    events: [
      {
        kind: 'create',
        key: 'add_row',
        evidence: 'medium',
        label: { en: 'Add a row', fr: 'Ajouter une ligne' },
        fields: {
          drive: field('medium', 'Drive', 'Drive'),
          spreadsheet: field('medium', 'Spreadsheet', 'Feuille de calcul', true),
          worksheet: field('medium', 'Worksheet', 'Onglet', true),
          COL$A: field('medium', 'Column A', 'Colonne A'),
          COL$B: field('medium', 'Column B', 'Colonne B'),
          COL$C: field('medium', 'Column C', 'Colonne C'),
          COL$D: field('medium', 'Column D', 'Colonne D'),
          COL$E: field('medium', 'Column E', 'Colonne E'),
          COL$F: field('medium', 'Column F', 'Colonne F'),
        },
        sample: { row: 12 },
      },
      {
        kind: 'trigger',
        key: 'new_row',
        evidence: 'medium',
        label: { en: 'New row', fr: 'Nouvelle ligne' },
        fields: {
          spreadsheet: field('none', 'Spreadsheet', 'Feuille de calcul', true),
          worksheet: field('none', 'Worksheet', 'Onglet', true),
        },
        sample: {
          COL$A: 'Lumeo Hosting',
          COL$B: 'privacy@lumeo.example.com',
          COL$C: 'https://lumeo.example.com',
          COL$D: 'Hosts the customer portal',
          COL$E: 'FR',
        },
        madeByUser: true,
      },
    ],
  },
  excel: {
    name: 'Microsoft Excel',
    selector: 'ExcelCLIAPI',
    evidence: 'low',
    events: [
      {
        kind: 'create',
        key: 'add_row',
        evidence: 'high',
        label: { en: 'Add a row', fr: 'Ajouter une ligne' },
        fields: {
          storage_source: field('high', 'Storage source', 'Emplacement', true),
          folder_id: field('high', 'Folder', 'Dossier'),
          spreadsheet: field('none', 'Workbook', 'Classeur', true),
          worksheet: field('none', 'Worksheet', 'Feuille', true),
          title: field('none', 'Column “Task”', 'Colonne « Tâche »'),
          priority: field('none', 'Column “Priority”', 'Colonne « Priorité »'),
          due: field('none', 'Column “Due date”', 'Colonne « Échéance »'),
          assignee: field('none', 'Column “Assigned to”', 'Colonne « Assignée à »'),
          unit: field(
            'none',
            'Column “Organizational unit”',
            'Colonne « Unité organisationnelle »',
          ),
        },
        sample: { row: 8 },
      },
    ],
  },
  outlook: {
    name: 'Microsoft Outlook',
    selector: 'MicrosoftOutlookCLIAPI',
    evidence: 'high',
    events: [
      {
        kind: 'create',
        key: 'create_calendar_event',
        evidence: 'medium',
        label: { en: 'Create an event', fr: 'Créer un événement' },
        fields: {
          calendar: field('none', 'Calendar', 'Calendrier', true),
          subject: field('medium', 'Subject', 'Objet', true),
          startTime: field('medium', 'Start', 'Début', true),
          endTime: field('medium', 'End', 'Fin', true),
          body: field('medium', 'Description', 'Description'),
        },
        sample: { id: 'event-1', subject: 'An event' },
      },
      {
        kind: 'create',
        key: 'send_email',
        evidence: 'high',
        label: { en: 'Send an email', fr: 'Envoyer un e-mail' },
        fields: {
          recipients: field('high', 'To', 'À', true),
          subject: field('high', 'Subject', 'Objet', true),
          body: field('high', 'Body', 'Corps', true),
        },
        sample: { id: 'message-1' },
      },
    ],
  },
  'azure-devops': {
    name: 'Azure DevOps',
    selector: null,
    evidence: 'none',
    events: [
      {
        kind: 'create',
        key: null,
        evidence: 'none',
        label: { en: 'Create a work item', fr: 'Créer un élément de travail' },
        fields: {
          organization: field('none', 'Organization', 'Organisation', true),
          project: field('none', 'Project', 'Projet', true),
          type: field('none', 'Work item type', "Type d'élément de travail", true),
          title: field('none', 'Title', 'Titre', true),
          description: field('none', 'Description', 'Description'),
        },
        sample: { id: 731 },
      },
    ],
  },
  slack: {
    name: 'Slack',
    selector: 'SlackCLIAPI',
    evidence: 'medium',
    events: [
      {
        kind: 'create',
        key: 'channel_message',
        evidence: 'medium',
        label: { en: 'Send a message to a channel', fr: 'Envoyer un message dans un canal' },
        fields: {
          channel: field('medium', 'Channel', 'Canal', true),
          text: field('medium', 'Message', 'Message', true),
        },
        sample: { ts: '1764000000.000100' },
      },
      {
        kind: 'create',
        key: 'direct_message',
        evidence: 'high',
        label: { en: 'Send a direct message', fr: 'Envoyer un message direct' },
        fields: {
          channel: field('medium', 'Send to', 'Destinataire', true),
          text: field('medium', 'Message', 'Message', true),
        },
        sample: { ts: '1764000000.000200' },
      },
    ],
  },
  teams: {
    name: 'Microsoft Teams',
    selector: 'MSTeamsCLIAPI',
    evidence: 'low',
    events: [
      {
        kind: 'create',
        key: 'send_channel_message_from_user',
        evidence: 'high',
        label: { en: 'Send a message to a channel', fr: 'Envoyer un message dans un canal' },
        fields: {
          team: field('none', 'Team', 'Équipe', true),
          channel: field('none', 'Channel', 'Canal', true),
          message: field('high', 'Message', 'Message', true),
        },
        sample: { id: '1764000000000' },
      },
    ],
  },
  typeform: {
    name: 'Typeform',
    selector: 'TypeformCLIAPI',
    evidence: 'high',
    events: [
      {
        kind: 'trigger',
        key: 'entries_resthook_v2',
        evidence: 'medium',
        label: { en: 'New entry', fr: 'Nouvelle réponse' },
        fields: { form: field('none', 'Form', 'Formulaire', true) },
        sample: {
          token: 'k3v9w2q7',
          submitted_at: '2026-11-24T09:12:45Z',
          first_name: 'Léa',
          last_name: 'Moreau',
          email: 'lea.moreau@example.com',
          right: 'Erasure',
          message: 'Please delete my account and all that belongs to it.',
        },
        madeByUser: true,
      },
    ],
  },
  'google-forms': {
    name: 'Google Forms',
    selector: 'GoogleFormsCLIAPI',
    evidence: 'low',
    events: [
      {
        kind: 'trigger',
        key: 'new_form_response',
        evidence: 'high',
        label: { en: 'New form response', fr: 'Nouvelle réponse au formulaire' },
        fields: { form: field('none', 'Form', 'Formulaire', true) },
        sample: {
          response_id: 'r-2041',
          supplier_email: 'dpo@helianthe.example.com',
          subject: 'New sub-processor',
          details: 'From 1 March on, backups are kept by another company.',
        },
        madeByUser: true,
      },
    ],
  },
  gmail: {
    name: 'Gmail',
    selector: 'GoogleMailV2CLIAPI',
    evidence: 'high',
    events: [
      {
        kind: 'create',
        key: 'message',
        evidence: 'high',
        label: { en: 'Send an email', fr: 'Envoyer un e-mail' },
        fields: {
          to: field('high', 'To', 'À', true),
          subject: field('high', 'Subject', 'Objet', true),
          body: field('high', 'Body', 'Corps', true),
        },
        sample: { id: '18c0ffee00000001' },
      },
    ],
  },
  jira: {
    name: 'Jira Software Cloud',
    selector: 'JiraSoftwareCloudCLIAPI',
    evidence: 'high',
    events: [
      {
        kind: 'create',
        key: 'create_issue',
        evidence: 'medium',
        label: { en: 'Create an issue', fr: 'Créer un ticket' },
        fields: {
          project: field('medium', 'Project', 'Projet', true),
          issuetype: field('medium', 'Issue type', 'Type de ticket', true),
          'string::summary': field('medium', 'Summary', 'Résumé', true),
          'string::description': field('medium', 'Description', 'Description'),
        },
        sample: { key: 'PRIV-27' },
      },
    ],
  },
  asana: {
    name: 'Asana',
    selector: 'AsanaCLIAPI',
    evidence: 'medium',
    events: [
      {
        kind: 'create',
        key: 'create_task_v2',
        evidence: 'medium',
        label: { en: 'Create a task', fr: 'Créer une tâche' },
        fields: {
          workspace: field('medium', 'Workspace', 'Espace de travail', true),
          // Sources disagree on the keys of all others.
          project: field('none', 'Project', 'Projet', true),
          name: field('none', 'Name', 'Nom', true),
          notes: field('none', 'Notes', 'Notes'),
          due_on: field('none', 'Due date', 'Échéance'),
        },
        sample: { gid: '1201' },
      },
    ],
  },
  airtable: {
    name: 'Airtable',
    selector: 'AirtableCLIAPI',
    evidence: 'high',
    events: [
      {
        kind: 'create',
        key: 'createRecord',
        evidence: 'low',
        label: { en: 'Create a record', fr: 'Créer un enregistrement' },
        fields: {
          applicationId: field('low', 'Base', 'Base', true),
          tableName: field('low', 'Table', 'Table', true),
          // The columns are those of the user's own table.
          name: field('none', 'Column “Processing”', 'Colonne « Traitement »'),
          reference: field('none', 'Column “Reference”', 'Colonne « Référence »'),
          unit: field('none', 'Column “Unit”', 'Colonne « Unité »'),
          stage: field('none', 'Column “Stage”', 'Colonne « Phase »'),
        },
        sample: { id: 'rec00000000000001' },
      },
    ],
  },
  notion: {
    name: 'Notion',
    selector: 'NotionCLIAPI',
    evidence: 'high',
    events: [
      {
        kind: 'create',
        key: 'create_database_item',
        evidence: 'medium',
        label: { en: 'Create a database item', fr: 'Créer un élément de base de données' },
        fields: {
          database: field('none', 'Database', 'Base de données', true),
          // The properties are those of the user's own database.
          title: field('none', 'Property “Questionnaire”', 'Propriété « Questionnaire »'),
          subject: field('none', 'Property “Subject”', 'Propriété « Objet »'),
          score: field('none', 'Property “Score”', 'Propriété « Score »'),
          finalized: field('none', 'Property “Finalized on”', 'Propriété « Finalisé le »'),
        },
        sample: { id: 'item-1' },
      },
    ],
  },
  salesforce: {
    name: 'Salesforce',
    selector: 'SalesforceCLIAPI',
    evidence: 'high',
    events: [
      {
        kind: 'trigger',
        key: 'new_contact',
        evidence: 'medium',
        label: { en: 'New contact', fr: 'Nouveau contact' },
        fields: {},
        sample: {
          Id: '003000000000001AAA',
          FirstName: 'Inès',
          LastName: 'Robert',
          Email: 'ines.robert@lumeo.example.com',
          Account: { Name: 'Lumeo Hosting', Website: 'https://lumeo.example.com' },
        },
      },
    ],
  },
  hubspot: {
    name: 'HubSpot',
    selector: 'HubSpotCLIAPI',
    evidence: 'medium',
    events: [
      {
        kind: 'trigger',
        key: 'contactList',
        evidence: 'medium',
        label: { en: 'Contact added to a list', fr: 'Contact ajouté à une liste' },
        fields: { list: field('none', 'List', 'Liste', true) },
        sample: {
          vid: 51,
          firstname: 'Hugo',
          lastname: 'Bernard',
          email: 'hugo.bernard@polarlicht.example.com',
          company: 'Polarlicht',
          phone: '+33 1 99 00 43 21',
        },
      },
    ],
  },
  'zoho-crm': {
    name: 'Zoho CRM',
    selector: 'ZohoCRMCLIAPI',
    evidence: 'medium',
    events: [
      {
        kind: 'search',
        key: 'search_module_entry',
        evidence: 'high',
        label: { en: 'Find a module entry', fr: 'Rechercher une fiche dans un module' },
        fields: {
          module: field('none', 'Module', 'Module', true),
          field: field('none', 'Field to search by', 'Champ de recherche', true),
          value: field('high', 'Value to search for', 'Valeur recherchée', true),
        },
        sample: {
          id: '4150868000000225013',
          Full_Name: 'Léa Moreau',
          Email: 'lea.moreau@example.com',
          Account_Name: { name: 'Brumelune' },
        },
      },
    ],
  },
} satisfies Record<string, Partner>;

/** All partners by our name for them. */
export const partners: Readonly<Record<string, Partner>> = z
  .record(z.string(), partner)
  .parse(source);
