import { definition } from '../../tools/definition.ts';
import { useSandbox } from '../support/sandbox.ts';

const organization = { workspaceId: '101', actorType: 'Morale', companyName: 'Lumeo' };
const person = { workspaceId: '101', actorType: 'Physical', familyName: 'Moreau' };

/** Values as a Zap may hold them, and what Dastra must get for them. */
const fields: Record<string, { given: unknown; sent: Record<string, unknown> }> = {
  immatriculationNumber: { given: 123456, sent: { immatriculationNumber: '123456' } },
  tagIds: {
    given: ['307'],
    sent: { tags: [{ id: 307, label: 'Fournisseur clé', type: 'Actor', color: '#2C3E50' }] },
  },
  customFields: { given: { '32_bool': false }, sent: { customFields: { '32_bool': false } } },
  dpaSignatureDate: { given: '2026-01-31', sent: { dpaSignatureDate: '2026-01-31T00:00:00Z' } },
};

const keysFor = (inputData: object) =>
  definition
    .operation('create_actor')
    .fieldsFor(inputData)
    .map(({ key }) => key);

describe('Create Actor', () => {
  const sandbox = useSandbox();

  it('shows the fields of an organization or of a person by the type', () => {
    const ofOrganization = keysFor({ actorType: 'Morale' });
    const ofPerson = keysFor({ actorType: 'Physical' });
    expect(ofOrganization).not.toContain('familyName');
    expect(ofOrganization).toContain('contactName');
    expect(ofPerson).toEqual(expect.arrayContaining(['givenName', 'familyName', 'companyName']));
    expect(ofPerson).not.toContain('immatriculationNumber');
    const companyName = definition
      .operation('create_actor')
      .fieldsFor({ actorType: 'Morale' })
      .find(({ key }) => key === 'companyName');
    expect(companyName).toMatchObject({ required: true });
  });

  it.each(Object.entries(fields))('sends %s as Dastra takes it', async (key, { given, sent }) => {
    await sandbox.run('create_actor', { ...organization, [key]: given });
    const posts = (await sandbox.calls()).filter((call) => call.method === 'POST');
    expect(posts).toMatchObject([{ path: '/v1/ws/101/Actors', status: 200, body: sent }]);
  });

  it('returns every value of the actor in one call', async () => {
    const created = await sandbox.run('create_actor', {
      ...organization,
      email: 'dpo@lumeo.example.com',
      phoneNumber: '+33 1 99',
      countryCode: 'FR',
      vendorType: 'B2B',
      dpaSignatureDate: '2026-01-31',
      customFields: { '31_text': 'F-1' },
    });
    expect(await sandbox.calls()).toHaveLength(1);
    expect(created).toMatchObject({
      id: expect.stringMatching(/^\d+$/),
      displayName: 'Lumeo',
      actorType: 'Morale',
      companyName: 'Lumeo',
      email: 'dpo@lumeo.example.com',
      phoneNumber: '+33 1 99',
      countryCode: 'FR',
      vendorType: 'B2B',
      dpaSignatureDate: '2026-01-31T00:00:00.000Z',
      dateCreation: expect.stringMatching(/Z$/),
      nbReferences: 0,
      tags: [],
      recipients: [],
      customFields: { '31_text': 'F-1' },
      creator: { displayName: 'Brumelune API' },
    });
  });

  it.each([
    ['an organization without name', { actorType: 'Morale' }, 'Fill in Organization Name.'],
    [
      'a person without names',
      { actorType: 'Physical' },
      'Last Name is missing. A person needs a first name or a last name.',
    ],
    ['no type', { companyName: 'Lumeo' }, 'Fill in Actor Type.'],
  ])('refuses %s before any call', async (_what, input, message) => {
    const failure = await sandbox.failure('create_actor', { workspaceId: '101', ...input });
    expect(failure).toContain(`HaltedError: ${message}`);
    expect(await sandbox.calls()).toEqual([]);
  });

  it('does not send what the form of an organization held before it became one of a person', async () => {
    await sandbox.run('create_actor', {
      ...person,
      actorType: 'person',
      contactName: 'Inès',
      contactPosition: 'DPO',
      immatriculationNumber: '123',
    });
    const [post] = await sandbox.calls();
    expect(post?.body).toEqual({ actorType: 'Physical', familyName: 'Moreau' });
  });

  it('does not send what the form of a person held before it became one of an organization', async () => {
    await sandbox.run('create_actor', { ...organization, givenName: 'Léa', familyName: 'Moreau' });
    const [post] = await sandbox.calls();
    expect(post?.body).toEqual({ actorType: 'Morale', companyName: 'Lumeo' });
  });

  it.each([
    ['midnight in Paris', '2026-03-05T00:00:00+01:00'],
    ['midnight in New York', '2026-03-05T00:00:00-05:00'],
    ['an evening in Auckland', '2026-03-05 23:30 +1300'],
    ['a day alone', '2026-03-05'],
  ])('keeps the day of a signature that is given as %s', async (_what, dpaSignatureDate) => {
    await sandbox.run('create_actor', { ...organization, dpaSignatureDate });
    const [post] = await sandbox.calls();
    expect(post?.body).toMatchObject({ dpaSignatureDate: '2026-03-05T00:00:00Z' });
  });

  it('names the custom fields that Dastra dropped, and takes names with blanks around them', async () => {
    const created = await sandbox.run('create_actor', {
      ...organization,
      customFields: { ' 31_text ': 'x', '31_txet': 'y' },
    });
    expect(created.customFields).toEqual({ '31_text': 'x' });
    expect(created.ignoredCustomFields).toEqual(['31_txet']);
  });

  it('sends an email without blanks and line breaks around it', async () => {
    await sandbox.run('create_actor', { ...organization, email: ' A@B.example\r\n' });
    const [post] = await sandbox.calls();
    expect(post?.body).toMatchObject({ email: 'A@B.example' });
  });

  it('takes the type by its label', async () => {
    const created = await sandbox.run('create_actor', {
      ...organization,
      actorType: 'Organization',
    });
    expect(created.actorType).toBe('Morale');
  });
});
