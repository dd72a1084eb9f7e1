/** Each template, run in both languages: what it maps arrives in Dastra. */
import { catalogue } from '../../templates/catalogue.ts';
import { fill } from '../../templates/pills.ts';
import type { Language, Step } from '../../templates/schema.ts';
import { DASTRA, fieldsOfStep, textIn } from '../../templates/steps.ts';
import { definition } from '../../tools/definition.ts';
import { useSandbox } from '../support/sandbox.ts';
import { type Data, runnerOn, runs } from './running.ts';

describe('Run end to end', () => {
  const sandbox = useSandbox();
  const run = runnerOn(sandbox);

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

  const checked =
    (language: Language) =>
    async ({
      step,
      before,
      input,
      output,
    }: Parameters<NonNullable<Parameters<typeof run>[2]>>[0]) => {
      for (const [name, text] of Object.entries(step.map)) {
        // A pill that is empty here would leave its field empty in the user's Zap.
        const filled = fill(textIn(language, text), before);
        expect([name, filled]).toEqual([name, expect.stringMatching(/\S/)]);
      }
      if (step.app !== DASTRA) {
        const fields = fieldsOfStep(definition.visible, step);
        expect(Object.keys(fields)).toEqual(expect.arrayContaining(Object.keys(input)));
      } else if (step.kind !== 'search') {
        expectArrived(input, await heldOf(step, output));
      }
    };

  it.each(runs)('$id ($language): the records arrive as mapped', async ({ template, language }) => {
    expect.hasAssertions();
    await run(template, language, checked(language));
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
