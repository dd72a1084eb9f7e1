import type { TemplateSource } from '../schema.ts';

export default {
  id: 'notion-items-for-new-questionnaire-results',
  category: 'records',
  goal: 'report',
  title: {
    en: 'Create Notion items for new results of Dastra questionnaires',
    fr: 'Créer des éléments Notion pour les nouveaux résultats de questionnaires Dastra',
  },
  problem: {
    en: 'A supplier hands in its questionnaire, and purchasing goes on waiting for it.',
    fr: "Un fournisseur remet son questionnaire, et les achats continuent de l'attendre.",
  },
  description: {
    en: 'Assessments of suppliers and projects end in Dastra, while those who asked for them look elsewhere. When the answers to a questionnaire are finalized, this integration adds an item to the Notion database with its title, its subject and its score. Decisions can be made the same day.',
    fr: 'Les évaluations de fournisseurs et de projets se terminent dans Dastra, tandis que ceux qui les attendent regardent ailleurs. Quand les réponses à un questionnaire sont finalisées, cette intégration ajoute un élément à la base Notion avec son titre, son objet et son score. La décision peut se prendre le jour même.',
  },
  keywords: {
    en: ['assessment', 'questionnaire', 'supplier', 'score', 'audit'],
    fr: ['évaluation', 'questionnaire', 'fournisseur', 'score', 'audit'],
  },
  personalData: {
    en: 'None about respondents: Notion gets the title, the subject and the score.',
    fr: "Aucune sur les répondants : Notion reçoit le titre, l'objet et le score.",
  },
  steps: [
    {
      app: 'dastra',
      kind: 'trigger',
      key: 'questionnaire_response',
      does: {
        en: 'The answers to a questionnaire are finalized in Dastra.',
        fr: 'Les réponses à un questionnaire sont finalisées dans Dastra.',
      },
      fixed: { outcomes: ['Finalized'] },
      choose: ['workspaceId'],
    },
    {
      app: 'notion',
      kind: 'create',
      key: 'create_database_item',
      does: {
        en: 'An item with its result is added to the Notion database.',
        fr: "Un élément avec son résultat s'ajoute à la base Notion.",
      },
      choose: ['database'],
      map: {
        title: '{{1__label}}',
        subject: '{{1__objectLabel}}',
        score: '{{1__readiness}}',
        finalized: '{{1__responseDateDay}}',
      },
    },
  ],
} satisfies TemplateSource;
