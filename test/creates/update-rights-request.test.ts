import { useSandbox } from '../support/sandbox.ts';

const KEY = 'update_rights_request';
const request = { workspaceId: '101', requestId: '3004' };
const PATH = '/v1/ws/101/DataSubjectRequests/3004';
const WORKFLOW = '/v1/ws/101/DataSubjectRequests/workflow';

describe('Update Rights Request', () => {
  const sandbox = useSandbox();
  const update = (input: object) => sandbox.run(KEY, { ...request, ...input });
  const failure = (input: object) => sandbox.failure(KEY, { ...request, ...input });
  const writes = async () =>
    (await sandbox.calls())
      .filter(({ method }) => method !== 'GET')
      .map(({ method, path, body }) => ({ method, path, body }));
  const patch = (...changes: [path: string, value: unknown][]) => ({
    method: 'PATCH',
    path: PATH,
    body: changes.map(([path, value]) => ({ op: 'replace', path, value })),
  });

  it('writes what is filled in, and gives the request as it is afterwards', async () => {
    const updated = await update({ operatorId: '14', title: 'New title', complex: '' });
    expect(updated).toMatchObject({ id: '3004', title: 'New title', operatorId: '14' });
    expect(updated.operator).toMatchObject({ displayName: 'Théodule Brasquier' });
    expect(await writes()).toEqual([patch(['/title', 'New title'], ['/operatorId', 14])]);
  });
});
