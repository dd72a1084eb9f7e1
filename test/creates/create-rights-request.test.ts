import { useDetour } from '../support/detour.ts';
import { useSandbox } from '../support/sandbox.ts';

const required = {
  workspaceId: '101',
  title: 'Access request',
  purposes: ['Access'],
  areaId: '204',
  locale: 'fr',
};

/** Values as a Zap may hold them, and what Dastra must get for them. */
const fields: Record<string, { given: unknown; sent: Record<string, unknown> }> = {
  areaId: { given: 202, sent: { areaId: 202 } },
  message: { given: 'Please send {{it}}.', sent: { message: 'Please send {{it}}.' } },
  phoneNumber: { given: 33199001234, sent: { phoneNumber: '33199001234' } },
  countryCode: { given: 'fr', sent: { countryCode: 'FR' } },
  personCategory: { given: 'Client', sent: { personCategory: 'Client' } },
  returnExisting: { given: 'no', sent: { title: required.title } },
  operatorId: { given: '14', sent: { operatorId: 14 } },
  complex: { given: false, sent: { complex: false } },
  dateDemand: { given: '2026-11-20', sent: { dateDemand: '2026-11-20T00:00:00Z' } },
  tagIds: {
    given: '302,303',
    sent: {
      tags: [
        { id: 302, label: 'Urgent', type: 'DataSubject', color: '#E67E22' },
        { id: 303, label: 'Boutique en ligne', type: 'DataSubject', color: '#2980B9' },
      ],
    },
  },
  userId: { given: 0, sent: { userId: '0' } },
  expiryTime: { given: '2026-12-24 10:00', sent: { expiryTime: '2026-12-24T10:00:00Z' } },
  sendNotification: { given: 'true', sent: { sendNotification: true } },
};

