import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { readGreeting } from '../../sandbox/remote.ts';

const main = fileURLToPath(new URL('../../sandbox/main.ts', import.meta.url));

function run(...args: string[]) {
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return { child, out: text(child.stdout), err: text(child.stderr) };
}

async function exitCode(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
}

it.each(['SIGINT', 'SIGTERM'] as const)(
  'prints one line, serves, and ends on %s',
  async (signal) => {
    const { child, out, err } = run('--port', '0');
    const [line] = await once(child.stdout, 'data');
    const { url, apiKey } = readGreeting(String(line));
    expect([url, apiKey]).toEqual([
      expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      'sandbox-key',
    ]);
    const response = await fetch(`${url}/me`, { headers: { 'x-api-key': 'sandbox-key' } });
    expect(response.status).toBe(200);
    child.kill(signal);
    expect(await exitCode(child)).toBe(0);
    expect(await out).toBe(String(line));
    expect(await err).toBe('');
  },
);

it('fills the first workspace with as many records as asked', async () => {
  const { child } = run('--port', '0', '--records', '50');
  const [line] = await once(child.stdout, 'data');
  const { url } = readGreeting(String(line));
  const total = async (list: string) => {
    const headers = { 'x-api-key': 'sandbox-key' };
    const response = await fetch(`${url}/v1/ws/101/${list}?size=1`, { headers });
    return ((await response.json()) as { total: number }).total;
  };
  const before = { Actors: 12, DataProcessings: 7, Tasks: 4, DataSubjectRequests: 5 };
  for (const [list, seeded] of Object.entries(before)) {
    expect([list, await total(list)]).toEqual([list, seeded + 50]);
  }
  child.kill('SIGTERM');
  expect(await exitCode(child)).toBe(0);
});

it('ends at once though a call is waiting', async () => {
  const { child } = run('--port', '0');
  const [line] = await once(child.stdout, 'data');
  const { url } = readGreeting(String(line));
  await fetch(`${url}/_sandbox/faults`, {
    method: 'POST',
    body: JSON.stringify({ path: '/me', latencyMs: 60_000 }),
    headers: { 'content-type': 'application/json' },
  });
  const waiting = fetch(`${url}/me`).catch(() => 'ended');
  let arrived = '[]';
  while (arrived === '[]') arrived = await (await fetch(`${url}/_sandbox/requests`)).text();
  child.kill('SIGTERM');
  expect(await exitCode(child)).toBe(0);
  await waiting;
});

it.each([
  [['--port', 'x'], "--port takes a number from 0 to 65535, not 'x'"],
  [['--port', '70000'], '--port takes a number'],
  [['--records', '-1'], '--records'],
  [['--records', '2000000'], '--records takes a number from 0 to 1000000'],
  [['--prot', '1'], "Unknown option '--prot'"],
])('%j fails with a reason', async (args, reason) => {
  const { child, out, err } = run(...args);
  expect(await exitCode(child)).toBe(1);
  expect(await err).toContain(reason);
  expect(await out).toBe('');
});

it('a port in use fails with a reason', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { child, err } = run('--port', String(port));
  expect(await exitCode(child)).toBe(1);
  expect(await err).toContain('This port is in use');
  taken.close();
});
