/** What templates are found by beside their own texts: the words of the field, in both languages. */
import type { Category, Goal } from '../schema.ts';

const FIELD = 'rgpd gdpr dpo dpd cnil conformité compliance privacy vie privée zapier automation';

const BY_CATEGORY: Record<Category, string> = {
  'rights-requests':
    'dsar dsr sar data subject rights request personne concernée demande exercice de droits effacement erasure deletion suppression access accès rectification portability portabilité objection opposition restriction limitation oubli forgotten',
  breaches:
    'data breach incident violation de données fuite leak notification cnil 72 hours heures article 33',
  tasks: 'task tâche to-do action plan suivi',
  records:
    'record of processing activities ropa registre des traitements processing traitement asset actif questionnaire assessment dpia aipd article 30',
  actors:
    'actor acteur stakeholder partie prenante vendor supplier fournisseur sous-traitant processor',
};

const BY_GOAL: Record<Goal, string> = {
  alert: 'alert alerte notification notify notifier prévenir message warn',
  deadlines: 'deadline échéance délai calendar calendrier agenda reminder rappel due date',
  collect: 'form formulaire collect recueillir intake website site web',
  answer: 'answer répondre response réponse acknowledge accusé email courriel mail messagerie',
  plan: 'plan planifier project projet ticket kanban board tableau team équipe',
  report:
    'report rapport statistics statistiques indicateurs kpi spreadsheet tableur figures chiffres',
  register: 'register registre record inventory inventaire cartographie mapping',
  actors: 'directory annuaire crm register registre contact',
};

/** Other apps that visitors may look for, by what they are used for: they lead to the nearest template. */
const NEAR: Record<Goal, string> = {
  alert: 'discord mattermost telegram whatsapp webex sms google chat',
  deadlines: 'google calendar ical caldav todoist',
  collect: 'jotform tally surveymonkey wufoo microsoft forms framaforms',
  answer: 'zendesk intercom freshdesk front helpscout',
  plan: 'monday clickup linear planner wrike basecamp github gitlab servicenow',
  report: 'power bi looker tableau',
  register: 'servicenow leanix confluence sharepoint',
  actors: 'pipedrive dynamics sap odoo sellsy',
};

/** Words that a template is found by because of what it is about and what it is for. */
export const topicWords = (category: Category, goal: Goal): string =>
  `${FIELD} ${BY_CATEGORY[category]} ${BY_GOAL[goal]}`;

/** Words that no template is found by, but that lead to the nearest one. */
export const nearWords = (goal: Goal): string => NEAR[goal];
