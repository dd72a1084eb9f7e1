/** How the calls to Dastra are kept few; how many there are, test/generated/calls.test.ts tells. */
import { endpointFor } from '../contract/endpoints.ts';
import app from '../index.ts';
import { CALLS_A_MINUTE } from '../src/dastra/client.ts';
import { MOST_CALLS } from '../src/zapier/throttle.ts';
import { changed, documentOf } from './contract/official.ts';
import { operationOf, useSandbox } from './support/sandbox.ts';
import { DROPDOWNS } from './support/scenarios.ts';

const workspaceId = '101';
const document = documentOf(changed(() => {}));

/** Whether Dastra's document offers to select the fields of what a call lists. */
const offersSelect = (path: string) => {
  const template = endpointFor('GET', path)?.path ?? '';
  const parameters = document.operation('GET', template)?.parameters ?? [];
  return parameters.some(({ name }) => name.toLowerCase() === 'select');
};

describe('The calls to Dastra', () => {
  const sandbox = useSandbox();

  it.each(DROPDOWNS)(
    'ask for no more fields than $name shows, where Dastra offers it',
    async (one) => {
      await sandbox.run(one.key, { workspaceId, ...one.input });
      const { path = '', query = {} } = (await sandbox.calls()).at(-1) ?? {};
      expect(query.select !== undefined).toBe(offersSelect(path));
    },
  );

  it('are held back by Zapier in one limit for all searches and actions', () => {
    const limit = Math.floor(CALLS_A_MINUTE / MOST_CALLS);
    expect(app.throttle).toEqual({ window: 60, limit, scope: ['auth'] });
    for (const key of [...Object.keys(app.creates ?? {}), ...Object.keys(app.searches ?? {})]) {
      expect(operationOf(key)).not.toHaveProperty('throttle');
    }
  });
});

describe('A burst past the limit of Dastra', () => {
  const sandbox = useSandbox();
  const { now } = Date;
  afterEach(() => {
    Date.now = now;
  });

  it('ends in successes and in errors that say when to try again, and loses and doubles nothing', async () => {
    const labels = Array.from({ length: 600 }, (_, index) => `Task ${index}`);
    const create = (label: string) =>
      sandbox.run('create_task', { workspaceId, label, areaId: '201' }).then(
        () => undefined,
        (error: Error) => ({ label, error }),
      );
    // The minute begins with the first call.
    const begin = now();
    Date.now = () => begin + 10_000;
    const outcomes = [];
    for (const label of labels) outcomes.push(await create(label));
    const refused = outcomes.filter((outcome) => outcome !== undefined);
    expect(refused).toHaveLength(100);
    for (const { error } of refused) {
      expect(error.name).toBe('ThrottledError');
      expect(JSON.parse(error.message)).toMatchObject({ delay: 60 });
    }
    Date.now = () => begin + 70_000;
    const again = [];
    for (const { label } of refused) again.push(await create(label));
    expect(again.filter((outcome) => outcome !== undefined)).toEqual([]);
    const found = new Map<string, number>();
    for (const page of [1, 2]) {
      const { items } = await sandbox.api<{ items: { label: string }[] }>(
        `/v1/ws/101/Tasks?size=500&page=${page}&includeChildren=true`,
      );
      for (const { label } of items) found.set(label, (found.get(label) ?? 0) + 1);
    }
    expect(labels.filter((label) => found.get(label) !== 1)).toEqual([]);
  }, 60_000);
});
