/**
 * Runs a template as Zapier would: the steps of Dastra go through the app to the sandbox, with what the
 * mapping makes of the steps before; a partner's step yields its example.
 */
import { catalogue } from '../../templates/catalogue.ts';
import { fill } from '../../templates/pills.ts';
import { LANGUAGES, type Language, type Step, type Template } from '../../templates/schema.ts';
import { DASTRA, sampleOf, textIn } from '../../templates/steps.ts';
import { definition } from '../../tools/definition.ts';
import { type Loopback, listen } from '../../tools/loopback.ts';
import { deliveryOf } from '../support/deliveries.ts';
import type { useSandbox } from '../support/sandbox.ts';
import { HOOKS } from '../support/scenarios.ts';

export type Data = Record<string, unknown>;

const own = definition.visible;
const WORKSPACE = '101';
/** What a file holds that a template hands on. */
export const FILE = 'An export.';

/** What a user might choose, by field. */
const CHOSEN: Readonly<Record<string, string>> = {
  workspaceId: WORKSPACE,
  areaId: '204',
  locale: 'fr',
  assignedToUserId: '14',
  dataProcessingId: '00000101-0001-4000-8000-000000000002',
};

/** The actors that templates look for, by email, so that they are there. */
const KNOWN_ACTORS: Readonly<Record<string, string>> = {
  'tasks-about-actors-for-new-google-forms-responses': 'dpo@helianthe.example.com',
  'updated-actors-for-new-hubspot-contacts': 'hugo.bernard@polarlicht.example.com',
};

/** What differs from the record of a trigger's case, so that it passes the filters of templates. */
const FACTS: Readonly<Record<string, Data>> = {
  rights_request_status_changed: { state: 'Processing' },
  task_completed: {
    objectType: 'DataSubject',
    objectId: '3004',
    objectTypeDetails: { value: 'DataSubject', text: 'Portabilité des données de fidélité' },
  },
};

/** What a step's form holds when it runs. */
const inputOf = (
  step: Step,
  outputs: readonly unknown[],
  language: Language,
  choices: Data = {},
): Data => {
  const chosen = step.choose.map((name) => [name, choices[name] ?? CHOSEN[name] ?? 'chosen']);
  const mapped = Object.entries(step.map).map(
    ([name, text]) => [name, fill(textIn(language, text), outputs)] as const,
  );
  return { ...step.fixed, ...Object.fromEntries(chosen), ...Object.fromEntries(mapped) };
};

/** Every template in each language. */
export const runs = catalogue.flatMap((template) =>
  LANGUAGES.map((language) => ({ id: template.id, language, template })),
);

/** One step of a run, after the first. */
export interface Ran {
  step: Step;
  /** What each step before it yielded. */
  before: readonly Data[];
  /** What its form held. */
  input: Data;
  output: Data;
}

/** Runs templates against a sandbox. */
export const runnerOn = (sandbox: ReturnType<typeof useSandbox>) => {
  /** How the record comes about that a trigger waits for, where it is not that of its case. */
  const MADE: Readonly<Record<string, () => Promise<Data>>> = {
    new_task: () =>
      sandbox.run('create_task', {
        workspaceId: WORKSPACE,
        label: 'Vérifier le contrat de sous-traitance',
        descriptionHtml: '<p>Annexe <b>3</b></p>',
        areaId: '204',
        priority: 'High',
        deadline: '2026-12-18T17:00:00Z',
        assignedToUserId: '14',
        ownerId: '16',
        objectType: 'Actor',
        objectId: '1012',
      }),
    new_rights_request: () =>
      sandbox.control('widget-requests', {
        workspaceId: 101,
        title: "Demande d'accès de Léa Moreau",
        purposes: ['Access', 'Portability'],
        areaId: 204,
        operatorId: 14,
        givenName: 'Léa',
        familyName: 'Moreau',
        email: 'lea.moreau@example.com',
        message: 'Une copie de mes données.',
      }),
  };

  const firstOf = (records: readonly Data[]): Data => {
    const [record] = records;
    if (!record) throw new Error('The trigger let nothing through.');
    return record;
  };

  /** What a trigger of ours starts the Zap with: a record made for it, or else that of its case. */
  const started = async (step: Step): Promise<Data> => {
    const key = String(step.key);
    const scenario = HOOKS.find((one) => one.key === key);
    if (!scenario) {
      // A trigger that asks by itself.
      return firstOf(await sandbox.run(key, inputOf(step, [], 'en')));
    }
    const made = await MADE[key]?.();
    const path = scenario.hook.record.replace(/[^/]+$/, String(made?.id));
    const data = made && (await sandbox.api<Data>(path));
    const delivery = await deliveryOf(sandbox, scenario, data ?? FACTS[key]);
    const passing = Object.fromEntries(
      Object.entries(scenario.hook.filters).map(([name, { passes }]) => [name, passes]),
    );
    const choices = data ? {} : passing;
    const input = { ...scenario.hook.input, ...inputOf(step, [], 'en', choices) };
    return firstOf(await sandbox.run(key, input, delivery));
  };

  /** Where a file is that a partner's step returned. */
  let host: Loopback;
  beforeAll(async () => {
    host = await listen((_request, response) => response.end(FILE));
  });
  afterAll(() => host.close());

  /** Runs a step of ours; a search with its action as Zapier does, one after the other. */
  const runOurs = async (step: Step, values: Data): Promise<Data> => {
    const input = 'file' in values ? { ...values, file: `${host.url}/export.txt` } : values;
    if (step.kind === 'create') return sandbox.run(String(step.key), input);
    const [found] = await sandbox.run<Data[]>(String(step.key), input);
    if (found) return found;
    if (step.kind === 'search') throw new Error('Nothing was found.');
    const pair = definition.pairs.find(({ key }) => key === step.key);
    return sandbox.run(String(pair?.create), input);
  };

  /** @param seen what to do with each step after the first @returns what each step yielded */
  return async (
    template: Template,
    language: Language,
    seen: (ran: Ran) => Promise<void> | void = () => {},
  ): Promise<Data[]> => {
    const email = KNOWN_ACTORS[template.id];
    if (email) {
      const actor = { actorType: 'Morale', companyName: 'Hélianthe Paie', email };
      await sandbox.run('create_actor', { workspaceId: WORKSPACE, ...actor });
    }
    const outputs: Data[] = [];
    for (const [index, step] of template.steps.entries()) {
      if (index === 0) {
        outputs.push(step.app === DASTRA ? await started(step) : sampleOf(own, step));
        continue;
      }
      const before = [...outputs];
      const input = inputOf(step, before, language);
      const output = step.app === DASTRA ? await runOurs(step, input) : sampleOf(own, step);
      outputs.push(output);
      await seen({ step, before, input, output });
    }
    return outputs;
  };
};
