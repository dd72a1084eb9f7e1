import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { useSandboxApi } from './client.ts';

const { get, post, send, set } = useSandboxApi();

const FILES = '/v1/ws/101/DataSubjectAttachments';
const CARD = 'Carte d’identité\r\n--bou\r\n0123456789'.repeat(50);

const form = (content: BlobPart, fileName: string, name = 'File') => {
  const body = new FormData();
  body.append(name, new Blob([content], { type: 'application/pdf' }), fileName);
  return body;
};
const upload = <Body = Record<string, unknown>>(body: BodyInit, init: object = {}) =>
  send<Body>('POST', `${FILES}/3003`, { body, ...init });
const logged = async () => (await get<{ body: unknown }[]>('/_sandbox/requests')).body;

it('stores a file, and shows it in the list and in the request', async () => {
  const { status, body } = await upload(form(CARD, 'pièce "1".pdf'));
  expect(status).toBe(200);
  expect(body).toMatchObject({
    id: expect.stringMatching(/^[0-9a-f]{8}-/),
    fileName: 'pièce %221%22.pdf',
    extension: 'pdf',
    size: Buffer.byteLength(CARD),
    userRequestId: 3003,
    transmitted: false,
    deleted: false,
    creator: { id: 19 },
    dateCreation: expect.stringMatching(/^\d{4}-/),
  });
  expect((await get(`${FILES}/3003`)).body).toEqual([body]);
  expect((await get('/v1/ws/101/DataSubjectRequests/3003')).body).toMatchObject({
    attachments: [{ id: body.id, fileName: body.fileName, size: body.size }],
  });
});

it('gives back what was stored', async () => {
  const { body: file } = await upload<{ id: string }>(form(CARD, 'carte.pdf'));
  const answer = await send('GET', `${FILES}/3003/download/${file.id}`);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(answer.headers.get('content-disposition')).toContain('carte.pdf');
  expect(answer.body).toBe(CARD);
  expect((await get(`${FILES}/3004/download/${file.id}`)).status).toBe(404);
});

it('logs name, size and hash of a file, never what is in it', async () => {
  await upload(form(CARD, 'carte.pdf'));
  const calls = await logged();
  const sha256 = createHash('sha256').update(CARD).digest('hex');
  const size = Buffer.byteLength(CARD);
  expect(calls).toMatchObject([{ status: 200 }]);
  expect(calls[0]?.body).toEqual({ File: { fileName: 'carte.pdf', size, sha256 } });
});

it('takes a large file as it comes, and keeps size and hash alone', async () => {
  const chunk = Buffer.alloc(1_000_000, 'x');
  const part = '--b\r\nContent-Disposition: form-data; name="File"; filename="a.bin"\r\n\r\n';
  const pieces = [part, ...Array<Buffer>(20).fill(chunk), '\r\n--b--\r\n'];
  const { status, body } = await upload<{ id: string; size: number }>(
    Readable.toWeb(Readable.from(pieces.map((piece) => Buffer.from(piece)))) as ReadableStream,
    { duplex: 'half', headers: { 'content-type': 'multipart/form-data; boundary=b' } },
  );
  expect([status, body.size]).toEqual([200, 20_000_000]);
  expect((await get(`${FILES}/3003/download/${body.id}`)).status).toBe(501);
});

it('finds the end of a file wherever its pieces are cut', async () => {
  const content = 'x\r\n--\r\n--b';
  const head = '--bound\r\nContent-Disposition: form-data; name="File"; filename="a.txt"\r\n\r\n';
  const bytes = Buffer.from(`${head}${content}\r\n--bound--\r\n`);
  const pieces = Array.from(bytes, (byte) => Buffer.from([byte]));
  const { body } = await upload<{ id: string; size: number }>(
    Readable.toWeb(Readable.from(pieces)) as ReadableStream,
    { duplex: 'half', headers: { 'content-type': 'multipart/form-data; boundary="bound"' } },
  );
  expect(body.size).toBe(content.length);
  expect((await get(`${FILES}/3003/download/${body.id}`)).body).toBe(content);
});

it.each([true, false])(
  'uploadLimit refuses more with 413, announced in advance: %s',
  async (announced) => {
    await set({ uploadLimit: 100_000 });
    const content = 'x'.repeat(200_000);
    const part = '--b\r\nContent-Disposition: form-data; name="File"; filename="a.bin"\r\n\r\n';
    const whole = `${part}${content}\r\n--b--\r\n`;
    const body = announced ? whole : (Readable.toWeb(Readable.from([whole])) as ReadableStream);
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    expect((await upload(body, { duplex: 'half', headers })).status).toBe(413);
    expect((await get(`${FILES}/3003`)).body).toEqual([]);
    expect((await upload(form('x', 'small.txt'))).status).toBe(200);
  },
);

it('the limit is 30 million bytes', async () => {
  expect((await get('/_sandbox/switches')).body).toMatchObject({ uploadLimit: 30_000_000 });
});

it.each<[string, () => FormData]>([
  ['another name', () => form('x', 'a.txt', 'file')],
  [
    'no file',
    () => {
      const body = new FormData();
      body.append('File', 'x');
      return body;
    },
  ],
  [
    'two parts',
    () => {
      const body = form('x', 'a.txt');
      body.append('File', new Blob(['y']), 'b.txt');
      return body;
    },
  ],
])('refuses %s', async (_what, body) => {
  expect(await upload(body())).toMatchObject({
    status: 400,
    body: { errors: { File: [expect.any(String)] } },
  });
  expect((await get(`${FILES}/3003`)).body).toEqual([]);
});

it('refuses JSON, and a form where none is expected', async () => {
  expect((await post(`${FILES}/3003`, { File: 'x' })).status).toBe(415);
  expect((await send('POST', '/v1/ws/101/Tasks', { body: form('x', 'a') })).status).toBe(415);
});

it('belongs to a request that is there', async () => {
  expect((await send('POST', `${FILES}/999`, { body: form('x', 'a') })).status).toBe(404);
  expect((await get(`${FILES}/999`)).status).toBe(404);
});

it('faults fire before and after a file is taken', async () => {
  await post('/_sandbox/faults', { path: `${FILES}/*`, method: 'POST', status: 503 });
  expect((await upload(form(CARD, 'a.pdf'))).status).toBe(503);
  await post('/_sandbox/faults', { path: `${FILES}/*`, method: 'POST', drop: 'after' });
  await expect(upload(form(CARD, 'b.pdf'))).rejects.toThrow('fetch failed');
  expect((await get(`${FILES}/3003`)).body).toMatchObject([{ fileName: 'b.pdf' }]);
});
