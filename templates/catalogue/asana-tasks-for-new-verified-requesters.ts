import type { TemplateSource } from '../schema.ts';

export default {
  id: 'asana-tasks-for-new-verified-requesters',
  category: 'rights-requests',
  goal: 'answer',
  title: {
    en: 'Create Asana tasks for new verified requesters in Dastra',
    fr: 'Créer des tâches Asana pour les nouveaux demandeurs vérifiés dans Dastra',
  },
  problem: {
    en: 'Work on a request may start once the requester is known, and nobody says when that is.',
    fr: "Le traitement d'une demande peut commencer une fois le demandeur identifié, mais personne ne prévient.",
  },
  description: {
    en: 'Collecting data for somebody who is not who they claim to be is a breach of its own. Once the identity behind a request is validated in Dastra, this integration adds a task to the chosen Asana project, with the number of the request, the rights exercised and the deadline. The search for data begins at the right moment, neither before nor days later.',
    fr: "Réunir des données pour une personne qui n'est pas celle qu'elle prétend être est en soi une violation. Dès que l'identité du demandeur est validée dans Dastra, cette intégration ajoute une tâche au projet Asana choisi, avec le numéro de la demande, les droits exercés et l'échéance. La recherche des données commence au bon moment, ni avant, ni des jours plus tard.",
  },
  keywords: {
    en: ['identity check', 'verified', 'data collection', 'project'],
    fr: ['identité', 'vérification', 'vérifié', 'collecte des données', 'projet'],
  },
  personalData: {
    en: 'None about the requester: Asana gets the number of the request, its rights, its unit and its deadline.',
    fr: "Aucune sur le demandeur : Asana reçoit le numéro de la demande, les droits exercés, l'unité et l'échéance.",
  },
  steps: [
    {
      app: 'dastra',
      kind: 'trigger',
      key: 'request_identity_validated',
      does: {
        en: 'The identity of a requester is validated in Dastra.',
        fr: "L'identité d'un demandeur est validée dans Dastra.",
      },
      choose: ['workspaceId'],
    },
    {
      app: 'asana',
      kind: 'create',
      key: 'create_task_v2',
      does: {
        en: 'A task for collecting the data is added to the Asana project.',
        fr: "Une tâche de collecte des données s'ajoute au projet Asana.",
      },
      choose: ['workspace', 'project'],
      map: {
        name: {
          en: 'Collect the data of request {{1__demandId}}',
          fr: 'Réunir les données de la demande {{1__demandId}}',
        },
        notes: {
          en: 'Rights: {{1__purposesNames}}\nOrganizational unit: {{1__area__label}}\nAnswer by: {{1__expiryTimeText}}',
          fr: 'Droits : {{1__purposesNamesFr}}\nUnité organisationnelle : {{1__area__label}}\nRéponse au plus tard le : {{1__expiryTimeTextFr}}',
        },
        due_on: '{{1__expiryTimeDay}}',
      },
    },
  ],
} satisfies TemplateSource;
