import app from '../../index.ts';
import { type LocalZapier, startZapier } from '../../tools/zapier.ts';
import { useSandbox } from '../support/sandbox.ts';
import { event, webhook } from '../support/webhooks.ts';

const KEY = 'questionnaire_response';
const PATH = '/v1/ws/101/AuditResponses';
const TEMPLATE = '00000101-0012-4000-8000-000000000001';
const id = (number: number) => `00000101-0006-4000-8000-00000000000${number}`;
const targetUrl = 'http://127.0.0.1:9/hook';
const ALL = ['Finalized', 'Validated', 'Refused'];

describe('Questionnaire Finalized or Reviewed', () => {
  const sandbox = useSandbox();
  const run = (input: object, more: object) =>
    sandbox.run<{ id: string; outcome?: string }[]>(KEY, { workspaceId: '101', ...input }, more);
  const list = (input: object) => run(input, { method: 'performList' });
  const whole = (number: number) => sandbox.api<object>(`${PATH}/${id(number)}`);

  it.each([
    ['none', {}, ['AuditResponseFinalized']],
    ['one', { outcomes: 'Refused' }, ['AuditResponseRefused']],
    ['two', { outcomes: 'Validated,Refused' }, ['AuditResponseValidated', 'AuditResponseRefused']],
  ])(
    'subscribes to the events of the outcomes that are chosen: %s',
    async (_what, input, names) => {
      await sandbox.run(
        KEY,
        { workspaceId: '101', ...input },
        { method: 'performSubscribe', targetUrl },
      );
      const posts = (await sandbox.calls()).filter(({ method }) => method === 'POST');
      expect(
        posts.map(({ body }) => (body as { subscribedEvents: string[] }).subscribedEvents),
      ).toEqual(names.map((name) => [name]));
    },
  );

  it.each([
    ['AuditResponseFinalized', 'Finalized'],
    ['AuditResponseValidated', 'Validated'],
    ['AuditResponseRefused', 'Refused'],
  ])('says what became of it by the event %s, whatever its state', async (name, outcome) => {
    for (const number of [1, 2, 4]) {
      const hook = webhook(event(name, await whole(number)));
      expect(await run({ outcomes: ALL }, hook)).toMatchObject([{ id: id(number), outcome }]);
    }
  });

  it('knows the event by the key that signs where it comes as a number', async () => {
    const body = event(36, await whole(2));
    const hook = webhook({ ...body, webhookId: 85 }, { by: 'AuditResponseFinalized' });
    expect(await run({ outcomes: ALL }, hook)).toMatchObject([{ outcome: 'Finalized' }]);
  });

  it('goes by the state where nothing tells the event', async () => {
    const outcomes = [];
    for (const number of [1, 2, 3, 4]) {
      const hook = webhook(event(36, { id: id(number) }), { signature: false });
      outcomes.push(...(await run({ outcomes: ALL }, hook)).map(({ outcome }) => outcome));
    }
    // The fourth was never answered.
    expect(outcomes).toEqual(['Finalized', 'Validated', 'Refused']);
  });

  it('starts nothing for an outcome that is not chosen', async () => {
    const hook = webhook(event('AuditResponseRefused', await whole(1)));
    expect(await run({}, hook)).toEqual([]);
    expect(await run({ outcomes: ['Refused'] }, hook)).toHaveLength(1);
  });

  it('reads one that is light by a list, since a read by its path brings all answers', async () => {
    const hook = webhook(event('AuditResponseFinalized', { id: id(1) }));
    expect(await run({}, hook)).toMatchObject([
      {
        label: 'Revue annuelle du sous-traitant de paie',
        template: { label: 'Revue des sous-traitants' },
        readiness: 86,
        score: 21.5,
        respondants: [{ displayName: 'Contact', email: 'contact@helianthe.example.com' }],
      },
    ]);
    expect(await sandbox.calls()).toMatchObject([{ path: PATH, query: { ids: id(1) } }]);
  });

  it('can be replayed where a filter needs a questionnaire that is not there yet', async () => {
    const hook = webhook(event('AuditResponseFinalized', { id: id(9) }));
    const failure = await sandbox.failure(KEY, { workspaceId: '101', areaId: '201' }, hook);
    expect(failure).toContain(`Error: Webhook: Dastra announced record ${id(9)}`);
  });

  it.each([
    ['finalized', {}, [1]],
    ['validated', { outcomes: ['Validated'] }, [2]],
    ['refused', { outcomes: ['Refused'] }, [3]],
    ['any', { outcomes: ALL }, [3, 1, 2]],
    ['of a template', { outcomes: ALL, templateId: TEMPLATE }, [3, 1]],
    ['about processings', { outcomes: ALL, objectType: 'Traitement' }, [2]],
    ['of a unit', { outcomes: ALL, areaId: '206' }, [2]],
  ])('lists those that are %s', async (_what, input, numbers) => {
    expect((await list(input)).map((found) => found.id)).toEqual(numbers.map(id));
  });

  it('starts once for an event, and again when the same questionnaire is finalized again', async () => {
    const at = async (name: string, date: string) =>
      webhook({ ...event(name, await whole(1)), date });
    const first = '2026-11-24T10:00:00';
    expect(await run({ outcomes: ALL }, await at('AuditResponseFinalized', first))).toHaveLength(1);
    expect(await run({ outcomes: ALL }, await at('AuditResponseFinalized', first))).toHaveLength(0);
    expect(await run({ outcomes: ALL }, await at('AuditResponseValidated', first))).toHaveLength(1);
    const later = await at('AuditResponseFinalized', '2026-11-24T11:00:00');
    expect(await run({ outcomes: ALL }, later)).toHaveLength(1);
  });

  describe('as a colleague in Dastra finishes one', () => {
    let zapier: LocalZapier;
    beforeAll(async () => {
      zapier = await startZapier(app);
    });
    afterAll(() => zapier.close());

    /** What the trigger makes of all webhooks that an outcome fires. */
    const records = async (outcome: object, events: number) => {
      const address = zapier.openAddress();
      const inputData = { workspaceId: '101', outcomes: ALL };
      const subscribeData = await sandbox.run(KEY, inputData, {
        method: 'performSubscribe',
        targetUrl: address.targetUrl,
      });
      const body = { workspaceId: 101, id: id(4), ...outcome };
      await sandbox.control('questionnaire-outcomes', body);
      const found = [];
      for (let count = 0; count < events; count += 1) {
        const delivery = { ...(await address.next()), subscribeData };
        found.push(...(await run(inputData, delivery)));
      }
      return found.map(({ outcome: shown }) => shown).sort();
    };

    it.each([
      ['finalized', ['Finalized']],
      ['validated', ['Validated']],
      ['both', ['Finalized', 'Validated']],
    ])('and it needs no validation: events %s', async (unreviewedEvents, expected) => {
      await sandbox.control('switches', { unreviewedEvents });
      const outcome = { outcome: 'Finalized', noValidation: true };
      expect(await records(outcome, expected.length)).toEqual(expected);
    });

    it.each(['InProgress', 'Standby'])(
      'and it is refused, whose state is then %s',
      async (refusedState) => {
        await sandbox.control('switches', { refusedState });
        expect(await records({ outcome: 'Refused' }, 1)).toEqual(['Refused']);
      },
    );
  });
});
