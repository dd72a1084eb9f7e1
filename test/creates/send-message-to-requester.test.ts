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

  it('does not send the last message a second time', async () => {
    const { id } = await send();
    expect(await send({ message: ` ${input.message.replaceAll(' ', '  ')} ` })).toMatchObject({
      id,
      alreadySent: true,
    });
    expect(await posts()).toHaveLength(1);
  });

  it.each([
    ['the requester has answered', () => sandbox.control('messages', answer)],
    ['another message came after it', () => send({ message: 'Une autre.' })],
  ])('sends the same text again once %s', async (_what, between) => {
    await send();
    await between();
    expect(await send()).toMatchObject({ alreadySent: false });
  });
  const answer = { workspaceId: 101, dataSubjectRequestId: 3004, message: 'Merci.' };

  it('sends the same text again with another file, and the day after', async () => {
    await send();
    expect(await send({ attachments: [FILE] })).toMatchObject({ alreadySent: false });
    const { now } = Date;
    Date.now = () => now() + 25 * 60 * 60 * 1000;
    try {
      expect(await send({ attachments: [FILE] })).toMatchObject({ alreadySent: false });
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
    await fault({ status: 503 });
    expect(await failure({ message: '<b>x</b>' })).toMatch(/^HaltedError: .*Check in Dastra/);
    await fault({ status: 503 });
    expect(await failure({ attachments: [FILE] })).toMatch(/^HaltedError: .*Check in Dastra/);
  });

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
