/** Whether an operation costs more in a large workspace: its calls, and its time in the sandbox. */
import { startZapier } from '../demo/zapier.ts';
import { startSandbox } from '../sandbox/server.ts';
import { type Line, progress } from './measure.ts';

const inputData = { workspaceId: '101' };

/** Each operation whose cost could depend on the number of records. */
const OPERATIONS: [what: string, method: string, inputData: object][] = [
  ['Find Actor', 'searches.find_actor', { ...inputData, email: 'contact@helianthe.example.com' }],
  ['Find Actor, none', 'searches.find_actor', { ...inputData, email: 'nobody@example.com' }],
  [
    'Attach Actor to Processing',
    'creates.attach_actor_to_processing',
    {
      ...inputData,
      dataProcessingId: '00000101-0001-4000-8000-000000000002',
      actorId: '1012',
      type: 'Recipient',
      recipientType: 'Vendor',
    },
  ],
  ['List of New Rights Request', 'triggers.new_rights_request', inputData],
  ['List of New Task', 'triggers.new_task', inputData],
  ['Drop-down of actors', 'triggers.list_actors', inputData],
  ['Drop-down of processings', 'triggers.list_processings', inputData],
  ['Drop-down of tasks', 'triggers.list_tasks', inputData],
];

interface Cost {
  calls: number;
  milliseconds: number;
}

const costsWith = async (app: object, records: number): Promise<Cost[]> => {
  progress(`Filling a workspace with ${records} records of each kind`);
  const sandbox = await startSandbox({ records });
  const zapier = await startZapier(app);
  process.env.DASTRA_API_URL = sandbox.url;
  const requests = `${sandbox.url}/_sandbox/requests`;
  try {
    const costs: Cost[] = [];
    for (const [what, operation, input] of OPERATIONS) {
      progress(`${what}, with ${records} records of each kind`);
      await fetch(requests, { method: 'DELETE' });
      const isHook = operation.startsWith('triggers.new_');
      const begin = performance.now();
      await zapier.run(`${operation}.operation.${isHook ? 'performList' : 'perform'}`, {
        authData: { apiKey: sandbox.apiKey },
        inputData: { ...input },
      });
      const milliseconds = performance.now() - begin;
      const calls = (await (await fetch(requests)).json()) as unknown[];
      costs.push({ calls: calls.length, milliseconds });
    }
    return costs;
  } finally {
    await zapier.close();
    await sandbox.close();
  }
};

/** @param records how many of each kind the large workspace holds */
export const benchGrowth = async (app: object, records: number): Promise<Line[]> => {
  const small = await costsWith(app, 0);
  const large = await costsWith(app, records);
  const say = (cost: Cost | undefined) =>
    `${cost?.calls} ${cost?.calls === 1 ? 'call' : 'calls'}, ${cost?.milliseconds.toFixed(0)} ms`;
  return OPERATIONS.map(([what], index) => ({
    what: `${what}, ${records} records`,
    measured: say(large[index]),
    baseline: `a few records: ${say(small[index])}`,
    goal: 'as many calls',
    met: large[index]?.calls === small[index]?.calls,
  }));
};
