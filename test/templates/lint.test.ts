import { readdirSync } from 'node:fs';
import app from '../../index.ts';
import newTask from '../../src/triggers/new-task.ts';
import { catalogue } from '../../templates/catalogue.ts';
import { lintCatalogue, toConfirm } from '../../templates/lint.ts';
import { partners } from '../../templates/partners.ts';
import type { Template } from '../../templates/schema.ts';
import { template as schema } from '../../templates/schema.ts';
import { DASTRA } from '../../templates/steps.ts';
import { type App, definition } from '../../tools/definition.ts';

const byId = (id: string): Template => {
  const found = catalogue.find((one) => one.id === id);
  if (!found) throw new Error(`No template ${id}.`);
  return structuredClone(found);
};

/** What lint says of a template after a change to it, alone. */
const after = async (
  id: string,
  change: (template: Template) => unknown,
  definition: App = app,
) => {
  const changed = byId(id);
  change(changed);
  return lintCatalogue([changed], definition);
};

const stepOf = (template: Template, index: number) => {
  const step = template.steps[index];
  if (!step) throw new Error(`No step ${index}.`);
  return step;
};

const TRELLO = 'trello-cards-for-new-tasks';
const TYPEFORM = 'rights-requests-for-new-typeform-entries';
const FORMS = 'tasks-about-actors-for-new-google-forms-responses';
const SALESFORCE = 'attached-actors-for-new-salesforce-contacts';

/** A copy of the app in which a field of an action has another key. */
const withRenamedField = (action: string, key: string, renamed: string): App => {
  const creates = app.creates as Record<string, { operation: { inputFields: object[] } }>;
  const definition = creates[action];
  if (!definition) throw new Error(`No action ${action}.`);
  const inputFields = definition.operation.inputFields.map((field) =>
    Reflect.get(field, 'key') === key ? { ...field, key: renamed } : field,
  );
  const changed = { ...definition, operation: { ...definition.operation, inputFields } };
  return { ...app, creates: { ...creates, [action]: changed } } as unknown as App;
};

describe('The catalogue', () => {
  it('has nothing that lint finds', async () => {
    expect(await lintCatalogue(catalogue, app)).toEqual([]);
  });

  it('holds every file of its folder, named by its id', () => {
    const files = readdirSync(new URL('../../templates/catalogue', import.meta.url));
    expect(files.sort()).toEqual(catalogue.map(({ id }) => `${id}.ts`).sort());
    expect(catalogue.length).toBeGreaterThanOrEqual(20);
  });

  it('uses every partner, and every trigger, action and search that a builder can choose', () => {
    const steps = catalogue.flatMap((template) => template.steps);
    const used = new Set(steps.map(({ app: name }) => name));
    expect([...used].filter((name) => name !== DASTRA).sort()).toEqual(
      Object.keys(partners).sort(),
    );
    const ours = steps.filter((step) => step.app === DASTRA).map(({ key }) => key);
    const unused = definition.operations.filter(
      ({ key, hidden }) => !hidden && !ours.includes(key),
    );
    expect(unused.map(({ key }) => key)).toEqual([]);
    const pairs = steps.filter(({ kind }) => kind === 'searchOrCreate');
    expect(pairs.length).toBeGreaterThanOrEqual(2);
  });

  it('lists for a maintainer what is not well known of partners, and nothing else', () => {
    const lines = toConfirm(catalogue);
    expect(lines).toContain('Azure DevOps: selector (not found), none');
    expect(lines).toContain('Trello, Create a card: key card, low');
    expect(lines).toContain('Microsoft Excel: selector ExcelCLIAPI, low');
    expect(lines.filter((line) => /Gmail|Slack|Jira/.test(line))).toEqual([]);
  });
});

