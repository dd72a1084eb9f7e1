/** JSON Patch over HTTP: what the client sends, and what becomes of the record in the sandbox. */
import type { Dastra } from '../../src/dastra/client.ts';
import { type Changes, defineEndpoint } from '../../src/dastra/endpoint.ts';
import { writable } from '../../src/resources/rights-requests/schema.ts';
import { faultOf, withClient } from '../support/client.ts';
import { useSandbox } from '../support/sandbox.ts';

const KEY = 'sandbox-key';
const PATH = '/v1/ws/101/DataSubjectRequests/3004';

const patchRequest = defineEndpoint({
  method: 'PATCH',
  path: '/v1/ws/{workspaceId}/DataSubjectRequests/{id}',
  effect: 'change',
  doing: 'update the rights request',
  records: ['rights request {id}'],
  changes: writable,
});

describe('A change', () => {
  const sandbox = useSandbox();
  const send = (dastra: Dastra, changes: Changes<typeof writable>, id = 3004) =>
    dastra.call(patchRequest, { workspaceId: 101, id }, { changes });
  const change = (changes: Changes<typeof writable>) =>
    withClient((dastra) => send(dastra, changes), KEY);
  const failure = (changes: Changes<typeof writable>, id?: number) =>
    faultOf((dastra) => send(dastra, changes, id), KEY);
  const injected = (fault: object) =>
    sandbox.control('faults', { method: 'PATCH', path: PATH, ...fault });
  const patches = async () =>
    (await sandbox.calls()).filter(({ method }) => method === 'PATCH').map(({ body }) => body);

  it('replaces what it names, clears what is null, and leaves all else as it was', async () => {
    const before = await sandbox.api(PATH);
    expect(before).toMatchObject({ email: 'leopold@example.com', complex: true });
    await change({ title: 'Un autre titre', email: null, refId: undefined, complex: false });
    expect(await patches()).toEqual([
      [
        { op: 'replace', path: '/title', value: 'Un autre titre' },
        { op: 'replace', path: '/email', value: null },
        { op: 'replace', path: '/complex', value: false },
      ],
    ]);
    const after = await sandbox.api(PATH);
    expect(after).toEqual({
      ...before,
      title: 'Un autre titre',
      email: null,
      complex: false,
      dateUpdate: expect.any(String),
    });
  });

  it('sends lists and maps whole, as one value each', async () => {
    const customFields = { '13_long': 'Carte 78', '13_html': null };
    await change({ purposes: ['Access', 'Erasure'], customFields });
    expect(await patches()).toEqual([
      [
        { op: 'replace', path: '/purposes', value: ['Access', 'Erasure'] },
        { op: 'replace', path: '/customFields', value: customFields },
      ],
    ]);
    expect(await sandbox.api(PATH)).toMatchObject({
      purposes: ['Access', 'Erasure'],
      customFields,
    });
  });

  it.each(['nothing', 'record'])('takes an answer with %s in it', async (patchAnswer) => {
    await sandbox.control('switches', { patchAnswer });
    await change({ title: 'Un autre titre' });
    expect(await sandbox.api(PATH)).toMatchObject({ title: 'Un autre titre' });
  });

  it('is tried once more as application/json where json-patch+json is refused (415)', async () => {
    await sandbox.control('switches', { patchMediaTypes: 'json' });
    await change({ title: 'Un autre titre' });
    expect((await sandbox.calls()).map(({ status }) => status)).toEqual([415, 200]);
    expect(await sandbox.api(PATH)).toMatchObject({ title: 'Un autre titre' });
  });

  it('fails where Dastra takes neither media type, after one try of each', async () => {
    await injected({ status: 415, times: 5 });
    expect(await failure({ title: 'Un autre titre' })).toMatchObject({
      fault: 'refused',
      details: { status: 415, maybeDone: false },
    });
    expect(await patches()).toHaveLength(2);
  });

  it.each([
    ['a fault of Dastra', { status: 503 }],
    ['a connection that breaks before it', { drop: 'before' }],
    ['a connection that breaks after it', { drop: 'after' }],
    ['an answer that breaks off', { drop: 'during-chunked' }],
  ])('is made again after %s', async (_what, fault) => {
    await injected({ ...fault, times: 2 });
    await change({ title: 'Un autre titre' });
    expect(await patches()).toHaveLength(3);
    expect(await sandbox.api(PATH)).toMatchObject({ title: 'Un autre titre' });
  });

  it.each([
    ['server', { status: 503 }],
    ['interrupted', { drop: 'before' }],
    ['interrupted', { drop: 'after' }],
  ])(
    'that fails three times ends as %s, and nobody has to look whether it was done',
    async (fault, injection) => {
      await injected({ ...injection, times: 3 });
      expect(await failure({ title: 'Un autre titre' })).toMatchObject({
        fault,
        details: { doing: 'update the rights request', maybeDone: false },
      });
      expect(await patches()).toHaveLength(3);
    },
  );

  it('of no record names the record', async () => {
    expect(await failure({ title: 'Un autre titre' }, 9999)).toMatchObject({
      fault: 'not-found',
      details: { record: 'rights request 9999', maybeDone: false },
    });
  });

  it('that Dastra refuses is not made again, and its values are not quoted', async () => {
    await injected({
      status: 400,
      body: { errors: { Email: ["'jean@example.com' is no address"] } },
    });
    expect(await failure({ email: 'jean@example.com' })).toMatchObject({
      fault: 'invalid',
      details: { problems: [{ field: 'email', message: "'…' is no address" }] },
    });
    expect(await patches()).toHaveLength(1);
  });
});