describe('Create Rights Request', () => {
  const sandbox = useSandbox();
  const detour = useDetour(sandbox);

  const sentBody = async () => {
    const posts = (await sandbox.calls()).filter((call) => call.method === 'POST');
    expect(posts.map((call) => [call.path, call.status])).toEqual([
      ['/v1/ws/101/DataSubjectRequests', 200],
    ]);
    return posts[0]?.body;
  };

  it.each(Object.entries(fields))('sends %s as Dastra takes it', async (key, { given, sent }) => {
    await sandbox.run('create_rights_request', { ...required, [key]: given });
    expect(await sentBody()).toMatchObject(sent);
  });

  it('sends only what is filled in, and its channel', async () => {
    await sandbox.run('create_rights_request', { ...required, email: '', tagIds: [] });
    expect(await sentBody()).toEqual({
      title: 'Access request',
      purposes: ['Access'],
      areaId: 204,
      locale: 'fr',
      personCategory: 'Other',
      channel: 'Zapier',
    });
  });

  it('sends the ID of a category of data subjects under its own name', async () => {
    await sandbox.run('create_rights_request', { ...required, personCategory: '501' });
    expect(await sentBody()).toMatchObject({ subjectCategoryId: 501 });
    expect(await sentBody()).not.toHaveProperty('personCategory');
  });

  it('takes request types by their labels', async () => {
    await sandbox.run('create_rights_request', {
      ...required,
      purposes: 'Access (Art. 15), objection (art. 21)',
    });
    expect(await sentBody()).toMatchObject({ purposes: ['Access', 'Opposition'] });
  });

  it.each<[string, unknown]>([
    ['labels in one text of the list', ['Access (Art. 15), Erasure (Art. 17)']],
    ['names in lower case in one text of the list', ['access, erasure']],
    ['names and labels in several texts', ['ACCESS', 'Erasure (art. 17), ']],
  ])('takes request types as %s', async (_what, purposes) => {
    await sandbox.run('create_rights_request', { ...required, purposes });
    expect(await sentBody()).toMatchObject({ purposes: ['Access', 'Erasure'] });
  });

  it('takes request types as one text of a list in the filter of the trigger too', async () => {
    await sandbox.run(
      'new_rights_request',
      { workspaceId: '101', purposes: ['access, Erasure (Art. 17)'] },
      { method: 'performList' },
    );
    const [call] = await sandbox.calls();
    expect(call?.query.purposes).toEqual(['Access', 'Erasure']);
  });

  it('says once what is wrong with several request types', async () => {
    const failure = await sandbox.failure('create_rights_request', {
      ...required,
      purposes: ['Acess, Erasur'],
    });
    expect(failure).toMatch(
      /^HaltedError: Request Types \(items 1 and 2\) must be one of: Access \(Art\. 15\), [^:]+$/,
    );
  });

  it('stores nobody as a prospect who was not said to be one', async () => {
    const created = await sandbox.run('create_rights_request', required);
    expect(created.personCategoryName).toBe('Other');
  });

  it.each([
    ['Client', 'Client', 'Client'],
    ['ParticularPerson', 'Individual', 'Particulier'],
    // The workspace's own, in its own words.
    ['501', 'Clients', 'Clients'],
  ])('gives the category %s back by name', async (personCategory, name, french) => {
    const created = await sandbox.run('create_rights_request', { ...required, personCategory });
    expect(created).toMatchObject({ personCategoryName: name, personCategoryNameFr: french });
  });

  it('gives no category back where the answer holds only what an empty enumeration does', async () => {
    const answer = { id: 1, personCategory: 'Prospect', subjectCategoryId: null };
    await sandbox.control('faults', {
      path: '/v1/ws/101/DataSubjectRequests*',
      body: answer,
      times: 2,
    });
    const created = await sandbox.run('create_rights_request', required);
    expect(created.personCategoryName).toBeUndefined();
  });

  it('sends an email and references without blanks and line breaks around them', async () => {
    await sandbox.run('create_rights_request', {
      ...required,
      email: ' A@B.example\n',
      refId: 'CUST-1\u00a0',
      userId: '\t42 ',
      familyName: ' Moreau ',
    });
    expect(await sentBody()).toMatchObject({
      email: 'A@B.example',
      refId: 'CUST-1',
      userId: '42',
      familyName: ' Moreau ',
    });
  });

  it('takes custom fields by names with blanks around them', async () => {
    const created = await sandbox.run('create_rights_request', {
      ...required,
      customFields: { '13_long ': 'x' },
    });
    expect(created.customFields).toEqual({ '13_long': 'x' });
    expect(created).not.toHaveProperty('ignoredCustomFields');
  });

  it('names the custom fields that Dastra dropped', async () => {
    const created = await sandbox.run('create_rights_request', {
      ...required,
      customFields: { '13_long': 'x', '13_lnog': 'y' },
    });
    expect(created.ignoredCustomFields).toEqual(['13_lnog']);
  });

  it('takes a language as other systems write it, and none that does not exist', async () => {
    await sandbox.run('create_rights_request', { ...required, locale: 'fr_BE' });
    expect(await sentBody()).toMatchObject({ locale: 'fr-BE' });
    const failure = await sandbox.failure('create_rights_request', {
      ...required,
      locale: 'Volapuk-7',
    });
    expect(failure).toBe(
      'HaltedError: Language must be a language, such as French, or its code, such as fr.',
    );
  });

  it('creates, then reads the full record, in two calls', async () => {
    const created = await sandbox.run('create_rights_request', {
      ...required,
      email: 'lea@example.com',
      operatorId: '14',
      tagIds: ['302'],
      complex: true,
      personCategory: '501',
      customFields: { '13_long': 'Carte' },
    });
    const calls = await sandbox.calls();
    expect(calls.map((call) => call.method)).toEqual(['GET', 'POST', 'GET']);
    expect(created).toMatchObject({
      id: expect.stringMatching(/^\d+$/),
      demandId: expect.stringMatching(/^\w{8}$/),
      title: 'Access request',
      purposes: ['Access'],
      state: 'Open',
      channel: 'Zapier',
      locale: 'fr',
      email: 'lea@example.com',
      complex: true,
      archived: false,
      closedReason: 'None',
      remainingDays: 90,
      areaId: '204',
      area: { label: 'Service client' },
      operatorId: '14',
      operator: {
        displayName: 'Théodule Brasquier',
        email: 'user14@brumelune.example.com',
      },
      creator: { displayName: 'Brumelune API' },
      workFlowStep: { label: 'New' },
      subjectCategoryId: '501',
      tags: [{ id: '302', label: 'Urgent' }],
      customFields: { '13_long': 'Carte' },
      expiryTime: expect.stringMatching(/Z$/),
      dateCreation: expect.stringMatching(/Z$/),
    });
  });

  it('needs two calls without tags', async () => {
    await sandbox.run('create_rights_request', required);
    expect(await sandbox.calls()).toHaveLength(2);
  });

  it('is done when only the reading afterwards fails', async () => {
    await sandbox.control('faults', {
      method: 'GET',
      path: '/v1/ws/101/DataSubjectRequests/*',
      status: 500,
      times: 3,
    });
    const created = await sandbox.run('create_rights_request', required);
    expect(created).toMatchObject({ title: 'Access request', areaId: '204' });
    expect(created).not.toHaveProperty('area');
  });

  it('says that it must not be repeated when the answer to the creation is unreadable', async () => {
    await sandbox.control('faults', {
      method: 'POST',
      path: '/v1/ws/101/DataSubjectRequests',
      body: { ID: 5 },
    });
    expect(await sandbox.failure('create_rights_request', required)).toMatch(
      /^HaltedError: .*you would get it twice/,
    );
  });

  it.each([
    ['a missing title', { title: ' ' }, 'Fill in Title.'],
    ['no request type', { purposes: [] }, 'Fill in Request Types.'],
    [
      'an unknown request type',
      { purposes: ['Acess'] },
      'Request Types must be one of: Access (Art. 15)',
    ],
    [
      'no country of this name',
      { countryCode: 'Atlantis' },
      'Country must be a country, such as France, or its code, such as FR.',
    ],
    ['an unknown category', { personCategory: '-7' }, 'Data Subject Category: Choose it from'],
    ['a long email', { email: 'x'.repeat(256) }, 'Email is too long: 256 characters'],
    ['a word for yes or no', { complex: 'perhaps' }, 'Complex Request must be yes or no'],
  ])('refuses %s before any call', async (_what, wrong, message) => {
    const failure = await sandbox.failure('create_rights_request', { ...required, ...wrong });
    expect(failure).toContain(message);
    expect(await sandbox.calls()).toEqual([]);
  });

  it('leaves to Dastra what its documents disagree about', async () => {
    const failure = await sandbox.failure('create_rights_request', {
      ...required,
      givenName: 'x'.repeat(200),
    });
    expect(failure).toMatch(/^HaltedError: First Name: .*180/);
    expect(await sandbox.calls()).toHaveLength(1);
  });

  describe('told to return an existing request', () => {
    const input = {
      ...required,
      email: 'anna@one.example',
      refId: 'CUST-1',
      returnExisting: true,
    };
    const byName = { email: '', givenName: 'Léa', familyName: 'Moreau' };
    const byEmailAndName = { ...byName, email: input.email };
    const requestsOf = async (refId: string) => {
      const { items } = await sandbox.api<{ items: { refId: string }[] }>(
        '/v1/ws/101/DataSubjectRequests?size=500',
      );
      return items.filter((item) => item.refId === refId);
    };

    it('creates one and returns it from then on, without creating', async () => {
      const first = await sandbox.run('create_rights_request', input);
      expect((await sandbox.calls()).map(({ method }) => method)).toEqual(['GET', 'POST', 'GET']);
      const again = await sandbox.run('create_rights_request', { ...input, title: 'Other' });
      expect((await sandbox.calls()).slice(3).map(({ method }) => method)).toEqual(['GET', 'GET']);
      expect(first.alreadyExisted).toBe(false);
      expect(again).toEqual({ ...first, alreadyExisted: true });
      expect(await requestsOf('CUST-1')).toHaveLength(1);
    });

    it('does not take a closed request, or one whose reference is only alike', async () => {
      const similar = { ...input, refId: 'cust-1' };
      await sandbox.run('create_rights_request', similar);
      await sandbox.run('create_rights_request', { ...input, workFlowStepId: '409' });
      await sandbox.run('create_rights_request', input);
      expect(await requestsOf('CUST-1')).toHaveLength(2);
    });

    it('can be replayed after a lost answer: there is one request in the end', async () => {
      await sandbox.control('faults', {
        method: 'POST',
        path: '/v1/ws/101/DataSubjectRequests',
        drop: 'after',
      });
      // An error that Zapier may replay, unlike that of a plain creation.
      expect(await sandbox.failure('create_rights_request', input)).toMatch(/^AppError: /);
      await sandbox.run('create_rights_request', input);
      expect(await requestsOf('CUST-1')).toHaveLength(1);
    });

    it('creates nothing when it cannot look', async () => {
      await sandbox.control('faults', {
        method: 'GET',
        path: '/v1/ws/101/DataSubjectRequests',
        status: 500,
        times: 6,
      });
      expect(await sandbox.failure('create_rights_request', input)).toMatch(/^AppError: /);
      expect((await sandbox.calls()).some(({ method }) => method === 'POST')).toBe(false);
    });

    const create = (more: object) => sandbox.run('create_rights_request', { ...input, ...more });

    it.each<[string, object, object]>([
      ['another right of the same person', {}, { purposes: ['Erasure'] }],
      ['one right more of the same person', {}, { purposes: ['Access', 'Erasure'] }],
      ['another person with an email', {}, { email: 'bruno@two.example' }],
      ['another person by name', byName, { ...byName, givenName: 'Bruno' }],
      ['a person with a name where the other has an email', {}, byName],
      ['a person of whom only half the name is known', byName, { ...byName, givenName: '' }],
      ['nobody in particular', { email: '' }, { email: '' }],
    ])('does not take it for the request of %s', async (_what, first, second) => {
      const one = await create(first);
      const other = await create(second);
      expect(other.id).not.toBe(one.id);
      expect(other.alreadyExisted).toBe(false);
      expect(await requestsOf('CUST-1')).toHaveLength(2);
    });

    it.each<[string, object, object]>([
      ['one of its rights', { purposes: ['Access', 'Erasure'] }, { purposes: ['Erasure'] }],
      ['an email in another case', {}, { email: ' ANNA@One.example ' }],
      ['another name beside the same email', byEmailAndName, { givenName: 'Anne' }],
      ['a name in another form', byName, { ...byName, givenName: 'le\u0301A ' }],
      ['a name alone beside an email', byEmailAndName, byName],
      ['blanks around the reference', {}, { refId: ' CUST-1\u2003' }],
      ['decomposed accents in the reference', { refId: 'é1' }, { refId: 'e\u03011' }],
      ['the same decomposed accents', { refId: 'e\u03011' }, { refId: 'e\u03011' }],
      ['a doubled blank in the reference', { refId: 'A 1' }, { refId: 'A  1' }],
    ])('returns it for the same person and right, with %s', async (_what, first, second) => {
      const one = await create(first);
      expect(await create(second)).toEqual({ ...one, alreadyExisted: true });
    });

    it('may not be replayed after a lost answer where nobody could recognize the request', async () => {
      await sandbox.control('faults', {
        method: 'POST',
        path: '/v1/ws/101/DataSubjectRequests',
        drop: 'after',
      });
      expect(await sandbox.failure('create_rights_request', { ...input, email: '' })).toMatch(
        /^HaltedError: .*you would get it twice/,
      );
    });

    it('says nothing of custom fields that it did not send', async () => {
      const one = await create({});
      const again = await create({ customFields: { '13_long': 'x' } });
      expect(again).toEqual({ ...one, alreadyExisted: true });
    });

    it.each([400, 500])(
      'reads the open requests where Dastra answers %i to a filter by reference',
      async (status) => {
        await detour((url) => (url.searchParams.has('filters') ? status : undefined));
        const one = await create({});
        expect(await create({})).toEqual({ ...one, alreadyExisted: true });
        expect(await requestsOf('CUST-1')).toHaveLength(1);
        const calls = (await sandbox.calls()).filter(({ query }) => query.states !== undefined);
        expect(calls[0]?.query).toMatchObject({ purposes: 'Access', archived: 'false' });
      },
    );

    it('needs a reference', async () => {
      const failure = await sandbox.failure('create_rights_request', { ...input, refId: '' });
      expect(failure).toContain('HaltedError: External Reference is missing.');
      expect(await sandbox.calls()).toEqual([]);
    });
  });
});

