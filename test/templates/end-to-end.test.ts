/** Each template, run in both languages: what it maps arrives in Dastra. */
import { catalogue } from '../../templates/catalogue.ts';
import { fill } from '../../templates/pills.ts';
import type { Language, Step } from '../../templates/schema.ts';
import { DASTRA, fieldsOfStep, textIn } from '../../templates/steps.ts';
import { definition } from '../../tools/definition.ts';
import { useSandbox } from '../support/sandbox.ts';
import { type Data, FILE, runnerOn, runs } from './running.ts';

/** Where Dastra has the records that an action makes or changes. */
const FOLDERS = {
  task: 'Tasks',
  rights_request: 'DataSubjectRequests',
  actor: 'actors',
  asset: 'Assets',
  data_breach: 'DataBreachs',
  processing: 'DataProcessings',
  message_to_requester: 'DataSubjectMessages',
};

const folderOf = (key: string): string => {
  const [, folder] = Object.entries(FOLDERS).find(([noun]) => key.endsWith(noun)) ?? [];
  if (!folder) throw new Error(`Where Dastra has what ${key} makes is not known.`);
  return folder;
};

/** A breach as a form fills it in: Dastra has three flags for its nature, and days apart from hours. */
const asFilledIn = ({ access, integrity, availability, ...held }: Data): Data => {
  const momentOf = (name: string) =>
    `${String(held[`${name}Date`]).slice(0, 10)}T${held[`${name}Hour`]}`;
  const flags = { Access: access, Integrity: integrity, Availability: availability };
  const nature = Object.entries(flags).flatMap(([name, isSet]) => (isSet ? [name] : []));
  return {
    ...held,
    nature,
    startDate: momentOf('start'),
    constatationDate: momentOf('constatation'),
  };
};

/** Fields that steer a step, or say which record it is about, and are no part of the record. */
const STEERING = [
  'workspaceId',
  'match',
  'returnExisting',
  'descriptionMode',
  'requestId',
  'taskId',
  'actorId',
  'file',
];

describe('Run end to end', () => {
  const sandbox = useSandbox();
  const run = runnerOn(sandbox);

  /** What Dastra holds of a record that a step made or changed, past the app. */
  const heldOf = async ({ key }: Step, output: Data): Promise<Data> => {
    if (key === 'attach_file_to_rights_request') {
      const files = await sandbox.api<Data[]>(
        `/v1/ws/101/DataSubjectAttachments/${output.userRequestId}`,
      );
      const file = files.find(({ id }) => id === output.id);
      expect(file).toMatchObject({ size: FILE.length });
      return {};
    }
    if (key !== 'attach_actor_to_processing') {
      const held = await sandbox.api<Data>(`/v1/ws/101/${folderOf(String(key))}/${output.id}`);
      return key === 'create_data_breach' ? asFilledIn(held) : held;
    }
    const links = await sandbox.api<Data[]>(
      `/v1/ws/101/DataProcessings/recipients/${output.actorId}`,
    );
    const link = links.find(({ id }) => id === output.id);
    return { ...link, actorId: output.actorId, dataProcessingId: output.dataProcessingId };
  };

  /** Compares what was filled in with what Dastra holds, each in the form that Dastra gives it. */
  const expectArrived = (step: Step, input: Data, held: Data) => {
    const fields = fieldsOfStep(definition.visible, step);
    for (const [name, value] of Object.entries(input)) {
      if (STEERING.includes(name)) continue;
      const found = held[name] ?? (held[name.replace(/Id$/, '')] as Data | undefined)?.id;
      if (/^\d{4}-\d\d-\d\dT/.test(String(value))) {
        const at = new Date(`${String(found).replace(/Z$/, '')}Z`).getTime();
        expect([name, at]).toEqual([name, new Date(String(value)).getTime()]);
        continue;
      }
      // A choice may be named by its label.
      const choices = Object.entries(fields[name]?.choices ?? {});
      const [member = String(value)] = choices.find(([, label]) => label === value) ?? [];
      const isAppended = name === 'description' && input.descriptionMode === 'Append';
      expect([name, String(found)]).toEqual([
        name,
        isAppended ? expect.stringContaining(member) : member,
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
        expectArrived(step, input, await heldOf(step, output));
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
