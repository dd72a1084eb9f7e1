/**
 * Each template as Zapier would run it: the steps of Dastra go through the app to the sandbox, with
 * what the mapping makes of the steps before; a partner's step yields its example.
 */
import { catalogue } from '../../templates/catalogue.ts';
import { fill } from '../../templates/pills.ts';
import { LANGUAGES, type Language, type Step, type Template } from '../../templates/schema.ts';
import { DASTRA, fieldsOfStep, sampleOf, textIn } from '../../templates/steps.ts';
import { definition } from '../../tools/definition.ts';
import { useSandbox } from '../support/sandbox.ts';
import { webhookFor } from '../support/webhooks.ts';

const own = definition.visible;
const WORKSPACE = '101';

/** What a user might choose, by field. */
const CHOSEN: Readonly<Record<string, string>> = {
  workspaceId: WORKSPACE,
  areaId: '204',
  locale: 'fr',
  assignedToUserId: '14',
  dataProcessingId: '00000101-0001-4000-8000-000000000002',
};

/** What a step's form holds when it runs. */
const inputOf = (step: Step, outputs: readonly unknown[], language: Language) => {
  const chosen = step.choose.map((name) => [name, CHOSEN[name] ?? 'chosen'] as const);
  const mapped = Object.entries(step.map).map(
    ([name, text]) => [name, fill(textIn(language, text), outputs)] as const,
  );
  return { ...step.fixed, ...Object.fromEntries(chosen), ...Object.fromEntries(mapped) };
};

type Data = Record<string, unknown>;

describe('Run end to end', () => {
  const sandbox = useSandbox();

  /** How the record comes about that a trigger of ours waits for. */
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

  /** Makes that record, and has Dastra's webhook announce it. */
  const started = async (step: Step): Promise<Data> => {
    const key = String(step.key);
    const created = await MADE[key]?.();
    const input = inputOf(step, [], 'en');
    const hook = await webhookFor(sandbox, key, { workspaceId: WORKSPACE }, created?.id);
    const [record] = await sandbox.run<Data[]>(key, input, hook);
    if (!record) throw new Error('The trigger let nothing through.');
    return record;
  };

  /** Runs a step of ours; a search with its action as Zapier does, one after the other. */
  const runOurs = async (step: Step, input: Data): Promise<Data> => {
    if (step.kind === 'create') return sandbox.run(String(step.key), input);
    const [found] = await sandbox.run<Data[]>(String(step.key), input);
    if (found) return found;
    if (step.kind === 'search') throw new Error('Nothing was found.');
    const pair = definition.pairs.find(({ key }) => key === step.key);
    return sandbox.run(String(pair?.create), input);
  };

  /** What Dastra holds of a record that a step made, past the app. */
  const heldOf = async (step: Step, output: Data): Promise<Data> => {
    const { id } = output;
    switch (step.key) {
      case 'create_task':
        return sandbox.api(`/v1/ws/101/Tasks/${id}`);
      case 'create_rights_request':
        return sandbox.api(`/v1/ws/101/DataSubjectRequests/${id}`);
      case 'attach_actor_to_processing': {
        const links = await sandbox.api<Data[]>(
          `/v1/ws/101/DataProcessings/recipients/${output.actorId}`,
        );
        const link = links.find((one) => one.id === id);
        return { ...link, actorId: output.actorId, dataProcessingId: output.dataProcessingId };
      }
      default:
        return sandbox.api(`/v1/ws/101/actors/${id}`);
    }
  };

  /** Compares what was filled in with what Dastra holds, each in the form that Dastra gives it. */
  const expectArrived = (input: Data, held: Data) => {
    // What steers the step, and is no part of the record.
    const { workspaceId: _w, match: _m, returnExisting: _r, ...record } = input;
    for (const [name, value] of Object.entries(record)) {
      const isDate = /^\d{4}-\d\d-\d\dT/.test(String(value));
      const found = held[name] ?? (held[name.replace(/Id$/, '')] as Data | undefined)?.id;
      const arrived = isDate
        ? new Date(`${String(found).replace(/Z$/, '')}Z`).getTime()
        : String(found);
      expect([name, arrived]).toEqual([
        name,
        isDate ? new Date(String(value)).getTime() : String(value),
      ]);
    }
  };

  const runs = catalogue.flatMap((template) =>
    LANGUAGES.map((language) => ({ id: template.id, language, template })),
  );

  const run = async (template: Template, language: Language) => {
    const outputs: Data[] = [];
    for (const [index, step] of template.steps.entries()) {
      if (index === 0) {
        outputs.push(step.app === DASTRA ? await started(step) : sampleOf(own, step));
        continue;
      }
      const input = inputOf(step, outputs, language);
      for (const [name, text] of Object.entries(step.map)) {
        // A pill that is empty here would leave its field empty in the user's Zap.
        expect([name, fill(textIn(language, text), outputs)]).toEqual([
          name,
          expect.stringMatching(/\S/),
        ]);
      }
      if (step.app !== DASTRA) {
        const fields = fieldsOfStep(own, step);
        expect(Object.keys(fields)).toEqual(expect.arrayContaining(Object.keys(input)));
        outputs.push(sampleOf(own, step));
        continue;
      }
      const output = await runOurs(step, input);
      outputs.push(output);
      if (step.kind !== 'search') expectArrived(input, await heldOf(step, output));
    }
    return outputs;
  };

  it.each(runs)('$id ($language): the records arrive as mapped', async ({ template, language }) => {
    if (template.id.startsWith('tasks-about-actors')) {
      await sandbox.run('create_actor', {
        workspaceId: WORKSPACE,
        actorType: 'Morale',
        companyName: 'Hélianthe Paie',
        email: 'dpo@helianthe.example.com',
      });
    }
    await run(template, language);
  });

  it('links the task to the request that the reply is about', async () => {
    const template = catalogue.find(({ id }) => id.startsWith('trello-cards-and-gmail'));
    if (!template) throw new Error('The template is gone.');
    const [request, task] = await run(template, 'en');
    expect(task).toMatchObject({ objectType: 'DataSubject', objectId: request?.id });
  });

  it('opens one request for an entry that comes twice, and adds a known actor once', async () => {
    for (const id of [
      'rights-requests-for-new-typeform-entries',
      'actors-for-new-hubspot-contacts',
    ]) {
      const template = catalogue.find((one) => one.id === id);
      if (!template) throw new Error('The template is gone.');
      const [, first] = await run(template, 'en');
      const [, again] = await run(template, 'en');
      expect([id, again?.id]).toEqual([id, first?.id]);
    }
  });

  it('finds an actor that a template has attached already', async () => {
    const template = catalogue.find(({ id }) => id.startsWith('attached-actors'));
    if (!template) throw new Error('The template is gone.');
    expect((await run(template, 'en'))[2]).toMatchObject({ alreadyAttached: false });
    expect((await run(template, 'en'))[2]).toMatchObject({ alreadyAttached: true });
  });
});
