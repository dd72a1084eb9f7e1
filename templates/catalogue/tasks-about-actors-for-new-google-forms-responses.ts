import type { TemplateSource } from '../schema.ts';

export default {
  id: 'tasks-about-actors-for-new-google-forms-responses',
  category: 'actors',
  goal: 'actors',
  title: {
    en: 'Create Dastra tasks about actors for new Google Forms responses',
    fr: 'Créer des tâches Dastra liées aux acteurs pour les nouvelles réponses Google Forms',
  },
  problem: {
    en: 'What suppliers report about their sub-processors gets lost in mailboxes.',
    fr: 'Ce que les fournisseurs déclarent sur leurs sous-traitants ultérieurs se perd dans les boîtes e-mail.',
  },
  description: {
    en: 'Notices of processors, such as a new sub-processor, tend to get lost between mailboxes. When a supplier fills in the form, this integration finds the supplier among the actors of Dastra by email, and plans a task that is linked to it. Each notice is then checked by a person, and can be traced later.',
    fr: "Les avis des sous-traitants, comme l'arrivée d'un sous-traitant ultérieur, se perdent facilement d'une boîte e-mail à l'autre. Quand un fournisseur remplit le formulaire, cette intégration le retrouve parmi les acteurs de Dastra par son adresse e-mail et planifie une tâche qui lui est liée. Chaque avis est alors examiné par une personne, et reste traçable.",
  },
  keywords: {
    en: ['form', 'supplier', 'vendor', 'sub-processor', 'notice'],
    fr: ['formulaire', 'fournisseur', 'sous-traitant ultérieur', 'avis'],
  },
  personalData: {
    en: "The supplier's email address, and what the form holds, go from Google Forms to Dastra.",
    fr: "L'adresse e-mail du fournisseur et le contenu du formulaire sont transmis de Google Forms à Dastra.",
  },
  steps: [
    {
      app: 'google-forms',
      kind: 'trigger',
      key: 'new_form_response',
      does: {
        en: 'A supplier fills in the form.',
        fr: 'Un fournisseur remplit le formulaire.',
      },
      choose: ['form'],
    },
    {
      app: 'dastra',
      kind: 'search',
      key: 'find_actor',
      does: {
        en: 'The supplier is found among the actors of Dastra by email.',
        fr: 'Le fournisseur est retrouvé par e-mail parmi les acteurs de Dastra.',
      },
      fixed: { match: 'exact' },
      choose: ['workspaceId'],
      map: { email: '{{1__supplier_email}}' },
    },
    {
      app: 'dastra',
      kind: 'create',
      key: 'create_task',
      does: {
        en: 'A task that is linked to the supplier is created in Dastra.',
        fr: 'Une tâche liée au fournisseur est créée dans Dastra.',
      },
      fixed: { priority: 'Medium', objectType: 'Actor' },
      choose: ['workspaceId', 'areaId'],
      map: {
        // Dastra takes titles of 120 characters, and a subject can be longer.
        label: {
          en: 'Check the notice of {{2__displayName}}',
          fr: "Examiner l'avis de {{2__displayName}}",
        },
        descriptionHtml: '<p>{{1__subject}}</p><p>{{1__details}}</p>',
        objectId: '{{2__id}}',
      },
    },
  ],
} satisfies TemplateSource;
