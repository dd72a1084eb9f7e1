import type { TemplateSource } from '../schema.ts';

export default {
  id: 'trello-cards-and-gmail-replies-for-new-rights-requests',
  category: 'rights-requests',
  goal: 'answer',
  title: {
    en: 'Create Trello cards and Gmail replies for new Dastra rights requests',
    fr: "Créer des cartes Trello et des réponses Gmail pour les nouvelles demandes d'exercice de droits Dastra",
  },
  problem: {
    en: 'The first hour of a rights request is always the same routine: a task, a card, a reply.',
    fr: "La première heure d'une demande de droits se répète toujours : une tâche, une carte, un accusé de réception.",
  },
  description: {
    en: 'Each data subject request begins with the same routine: planning it, telling the team and confirming it to the requester. When a request arrives, this integration plans a task in Dastra that is linked to it, puts a card on the board and confirms by email that it was received. Nothing is left but the answer itself.',
    fr: "Chaque demande de personne concernée commence par les mêmes gestes : la planifier, prévenir l'équipe et en accuser réception. À son arrivée, cette intégration planifie dans Dastra une tâche liée à la demande, place une carte sur le tableau et confirme la réception par e-mail. Il ne reste plus qu'à préparer la réponse.",
  },
  keywords: {
    en: ['acknowledgment', 'receipt', 'confirmation', 'mail', 'board'],
    fr: ['accusé de réception', 'confirmation', 'courriel', 'mail', 'tableau'],
  },
  personalData: {
    en: "The requester's name and email address go to Gmail. Trello gets neither.",
    fr: "Le nom et l'adresse e-mail du demandeur sont transmis à Gmail, mais pas à Trello.",
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
      app: 'dastra',
      kind: 'create',
      key: 'create_task',
      does: {
        en: 'A task for the team, linked to the request, is created in Dastra.',
        fr: "Une tâche pour l'équipe, liée à la demande, est créée dans Dastra.",
      },
      fixed: { priority: 'High', objectType: 'DataSubject' },
      choose: ['workspaceId', 'areaId', 'assignedToUserId'],
      map: {
        label: {
          en: 'Answer rights request {{1__demandId}}',
          fr: "Répondre à la demande d'exercice de droits {{1__demandId}}",
        },
        descriptionHtml: {
          en: '<p>{{1__title}}</p><p>Rights: {{1__purposesNames}}</p>',
          fr: '<p>{{1__title}}</p><p>Droits : {{1__purposesNamesFr}}</p>',
        },
        deadline: '{{1__expiryTime}}',
        objectId: '{{1__id}}',
      },
    },
    {
      app: 'trello',
      kind: 'create',
      key: 'card',
      does: {
        en: 'A card for the task appears in the chosen Trello list.',
        fr: 'Une carte pour la tâche apparaît dans la liste Trello choisie.',
      },
      choose: ['board', 'list'],
      map: {
        name: '{{2__label}}',
        desc: {
          en: 'Rights: {{1__purposesNames}}\nOrganizational unit: {{1__area__label}}\nDue: {{2__deadlineText}}',
          fr: 'Droits : {{1__purposesNamesFr}}\nUnité organisationnelle : {{1__area__label}}\nÉchéance : {{2__deadlineTextFr}}',
        },
      },
    },
    {
      app: 'gmail',
      kind: 'create',
      key: 'message',
      does: {
        en: 'The requester gets an email that confirms the request.',
        fr: 'Le demandeur reçoit un e-mail qui accuse réception.',
      },
      map: {
        to: '{{1__email}}',
        subject: {
          en: 'Request {{1__demandId}} received',
          fr: 'Demande {{1__demandId}} : accusé de réception',
        },
        body: {
          en: 'Dear {{1__givenName}} {{1__familyName}},\n\nThis is to confirm that request {{1__demandId}} was received. It will be answered by {{1__expiryTimeText}}.',
          fr: 'Bonjour {{1__givenName}} {{1__familyName}},\n\nLa demande {{1__demandId}} a bien été reçue. Une réponse y sera apportée au plus tard le {{1__expiryTimeTextFr}}.',
        },
      },
    },
  ],
} satisfies TemplateSource;
