import { useDetour } from '../support/detour.ts';
import { useSandbox } from '../support/sandbox.ts';

const KEY = 'close_rights_request';
const PATH = '/v1/ws/101/DataSubjectRequests/3004';
const CLOSE = `${PATH}/close`;
const WORKFLOW = '/v1/ws/101/DataSubjectRequests/workflow';
const input = {
  workspaceId: '101',
  requestId: '3004',
  closedReason: 'Not Admissible',
  closedReasonDescription: 'The request is unfounded.',
};
const closed = {
  id: '3004',
  state: 'Closed',
  workFlowStep: { label: 'Closed' },
  closedReason: 'NotAdmissible',
  closedReasonDescription: 'The request is unfounded.',
  dateClosed: expect.stringMatching(/^\d{4}-.*Z$/),
  userNotified: false,
};

describe('Close Rights Request', () => {
  const sandbox = useSandbox();
  const detour = useDetour(sandbox);
  const close = (more: object = {}) => sandbox.run(KEY, { ...input, ...more });
  const failure = () => sandbox.failure(KEY, input);
  const set = (switches: object) => sandbox.control('switches', switches);
  const made = async () =>
    (await sandbox.calls()).map(
      ({ method, path }) => `${method} ${path.replace('/v1/ws/101/', '')}`,
    );
  const BY_CALL = [
    'GET DataSubjectRequests/3004',
    'POST DataSubjectRequests/3004/close',
    'GET DataSubjectRequests/3004',
  ];
  const BY_STEP = [
    'GET DataSubjectRequests/3004',
    'POST DataSubjectRequests/3004/close',
    'PATCH DataSubjectRequests/3004',
    'GET Workflows/DataSubjectRequest',
    'POST DataSubjectRequests/workflow',
    'GET DataSubjectRequests/3004',
  ];
  const state = async () => (await sandbox.api(PATH)).state;

  it('closes with Dastra’s call for it, and gives the request as it is afterwards', async () => {
    expect(await close()).toMatchObject({ ...closed, alreadyClosed: false });
    expect(await made()).toEqual(BY_CALL);
    expect((await sandbox.calls())[1]?.body).toEqual({
      closedReason: 'NotAdmissible',
      closedReasonDescription: 'The request is unfounded.',
      sendNotification: false,
      dateClosed: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    });
  });

  it.each([true, false])('has Dastra notify the requester: %s', async (sendNotification) => {
    expect(await close({ sendNotification })).toMatchObject({ userNotified: sendNotification });
  });

  it('gives back a request that is closed, and changes nothing', async () => {
    const first = await close();
    const calls = (await sandbox.calls()).length;
    const again = await close({ closedReason: 'Duplicate', closedReasonDescription: 'Another.' });
    expect(again).toEqual({ ...first, alreadyClosed: true });
    expect(await sandbox.calls()).toHaveLength(calls + 1);
  });

  it.each([
    ['has no such call', { closeEndpoint: 'absent' }],
    ['demands another body', { closeBody: 'demands-other' }],
  ])('patches and moves to the final step where Dastra %s', async (_what, switches) => {
    await set({ ...switches, rightsRequestType: 'DataSubjectRequest' });
    expect(await close()).toMatchObject({ ...closed, alreadyClosed: false });
    expect(await made()).toEqual(BY_STEP);
    expect((await sandbox.calls())[2]?.body).toMatchObject([
      { op: 'replace', path: '/closedReason', value: 'NotAdmissible' },
      { path: '/closedReasonDescription' },
      { path: '/sendNotification', value: false },
      { path: '/dateClosed' },
    ]);
  });

  it.each([404, 405, 415])('does so where that call ends in %d', async (status) => {
    await set({ rightsRequestType: 'DataSubjectRequest' });
    await sandbox.control('faults', { path: CLOSE, status });
    expect(await close()).toMatchObject(closed);
    expect(await made()).toEqual(BY_STEP);
  });

  it.each([true, false])('tells whether a move to the step sends mail: %s', async (sends) => {
    await set({ closeEndpoint: 'absent', stepSendsMail: sends });
    expect(await close({ sendNotification: 'yes' })).toMatchObject({ userNotified: sends });
  });

  it('finds the final step by requests that are in it where Dastra lists none', async () => {
    await set({ closeEndpoint: 'absent', missingEndpoints: ['Workflows'] });
    expect(await close()).toMatchObject(closed);
  });

  it('writes reason and explanation afterwards where they were lost', async () => {
    await set({ closeBody: 'ignores-ours' });
    expect(await close()).toMatchObject(closed);
    expect(await made()).toEqual([
      ...BY_CALL,
      'PATCH DataSubjectRequests/3004',
      'GET DataSubjectRequests/3004',
    ]);
  });

  it('says so if the reason cannot be written afterwards', async () => {
    await set({ closeBody: 'ignores-ours' });
    await sandbox.control('faults', { method: 'PATCH', path: PATH, status: 403 });
    expect(await failure()).toMatch(/permission to write the reason on the closed rights request/);
  });

  it('passes on what Dastra says of our values, and closes no other way', async () => {
    await sandbox.control('faults', {
      path: CLOSE,
      status: 400,
      body: { errors: { ClosedReason: ['Not for this type'] } },
    });
    expect(await failure()).toBe('HaltedError: Reason: Not for this type.');
    expect(await made()).toEqual(BY_CALL.slice(0, 2));
    expect(await state()).not.toBe('Closed');
  });

  it.each([
    [401, /^ExpiredAuthError: /],
    [403, /^AppError: This API key lacks the permission to close the rights request/],
    [409, /^HaltedError: Dastra could not close the rights request/],
    [429, /^ThrottledError: /],
    [500, /^AppError: Dastra had a problem when asked to close the rights request/],
  ])('tries no other way where the call ends in %d', async (status, message) => {
    await sandbox.control('faults', { path: CLOSE, status });
    expect(await failure()).toMatch(message);
    const writes = (await made()).filter((call) => !call.startsWith('GET'));
    expect(writes).toEqual(['POST DataSubjectRequests/3004/close']);
  });

  it.each([
    ['its call', {}, CLOSE, 'close'],
    ['its step', { closeEndpoint: 'absent' }, WORKFLOW, 'workflow'],
  ])('is done once where the answer to %s is lost', async (_what, switches, path, call) => {
    await set(switches);
    await sandbox.control('faults', { method: 'POST', path, drop: 'after' });
    expect(await close()).toMatchObject({ ...closed, alreadyClosed: false });
    expect((await made()).filter((one) => one.endsWith(call))).toHaveLength(1);
  });

  it.each([
    ['its call', {}, CLOSE],
    ['its step', { closeEndpoint: 'absent' }, WORKFLOW],
  ])('fails so that it can be replayed where %s never arrived', async (_what, switches, path) => {
    await set(switches);
    await sandbox.control('faults', { method: 'POST', path, drop: 'before' });
    expect(await failure()).toMatch(/^AppError: The connection to Dastra was lost/);
    expect(await state()).not.toBe('Closed');
    expect(await close()).toMatchObject({ ...closed, alreadyClosed: false });
  });

  it('fails where Dastra takes the call and leaves the request open', async () => {
    await sandbox.control('faults', { path: CLOSE, body: {} });
    expect(await failure()).toMatch(
      /^HaltedError: Request is still open, .* Close it in Dastra\.$/,
    );
  });

  it('fails where it takes the step and leaves the request open, and says what was saved', async () => {
    await set({ closeEndpoint: 'absent', workflowMoves: 'ignored' });
    expect(await failure()).toMatch(/^HaltedError: Request is still open/);
    await sandbox.control('faults', { path: WORKFLOW, status: 403 });
    expect(await failure()).toMatch(/Already saved: Reason, Explanation, Notify Requester\.$/);
  });

  it('fails where no step is known to close a request', async () => {
    await set({ closeEndpoint: 'absent' });
    await detour(
      () => undefined,
      (body, { pathname }) => (pathname.includes('/Workflows/') ? '[{"id":1,"label":"x"}]' : body),
    );
    expect(await failure()).toMatch(/^AppError: Dastra refused to close the rights request/);
  });
});
