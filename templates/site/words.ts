/** The pages' own words, in both languages. */
import type { Kind } from '../../tools/definition.ts';
import type { Goal, Language, Localized } from '../schema.ts';

const NARROW = '\u202f';
const NO_BREAK = '\u00a0';
/** Keeps a line from being broken where it stands. */
const JOINER = '\u2060';

/**
 * Sets a text as print does. Apostrophes are curved; in French, a narrow no-break space stands before
 * high punctuation and inside quotation marks, and a wide one before a colon; “e-mail” stays whole.
 */
export const typeset = (language: Language, text: Localized | string): string => {
  const curved = (typeof text === 'string' ? text : text[language]).replace(/'/g, '’');
  if (language === 'en') return curved;
  return curved
    .replace(/[ \u00a0](?=[;!?»%])/g, NARROW)
    .replace(/«[ \u00a0]/g, `«${NARROW}`)
    .replace(/ (?=:)/g, NO_BREAK)
    .replace(/(?<=\d) (?=\p{L})/gu, NO_BREAK)
    .replace(/\be-(?=mail)/g, `e-${JOINER}`);
};

export const words = {
  skip: { en: 'Skip to the content', fr: 'Aller au contenu' },
  site: { en: 'Dastra for Zapier', fr: 'Dastra pour Zapier' },
  title: { en: 'Zap templates for Dastra', fr: 'Modèles de Zaps pour Dastra' },
  headline: {
    en: 'Connect Dastra to the tools that your teams use',
    fr: 'Reliez Dastra aux outils de vos équipes',
  },
  lead: {
    en: 'Pick a workflow and open it in Zapier. Apps and shared settings are already filled in.',
    fr: 'Choisissez un modèle et ouvrez-le dans Zapier. Les applications et les réglages communs sont déjà remplis.',
  },
  description: {
    en: 'Ready-made Zaps between Dastra and the tools of your teams: alerts, deadlines, rights requests, data breaches, reports, records and actors. In English and French.',
    fr: "Des Zaps prêts à l'emploi entre Dastra et les outils de vos équipes : alertes, échéances, demandes d'exercice de droits, violations de données, rapports, registre et acteurs.",
  },
  templates: { en: 'Templates', fr: 'Modèles' },
  reference: { en: 'All fields', fr: 'Tous les champs' },
  search: { en: 'Search templates', fr: 'Rechercher un modèle' },
  searchHint: { en: 'DSAR, deadline, supplier…', fr: 'RGPD, échéance, fournisseur…' },
  goal: { en: 'Goal', fr: 'Objectif' },
  app: { en: 'App', fr: 'Application' },
  everyGoal: { en: 'All goals', fr: 'Tous' },
  everyApp: { en: 'All apps', fr: 'Toutes' },
  featured: { en: 'Good first automations', fr: 'Pour bien commencer' },
  zero: { en: 'No templates match', fr: 'Aucun modèle' },
  one: { en: '1 template', fr: '1 modèle' },
  many: { en: '# templates', fr: '# modèles' },
  none: { en: 'No template yet for “#”.', fr: 'Aucun modèle pour « # » pour le moment.' },
  noneHere: {
    en: 'No template yet for these filters.',
    fr: 'Aucun modèle pour ces filtres pour le moment.',
  },
  near: { en: 'These come nearest:', fr: 'Les plus proches :' },
  clear: { en: 'Show all templates', fr: 'Afficher tous les modèles' },
  buildOwn: { en: 'Build your own Zap', fr: 'Créer votre propre Zap' },
  ownTitle: { en: 'Nothing fits? Build your own', fr: 'Rien ne convient ? Créez le vôtre' },
  ownLead: {
    en: 'Dastra works with every app on Zapier, not only with those above.',
    fr: 'Dastra fonctionne avec toutes les applications de Zapier, et pas seulement avec celles ci-dessus.',
  },
  ownChoose: {
    en: 'In Zapier, create a Zap and choose Dastra as the app of a step.',
    fr: "Dans Zapier, créez un Zap et choisissez Dastra comme application d'une étape.",
  },
  ownEvent: {
    en: 'Choose what starts it and what it does: Dastra has # triggers, actions and searches.',
    fr: "Choisissez ce qui le déclenche et ce qu'il fait : Dastra compte # déclencheurs, actions et recherches.",
  },
  ownFill: {
    en: 'Fill in the fields. Each one is explained in the reference.',
    fr: 'Remplissez les champs. Chacun est expliqué dans la référence.',
  },
  ownLink: { en: 'See all triggers and actions', fr: 'Voir les déclencheurs et les actions' },
  how: { en: 'See how it works', fr: 'Voir comment ça marche' },
  steps: { en: '# steps', fr: '# étapes' },
  free: { en: 'Free plan', fr: 'Offre gratuite' },
  paid: { en: 'Paid Zapier plan', fr: 'Offre Zapier payante' },
  home: { en: 'All templates', fr: 'Tous les modèles' },
  guide: { en: 'Guide', fr: 'Guide' },
  followGuide: { en: 'Or follow a guide.', fr: 'Ou suivez un guide.' },
  guides: { en: 'Guides', fr: 'Guides' },
  guidesLead: {
    en: 'Several templates together, step by step.',
    fr: 'Plusieurs modèles ensemble, pas à pas.',
  },
  inThisGuide: { en: 'Templates in this guide', fr: 'Les modèles de ce guide' },
  inGuide: { en: 'This template is part of a guide:', fr: 'Ce modèle fait partie d’un guide :' },
  errorList: { en: 'The list of errors', fr: 'La liste des erreurs' },
  flow: { en: 'What happens', fr: 'Ce qui se passe' },
  openInZapier: { en: 'Open in Zapier', fr: 'Ouvrir dans Zapier' },
  newTab: { en: '(new tab)', fr: '(nouvel onglet)' },
  copyLink: { en: 'Copy link', fr: 'Copier le lien' },
  print: { en: 'Print', fr: 'Imprimer' },
  copy: { en: 'Copy', fr: 'Copier' },
  copied: { en: 'Copied', fr: 'Copié' },
  setUp: { en: 'Set it up in three steps', fr: 'À installer en trois étapes' },
  stepOpen: { en: 'Open it in Zapier', fr: 'Ouvrez-le dans Zapier' },
  stepCreate: { en: 'Create a Zap in Zapier', fr: 'Créez un Zap dans Zapier' },
  stepConnect: { en: 'Connect your accounts', fr: 'Connectez vos comptes' },
  stepFill: { en: 'Fill in these fields', fr: 'Remplissez ces champs' },
  opensPublished: {
    en: 'The Zap opens with its apps, events and fields filled in.',
    fr: "Le Zap s'ouvre avec ses applications, ses événements et ses champs remplis.",
  },
  opensPrefilled: {
    en: 'The Zap opens with its apps, events and shared settings filled in.',
    fr: "Le Zap s'ouvre avec ses applications, ses événements et ses réglages communs remplis.",
  },
  opensByHand: {
    en: 'Add the steps shown here, in this order.',
    fr: 'Ajoutez les étapes présentées ici, dans cet ordre.',
  },
  needsPaid: {
    en: 'More than two steps need a paid Zapier plan.',
    fr: 'Au-delà de deux étapes, il faut une offre Zapier payante.',
  },
  connect: { en: 'Sign in to', fr: 'Connectez' },
  connectDastra: {
    en: 'Dastra asks for the private key of an API key, which an account owner creates in Dastra.',
    fr: "Dastra demande la clé privée d'une clé d'API, qu'un propriétaire du compte crée dans Dastra.",
  },
  fill: {
    en: 'Choose each colored value from the + list of its field: Zapier does not recognize it when it is typed.',
    fr: 'Choisissez chaque valeur colorée dans la liste + de son champ : Zapier ne la reconnaît pas si elle est tapée au clavier.',
  },
  step: { en: 'Step', fr: 'Étape' },
  field: { en: 'Field', fr: 'Champ' },
  value: { en: 'Value', fr: 'Valeur' },
  noFields: { en: 'Nothing to fill in.', fr: 'Rien à remplir.' },
  toChoose: { en: 'Your choice', fr: 'À vous de choisir' },
  filledIn: { en: 'filled in by the link', fr: 'rempli par le lien' },
  madeByUser: {
    en: 'The names of the values depend on your own form or sheet; these are examples.',
    fr: 'Les noms des valeurs dépendent de votre formulaire ou de votre feuille ; ceux-ci sont des exemples.',
  },
  personalData: { en: 'Personal data', fr: 'Données personnelles' },
  personalDataZapier: {
    en: 'What a Zap moves passes through Zapier, your own processor.',
    fr: 'Ce que transporte un Zap passe par Zapier, votre propre sous-traitant.',
  },
  plan: { en: 'Zapier plan', fr: 'Offre Zapier' },
  related: { en: 'Related templates', fr: 'Modèles proches' },
  raw: { en: 'For maintainers: keys and codes', fr: 'Pour les mainteneurs : clés et codes' },
  rawNote: {
    en: 'This is how Zapier’s form for templates takes these values. In the Zap editor it does not work.',
    fr: 'C’est ainsi que le formulaire de modèles de Zapier attend ces valeurs. Dans l’éditeur de Zaps, cela ne fonctionne pas.',
  },
  referenceTitle: {
    en: 'All triggers and actions',
    fr: 'Tous les déclencheurs et toutes les actions',
  },
  referenceLead: {
    en: 'Every field of the Dastra app, as the Zap editor shows it. Made from the app itself.',
    fr: "Chaque champ de l'application Dastra, tel que l'éditeur de Zaps l'affiche : en anglais, seule langue des applications chez Zapier, avec le sens en français. Produit à partir de l'application elle-même.",
  },
  fields: { en: '# fields', fr: '# champs' },
  oneField: { en: '1 field', fr: '1 champ' },
  key: { en: 'Key', fr: 'Clé' },
  keys: { en: 'Show API keys', fr: "Afficher les clés d'API" },
  required: { en: 'required', fr: 'obligatoire' },
  fillIn: { en: 'Fields to fill in', fr: 'Champs à remplir' },
  output: { en: 'Output', fr: 'Données renvoyées' },
  outputNote: {
    en: 'What later steps can use. Values that Dastra leaves empty are left out.',
    fr: "Ce que les étapes suivantes peuvent utiliser. Les valeurs vides dans Dastra n'y figurent pas.",
  },
  shownIf: { en: 'Shown if', fr: 'Affiché si' },
  isChosen: { en: 'is filled in', fr: 'est renseigné' },
  choices: { en: 'Choices', fr: 'Choix' },
  usedBy: { en: 'Templates that use it', fr: "Modèles qui l'utilisent" },
  notFound: { en: 'This page does not exist', fr: "Cette page n'existe pas" },
  notFoundLead: {
    en: 'It may have moved. All templates are one click away.',
    fr: 'Elle a peut-être été déplacée. Tous les modèles sont à un clic.',
  },
  foot: {
    en: 'Dastra and the names and marks of other apps belong to their owners. This site sets no cookies and loads nothing from elsewhere; only your choice of language is kept, in your browser.',
    fr: 'Dastra ainsi que les noms et logos des autres applications appartiennent à leurs propriétaires. Ce site ne dépose aucun cookie et ne charge rien depuis un autre site ; seul votre choix de langue est conservé, dans votre navigateur.',
  },
} satisfies Record<string, Localized>;

export const goals: Record<Goal, Localized> = {
  alert: { en: 'Be alerted', fr: 'Être alerté' },
  deadlines: { en: 'Meet deadlines', fr: 'Tenir les échéances' },
  collect: { en: 'Collect by form', fr: 'Recueillir par formulaire' },
  answer: { en: 'Answer requests', fr: 'Répondre aux demandes' },
  plan: { en: 'Plan with teams', fr: 'Planifier avec les équipes' },
  report: { en: 'Report', fr: 'Rendre compte' },
  register: { en: 'Keep the record current', fr: 'Tenir le registre à jour' },
  actors: { en: 'Keep actors up to date', fr: 'Tenir les acteurs à jour' },
};

export const kinds: Record<Kind, Localized> = {
  trigger: { en: 'Trigger', fr: 'Déclencheur' },
  create: { en: 'Action', fr: 'Action' },
  search: { en: 'Search', fr: 'Recherche' },
  searchOrCreate: { en: 'Search or action', fr: 'Recherche ou action' },
};

export const kindsInPlural: Record<Kind, Localized> = {
  trigger: { en: 'Triggers', fr: 'Déclencheurs' },
  create: { en: 'Actions', fr: 'Actions' },
  search: { en: 'Searches', fr: 'Recherches' },
  searchOrCreate: { en: 'Searches that can create', fr: 'Recherches qui peuvent créer' },
};

/** What is left to do by hand in a step that a link opens in part. */
export const byHand: Record<'search' | 'app' | 'nothing', Localized> = {
  search: {
    en: 'under the search, tick the box that creates what is not found.',
    fr: "sous la recherche, cochez la case qui crée ce qui n'est pas trouvé.",
  },
  app: { en: 'choose the event yourself.', fr: "choisissez vous-même l'événement." },
  nothing: { en: 'add this step yourself.', fr: 'ajoutez vous-même cette étape.' },
};

/** Zapier's names of types, in words. */
export const types = {
  string: { en: 'Text', fr: 'Texte' },
  text: { en: 'Long text', fr: 'Texte long' },
  boolean: { en: 'Yes/No', fr: 'Oui/Non' },
  datetime: { en: 'Date and time', fr: 'Date et heure' },
  integer: { en: 'Whole number', fr: 'Nombre entier' },
  number: { en: 'Number', fr: 'Nombre' },
  password: { en: 'Secret text', fr: 'Texte secret' },
  file: { en: 'File', fr: 'Fichier' },
  choice: { en: 'One choice', fr: 'Un choix' },
  choices: { en: 'Several choices', fr: 'Plusieurs choix' },
  dropdown: { en: 'One choice from Dastra', fr: 'Un choix dans Dastra' },
  dropdowns: { en: 'Several choices from Dastra', fr: 'Plusieurs choix dans Dastra' },
  pairs: { en: 'Names and values', fr: 'Noms et valeurs' },
} satisfies Record<string, Localized>;

export const several: Localized = { en: ', several', fr: ', plusieurs' };