describe('Lint', () => {
  it.each([
    ['create_rights_request', 'refId', TYPEFORM, 2],
    ['create_task', 'objectType', FORMS, 3],
    ['attach_actor_to_processing', 'actorId', SALESFORCE, 3],
  ])('finds that %s.%s was renamed', async (action, key, id, step) => {
    const problems = await after(id, () => {}, withRenamedField(action, key, `${key}2`));
    expect(problems).toContain(`${id}, step ${step}: The form has no field “${key}”.`);
  });

  it('finds a trigger that is hidden or gone', async () => {
    expect(
      await after(TRELLO, (one) => Object.assign(stepOf(one, 0), { key: 'list_tasks' })),
    ).toContain(`${TRELLO}, step 1: This app shows no trigger “list_tasks”.`);
    const { [newTask.key]: _gone, ...triggers } = app.triggers;
    expect(await after(TRELLO, () => {}, { ...app, triggers } as App)).toContain(
      `${TRELLO}, step 1: This app shows no trigger “${newTask.key}”.`,
    );
  });

  it('finds a field that the form shows only for another choice', async () => {
    const problems = await after(SALESFORCE, (one) => {
      stepOf(one, 2).fixed.recipientType = 'Vendor';
    });
    expect(problems).toEqual([`${SALESFORCE}, step 3: The form has no field “recipientType”.`]);
  });

  it.each<[string, string, (template: Template) => unknown, string]>([
    [
      'a pill that the sample does not hold',
      TRELLO,
      (one) => Object.assign(stepOf(one, 1).map, { name: '{{1__title}}' }),
      'step 2: “name” takes “title”, which the sample of step 1 does not hold.',
    ],
    [
      'a pill of a later step',
      TRELLO,
      (one) => Object.assign(stepOf(one, 1).map, { name: '{{2__id}}' }),
      'step 2: “name” takes from step 2, which does not come before it.',
    ],
    [
      'a pill left out in French',
      TRELLO,
      (one) => Object.assign(stepOf(one, 1).map, { name: { en: '{{1__label}}', fr: 'Tâche' } }),
      'step 2: “name” holds other pills in French than in English, or not those for its language.',
    ],
    [
      'an English date in a French text',
      TRELLO,
      (one) => Object.assign(stepOf(one, 1).map, { name: 'Due {{1__deadlineText}}' }),
      'step 2: “name” holds other pills in French than in English, or not those for its language.',
    ],
    [
      'a mapping without pill',
      TRELLO,
      (one) => Object.assign(stepOf(one, 1).map, { name: 'A task' }),
      'step 2: “name” is mapped, but holds no pill.',
    ],
    [
      'an empty required field of ours',
      TYPEFORM,
      (one) => Object.assign(stepOf(one, 1), { choose: ['workspaceId', 'locale'] }),
      'step 2: The required “areaId” is empty.',
    ],
    [
      'an empty required field of a partner',
      TRELLO,
      (one) => Object.assign(stepOf(one, 1), { choose: ['board'] }),
      'step 2: The required “list” is empty.',
    ],
    [
      'a hard-coded ID',
      TRELLO,
      (one) => Object.assign(stepOf(one, 0), { choose: [], fixed: { workspaceId: '101' } }),
      'step 1: “workspaceId” is fixed, though each account has its own.',
    ],
    [
      'a value that is no choice',
      FORMS,
      (one) => Object.assign(stepOf(one, 2).fixed, { priority: 'Urgent' }),
      'step 3: “priority” has no choice “Urgent”.',
    ],
    [
      'a field filled in twice',
      TRELLO,
      (one) => stepOf(one, 1).choose.push('name'),
      'step 2: “name” is filled in twice.',
    ],
    [
      'a partner event that is not known',
      TRELLO,
      (one) => Object.assign(stepOf(one, 1), { key: 'create_card' }),
      'step 2: partners.ts has no create “create_card” of trello.',
    ],
    [
      'an example of an event that returns the same to everybody',
      TRELLO,
      (one) => Object.assign(stepOf(one, 1), { example: { name: 'A card' } }),
      'step 2: It has an example of its own, though create “card” returns the same to everybody.',
    ],
    [
      'a search at the end',
      FORMS,
      (one) => one.steps.pop(),
      'step 2: A search needs an action after it.',
    ],
    [
      'a template that does not begin with a trigger',
      FORMS,
      (one) => one.steps.shift(),
      'step 1: A template begins with a trigger, and has no other.',
    ],
  ])('finds %s', async (_what, id, change, problem) => {
    expect(await after(id, change)).toContain(`${id}, ${problem}`);
  });

  it('finds two templates alike', async () => {
    const copy = { ...byId(TRELLO), id: 'another' };
    expect(await lintCatalogue([byId(TRELLO), copy], app)).toEqual([
      'another: Another template has the same English title.',
      'another: Another template has the same French title.',
      'another: Another template has the same English description.',
      'another: Another template has the same French description.',
    ]);
  });

  const sentence = 'It is a sentence that is long enough to be a part of it all.';
  it.each([
    ['title', 'en', 'Trello cards for new Dastra tasks', 'does not begin with a verb'],
    ['title', 'en', 'Sync Trello cards with new Dastra tasks', 'the word “Sync”'],
    ['title', 'en', 'Create Trello Cards for new Dastra tasks', 'sentence case'],
    ['title', 'en', 'Create cards for new Dastra tasks', 'does not name Trello'],
    ['title', 'en', 'Create Trello cards for Dastra tasks', 'does not say “new”'],
    ['title', 'en', 'Create Trello cards for each new Dastra task', 'in the plural'],
    ['title', 'en', 'Create Trello cards for your new Dastra tasks', 'the pronoun “your”'],
    ['title', 'en', 'Post Trello cards for new Dastra tasks', 'has “Post”, which is for social'],
    ['title', 'en', 'Log Trello cards for new Dastra tasks', 'has “Log”, which is for'],
    ['title', 'en', 'Send Trello cards for new Dastra tasks', 'has “Send”, which is for messages'],
    ['title', 'en', 'Create Trello cards for new Dastra tasks.', 'full stop'],
    [
      'title',
      'en',
      `Create Trello cards for new Dastra tasks${' and more'.repeat(9)}`,
      'characters',
    ],
    ['title', 'fr', 'Create Trello cards for new Dastra tasks', 'is the English one'],
    ['title', 'fr', 'Cartes Trello pour les nouvelles tâches Dastra', 'verb of the list'],
    ['title', 'fr', 'Créer des cartes pour les nouvelles tâches Dastra', 'does not name Trello'],
    ['title', 'fr', 'Créer des cartes Trello pour les tâches Dastra', 'does not say “nouveau”'],
    ['description', 'en', `With this integration, ${sentence}`, 'sentences, not 2 to 4'],
    ['description', 'en', `This Zap is an integration. ${sentence} ${sentence}`, 'the word “Zap”'],
    ['description', 'en', `Automatic integration. ${sentence} ${sentence}`, 'the word “Automatic”'],
    ['description', 'en', `We make an integration. ${sentence} ${sentence} I do.`, 'pronoun “I”'],
    ['description', 'en', `An integration, see www.dastra.eu. ${sentence} ${sentence}`, 'a link'],
    ['description', 'en', `An integration will do it. ${sentence} ${sentence}`, 'present tense'],
    ['description', 'en', `${sentence} ${sentence} ${sentence}`, 'what the integration does'],
    [
      'description',
      'en',
      `Create Trello cards for new Dastra tasks by integration. ${sentence} ${sentence}`,
      'repeats the title',
    ],
    ['description', 'fr', `Les tâches with les cartes. ${sentence}`, 'English word “with”'],
    ['description', 'fr', `Nous avons une intégration. ${sentence}`, 'the pronoun “Nous”'],
    ['description', 'fr', `Un Zap : une intégration. ${sentence}`, 'the word “Zap”'],
    ['description', 'fr', 'Une intégration: les cartes.', 'lacks a space before'],
    ['problem', 'fr', 'Teams do not know.', 'has no French words'],
  ] as const)('finds in a %s (%s) “%s”: %s', async (part, language, text, problem) => {
    const problems = await after(TRELLO, (one) => {
      one[part][language] = text;
    });
    expect(problems.join('\n')).toContain(problem);
  });

  it('reads no template without French, or with a field that templates do not have', () => {
    const { title, ...rest } = byId(TRELLO);
    expect(schema.safeParse({ ...rest, title: { en: title.en } }).success).toBe(false);
    expect(schema.safeParse({ ...rest, title: { ...title, fr: ' ' } }).success).toBe(false);
    expect(schema.safeParse({ ...rest, title, author: 'x' }).success).toBe(false);
    expect(schema.safeParse({ ...rest, title }).success).toBe(true);
  });
});