describe('Create Rights Request, told to return an existing one in a large workspace', () => {
  const sandbox = useSandbox({ records: 600 });
  const detour = useDetour(sandbox);
  const input = {
    ...required,
    email: 'anna@one.example',
    refId: 'CUST-1',
    returnExisting: true,
  };
  const withoutFilters = (url: URL) => {
    url.searchParams.delete('filters');
    return undefined;
  };

  it('finds it where Dastra ignores the filter', async () => {
    const one = await sandbox.run('create_rights_request', input);
    await detour(withoutFilters);
    const before = (await sandbox.calls()).length;
    expect(await sandbox.run('create_rights_request', input)).toEqual({
      ...one,
      alreadyExisted: true,
    });
    expect((await sandbox.calls()).length - before).toBe(3);
  });

  it('creates no second one where neither a filter nor a page proves that there is none', async () => {
    await detour(withoutFilters);
    expect(await sandbox.failure('create_rights_request', input)).toBe(
      'AppError: We could not find a rights request by its reference in workspace 101 for sure: Dastra did not filter its list, which is too long to read in full. Nothing was created. Look in Dastra, then map an ID in this step, or turn off what looks for duplicates.',
    );
    expect((await sandbox.calls()).map(({ method }) => method)).toEqual(['GET', 'GET']);
  });
});
