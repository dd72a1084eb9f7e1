import type { TemplateSource } from '../schema.ts';

export default {
  id: 'tasks-about-data-breaches-for-new-google-forms-responses',
  category: 'breaches',
  goal: 'plan',
  title: {
    en: 'Create Dastra tasks about data breaches for new Google Forms responses',
    fr: 'Créer des tâches Dastra sur les violations de données pour les nouvelles réponses Google Forms',
  },
  problem: {
    en: 'After a breach, departments promise measures that nobody follows up.',
    fr: 'Après une violation, les services promettent des mesures que personne ne suit.',
  },
  description: {
    en: 'Measures after a breach have to be documented, and most of them are only spoken of. When a department fills in the form, this integration finds the breach in Dastra by its title and plans a task that is linked to it. The file of the breach shows what was decided, by whom and until when.',
    fr: "Les mesures prises après une violation doivent être documentées, et la plupart ne sont qu'annoncées. Quand un service remplit le formulaire, cette intégration retrouve la violation dans Dastra par son titre et planifie une tâche qui lui est liée. Le dossier montre ce qui a été décidé, par qui et pour quand.",
  },
  keywords: {
    en: ['incident', 'measures', 'remediation', 'form'],
    fr: ['incident', 'mesures', 'remédiation', 'formulaire'],
  },
  personalData: {
    en: 'What the department writes goes from Google Forms to Dastra.',
    fr: 'Ce que le service écrit est transmis de Google Forms à Dastra.',
  },
  steps: [
    {
      app: 'google-forms',
      kind: 'trigger',
      key: 'new_form_response',
      does: {
        en: 'A department fills in the form, with the title of the breach.',
        fr: 'Un service remplit le formulaire, avec le titre de la violation.',
      },
      choose: ['form'],
      example: {
        breach_title: 'Courriel envoyé au mauvais client',
        department: 'Customer Service',
        measure: 'Check the recipient before sending',
        details: 'A dialog asks for confirmation outside of the company.',
        until: '2026-12-15T12:00:00Z',
      },
    },
    {
      app: 'dastra',
      kind: 'search',
      key: 'find_data_breach',
      does: {
        en: 'The open breach is found in Dastra by its title.',
        fr: 'La violation ouverte est retrouvée dans Dastra par son titre.',
      },
      choose: ['workspaceId'],
      map: { label: '{{1__breach_title}}' },
    },
    {
      app: 'dastra',
      kind: 'create',
      key: 'create_task',
      does: {
        en: 'A task that is linked to the breach is created in Dastra.',
        fr: 'Une tâche liée à la violation est créée dans Dastra.',
      },
      fixed: { priority: 'High', objectType: 'DataBreach' },
      choose: ['workspaceId', 'areaId'],
      map: {
        label: {
          en: 'Carry out the measure of {{1__department}}',
          fr: 'Appliquer la mesure du service {{1__department}}',
        },
        descriptionHtml: '<p>{{1__measure}}</p><p>{{1__details}}</p>',
        deadline: '{{1__until}}',
        objectId: '{{2__id}}',
      },
    },
  ],
} satisfies TemplateSource;
