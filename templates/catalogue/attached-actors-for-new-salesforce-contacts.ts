import type { TemplateSource } from '../schema.ts';

export default {
  id: 'attached-actors-for-new-salesforce-contacts',
  category: 'actors',
  goal: 'actors',
  title: {
    en: 'Attach Dastra actors to processings for new Salesforce contacts',
    fr: 'Attacher des acteurs Dastra à un traitement pour les nouveaux contacts Salesforce',
  },
  problem: {
    en: "A processor's record has to name every customer on whose behalf it acts.",
    fr: "Le registre d'un sous-traitant doit nommer chaque client pour le compte duquel il agit.",
  },
  description: {
    en: 'A processor has to record on whose behalf it acts, and new customers are easily left out. When a contact is added in Salesforce, this integration looks for its organization among the actors of Dastra, adds it if it is missing, and attaches it to the chosen processing as a controller. An organization that is attached already stays as it is.',
    fr: "Un sous-traitant doit consigner pour le compte de qui il agit, et les nouveaux clients s'oublient facilement. À l'ajout d'un contact dans Salesforce, cette intégration recherche son organisation parmi les acteurs de Dastra, l'y ajoute si elle manque et l'attache au traitement choisi comme responsable de traitement. Une organisation déjà attachée reste telle quelle.",
  },
  keywords: {
    en: ['CRM', 'customer', 'client', 'processor', 'controller', 'record of processing activities'],
    fr: ['CRM', 'client', 'sous-traitant', 'responsable de traitement', 'registre'],
  },
  personalData: {
    en: "The contact's name and Salesforce ID go to Dastra, with the name and website of the organization.",
    fr: "Le nom du contact et son identifiant Salesforce sont transmis à Dastra, avec le nom et le site de l'organisation.",
  },
  steps: [
    {
      app: 'salesforce',
      kind: 'trigger',
      key: 'new_contact',
      does: {
        en: 'A contact is added in Salesforce.',
        fr: 'Un contact est ajouté dans Salesforce.',
      },
    },
    {
      app: 'dastra',
      kind: 'searchOrCreate',
      key: 'find_actor',
      does: {
        en: 'Its organization is found among the actors of Dastra by name, or added to them.',
        fr: 'Son organisation est retrouvée par son nom parmi les acteurs de Dastra, ou y est ajoutée.',
      },
      fixed: { actorType: 'Morale', match: 'exact' },
      choose: ['workspaceId'],
      map: {
        companyName: '{{1__Account__Name}}',
        websiteUrl: '{{1__Account__Website}}',
        contactName: '{{1__FirstName}} {{1__LastName}}',
      },
    },
    {
      app: 'dastra',
      kind: 'create',
      key: 'attach_actor_to_processing',
      does: {
        en: 'The organization is attached to the chosen processing as a controller.',
        fr: "L'organisation est attachée au traitement choisi comme responsable de traitement.",
      },
      fixed: { type: 'DataController' },
      choose: ['workspaceId', 'dataProcessingId'],
      map: {
        actorId: '{{2__id}}',
        label: {
          en: 'Salesforce contact {{1__Id}}',
          fr: 'Contact Salesforce {{1__Id}}',
        },
      },
    },
  ],
} satisfies TemplateSource;
