/** Whether an operation costs more in a large workspace: its calls, and its time in the sandbox. */
import { remoteOf } from '../sandbox/remote.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';
import { startZapier } from '../tools/zapier.ts';
import { type Figure, type Line, progress } from './measure.ts';

const inputData = { workspaceId: '101' };

/** Each operation whose cost could depend on the number of records. */
const OPERATIONS: [what: string, operation: string, inputData: object][] = [
  ['Find Actor', 'searches.find_actor', { ...inputData, email: 'contact@helianthe.example.com' }],
  ['Find Actor, none', 'searches.find_actor', { ...inputData, email: 'nobody@example.com' }],
  [
    'Find Actor, no such person',
    'searches.find_actor',
    { ...inputData, givenName: 'No', familyName: 'Body' },
  ],
  [
    'Create Rights Request that may exist',
    'creates.create_rights_request',
    {
      ...inputData,
      title: 'Access request',
      purposes: ['Access'],
      locale: 'fr',
      areaId: '201',
      email: 'anna@one.example',
      refId: 'CRM-1',
      returnExisting: true,
    },
  ],
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

type Zapier = Awaited<ReturnType<typeof startZapier>>;

const costIn = async (
  sandbox: Sandbox,
  zapier: Zapier,
  operation: string,
  input: object,
): Promise<{ calls: Figure; time: Figure }> => {
  process.env.DASTRA_API_URL = sandbox.url;
  const remote = remoteOf(sandbox);
  await remote.forget('requests');
  const isHook = operation.startsWith('triggers.new_');
  const begin = performance.now();
  await zapier.run(`${operation}.operation.${isHook ? 'performList' : 'perform'}`, {
    authData: { apiKey: sandbox.apiKey },
    inputData: { ...input },
  });
  const time = { value: performance.now() - begin, unit: 'ms' };
  const calls = await remote.calls();
  return { calls: { value: calls.length, unit: 'calls' }, time };
};

/** @param records how many of each kind the large workspace holds */
export const benchGrowth = async (app: object, records: number): Promise<Line[]> => {
  progress(`Filling a workspace with ${records} records of each kind`);
  const small = await startSandbox();
  const large = await startSandbox({ records });
  const zapier = await startZapier(app);
  const lines: Line[] = [];
  try {
    for (const [what, operation, input] of OPERATIONS) {
      progress(`${what}, with ${records} records of each kind`);
      const few = await costIn(small, zapier, operation, input);
      const many = await costIn(large, zapier, operation, input);
      lines.push({
        what: `${what}, ${records} records`,
        measured: [many.calls, many.time],
        baseline: { what: 'a few records', measured: [few.calls, few.time] },
        goal: few.calls,
        met: many.calls.value <= few.calls.value,
      });
    }
    return lines;
  } finally {
    await zapier.close();
    await large.close();
    await small.close();
  }
};
