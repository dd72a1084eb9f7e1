import type { TemplateSource } from '../schema.ts';

export default {
  id: 'requester-messages-for-new-rights-request-statuses',
  category: 'rights-requests',
  goal: 'answer',
  title: {
    en: 'Send messages to requesters for new statuses of Dastra rights requests',
    fr: 'Envoyer des messages aux demandeurs pour les nouveaux statuts des demandes Dastra',
  },
  problem: {
    en: 'A requester who hears nothing for weeks writes to the supervisory authority.',
    fr: "Un demandeur sans nouvelles pendant des semaines écrit à l'autorité de contrôle.",
  },
  description: {
    en: 'Silence is what most complaints are about. Once a request is in progress in Dastra, this integration tells the requester, through the portal of Dastra, that the work on it has begun and by when the answer comes. The message is on record with the request.',
    fr: "La plupart des plaintes portent sur le silence. Dès qu'une demande est en cours de traitement dans Dastra, cette intégration informe le demandeur, par le portail de Dastra, que le travail a commencé et de la date de réponse. Le message reste consigné avec la demande.",
  },
  keywords: {
    en: ['progress', 'inform', 'status', 'portal'],
    fr: ['avancement', 'informer', 'statut', 'portail'],
  },
  personalData: {
    en: 'Nothing leaves Dastra but the number and the deadline of the request, which pass through Zapier.',
    fr: "Rien ne quitte Dastra, hormis le numéro et l'échéance de la demande, qui passent par Zapier.",
  },
  steps: [
    {
      app: 'dastra',
      kind: 'trigger',
      key: 'rights_request_status_changed',
      does: {
        en: 'A rights request moves to In Progress.',
        fr: "Une demande d'exercice de droits passe en cours de traitement.",
      },
      fixed: { states: ['Processing'] },
      choose: ['workspaceId'],
    },
    {
      app: 'dastra',
      kind: 'create',
      key: 'send_message_to_requester',
      does: {
        en: 'The requester gets a message through Dastra.',
        fr: 'Le demandeur reçoit un message par Dastra.',
      },
      choose: ['workspaceId'],
      map: {
        requestId: '{{1__id}}',
        message: {
          en: 'Your request {{1__demandId}} is in progress. It will be answered by {{1__expiryTimeText}}.',
          fr: 'Votre demande {{1__demandId}} est en cours de traitement. Une réponse y sera apportée au plus tard le {{1__expiryTimeTextFr}}.',
        },
      },
    },
  ],
} satisfies TemplateSource;
