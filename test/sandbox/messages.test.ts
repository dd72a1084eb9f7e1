import { useSandboxApi } from './client.ts';

const { get, post, set } = useSandboxApi();

const MESSAGES = '/v1/ws/101/DataSubjectMessages';
const FILE = '00000101-0011-4000-8000-000000000001';
const message = { dataSubjectRequestId: 3004, message: 'Bonjour.' };

interface Message {
  id: string;
  message: string;
  user?: { id: number; email?: string };
  attachments: { id: string }[];
}
const listed = async (query = '') =>
  (await get<{ items: Message[] }>(`${MESSAGES}${query}`)).body.items;

it('keeps what is sent, with its files, and says nothing', async () => {
  expect(await post(MESSAGES, { ...message, attachments: [{ id: FILE }] })).toMatchObject({
    status: 200,
    body: '',
  });
  const [newest] = await listed('?sortBy=dateCreation&asc=false&size=1');
  expect(newest).toMatchObject({
    message: 'Bonjour.',
    userRequestId: 3004,
    user: { id: 19 },
    attachments: [{ id: FILE, transmitted: true }],
  });
  expect((await get(`${MESSAGES}/${newest?.id}`)).body).toEqual(newest);
});

it('messageAnswer has it answer the message', async () => {
  await set({ messageAnswer: 'message' });
  expect((await post(MESSAGES, message)).body).toMatchObject({ message: 'Bonjour.' });
});

it('lists the messages of a request', async () => {
  expect(await listed('?dataSubjectRequestId=3004')).toHaveLength(2);
  expect(await listed('?dataSubjectRequestId=3005')).toHaveLength(0);
});

it.each([
  ['nobody', undefined],
  ['user', 'leopold@example.com'],
])('requesterAs shows the requester as %s', async (requesterAs, email) => {
  await set({ requesterAs });
  const { body } = await post<Message>('/_sandbox/messages', { workspaceId: 101, ...message });
  expect(body.user?.email).toBe(email);
});

it.each([
  ['a request that is not there', { ...message, dataSubjectRequestId: 999 }, 404],
  ['no request', { message: 'x' }, 400],
  ['no text', { ...message, message: '' }, 400],
  ['too much text', { ...message, message: 'x'.repeat(3001) }, 400],
  [
    'a file of another request',
    { dataSubjectRequestId: 3005, message: 'x', attachments: [{ id: FILE }] },
    400,
  ],
])('refuses %s', async (_what, body, status) => {
  const before = await listed();
  expect((await post(MESSAGES, body)).status).toBe(status);
  expect(await listed()).toEqual(before);
});
