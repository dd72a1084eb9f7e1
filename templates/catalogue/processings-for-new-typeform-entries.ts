import type { TemplateSource } from '../schema.ts';

export default {
  id: 'processings-for-new-typeform-entries',
  category: 'records',
  goal: 'collect',
  title: {
    en: 'Create Dastra processings for new Typeform entries',
    fr: 'Créer des traitements Dastra pour les nouvelles réponses Typeform',
  },
  problem: {
    en: 'Project teams would declare their processings, if it took five minutes.',
    fr: 'Les équipes projet déclareraient leurs traitements, si cela prenait cinq minutes.',
  },
  description: {
    en: 'The record of processing activities lags behind because those who know the projects do not use it. When a project team fills in the short form, this integration creates the processing in Dastra as a draft, with its purpose in plain words. The privacy team completes it, instead of hunting for it.',
    fr: "Le registre des traitements prend du retard parce que ceux qui connaissent les projets ne l'utilisent pas. Quand une équipe projet remplit le court formulaire, cette intégration crée le traitement dans Dastra comme brouillon, avec sa finalité en mots simples. Le DPO le complète, au lieu de partir à sa recherche.",
  },
  keywords: {
    en: ['form', 'declaration', 'project', 'draft'],
    fr: ['formulaire', 'déclaration', 'projet', 'brouillon'],
  },
  personalData: {
    en: 'None, unless the description names a person.',
    fr: 'Aucune, sauf si la description nomme une personne.',
  },
  steps: [
    {
      app: 'typeform',
      kind: 'trigger',
      key: 'entries_resthook_v2',
      does: {
        en: 'A project team fills in the form.',
        fr: 'Une équipe projet remplit le formulaire.',
      },
      choose: ['form'],
      example: {
        name: 'Customer survey 2027',
        purpose: 'Ask customers once a year how satisfied they are.',
      },
    },
    {
      app: 'dastra',
      kind: 'create',
      key: 'create_processing',
      does: {
        en: 'The processing is created in Dastra as a draft.',
        fr: 'Le traitement est créé dans Dastra comme brouillon.',
      },
      choose: ['workspaceId', 'areaId'],
      map: { label: '{{1__name}}', description: '{{1__purpose}}' },
    },
  ],
} satisfies TemplateSource;
