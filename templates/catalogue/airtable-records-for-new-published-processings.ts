import type { TemplateSource } from '../schema.ts';

export default {
  id: 'airtable-records-for-new-published-processings',
  category: 'records',
  goal: 'register',
  title: {
    en: 'Log new published Dastra processings in Airtable',
    fr: 'Consigner les nouveaux traitements publiés dans Dastra dans Airtable',
  },
  problem: {
    en: 'Subsidiaries keep their own overview of the record, always one version behind.',
    fr: "Les filiales tiennent leur propre vue du registre, toujours en retard d'une version.",
  },
  description: {
    en: 'Who is no user of Dastra still has to know what the record says. Each time a processing is published, this integration adds a record to the chosen Airtable table with its name, its reference and its unit. The overview shows what is in force, and since when.',
    fr: "Qui n'utilise pas Dastra doit tout de même savoir ce que dit le registre. À chaque publication d'un traitement, cette intégration ajoute un enregistrement à la table Airtable choisie avec son nom, sa référence et son unité. La vue d'ensemble montre ce qui est en vigueur, et depuis quand.",
  },
  keywords: {
    en: ['record', 'register', 'article 30', 'overview', 'database'],
    fr: ['registre', 'article 30', "vue d'ensemble", 'base'],
  },
  personalData: {
    en: 'None about data subjects: the record holds the name, the reference and the unit of the processing.',
    fr: "Aucune sur les personnes concernées : l'enregistrement contient le nom, la référence et l'unité du traitement.",
  },
  steps: [
    {
      app: 'dastra',
      kind: 'trigger',
      key: 'processing_published',
      does: {
        en: 'A processing is published in Dastra.',
        fr: 'Un traitement est publié dans Dastra.',
      },
      choose: ['workspaceId'],
    },
    {
      app: 'airtable',
      kind: 'create',
      key: 'createRecord',
      does: {
        en: 'A record about it is added to the table.',
        fr: "Un enregistrement à son sujet s'ajoute à la table.",
      },
      choose: ['applicationId', 'tableName'],
      map: {
        name: '{{1__label}}',
        reference: '{{1__ref}}',
        unit: '{{1__area__label}}',
        stage: { en: '{{1__processingStateName}}', fr: '{{1__processingStateNameFr}}' },
      },
    },
  ],
} satisfies TemplateSource;
