/** Whether a record that Zapier gets means what Dastra answered, compared without the app's own code. */
import { isDeepStrictEqual } from 'node:util';

const DATE =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.(\d{1,9}))?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** The moment that a text names, in milliseconds; without a zone it is UTC. */
const momentOf = (text: string): number => {
  const [, day = '', time = '00:00', fraction = '0', zone = 'Z'] = DATE.exec(text.trim()) ?? [];
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  const milliseconds = Math.floor(Number(`0.${fraction}`) * 1000);
  const moment = new Date(Date.UTC(year, month - 1, date, hours, minutes, seconds, milliseconds));
  // A day that does not exist names no moment.
  if (moment.getUTCDate() !== date || moment.getUTCMonth() !== month - 1) return Number.NaN;
  if (/^z$/i.test(zone)) return moment.getTime();
  const [, sign, zoneHours, zoneMinutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  const offset = (Number(zoneHours) * 60 + Number(zoneMinutes)) * 60_000;
  return moment.getTime() + (sign === '-' ? offset : -offset);
};

const sameScalar = (shown: unknown, given: unknown): boolean => {
  if (typeof given === 'object') return false;
  if (typeof shown === 'number') {
    return typeof given !== 'boolean' && given !== '' && Number(given) === shown;
  }
  if (typeof shown === 'boolean') return String(given).toLowerCase() === String(shown);
  if (String(given) === shown) return true;
  return typeof given === 'string' && momentOf(given) === momentOf(String(shown));
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Where a record's reference by ID may stand, if not under its own name. */
const ELSEWHERE: Record<string, readonly string[]> = {
  workspaceId: ['workSpace'],
  workFlowStepId: ['workFlowStep', 'workflowStep'],
  userRequestId: ['userRequest', 'request'],
};

/** What people call the members of Dastra's enumerations, in English and French; all others are spaced. */
const NAMES: Record<string, readonly [en: string, fr: string]> = {
  Access: ['Access', 'Accès'],
  Rectification: ['Rectification', 'Rectification'],
  Erasure: ['Erasure', 'Effacement'],
  Restriction: ['Restriction', 'Limitation'],
  Portability: ['Portability', 'Portabilité'],
  Opposition: ['Objection', 'Opposition'],
  AutomatedDecision: ['No Automated Decision-Making', 'Refus d’une décision automatisée'],
  Information: ['Information', 'Information'],
  AdvanceDirectives: ['Advance Directives', 'Directives anticipées'],
  Unknown: ['Unknown', 'Inconnu'],
  Open: ['Open', 'Ouverte'],
  IdentityValidation: ['Identity Validation', 'Vérification d’identité'],
  Processing: ['In Progress', 'En cours de traitement'],
  Active: ['Active', 'Active'],
  Closed: ['Closed', 'Clôturée'],
  Archived: ['Archived', 'Archivée'],
  Draft: ['Draft', 'Brouillon'],
  Deleted: ['Deleted', 'Supprimé'],
  Internal: ['Internal', 'Interne'],
  Form: ['Form', 'Formulaire'],
  Widget: ['Widget', 'Widget'],
  POP3: ['Email (POP3)', 'E-mail (POP3)'],
  IMAP: ['Email (IMAP)', 'E-mail (IMAP)'],
  Import: ['Import', 'Import'],
  Zapier: ['Zapier', 'Zapier'],
  IncomingEmail: ['Incoming Email', 'E-mail entrant'],
  None: ['None', 'Aucun'],
  Accepted: ['Accepted', 'Acceptée'],
  Duplicate: ['Duplicate', 'Doublon'],
  WrongIdentity: ['Wrong Identity', 'Identité erronée'],
  NotAdmissible: ['Not Admissible', 'Irrecevable'],
  Other: ['Other', 'Autre'],
  Cancelled: ['Canceled', 'Annulée'],
  FiledAway: ['Filed Away', 'Classée'],
  High: ['High', 'Haute'],
  Medium: ['Medium', 'Moyenne'],
  Low: ['Low', 'Basse'],
  DataProcessing: ['Processing', 'Traitement'],
  DataBreach: ['Data Breach', 'Violation de données'],
  AuditResponse: ['Questionnaire', 'Questionnaire'],
  Actor: ['Actor', 'Acteur'],
  Asset: ['Asset', 'Actif'],
  DataRetentionRule: ['Dataset', 'Jeu de données'],
  RiskEvaluation: ['Risk Evaluation', 'Évaluation de risque'],
  ControlPoint: ['Control', 'Contrôle'],
  SecurityMeasure: ['Security Measure', 'Mesure de sécurité'],
  Morale: ['Organization', 'Organisation'],
  Physical: ['Person', 'Personne physique'],
  Restricted: ['Restricted', 'Restreint'],
  Full: ['Full', 'Complet'],
  Recipient: ['Recipient', 'Destinataire'],
  Stakeholder: ['Stakeholder', 'Partie prenante'],
  DataController: ['Controller', 'Responsable du traitement'],
  Referent: ['Contact Person', 'Référent'],
  InternalService: ['Internal Department', 'Service interne'],
  Vendor: ['Processor', 'Sous-traitant'],
  ThirdParty: ['Third Party', 'Tiers'],
  JointController: ['Joint Controller', 'Responsable conjoint du traitement'],
  PublicOrganism: ['Public Body', 'Organisme public'],
  InstitutionalPartner: ['Institutional Partner', 'Partenaire institutionnel'],
  AuthorizedThirdParty: ['Authority Entitled by Law', 'Tiers autorisé'],
  ProcessImplementationManager: ['Implementation Manager', 'Responsable de la mise en œuvre'],
  DataControllerRepresentative: [
    "Controller's Representative",
    'Représentant du responsable du traitement',
  ],
  DataProtectionOfficer: ['Data Protection Officer', 'Délégué à la protection des données'],
  DataProtectionOfficerRepresentative: [
    "Data Protection Officer's Representative",
    'Représentant du délégué à la protection des données',
  ],
  Processor: ['Processor', 'Sous-traitant'],
  ChiefInformationSecurityOfficer: [
    'Chief Information Security Officer',
    "Responsable de la sécurité des systèmes d'information",
  ],
  Client: ['Client', 'Client'],
  FormerClient: ['Former Client', 'Ancien client'],
  Prospect: ['Prospect', 'Prospect'],
  Employee: ['Employee', 'Salarié'],
  OldEmployee: ['Former Employee', 'Ancien salarié'],
  Candidate: ['Candidate', 'Candidat'],
  ParticularPerson: ['Individual', 'Particulier'],
  Agent: ['Agent', 'Agent'],
  AgedPeople: ['Elderly Person', 'Personne âgée'],
  Beneficiary: ['Beneficiary', 'Bénéficiaire'],
  Child: ['Child', 'Enfant'],
  Citizen: ['Citizen', 'Citoyen'],
  ElectedRepresentative: ['Elected Representative', 'Élu'],
  EndUsers: ['End User', 'Utilisateur final'],
  ExternalProvider: ['External Provider', 'Fournisseur externe'],
  ExternalServiceProvider: ['External Service Provider', 'Prestataire externe'],
  HealthProfessional: ['Health Professional', 'Professionnel de santé'],
  InternetUsers: ['Internet User', 'Internaute'],
  Member: ['Member', 'Adhérent'],
  Patient: ['Patient', 'Patient'],
  PublicServiceUser: ['Public Service User', 'Usager du service public'],
  Students: ['Student', 'Étudiant'],
  TemporaryWorker: ['Temporary Worker', 'Intérimaire'],
  Visitors: ['Visitor', 'Visiteur'],
};

const SCORES: typeof NAMES = {
  Unset: ['Not Set', 'Non définie'],
  VeryLow: ['Very Low', 'Très faible'],
  Limited: ['Limited', 'Limitée'],
  Important: ['Important', 'Importante'],
  Maximal: ['Maximal', 'Maximale'],
};

/** Some members have another name in one place, and codes are no members. */
const NAMES_OF: Record<string, Record<string, readonly [en: string, fr: string]>> = {
  objectType: { ...NAMES, DataSubject: ['Rights Request', 'Demande de droits'] },
  recipientType: { ...NAMES, DataSubject: ['Data Subject', 'Personne concernée'] },
  state: {
    ...NAMES,
    Standby: ['Standby', 'En attente'],
    InProgress: ['In Progress', 'En cours'],
    PendingValidation: ['Pending Validation', 'En attente de validation'],
    Published: ['Validated', 'Validé'],
    Cancelled: ['Canceled', 'Annulé'],
  },
  outcome: {
    Finalized: ['Finalized', 'Finalisé'],
    Validated: ['Validated', 'Validé'],
    Refused: ['Refused', 'Refusé'],
  },
  nature: {
    Access: ['Confidentiality', 'Confidentialité'],
    Integrity: ['Integrity', 'Intégrité'],
    Availability: ['Availability', 'Disponibilité'],
  },
  reason: {
    Unknown: ['Unknown', 'Inconnue'],
    InternalIntentional: ['Internal, Intentional', 'Interne, intentionnelle'],
    InternalAccident: ['Internal, Accidental', 'Interne, accidentelle'],
    ExternalIntentional: ['External, Intentional', 'Externe, intentionnelle'],
    ExternalAccident: ['External, Accidental', 'Externe, accidentelle'],
    Other: ['Other', 'Autre'],
  },
  probabilityScore: SCORES,
  impactScore: SCORES,
  riskLevel: {
    Low: ['Low', 'Faible'],
    Medium: ['Medium', 'Moyen'],
    High: ['High', 'Élevé'],
  },
  locale: {
    fr: ['French', 'Français'],
    en: ['English', 'Anglais'],
    de: ['German', 'Allemand'],
    nl: ['Dutch', 'Néerlandais'],
    es: ['Spanish', 'Espagnol'],
    it: ['Italian', 'Italien'],
  },
  processingType: {
    Default: ["Controller's Processing", 'Traitement du responsable'],
    Vendor: ["Processor's Processing", 'Traitement du sous-traitant'],
  },
  processingState: {
    Study: ['Under Study', 'À l’étude'],
    BeingDeployed: ['Being Deployed', 'En cours de déploiement'],
    InProduction: ['In Production', 'En production'],
    Stopped: ['Stopped', 'Arrêté'],
  },
};

/** In French, words agree with what they are said of: a processing is not Active but Actif. */
const MASCULINE: Record<string, string> = { Active: 'Actif', Archivée: 'Archivé' };

const nameOf = (property: string, value: unknown, isFrench: boolean): string => {
  const text = String(value);
  if (property === 'countryCode') {
    if (!/^[A-Za-z]{2}$/.test(text)) return text;
    const names = new Intl.DisplayNames(isFrench ? 'fr' : 'en', { type: 'region' });
    return String(names.of(text.toUpperCase()));
  }
  const names = NAMES_OF[property] ?? NAMES;
  const known = Object.hasOwn(names, text) ? names[text] : undefined;
  if (known) return known[isFrench ? 1 : 0];
  const words = text.match(/[A-Z][a-z0-9]+/g) ?? [];
  if (words.length < 2 || words.join('') !== text) return text;
  const [first, ...rest] = words;
  return [first, ...rest.map((word) => word.toLowerCase())].join(' ');
};

const PARIS = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day in Paris of the moment that a text names. */
const dayOf = (text: string): string => {
  if (Number.isNaN(momentOf(text))) return 'no day';
  const parts = PARIS.formatToParts(momentOf(text));
  const [year = '', month, day] = ['year', 'month', 'day'].map(
    (type) => parts.find((part) => part.type === type)?.value,
  );
  // As ISO 8601 writes it; .NET's last moment is in the year 10000 in Paris.
  return `${year.length > 4 ? `+${year.padStart(6, '0')}` : year.padStart(4, '0')}-${month}-${day}`;
};

const longDates = new Map<string, Intl.DateTimeFormat>();

/** To make one takes longer than to use it. */
const longDateIn = (language: string): Intl.DateTimeFormat => {
  const format =
    longDates.get(language) ??
    new Intl.DateTimeFormat(language, {
      dateStyle: 'long',
      timeZone: 'UTC',
      calendar: 'gregory',
      numberingSystem: 'latn',
    });
  longDates.set(language, format);
  return format;
};

const wordsOf = (text: string, language: string): string => {
  if (Number.isNaN(momentOf(text))) return 'no day';
  const words = longDateIn(language).format(new Date(dayOf(text)));
  return language.startsWith('fr') ? words.replace(/^1 /, '1er ') : words;
};

const isTag = (language: string) => {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
  } catch {
    return false;
  }
};

/** What stands beside a value, by what its key adds to the value's. */
const BESIDE: Record<string, (value: unknown, property: string, record: object) => unknown> = {
  Text: (value) => wordsOf(String(value), 'en-GB'),
  TextFr: (value) => wordsOf(String(value), 'fr'),
  TextLocal: (value, _property, record) => {
    const tag = String(Reflect.get(record, 'locale')).trim().replace('_', '-');
    if (!isTag(tag)) return undefined;
    return wordsOf(String(value), tag.toLowerCase() === 'en' ? 'en-GB' : tag);
  },
  Day: (value) => dayOf(String(value)),
  Name: (value, property) => nameOf(property, value, false),
  NameFr: (value, property) => nameOf(property, value, true),
  Names: (value, property) =>
    [value]
      .flat()
      .flatMap((one) => nameOf(property, one, false) || [])
      .join(', '),
  NamesFr: (value, property) =>
    [value]
      .flat()
      .flatMap((one) => nameOf(property, one, true) || [])
      .join(', '),
};

/** The category of a request: the workspace's own, or, in a Dastra without those, a fixed one. */
const categoryOf = (given: Record<string, unknown>, isFrench: boolean): unknown => {
  const own = isObject(given.subjectCategory) ? given.subjectCategory.label : undefined;
  if (own !== undefined && own !== null && own !== '') return String(own);
  if (given.personCategory === 'Prospect' && 'subjectCategoryId' in given) return undefined;
  return nameOf('personCategory', given.personCategory, isFrench);
};

/** What a breach affects, of the property for each. */
const natureOf = (given: Record<string, unknown>): string[] | undefined => {
  const names = ['Access', 'Integrity', 'Availability'];
  const flags = names.map((name) => String(given[name.toLowerCase()] ?? '').toLowerCase());
  return flags.some(Boolean) ? names.filter((_name, index) => flags[index] === 'true') : undefined;
};

/** What a record has of its own, made of what Dastra said or of where it was; `undefined` for all else. */
const madeOf = (
  key: string,
  shown: Record<string, unknown>,
  given: Record<string, unknown>,
): { expected: unknown } | undefined => {
  switch (key) {
    case 'personCategoryName':
      return { expected: categoryOf(given, false) };
    case 'personCategoryNameFr':
      return { expected: categoryOf(given, true) };
    case 'hoursToNotify':
      return { expected: Math.round(Number(given.notificationDueTime)) };
    case 'nature':
      return { expected: natureOf(given) };
    // The event says it, which the tests of the trigger compare.
    case 'outcome': {
      const outcomes = Object.keys(NAMES_OF.outcome ?? {});
      return { expected: outcomes.find((outcome) => outcome === shown.outcome) };
    }
    case 'workspaceUrl':
      return {
        expected: `https://app.dastra.eu/workspace/${encodeURIComponent(String(shown.workspaceId))}`,
      };
    case 'numberOfMatches':
      return { expected: Math.max(1, Math.floor(Number(shown[key]))) };
  }
  if (Object.hasOwn(given, key) && given[key] !== null) return undefined;
  const workSpace = isObject(given.workSpace) ? given.workSpace.id : undefined;
  // Where it was looked for.
  if (key === 'workspaceId' && (workSpace ?? '') === '') return { expected: '101' };
  const [, property = '', added = ''] =
    /^(.+?)(TextFr|TextLocal|Text|Day|NamesFr|Names|NameFr|Name)$/.exec(key) ?? [];
  const of = BESIDE[added];
  if (!of) return undefined;
  // It may stand beside what is made itself.
  const value = given[property] ?? madeOf(property, shown, given)?.expected;
  return { expected: of(value, property, given) };
};

/**
 * The first place where a record says something else than Dastra; undefined if there is none. What
 * Dastra said may be absent in it.
 */
export const firstDifference = (shown: unknown, given: unknown, place = ''): string | undefined => {
  if (shown === given) return undefined;
  const differs = () => `${place}: ${JSON.stringify(shown)} for ${JSON.stringify(given)}`;
  if (Array.isArray(shown)) {
    if (!Array.isArray(given) || given.length !== shown.length) return differs();
    for (const [index, item] of shown.entries()) {
      const difference = firstDifference(item, given[index], `${place}[${index}]`);
      if (difference) return difference;
    }
    return undefined;
  }
  if (!isObject(shown)) return sameScalar(shown, given) ? undefined : differs();
  if (!isObject(given)) return differs();
  for (const key of Object.keys(shown)) {
    const difference = differenceAt(key, shown, given, `${place}.${key}`);
    if (difference) return difference;
  }
  return undefined;
};

/** The same for one property of a record. */
const differenceAt = (
  key: string,
  shown: Record<string, unknown>,
  given: Record<string, unknown>,
  place: string,
): string | undefined => {
  const value = shown[key];
  const made = madeOf(key, shown, given);
  if (made) {
    const { expected } = made;
    return isDeepStrictEqual(value, expected) || value === MASCULINE[String(expected)]
      ? undefined
      : `${place}: ${JSON.stringify(value)}, not ${JSON.stringify(expected)}`;
  }
  const held = Object.hasOwn(given, key) ? given[key] : undefined;
  // An empty text is no ID.
  const own = key.endsWith('Id') && held === '' && value !== '' ? undefined : held;
  const places = (Object.hasOwn(ELSEWHERE, key) && ELSEWHERE[key]) || [key.replace(/Id$/, '')];
  const reference = places.map((name) => given[name]).find(isObject);
  const instead = key.endsWith('Id') && isObject(reference) ? reference.id : undefined;
  return firstDifference(value, own === value ? own : (own ?? instead), place);
};
