/** That the log of a test is kept and looked through; the verdict falls when the test ends. */
import { leaks } from '../support/leaks.ts';
import { readLog } from '../support/log.ts';
import { useSandbox } from '../support/sandbox.ts';
import { useFaultHarness } from './fault-harness.ts';

const input = { workspaceId: '101', areaId: '204' };
const requestWith = (label: string) =>
  readLog().find((line) => line.startsWith('POST ') && line.includes(label));

describe('The log of a test', () => {
  const sandbox = useSandbox();

  it('holds each request and each error', async () => {
    const label = `Logged ${Math.random()}`;
    await sandbox.run('create_task', { ...input, label });
    expect(requestWith(label)).toContain(`${sandbox.url}/v1/ws/101/Tasks`);
    await sandbox.control('faults', { method: 'POST', path: '*', status: 418 });
    await sandbox.failure('create_task', { ...input, label });
    expect(readLog()).toContainEqual(
      expect.stringMatching(/^Unhandled error: .*create a task.*\(error 418\)/),
    );
  });
});

describe('The log of a resilience test', () => {
  const harness = useFaultHarness();

  it('holds what Zapier gets of a request, with the key censored', async () => {
    const label = `Logged ${Math.random()}`;
    await harness.run('creates.create_task.operation.perform', { inputData: { ...input, label } });
    expect(requestWith(label)).toMatch(/X-API-Key: :censored:/i);
  });
});

describe('A log', () => {
  it.each([
    ['the key in an error', 'Unhandled error: HaltedError: The key sandbox-key is bad.'],
    ['the key in a request', 'GET http://127.0.0.1/me\nX-API-Key: sandbox-key'],
    ['the email of a requester', 'Unhandled error: Error: ysaline@example.org is no address.'],
    ['the email of somebody else', 'Error: a.b@c.example'],
    ['the name of an actor', 'Unhandled error: HaltedError: Nuage Cobalt exists.'],
    ['the name of a requester', 'HaltedError: Hardouillet'],
    ['what a requester asks for', 'HaltedError: Opposition à la prospection is no title.'],
  ])('is refused with %s', (_what, line) => {
    expect(leaks(['Fine.', line])).toEqual([line]);
  });

  it('may hold what the platform logs of requests', () => {
    expect(
      leaks(['POST http://127.0.0.1/v1/ws/101/Actors\n\n{"email":"ysaline@example.org"}']),
    ).toEqual([]);
  });
});
