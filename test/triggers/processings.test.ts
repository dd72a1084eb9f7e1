import { useSandbox } from '../support/sandbox.ts';
import { event, webhook } from '../support/webhooks.ts';

const PATH = '/v1/ws/101/DataProcessings';
const id = (number: number) => `00000101-0001-4000-8000-00000000000${number}`;
const inWorkspace = { workspaceId: '101' };

describe.each([
  ['processing_published', 'ProcessingPublished', [2, 1]],
  ['new_processing', 'ProcessingCreation', [2, 1]],
])('%s', (key, name, ofUnit) => {
  const sandbox = useSandbox();
  const perform = (hook: object, filters: object = {}) =>
    sandbox.run<{ id: string }[]>(key, { ...inWorkspace, ...filters }, hook);
  const list = (filters: object = {}) =>
    sandbox.run<{ id: string }[]>(key, { ...inWorkspace, ...filters }, { method: 'performList' });

  it('makes of a signed webhook the same record as the list, without any call', async () => {
    const whole = await sandbox.api(`${PATH}/${id(3)}`);
    const before = (await sandbox.calls()).length;
    const records = await perform(webhook(event(name, whole)));
    expect(await sandbox.calls()).toHaveLength(before);
    expect(records).toEqual((await list()).filter((one) => one.id === id(3)));
    expect(records).toMatchObject([{ workflowStep: { label: 'Published' }, ownerId: '14' }]);
  });

  it('lists those of a unit, the newest first, none that is archived', async () => {
    const listed = await list({ areaId: '203' });
    expect(listed.map((found) => found.id)).toEqual(ofUnit.map(id));
  });

  it('reads one whose webhook is light, or not signed', async () => {
    const light = await perform(webhook(event(name, { id: id(2) })));
    expect(light).toMatchObject([{ label: 'Recrutement' }]);
    const forged = { id: id(1), label: 'Forged', area: { id: 203 } };
    const records = await perform(webhook(event(name, forged), { signature: false }));
    expect(records).toMatchObject([{ label: 'Gestion de la paie' }]);
  });
});

describe('Processing Published', () => {
  const sandbox = useSandbox();
  const run = (input: object, more: object) =>
    sandbox.run<{ id: string }[]>('processing_published', { ...inWorkspace, ...input }, more);
  const hookAt = async (date: string, number = 1) =>
    webhook(event('ProcessingPublished', await sandbox.api(`${PATH}/${id(number)}`), date));

  it('lists what is published only', async () => {
    const listed = await run({}, { method: 'performList' });
    expect(listed.map((found) => found.id)).not.toContain(id(7));
    expect(listed).toHaveLength(6);
  });

  it('lets a processing pass by its tags', async () => {
    expect(await run({ tagIds: ['301'] }, await hookAt('2026-11-24T10:00:00', 1))).toHaveLength(1);
    expect(await run({ tagIds: ['301'] }, await hookAt('2026-11-24T10:00:01', 2))).toHaveLength(0);
    const listed = await run({ tagIds: ['301'] }, { method: 'performList' });
    expect(listed.map((found) => found.id)).toEqual([id(1)]);
  });

  it('starts the Zap each time that a processing is published', async () => {
    expect(await run({}, await hookAt('2026-11-24T10:00:00'))).toHaveLength(1);
    expect(await run({}, await hookAt('2026-11-24T10:00:00'))).toHaveLength(0);
    expect(await run({}, await hookAt('2026-11-24T18:00:00'))).toHaveLength(1);
  });
});

describe('New Processing', () => {
  const sandbox = useSandbox();

  it('lets a processing pass by its type', async () => {
    const run = (input: object, more: object) =>
      sandbox.run<{ id: string }[]>('new_processing', { ...inWorkspace, ...input }, more);
    const hook = webhook(event('ProcessingCreation', await sandbox.api(`${PATH}/${id(6)}`)));
    expect(await run({ processingType: 'Default' }, hook)).toEqual([]);
    expect(await run({ processingType: 'Vendor' }, hook)).toHaveLength(1);
    const listed = await run({ processingType: 'Vendor' }, { method: 'performList' });
    expect(listed.map((found) => found.id)).toEqual([id(6)]);
  });
});
