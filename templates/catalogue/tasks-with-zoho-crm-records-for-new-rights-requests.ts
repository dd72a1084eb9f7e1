import type { TemplateSource } from '../schema.ts';

export default {
  id: 'tasks-with-zoho-crm-records-for-new-rights-requests',
  category: 'rights-requests',
  goal: 'answer',
  title: {
    en: 'Create Dastra tasks with Zoho CRM records for new rights requests',
    fr: "Créer des tâches Dastra avec les fiches Zoho CRM pour les nouvelles demandes d'exercice de droits",
  },
  problem: {
    en: 'To answer an access request, someone has to search each system for the person.',
    fr: "Pour répondre à une demande d'accès, il faut chercher la personne dans chaque système.",
  },
  description: {
    en: 'An access request cannot be answered before every system has been searched for the person. When a request arrives, this integration looks for the requester in Zoho CRM by email, and plans a task in Dastra that names the record found. The person in charge knows at once where data are held.',
    fr: "Une demande d'accès ne peut recevoir de réponse avant que chaque système ait été fouillé. À l'arrivée d'une demande, cette intégration recherche le demandeur dans Zoho CRM par son adresse e-mail, puis planifie dans Dastra une tâche qui désigne la fiche trouvée. La personne chargée de la demande sait aussitôt où se trouvent les données.",
  },
  keywords: {
    en: ['CRM', 'access request', 'search'],
    fr: ['CRM', "demande d'accès", 'recherche'],
  },
  personalData: {
    en: "The requester's email address goes to Zoho CRM to search for it. The ID of the record found goes to Dastra.",
    fr: "L'adresse e-mail du demandeur est transmise à Zoho CRM pour la recherche. L'identifiant de la fiche trouvée est transmis à Dastra.",
  },
  steps: [
    {
      app: 'dastra',
      kind: 'trigger',
      key: 'new_rights_request',
      does: {
        en: 'A rights request arrives in Dastra.',
        fr: "Une demande d'exercice de droits arrive dans Dastra.",
      },
      choose: ['workspaceId'],
    },
    {
      app: 'zoho-crm',
      kind: 'search',
      key: 'search_module_entry',
      does: {
        en: 'The requester is looked up in Zoho CRM by email.',
        fr: 'Le demandeur est recherché dans Zoho CRM par son adresse e-mail.',
      },
      choose: ['module', 'field'],
      map: { value: '{{1__email}}' },
    },
    {
      app: 'dastra',
      kind: 'create',
      key: 'create_task',
      does: {
        en: 'A task that names the record, linked to the request, is created in Dastra.',
        fr: 'Une tâche qui désigne la fiche, liée à la demande, est créée dans Dastra.',
      },
      fixed: { priority: 'Medium', objectType: 'DataSubject' },
      choose: ['workspaceId', 'areaId'],
      map: {
        label: {
          en: 'Collect the data of request {{1__demandId}} in Zoho CRM',
          fr: 'Réunir les données de la demande {{1__demandId}} dans Zoho CRM',
        },
        descriptionHtml: {
          en: '<p>Zoho CRM record {{2__id}}</p><p>Rights: {{1__purposesNames}}</p>',
          fr: '<p>Fiche Zoho CRM {{2__id}}</p><p>Droits : {{1__purposesNamesFr}}</p>',
        },
        deadline: '{{1__expiryTime}}',
        objectId: '{{1__id}}',
      },
    },
  ],
} satisfies TemplateSource;
