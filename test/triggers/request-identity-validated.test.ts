import { useSandbox } from '../support/sandbox.ts';
import { event, webhook } from '../support/webhooks.ts';

const KEY = 'request_identity_validated';
const inWorkspace = { workspaceId: '101' };
const LIST = '/v1/ws/101/DataSubjectRequests';

type Records = { id: string; dateIdentityValidated?: string }[];

describe('Requester Identity Validated', () => {
  const sandbox = useSandbox();
  const perform = (hook: object, input: object = {}) =>
    sandbox.run<Records>(KEY, { ...inWorkspace, ...input }, hook);
  const validate = (id: number, valid = true) =>
    sandbox.control('identity-validations', { workspaceId: 101, id, valid });
  const announced = (data: object, options: object = {}) =>
    webhook(event('DataSubjectIdentityValidated', data), options);

  it('gives the request as it is now: a webhook may hold it as it was before', async () => {
    const before = await sandbox.api(`${LIST}/3004`);
    await validate(3004);
    expect(await perform(announced(before))).toMatchObject([
      { id: '3004', identityValidated: true, dateIdentityValidated: expect.any(String) },
    ]);
  });

  it.each([true, false])(
    'starts for none whose identity is not valid; signed: %s',
    async (signed) => {
      await validate(3004);
      await validate(3004, false);
      const options = signed ? {} : { signature: false };
      expect(await perform(announced({ id: 3004, identityValidated: true }, options))).toEqual([]);
    },
  );

  it('starts once a validation, and again for a later one', async () => {
    await validate(3004);
    expect(await perform(announced({ id: 3004 }))).toHaveLength(1);
    expect(await perform(announced({ id: 3004 }))).toEqual([]);
    await validate(3004, false);
    await validate(3004);
    expect(await perform(announced({ id: 3004 }))).toHaveLength(1);
  });

  it('does not ask for the date where Dastra says only that it is valid, or nothing', async () => {
    for (const body of [{ id: 3004, identityValidated: true }, { id: 3005 }]) {
      await sandbox.control('faults', { path: `${LIST}/${body.id}`, body });
      expect(await perform(announced(body))).toHaveLength(1);
    }
  });

  it('fails so that it can be replayed where the request cannot be read', async () => {
    await sandbox.control('faults', { path: `${LIST}/3004`, status: 404 });
    expect(await sandbox.failure(KEY, inWorkspace, announced({ id: 3004 }))).toMatch(
      /^AppError: Webhook: Dastra announced record 3004/,
    );
  });

  it.each([
    ['the unit', { areaId: '202' }, 1],
    ['another unit', { areaId: '204' }, 0],
    ['the type', { purposes: ['Portability'] }, 1],
    ['another type', { purposes: ['Erasure'] }, 0],
  ])('passes by %s', async (_what, input, count) => {
    await validate(3004);
    expect(await perform(announced({ id: 3004 }), input)).toHaveLength(count);
  });

  const list = async (input: object = {}) =>
    (await sandbox.run<Records>(KEY, { ...inWorkspace, ...input }, { method: 'performList' })).map(
      ({ id }) => id,
    );

  it('lists requests with a valid identity, the last one first', async () => {
    expect(await list()).toEqual(['3003']);
    await validate(3005);
    await validate(3004);
    await validate(3006);
    await validate(3006, false);
    expect(await list()).toEqual(['3004', '3005', '3003']);
    expect(await list({ areaId: '203' })).toEqual(['3003']);
  });

  it('lists them where Dastra does not filter by the date', async () => {
    await validate(3005);
    await sandbox.control('faults', { path: LIST, status: 400, times: 2 });
    expect(await list()).toEqual(['3005', '3003']);
  });
});
