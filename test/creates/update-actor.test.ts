import { useSandbox } from '../support/sandbox.ts';

const inWorkspace = { workspaceId: '101' };

describe('Update Actor', () => {
  const sandbox = useSandbox();
  const update = (input: object) =>
    sandbox.run('update_actor', { ...inWorkspace, actorId: '1001', ...input });
  const calls = async () => (await sandbox.calls()).map(({ method }) => method);

  it('changes what is filled in and differs, and nothing else', async () => {
    const updated = await update({
      companyName: 'Hélianthe Paie',
      city: 'Rennes',
      dpaSignatureDate: '2026-01-31',
    });
    expect(updated).toMatchObject({
      displayName: 'Hélianthe Paie',
      email: 'contact@helianthe.example.com',
      city: 'Rennes',
      dpaSignatureDate: '2026-01-31T00:00:00.000Z',
    });
    expect((await sandbox.calls()).map(({ method, body }) => [method, body])).toEqual([
      ['GET', null],
      [
        'PATCH',
        [
          { op: 'replace', path: '/city', value: 'Rennes' },
          { op: 'replace', path: '/dpaSignatureDate', value: '2026-01-31T00:00:00Z' },
        ],
      ],
      ['GET', null],
    ]);
  });

  it('writes nothing where nothing differs', async () => {
    await update({ companyName: 'Hélianthe Paie', countryCode: 'fr', tagIds: ['307'] });
    expect(await calls()).toEqual(['GET']);
  });

  it('renames a person', async () => {
    const updated = await update({ actorId: '1008', familyName: 'Martin' });
    expect(updated).toMatchObject({ displayName: 'Éloïse Martin', actorType: 'Physical' });
  });

  it('keeps the custom fields that it does not name, and lists those that Dastra ignores', async () => {
    const updated = await update({ customFields: { '31_text': 'F-0043', no_such: 'x' } });
    expect(updated).toMatchObject({
      customFields: { '31_text': 'F-0043', '32_bool': true },
      ignoredCustomFields: ['no_such'],
    });
  });

  it('adds tags to those it has', async () => {
    const { tags } = await update({ tagIds: ['308'] });
    expect((tags as { id: string }[]).map(({ id }) => id).sort()).toEqual(['307', '308']);
  });

  it('clears the fields that are named, and no other', async () => {
    const updated = await update({ fieldsToClear: ['City', 'DPA Signed On'] });
    expect(updated).not.toHaveProperty('city');
    expect(updated).not.toHaveProperty('dpaSignatureDate');
    expect(updated).toMatchObject({ countryCode: 'FR', contactName: 'Odile Perrinaud' });
  });

  it('patches in the other media type where Dastra does not take the first', async () => {
    await sandbox.control('switches', { patchMediaTypes: 'json' });
    expect(await update({ city: 'Rennes' })).toMatchObject({ city: 'Rennes' });
  });

  it('says that there is no such actor', async () => {
    expect(
      await sandbox.failure('update_actor', { ...inWorkspace, actorId: '999999', city: 'x' }),
    ).toContain('HaltedError: Dastra has no actor 999999 in workspace 101');
  });
});
