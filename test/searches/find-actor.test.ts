import { useDetour } from '../support/detour.ts';
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

  it.each([
    ['decomposed accents', 'He\u0301lianthe Paie'],
    ['a doubled blank', 'Hélianthe  Paie'],
    ['a no-break blank', 'Hélianthe\u00a0Paie'],
    ['all of them, and blanks around', '\u2003HE\u0301LIANTHE \u202fPAIE\n'],
  ])('finds an organization that is searched for with %s', async (_what, companyName) => {
    expect(await ids({ companyName })).toEqual(['1001']);
    expect(await sandbox.calls()).toHaveLength(1);
  });

  it('finds again what was created with decomposed accents, so that it is not created twice', async () => {
    const companyName = 'Crème\u00a0 de l’Été'.normalize('NFD');
    const created = await sandbox.run('create_actor', {
      ...inWorkspace,
      actorType: 'Morale',
      companyName,
    });
    expect(created.companyName).toBe(companyName);
    expect(await ids({ companyName })).toEqual([created.id]);
  });

  it('puts the lowest ID first when several match', async () => {
    expect(await ids({ email: 'shared@rivages.example.org' })).toEqual(['1006', '1007']);
  });

  it('puts the one of the given name first when several share an email', async () => {
    const email = 'shared@rivages.example.org';
    const [, second] = await find({ email });
    expect(second).toMatchObject({ id: '1007', companyName: expect.any(String) });
    const { companyName } = second as unknown as { companyName: string };
    expect(await ids({ email, companyName: ` ${companyName.toUpperCase()}` })).toEqual([
      '1007',
      '1006',
    ]);
    expect(await ids({ email, companyName: 'Neither' })).toEqual(['1006', '1007']);
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

  it('gives nothing where Dastra refuses the filter, once it has read all actors', async () => {
    await sandbox.control('faults', { path: '/v1/ws/101/Actors', status: 400 });
    expect(await ids({ email: 'nobody@example.com' })).toEqual([]);
    expect(await sandbox.calls()).toHaveLength(3);
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
    ['no criterion', {}, 'Email: Enter an Email, an Organization Name, or a First and Last Name.'],
    ['only blanks', { email: ' ', companyName: '' }, 'Email: Enter an Email'],
    [
      'an ID and an email',
      { actorId: '1001', email: 'a@example.com' },
      'Actor: Leave the other fields blank',
    ],
    [
      'an organization and a name',
      { companyName: 'A', familyName: 'B' },
      "Organization Name: Search by Organization Name or by a person's name, not both",
    ],
    [
      'a person by organization',
      { actorType: 'Physical', companyName: 'A' },
      'Last Name: Enter an Email, or a First and Last Name.',
    ],
    ['an ID that is none', { actorId: '10/01' }, 'Actor: Choose it from the list'],
  ])('says what to do about %s, before any call', async (_what, input, message) => {
    expect(await sandbox.failure('find_actor', { ...inWorkspace, ...input })).toContain(
      `HaltedError: ${message}`,
    );
    expect(await sandbox.calls()).toEqual([]);
  });

  it('gives the same record as the creation and how many there are, so that Find or Create has one shape', async () => {
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
    expect(await find(input)).toEqual([{ ...created, numberOfMatches: 1 }]);
    expect(await sandbox.calls()).toHaveLength(4);
  });
});

describe('Find Actor in a large workspace', () => {
  const sandbox = useSandbox({ records: 1100 });
  const detour = useDetour(sandbox);
  const find = (input: object) =>
    sandbox.run<{ id: string }[]>('find_actor', { ...inWorkspace, ...input });
  const ids = async (input: object) => (await find(input)).map(({ id }) => id);
  const without =
    (...names: string[]) =>
    (url: URL) => {
      for (const name of names) url.searchParams.delete(name);
      return undefined;
    };

  it('finds by full text where Dastra ignores the filter', async () => {
    await detour(without('filters'));
    expect(await ids({ email: 'supplier1090@example.com' })).toEqual(['1001090']);
    expect(await sandbox.calls()).toHaveLength(2);
  });

  it('reads on where Dastra ignores the filter and the full text', async () => {
    await detour(without('filters', 'q'));
    expect(await ids({ email: 'supplier900@example.com' })).toEqual(['1000900']);
    expect(await sandbox.calls()).toHaveLength(4);
  });

  it.each([
    ['ignores the filter', without('filters')],
    ['refuses it', (url: URL) => (url.searchParams.has('filters') ? 400 : undefined)],
  ])(
    'does not say that there is no such actor where Dastra %s and there are too many to read',
    async (_what, change) => {
      await detour(change);
      expect(
        await sandbox.failure('find_actor', { ...inWorkspace, email: 'nobody@example.com' }),
      ).toBe(
        'AppError: We could not find an actor by this value in workspace 101 for sure: Dastra did not filter its list, which is too long to read in full. Nothing was created. Look in Dastra, then map an ID in this step, or turn off what looks for duplicates.',
      );
      expect((await sandbox.calls()).length).toBeLessThanOrEqual(4);
    },
  );
});
