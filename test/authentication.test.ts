import { useSandbox } from './support/sandbox.ts';

describe('The connection', () => {
  const sandbox = useSandbox();
  const test = (apiKey: string | undefined) =>
    sandbox.call<object>('authentication.test', { authData: { apiKey } });
  const label = async (apiKey = 'sandbox-key') =>
    sandbox.call<string>('authentication.connectionLabel', { inputData: await test(apiKey) });
  const failure = (apiKey: string | undefined) =>
    test(apiKey).then(
      () => 'It passed.',
      (error: Error) => error.message,
    );

  it('names the key and how many workspaces it reaches', async () => {
    expect(await label()).toBe('Brumelune API (user19@brumelune.example.com), 2 workspaces');
    expect((await sandbox.calls()).map(({ path }) => path)).toEqual(['/me', '/v1/WorkSpaces']);
  });

  it('counts all workspaces that one answer can hold, not a few of them', async () => {
    await label();
    const list = (await sandbox.calls()).find(({ path }) => path === '/v1/WorkSpaces');
    expect(list).toMatchObject({ query: { size: '500' } });
  });

  it('takes a key that was copied with blanks', async () => {
    expect(await label(' sandbox-key\n')).toContain('Brumelune API');
  });

  it.each([
    [{}, 'API key, 2 workspaces'],
    [[], 'API key, 2 workspaces'],
    [[{ displayName: 'x' }], 'API key, 2 workspaces'],
    [null, 'API key, 2 workspaces'],
    ['text', 'API key, 2 workspaces'],
    [{ displayName: null, email: 'key@example.com' }, 'key@example.com, 2 workspaces'],
    [{ displayName: 'Claire', email: { x: 1 } }, 'Claire, 2 workspaces'],
    [{ displayName: 42 }, '42, 2 workspaces'],
  ])('survives %j from /me', async (body, expected) => {
    await sandbox.control('faults', { path: '/me', body });
    expect(await label()).toBe(expected);
  });

  it.each([
    ['an empty answer', { status: 200, body: '' }],
    ['plain text', { status: 200, body: 'ok', headers: { 'content-type': 'text/plain' } }],
  ])('survives %s from /me', async (_what, fault) => {
    await sandbox.control('faults', { path: '/me', ...fault });
    expect(await label()).toBe('API key, 2 workspaces');
  });

  it('is no proof of a key if a proxy answers with its login page', async () => {
    const body = '<!doctype html><title>Sign in</title>';
    await sandbox.control('faults', {
      path: '/me',
      status: 200,
      body,
      headers: { 'content-type': 'text/html' },
    });
    expect(await failure('sandbox-key')).toContain('could not be understood');
  });

  it.each([
    [403, 'check its permissions'],
    [404, 'contact Dastra support'],
  ])('says of %i what to do, and nothing of workspaces or steps', async (status, words) => {
    await sandbox.control('faults', { path: '/me', status });
    const message = await failure('sandbox-key');
    expect(message).toContain(words);
    expect(message).not.toMatch(/workspace|step/i);
  });

  it.each([403, 404, 500])('does not need the list of workspaces (%i)', async (status) => {
    await sandbox.control('faults', { path: '/v1/WorkSpaces', status, times: 3 });
    expect(await label()).toBe('Brumelune API (user19@brumelune.example.com)');
  });

  it('names the workspace of a key that reaches one', async () => {
    await sandbox.control('faults', {
      path: '/v1/WorkSpaces',
      body: { items: [{ id: 5, label: 'Exemplia' }], total: 1 },
    });
    expect(await label()).toBe('Brumelune API (user19@brumelune.example.com), Exemplia');
  });

  it.each(['wrong-key-9f3', 'clé-9f3', 'key-€-9f3', 'a b-9f3', '', undefined])(
    'refuses the key %p with a sentence that says where to get one, and without the key',
    async (key) => {
      const message = await failure(key);
      expect(message).toContain('Dastra refused this API key.');
      expect(message).toContain('https://app.dastra.eu/general-settings/api');
      expect(message).not.toContain('9f3');
    },
  );

  it('asks to connect again when a key is refused later', async () => {
    const message = await sandbox.failure(
      'create_task',
      { workspaceId: '101', label: 'x', areaId: '201' },
      { authData: { apiKey: 'revoked-9f3' } },
    );
    expect(message).toMatch(
      /^ExpiredAuthError: Dastra refused the API key\..*connect your Dastra account again/,
    );
    expect(message).not.toContain('9f3');
  });
});
