/** The pages' own words, in both languages. */
import type { Kind } from '../../tools/definition.ts';
import type { Category, Localized } from '../schema.ts';

/** Sets French as print does: no line begins with a colon, and apostrophes are curved. */
export const typeset = ({ en, fr }: Localized): Localized => ({
  en,
  fr: fr
    .replace(/'/g, '’')
    .replace(/ (?=[:;!?»])/g, '\u00a0')
    .replace(/« /g, '«\u00a0'),
});

export const words = {
  skip: { en: 'Skip to the content', fr: 'Aller au contenu' },
  language: { en: 'Language', fr: 'Langue' },
  title: { en: 'Zap templates for Dastra', fr: 'Modèles de Zaps pour Dastra' },
  lead: {
    en: 'Connect Dastra to the tools that your teams work in. Choose what is to happen, and open it in Zapier with apps, events and fixed fields filled in.',
    fr: 'Reliez Dastra aux outils de vos équipes. Choisissez ce qui doit se passer, puis ouvrez-le dans Zapier avec les applications, les événements et les champs fixes déjà remplis.',
  },
  templates: { en: 'Templates', fr: 'Modèles' },
  reference: { en: 'All fields', fr: 'Tous les champs' },
  search: { en: 'Search', fr: 'Rechercher' },
  searchHint: { en: 'Trello, deadline, supplier…', fr: 'Trello, échéance, fournisseur…' },
  app: { en: 'App', fr: 'Application' },
  kind: { en: 'Kind', fr: 'Type' },
  every: { en: 'All', fr: 'Tout' },
  one: { en: '1 template', fr: '1 modèle' },
  many: { en: '# templates', fr: '# modèles' },
  none: {
    en: 'Nothing fits. Try another word or app.',
    fr: 'Aucun modèle ne correspond. Essayez un autre mot ou une autre application.',
  },
  clear: { en: 'Show all', fr: 'Tout afficher' },
  use: { en: 'Use this template', fr: 'Utiliser ce modèle' },
  details: { en: 'Details', fr: 'Détails' },
  back: { en: 'All templates', fr: 'Tous les modèles' },
  step: { en: 'Step', fr: 'Étape' },
  field: { en: 'Field', fr: 'Champ' },
  value: { en: 'Value', fr: 'Valeur' },
  noFields: { en: 'No field to fill in.', fr: 'Aucun champ à remplir.' },
  toChoose: { en: 'To be chosen', fr: 'À choisir' },
  yes: { en: 'Yes', fr: 'Oui' },
  copy: { en: 'Copy', fr: 'Copier' },
  copied: { en: 'Copied', fr: 'Copié' },
  madeByUser: {
    en: 'The names in the pills of this step depend on your own form or sheet; these are examples.',
    fr: 'Les noms des variables de cette étape dépendent de votre formulaire ou de votre feuille ; ce sont ici des exemples.',
  },
  prefilled: {
    en: '“Use this template” opens the Zap editor with apps, events and fixed fields. A link cannot fill in what comes from an earlier step: copy that from the table.',
    fr: "« Utiliser ce modèle » ouvre l'éditeur de Zaps avec les applications, les événements et les champs fixes. Un lien ne peut pas remplir ce qui provient d'une étape précédente : copiez-le depuis le tableau.",
  },
  noLink: {
    en: 'This page cannot open the Zap editor yet. Make the Zap by hand, from its steps and fields.',
    fr: "Cette page ne peut pas encore ouvrir l'éditeur de Zaps. Créez le Zap à la main, à partir de ses étapes et de ses champs.",
  },
  noOwnKey: {
    en: 'What is missing is the key of the Dastra app at Zapier: whoever builds this page runs “zapier-platform link” or sets ZAPIER_APP_KEY.',
    fr: "Il manque la clé de l'application Dastra chez Zapier : la personne qui produit cette page lance « zapier-platform link » ou définit ZAPIER_APP_KEY.",
  },
  noFirstApp: {
    en: 'What is missing is the name that links use for the first app,',
    fr: 'Il manque le nom que les liens donnent à la première application,',
  },
  referenceTitle: {
    en: 'All triggers and actions',
    fr: 'Tous les déclencheurs et toutes les actions',
  },
  referenceLead: {
    en: 'Every field of the Dastra app, as the Zap editor shows it. This page is made from the app itself.',
    fr: "Chaque champ de l'application Dastra, tel que l'éditeur de Zaps l'affiche : en anglais, seule langue des applications chez Zapier. Cette page est produite à partir de l'application elle-même.",
  },
  key: { en: 'Key', fr: 'Clé' },
  type: { en: 'Type', fr: 'Type' },
  help: { en: 'Help', fr: 'Aide' },
  required: { en: 'Fields with * are required.', fr: 'Les champs marqués * sont obligatoires.' },
  shownIf: { en: 'if', fr: 'si' },
  isChosen: { en: 'is chosen', fr: 'est renseigné' },
  returns: { en: 'What it returns', fr: 'Données renvoyées' },
  foot: {
    en: 'Dastra and the names of the other apps belong to their owners. This page keeps no data and loads nothing from elsewhere.',
    fr: 'Dastra et les noms des autres applications appartiennent à leurs propriétaires. Cette page ne conserve aucune donnée et ne charge rien depuis un autre site.',
  },
} satisfies Record<string, Localized>;

export const categories: Record<Category, Localized> = {
  'rights-requests': { en: 'Rights requests', fr: 'Exercice de droits' },
  tasks: { en: 'Tasks', fr: 'Tâches' },
  actors: { en: 'Actors', fr: 'Acteurs' },
};

export const kinds: Record<Kind, Localized> = {
  trigger: { en: 'Trigger', fr: 'Déclencheur' },
  create: { en: 'Action', fr: 'Action' },
  search: { en: 'Search', fr: 'Recherche' },
  searchOrCreate: { en: 'Search or action', fr: 'Recherche ou action' },
};

/** What is left to do by hand in a step that a link opens in part. */
export const byHand: Record<'search' | 'app' | 'nothing', Localized> = {
  search: {
    en: 'choose to create the record if none is found.',
    fr: 'choisissez de créer la fiche si la recherche ne trouve rien.',
  },
  app: { en: 'choose the event yourself.', fr: "choisissez vous-même l'événement." },
  nothing: { en: 'add this step yourself.', fr: 'ajoutez vous-même cette étape.' },
};

/** What the triggers and actions are called in Dastra's French documents, by their labels. */
export const FRENCH_NAMES: Readonly<Record<string, string>> = {
  'New Rights Request': 'Nouvelle demande d’exercice de droits',
  'New Task': 'Nouvelle tâche',
  'Create Task': 'Créer une tâche',
  'Create Actor': 'Créer un acteur',
  'Create Rights Request': 'Créer une demande d’exercice de droits',
  'Attach Actor to Processing': 'Attacher un acteur à un traitement existant',
  'Find Actor': 'Rechercher un acteur',
  'Find or Create Actor': 'Trouver un acteur ou le créer',
};
