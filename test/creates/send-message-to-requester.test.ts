import { useSandbox } from '../support/sandbox.ts';

const KEY = 'send_message_to_requester';
const MESSAGES = '/v1/ws/101/DataSubjectMessages';
const FILE = '00000101-0011-4000-8000-000000000001';
const input = { workspaceId: '101', requestId: '3004', message: 'Votre demande est traitée.' };

interface Sent {
  id?: string;
  message: string;
  alreadySent: boolean;
}

describe('Send Message to Requester', () => {
  const sandbox = useSandbox();
  const send = (more: object = {}) => sandbox.run<Sent>(KEY, { ...input, ...more });
  const failure = (more: object = {}) => sandbox.failure(KEY, { ...input, ...more });
  const messages = async () =>
    (await sandbox.api<{ items: { id: string; message: string }[] }>(`${MESSAGES}?size=500`)).items;
  const posts = async () => (await sandbox.calls()).filter(({ method }) => method === 'POST');
  const fault = (effect: object) =>
    sandbox.control('faults', { method: 'POST', path: MESSAGES, ...effect });

  it('sends the message, and gives it as Dastra has it, with its request', async () => {
    const sent = await send();
    expect(sent).toMatchObject({
      message: input.message,
      userRequestId: '3004',
      user: { id: '19' },
      request: { email: 'leopold@example.com' },
      alreadySent: false,
    });
    expect((await messages()).at(-1)).toMatchObject({ id: sent.id, message: input.message });
    expect(await posts()).toMatchObject([
      { body: { dataSubjectRequestId: 3004, message: input.message } },
    ]);
  });

  it('sends files of the request with it', async () => {
    const sent = await send({ attachments: [FILE] });
    expect(sent).toMatchObject({ attachments: [{ id: FILE, fileName: 'piece.pdf' }] });
    expect(await posts()).toMatchObject([{ body: { attachments: [{ id: FILE }] } }]);
  });

  it('sends HTML and line breaks as they were typed', async () => {
    const message = '<p>Bonjour,</p>\n<p>À bientôt &amp; merci</p>';
    expect(await send({ message })).toMatchObject({ message });
  });

  /** The requester writes. */
  const answer = () =>
    sandbox.control('messages', {
      workspaceId: 101,
      dataSubjectRequestId: 3004,
      message: 'Voici ma carte.',
    });

  it.each([
    ['at once', async () => {}],
    ['after the requester has answered', answer],
    ['after another message', () => send({ message: 'Une autre.' })],
    ['after both', () => answer().then(() => send({ message: 'Une autre.' }))],
  ])('does not send the same message a second time, %s', async (_when, between) => {
    const { id } = await send();
    await between();
    const before = (await posts()).length;
    expect(await send({ message: ` ${input.message.replaceAll(' ', '  ')} ` })).toMatchObject({
      id,
      alreadySent: true,
    });
    expect(await posts()).toHaveLength(before);
  });

  it('does not send it twice where its answer was lost, it could not be looked for, and the requester answered', async () => {
    await sandbox.control('faults', { method: 'POST', path: MESSAGES, drop: 'after' });
    await sandbox.control('faults', {
      method: 'GET',
      path: MESSAGES,
      body: { items: [], total: 0 },
    });
    await sandbox.control('faults', { method: 'GET', path: MESSAGES, status: 403 });
    expect(await failure()).toMatch(/^AppError: /);
    await answer();
    expect(await send()).toMatchObject({ alreadySent: true });
    expect((await messages()).filter(({ message }) => message === input.message)).toHaveLength(1);
  });

  it.each([
    ['where that is chosen', { skipSent: false }],
    ['with a file', { attachments: [FILE] }],
  ])('sends the same text again %s', async (_where, more) => {
    const { id } = await send();
    const again = await send(more);
    expect(again).toMatchObject({ alreadySent: false });
    expect(again.id).not.toBe(id);
  });

  it('sends the same text again the day after', async () => {
    await send();
    const { now } = Date;
    Date.now = () => now() + 25 * 60 * 60 * 1000;
    try {
      expect(await send()).toMatchObject({ alreadySent: false });
    } finally {
      Date.now = now;
    }
  });

  it('sends nothing where nobody would get it', async () => {
    expect(await failure({ requestId: '3003' })).toBe(
      'HaltedError: Request has no email address, so that Dastra could not reach the requester. Fill in the email of the request in Dastra first.',
    );
    expect(await failure({ requestId: '999999' })).toBe(
      'HaltedError: Dastra has no rights request 999999 in workspace 101. Check the ID in this step, or choose from the list.',
    );
    expect(await posts()).toEqual([]);
  });

  it('refuses more than 3,000 characters without a call', async () => {
    expect(await failure({ message: 'x'.repeat(3001) })).toContain('Message is too long: 3001');
    expect(await sandbox.calls()).toEqual([]);
    expect(await send({ message: 'x'.repeat(3000) })).toMatchObject({ alreadySent: false });
  });

  it('gives a file that is not of the request the name of its field', async () => {
    const failed = await failure({ attachments: ['7d3f1c52-4a1b-4f0e-9a67-2f8d5b0c6e11'] });
    expect(failed).toMatch(/^HaltedError: Attachments: /);
  });

  it.each([{ drop: 'after' }, { drop: 'during-chunked' }])(
    'finds what it sent where the answer is lost: %j',
    async (effect) => {
      await sandbox.control('switches', { messageAnswer: 'message' });
      await fault(effect);
      const sent = await send();
      expect(sent).toMatchObject({ message: input.message, alreadySent: false });
      expect((await messages()).filter(({ message }) => message === input.message)).toHaveLength(1);
    },
  );

  it('may be repeated after a fault, since it looks first, but not where looking proves nothing', async () => {
    await fault({ status: 503 });
    expect(await failure()).toMatch(/^AppError: Dastra had a problem when asked to send a message/);
    for (const more of [{ message: '<b>x</b>' }, { attachments: [FILE] }, { skipSent: false }]) {
      await fault({ status: 503 });
      expect(await failure(more)).toMatch(/^HaltedError: .*Check in Dastra/);
    }
  });

  const UNKNOWN =
    'HaltedError: We don’t know whether Dastra managed to send a message to the requester in workspace 101: its reply was lost or unclear. Check in Dastra. If the record is missing, replay this step; if it exists, don’t: you would get it twice.';

  it.each([{}, { message: '<b>x</b>' }, { attachments: [FILE] }])(
    'does not claim to have sent what Dastra accepts and does not show: %j',
    async (more) => {
      const before = await messages();
      await fault({ body: { unexpected: true } });
      expect(await failure(more)).toBe(UNKNOWN);
      expect(await messages()).toEqual(before);
    },
  );

  it.each([
    ['a text', {}, 'A quite different text.', UNKNOWN],
    ['a text that is kept as HTML', {}, 'Votre demande est trait&eacute;e.', undefined],
    ['HTML', { message: '<b>x</b>' }, 'x as Dastra keeps it', undefined],
  ])(
    'takes a new message for the one it sent only where it may be: %s',
    async (_of, more, text, unknown) => {
      await fault({ body: '' });
      const list = { method: 'GET', path: MESSAGES };
      const one = { id: '00000101-0012-4000-8000-000000000099', message: text };
      await sandbox.control('faults', { ...list, body: { items: [], total: 0 } });
      await sandbox.control('faults', { ...list, body: { items: [one], total: 1 } });
      if (unknown) expect(await failure(more)).toBe(unknown);
      else
        expect(await send(more)).toMatchObject({
          message: input.message,
          ...more,
          alreadySent: false,
        });
    },
  );

  it('is sent, even if it cannot be found afterwards', async () => {
    const list = { method: 'GET', path: MESSAGES };
    await sandbox.control('faults', { ...list, body: { items: [], total: 0 } });
    await sandbox.control('faults', { ...list, status: 403 });
    expect(await send()).toMatchObject({
      message: input.message,
      userRequestId: '3004',
      alreadySent: false,
    });
  });

  it('takes the message from the answer, where Dastra gives it there', async () => {
    await sandbox.control('switches', { messageAnswer: 'message' });
    const list = { method: 'GET', path: MESSAGES };
    await sandbox.control('faults', { ...list, body: { items: [], total: 0 }, times: 2 });
    expect((await send()).id).toMatch(/^[\da-f]{8}-/);
  });
});
