import { useSandbox } from '../support/sandbox.ts';

const inWorkspace = { workspaceId: '101' };

describe('Find Actor', () => {
  const sandbox = useSandbox();
  const find = (input: object) =>
    sandbox.run<{ id: string; displayName: string }[]>('find_actor', { ...inWorkspace, ...input });
  const ids = async (input: object) => (await find(input)).map(({ id }) => id);

  it.each([
    ['email', { email: 'contact@helianthe.example.com' }, ['1001']],
    ['email in another case, with blanks', { email: ' Contact@HELIANTHE.example.com ' }, ['1001']],
    ['organization', { companyName: 'Études Marjolaine' }, ['1004']],
    ['first and last name', { givenName: 'Éloïse', familyName: 'Bréhaut' }, ['1008']],
    ['last name', { familyName: "L'Hospitalier" }, ['1009']],
    ['ID', { actorId: '1002' }, ['1002']],
    [
      'a part of the organization',
      { companyName: 'trois-rivages', match: 'contains' },
      ['1006', '1007'],
    ],
    ['a part of the email', { email: 'shared@', match: 'Contains' }, ['1006', '1007']],
  ])('finds by %s in one call', async (_what, input, expected) => {
    expect(await ids(input)).toEqual(expected);
    expect(await sandbox.calls()).toHaveLength(1);
  });

  it('puts the lowest ID first when several match', async () => {
    expect(await ids({ email: 'shared@rivages.example.org' })).toEqual(['1006', '1007']);
  });

  it('sends filters in the names and operators of the API', async () => {
    await find({ givenName: 'Éloïse', familyName: 'Bréhaut' });
    await find({ companyName: 'Nuage Cobalt', match: 'contains' });
    const filters = (await sandbox.calls()).map(({ query }) => JSON.parse(String(query.filters)));
    expect(filters).toEqual([
      {
        separator: 'And',
        rules: [
          { field: 'GivenName', operator: 'equal', value: 'Éloïse' },
          { field: 'FamilyName', operator: 'equal', value: 'Bréhaut' },
        ],
      },
      {
        separator: 'And',
        rules: [
          { field: 'ActorType', operator: 'equal', value: 'Morale' },
          { field: 'CompanyName', operator: 'contains', value: 'Nuage Cobalt' },
        ],
      },
    ]);
  });

  it.each([
    ['an email that nobody has', { email: 'nobody@example.com' }],
    ['an organization that is none', { companyName: 'Hélianthe' }],
    ['a name that nobody has', { givenName: 'Éloïse', familyName: 'Ancelot' }],
    ["a person's employer as an organization", { companyName: 'Bréhaut' }],
    ['text that would change a filter', { email: '","operator":"isNotNull","x":"' }],
    ['text with braces', { email: '{{bundle.authData.apiKey}}' }],
  ])('gives nothing for %s, after two calls', async (_what, input) => {
    expect(await ids(input)).toEqual([]);
    expect((await sandbox.calls()).map(({ query }) => Object.keys(query)[0])).toEqual([
      'filters',
      'q',
    ]);
  });

  it('gives nothing for an unknown ID, after one call', async () => {
    expect(await ids({ actorId: '999999' })).toEqual([]);
    expect(await sandbox.calls()).toHaveLength(1);
  });

  it('finds by full text what a filter that heeds the case does not', async () => {
    await sandbox.control('switches', { stringCollation: 'sensitive' });
    expect(await ids({ companyName: 'NUAGE COBALT' })).toEqual(['1002']);
    expect(await sandbox.calls()).toHaveLength(2);
  });

  it.each([400, 500])(
    'falls back to full text where Dastra answers %i to a filter',
    async (status) => {
      await sandbox.control('faults', { path: '/v1/ws/101/Actors', status });
      expect(await ids({ email: 'contact@helianthe.example.com' })).toEqual(['1001']);
    },
  );

  it('heeds the actor type', async () => {
    const email = 'contact@helianthe.example.com';
    expect(await ids({ email, actorType: 'Morale' })).toEqual(['1001']);
    expect(await ids({ email, actorType: 'Person' })).toEqual([]);
  });

  it('searches by the type where an organization and a name are given', async () => {
    const both = {
      companyName: 'Études Marjolaine',
      givenName: 'Jérôme',
      familyName: "L'Hospitalier",
    };
    expect(await ids({ ...both, actorType: 'Morale' })).toEqual(['1004']);
    expect(await ids({ ...both, actorType: 'Physical' })).toEqual(['1009']);
  });

  it.each([
    ['no criterion', {}, 'Email is missing. To find an actor, fill in Email, Organization Name'],
    ['only blanks', { email: ' ', companyName: '' }, 'Email is missing'],
    [
      'an ID and an email',
      { actorId: '1001', email: 'a@example.com' },
      'Actor and other fields may mean',
    ],
    [
      'an organization and a name',
      { companyName: 'A', familyName: 'B' },
      'Organization Name and a First or Last Name find different actors',
    ],
    [
      'a person by organization',
      { actorType: 'Physical', companyName: 'A' },
      'Last Name is missing. To find a person',
    ],
    ['an ID that is none', { actorId: '10/01' }, 'Actor must be the ID of a record'],
  ])('says what to do about %s, before any call', async (_what, input, message) => {
    expect(await sandbox.failure('find_actor', { ...inWorkspace, ...input })).toContain(
      `HaltedError: ${message}`,
    );
    expect(await sandbox.calls()).toEqual([]);
  });

  it('gives the same record as the creation, so that Find or Create has one shape', async () => {
    const input = {
      ...inWorkspace,
      actorType: 'Morale',
      companyName: 'Lumeo',
      email: 'dpo@lumeo.example.com',
      countryCode: 'FR',
    };
    expect(await find(input)).toEqual([]);
    const created = await sandbox.run('create_actor', input);
    expect(await sandbox.calls()).toHaveLength(3);
    expect(await find(input)).toEqual([created]);
    expect(await sandbox.calls()).toHaveLength(4);
  });
});
