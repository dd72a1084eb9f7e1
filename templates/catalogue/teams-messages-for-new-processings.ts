import type { TemplateSource } from '../schema.ts';

export default {
  id: 'teams-messages-for-new-processings',
  category: 'records',
  goal: 'alert',
  title: {
    en: 'Send Microsoft Teams messages for new Dastra processings',
    fr: 'Envoyer des messages Microsoft Teams pour les nouveaux traitements Dastra',
  },
  problem: {
    en: 'Departments draft processings, and the privacy officer finds them at the next audit.',
    fr: 'Les services créent des traitements, que le DPO découvre au prochain audit.',
  },
  description: {
    en: 'A processing is best looked at while it is still a draft. When someone creates one in Dastra, this integration posts its name and its unit to the channel of the privacy team. Advice comes before the project is finished, not after.',
    fr: "Un traitement s'examine au mieux tant qu'il n'est qu'un brouillon. Quand une personne en crée un dans Dastra, cette intégration publie son nom et son unité dans le canal de l'équipe. Le conseil arrive avant la fin du projet, et non après.",
  },
  keywords: {
    en: ['draft', 'register', 'privacy by design', 'channel'],
    fr: ['brouillon', 'registre', 'dès la conception', 'canal'],
  },
  personalData: {
    en: 'None about data subjects: the message holds the name of the processing and its unit.',
    fr: 'Aucune sur les personnes concernées : le message contient le nom du traitement et son unité.',
  },
  steps: [
    {
      app: 'dastra',
      kind: 'trigger',
      key: 'new_processing',
      does: { en: 'A processing is created in Dastra.', fr: 'Un traitement est créé dans Dastra.' },
      choose: ['workspaceId'],
    },
    {
      app: 'teams',
      kind: 'create',
      key: 'send_channel_message_from_user',
      does: {
        en: 'A message about it is posted to the chosen channel.',
        fr: 'Un message à ce sujet est publié dans le canal choisi.',
      },
      choose: ['team', 'channel'],
      map: {
        message: {
          en: 'New processing in Dastra: {{1__label}}, {{1__area__label}}. {{1__workspaceUrl}}',
          fr: 'Nouveau traitement dans Dastra : {{1__label}}, {{1__area__label}}. {{1__workspaceUrl}}',
        },
      },
    },
  ],
} satisfies TemplateSource;
