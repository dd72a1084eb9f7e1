import { useDetour } from '../support/detour.ts';
import { useSandbox } from '../support/sandbox.ts';

const inWorkspace = { workspaceId: '101' };

describe('Find User', () => {
  const sandbox = useSandbox();
  const detour = useDetour(sandbox);
  const ids = async (input: object) => {
    const found = await sandbox.run<{ id: string }[]>('find_user', { ...inWorkspace, ...input });
    return found.map(({ id }) => id);
  };

  it.each([
    ['email', { email: 'user14@brumelune.example.com' }, ['14']],
    ['email in another case, with blanks', { email: ' User14@BRUMELUNE.example.com ' }, ['14']],
    ['name', { name: 'Théodule Brasquier' }, ['14']],
    ['name in decomposed accents', { name: 'théodule brasquier'.normalize('NFD') }, ['14']],
    ['email, whatever the name', { email: 'user14@brumelune.example.com', name: 'Nobody' }, ['14']],
  ])('finds by %s in one call', async (_what, input, expected) => {
    expect(await ids(input)).toEqual(expected);
    expect(await sandbox.calls()).toHaveLength(1);
  });

  it('finds by the last name first, once it has read all users', async () => {
    expect(await ids({ name: 'Brasquier Théodule' })).toEqual(['14']);
    expect(await sandbox.calls()).toHaveLength(2);
  });

  it('gives what an assigned task shows of the user', async () => {
    const [user] = await sandbox.run<object[]>('find_user', {
      ...inWorkspace,
      name: 'Maëlle Oursignac',
    });
    expect(user).toMatchObject({
      id: '13',
      displayName: 'Maëlle Oursignac',
      givenName: 'Maëlle',
      familyName: 'Oursignac',
      email: 'user13@brumelune.example.com',
      active: true,
      roleName: 'Admin',
      numberOfMatches: 1,
    });
  });

  it.each([
    ['an email that nobody has', { email: 'nobody@example.com' }],
    ['a name that nobody has', { name: 'Nobody' }],
    ['the key itself, which does no work', { name: 'Brumelune API' }],
    ['a part of a name', { name: 'Brasquier' }],
    ['a part of an email', { email: 'user14@' }],
    ['one who is not active', { email: 'user17@brumelune.example.com' }],
    ['one of another workspace', { workspaceId: '102', email: 'user14@brumelune.example.com' }],
  ])('gives nothing for %s', async (_what, input) => {
    expect(await ids(input)).toEqual([]);
    expect((await sandbox.calls()).length).toBeLessThanOrEqual(2);
  });

  it.each([400, 500])(
    'falls back to full text where Dastra answers %i to a filter',
    async (status) => {
      await sandbox.control('faults', {
        path: '/v1/TenantUsers',
        status,
        times: status === 400 ? 1 : 3,
      });
      expect(await ids({ email: 'user14@brumelune.example.com' })).toEqual(['14']);
    },
  );

  it('reads all users where Dastra ignores both the filter and the full text', async () => {
    await detour((url) => {
      url.searchParams.delete('filters');
      url.searchParams.delete('q');
      return undefined;
    });
    expect(await ids({ email: 'user14@brumelune.example.com' })).toEqual(['14']);
  });

  it.each([
    ['missing', { missingEndpoints: ['TenantUsers'] }],
    ['forbidden', { forbiddenEndpoints: ['TenantUsers'] }],
  ])(
    'finds in the workspace’s own list where the organization’s is %s',
    async (_what, switches) => {
      await sandbox.control('switches', switches);
      expect(await ids({ email: 'user14@brumelune.example.com' })).toEqual(['14']);
      expect(await ids({ name: 'Théodule Brasquier' })).toEqual(['14']);
      expect(await ids({ email: 'user17@brumelune.example.com' })).toEqual([]);
    },
  );

  it('says what to do about an empty form, before any call', async () => {
    expect(await sandbox.failure('find_user', inWorkspace)).toBe(
      'HaltedError: Email is missing. To find a user, fill in Email or Name.',
    );
    expect(await sandbox.calls()).toEqual([]);
  });
});
