import type { TemplateSource } from '../schema.ts';

export default {
  id: 'outlook-events-for-new-rights-requests',
  category: 'rights-requests',
  goal: 'deadlines',
  featured: true,
  title: {
    en: 'Create Microsoft Outlook events for new Dastra rights requests',
    fr: "Créer des événements Microsoft Outlook pour les nouvelles demandes d'exercice de droits Dastra",
  },
  problem: {
    en: 'A legal deadline that is in no calendar is a deadline that is missed.',
    fr: "Une échéance légale qui ne figure dans aucun agenda est une échéance qu'on laisse passer.",
  },
  description: {
    en: 'The law gives one month to answer a data subject, and that date is easily forgotten. For each request that arrives in Dastra, this integration puts an event into the calendar at its deadline, with the number of the request and the rights exercised. The reminder then comes from the calendar that the team looks at anyway.',
    fr: "La loi laisse un mois pour répondre à une personne concernée, et cette date s'oublie vite. Pour chaque demande reçue dans Dastra, cette intégration inscrit un événement à l'échéance dans l'agenda, avec le numéro de la demande et les droits exercés. Le rappel vient alors de l'agenda que l'équipe consulte de toute façon.",
  },
  keywords: {
    en: ['calendar', 'reminder', 'due date', 'one month'],
    fr: ['calendrier', 'agenda', 'rappel', 'délai', 'un mois'],
  },
  personalData: {
    en: "The title of the request, which often holds the requester's name, and the name of the person in charge go to the calendar.",
    fr: "Le titre de la demande, qui contient souvent le nom du demandeur, et le nom de la personne assignée sont transmis à l'agenda.",
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
      app: 'outlook',
      kind: 'create',
      key: 'create_calendar_event',
      does: {
        en: 'An event is added to the calendar at the deadline of the request.',
        fr: "Un événement s'ajoute à l'agenda à l'échéance de la demande.",
      },
      choose: ['calendar'],
      map: {
        subject: {
          en: 'Deadline of rights request {{1__demandId}}',
          fr: "Échéance de la demande d'exercice de droits {{1__demandId}}",
        },
        // Half an hour in the morning of the day, in the user's own time zone.
        startTime: '{{1__expiryTimeDay}} 09:00',
        endTime: '{{1__expiryTimeDay}} 09:30',
        body: {
          en: 'Rights: {{1__purposesNames}}\nOrganizational unit: {{1__area__label}}\nAssigned to: {{1__operator__displayName}}',
          fr: 'Droits : {{1__purposesNamesFr}}\nUnité organisationnelle : {{1__area__label}}\nAssignée à : {{1__operator__displayName}}',
        },
      },
    },
  ],
} satisfies TemplateSource;
