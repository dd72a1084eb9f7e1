/** Files on their way to Dastra: a multipart body that streams, over HTTP. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { ZObject } from 'zapier-platform-core';
import * as z from 'zod/mini';
import app from '../../index.ts';
import { fileBody } from '../../src/dastra/body.ts';
import { Dastra, limits } from '../../src/dastra/client.ts';
import { defineEndpoint, type FileToSend } from '../../src/dastra/endpoint.ts';
import { DastraError } from '../../src/dastra/fault.ts';
import { id, maybeText } from '../../src/dastra/received.ts';
import { type Loopback, listen } from '../../tools/loopback.ts';
import { startProduction } from '../hostile/production.ts';
import { faultOf, withClient } from '../support/client.ts';
import { useSandbox } from '../support/sandbox.ts';

const KEY = 'sandbox-key';
const IDS = { workspaceId: 101, dataSubjectRequestId: 3004 };
const FILES = '/v1/ws/101/DataSubjectAttachments/3004';

const postFile = defineEndpoint({
  method: 'POST',
  path: '/v1/ws/{workspaceId}/DataSubjectAttachments/{dataSubjectRequestId}',
  effect: 'create',
  doing: 'attach the file',
  records: ['rights request {dataSubjectRequestId}'],
  file: 'File',
  answer: z.object({ id, fileName: maybeText, size: z.number() }),
});

/** A file that counts how often it is opened. */
const fileOf = (content: string | Buffer, more: Partial<FileToSend> = {}) => {
  const bytes = Buffer.from(content);
  const opened = { times: 0 };
  const file: FileToSend = {
    name: 'carte.pdf',
    type: 'application/pdf',
    size: bytes.length,
    open: async () => {
      opened.times += 1;
      return Readable.from([bytes.subarray(0, 3), bytes.subarray(3)]);
    },
    ...more,
  };
  return { file, opened };
};

const CONTENT = 'Identité\r\n--dastra-\r\n\u0000';

const send = (file: FileToSend) =>
  withClient((dastra) => dastra.call(postFile, IDS, { file }), KEY);
const failure = (file: FileToSend) =>
  faultOf((dastra) => dastra.call(postFile, IDS, { file }), KEY);

describe('An upload', () => {
  const sandbox = useSandbox();
  const files = () => sandbox.api<{ id: string; fileName: string; size: number }[]>(FILES);
  const uploads = async () => (await sandbox.calls()).filter(({ method }) => method === 'POST');
  const injected = (fault: object) =>
    sandbox.control('faults', { method: 'POST', path: FILES, ...fault });

  it('stores the file byte by byte, with its name and media type', async () => {
    const before = await files();
    const { file } = fileOf(CONTENT);
    const stored = await send(file);
    expect(stored).toMatchObject({ fileName: 'carte.pdf', size: Buffer.byteLength(CONTENT) });
    expect(await files()).toHaveLength(before.length + 1);
    const url = `${sandbox.url}/v1/ws/101/DataSubjectAttachments/3004/download/${stored.id}`;
    const answer = await fetch(url, { headers: { 'X-API-Key': KEY } });
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(await answer.text()).toBe(CONTENT);
  });

  it('stores an empty file, and one whose size nobody knows', async () => {
    expect(await send(fileOf('').file)).toMatchObject({ size: 0 });
    expect(await send(fileOf(CONTENT, { size: undefined }).file)).toMatchObject({
      size: Buffer.byteLength(CONTENT),
    });
  });

  it.each([
    ['quotes', 'a "b".pdf', 'a _b_.pdf'],
    ['line breaks', 'a\r\nX-Evil: 1\r\n\r\nb.pdf', 'a__X-Evil: 1____b.pdf'],
    ['control characters', 'a\u0000\u001b\u007f.pdf', 'a___.pdf'],
    ['emoji and accents', 'pièce 🪪.pdf', 'pièce 🪪.pdf'],
    ['a path', '../../etc/passwd', 'passwd'],
    ['a path of Windows', 'C:\\Users\\me\\scan.pdf', 'scan.pdf'],
    ['nothing but folders', 'folder/', 'file'],
    ['a parameter', 'a; name=other.pdf', 'a; name=other.pdf'],
  ])('has a safe name where the file’s has %s', async (_what, name, expected) => {
    expect(await send(fileOf(CONTENT, { name }).file)).toMatchObject({ fileName: expected });
  });

  it('has a safe media type', async () => {
    const { file } = fileOf(CONTENT, { type: 'text/html\r\nX-Evil: 1' });
    const { id: fileId } = await send(file);
    const url = `${sandbox.url}/v1/ws/101/DataSubjectAttachments/3004/download/${fileId}`;
    const answer = await fetch(url, { headers: { 'X-API-Key': KEY } });
    expect(answer.headers.get('x-evil')).toBeNull();
    expect(await answer.text()).toBe(CONTENT);
  });

  it.each([
    ['server', { status: 503 }],
    ['interrupted', { drop: 'before' }],
    ['interrupted', { drop: 'after' }],
    ['interrupted', { drop: 'during-chunked' }],
  ])(
    'that reached Dastra and ended as %s is not repeated, and may have been done',
    async (fault, injection) => {
      await injected(injection);
      const { file, opened } = fileOf(CONTENT);
      expect(await failure(file)).toMatchObject({ fault, details: { maybeDone: true } });
      expect(await uploads()).toHaveLength(1);
      expect(opened.times).toBe(1);
    },
  );

  it('that is too large says so', async () => {
    await sandbox.control('switches', { uploadLimit: 100 });
    const { file } = fileOf(Buffer.alloc(1000));
    expect(await failure(file)).toMatchObject({
      fault: 'too-large',
      details: { maybeDone: false },
    });
  });

  it('that Dastra refuses does not quote the name of the file', async () => {
    const errors = { File: ["'Jean Dupont.pdf' is not allowed"] };
    await injected({ status: 400, body: { errors } });
    expect(await failure(fileOf(CONTENT, { name: 'Jean Dupont.pdf' }).file)).toMatchObject({
      fault: 'invalid',
      details: { problems: [{ field: 'file', message: "'…' is not allowed" }] },
    });
  });

  describe('whose file cannot be read', () => {
    const broken = (error: unknown) =>
      async function* () {
        yield Buffer.alloc(100_000, 'x');
        throw error;
      };
    const unreadable = {
      fault: 'invalid',
      details: {
        problems: [{ field: 'file', message: expect.stringContaining('could not be read') }],
      },
    };
    const sources: [string, Partial<FileToSend>][] = [
      ['breaks', { size: 200_000, open: async () => broken(new Error('reset'))() }],
      ['breaks, and has no known size', { size: undefined, open: async () => broken('reset')() }],
      ['is shorter than its size', { size: Buffer.byteLength(CONTENT) + 1 }],
      ['is longer than its size', { size: Buffer.byteLength(CONTENT) - 1 }],
      ['cannot be opened', { open: () => Promise.reject(new Error('gone')) }],
    ];

    it.each(sources)('as it %s ends at once in one clear fault', async (_what, source) => {
      const before = await files();
      const begun = performance.now();
      const fault = await failure(fileOf(CONTENT, source).file);
      expect(fault).toMatchObject(unreadable);
      expect(fault.details.maybeDone).not.toBe(true);
      expect(performance.now() - begun).toBeLessThan(limits.read);
      expect(await files()).toEqual(before);
      expect((await uploads()).length).toBeLessThanOrEqual(1);
    });

    it('ends in the fault that the source itself names', async () => {
      const own = new DastraError('too-large', { doing: 'read the file' });
      const { file } = fileOf(CONTENT, { size: undefined, open: async () => broken(own)() });
      expect(await failure(file)).toMatchObject({ message: own.message, fault: 'too-large' });
    });
  });

  it('holds little of a file of 30 MB in memory', async () => {
    await sandbox.control('switches', { uploadLimit: 40_000_000 });
    const script = fileURLToPath(new URL('upload-memory.ts', import.meta.url));
    const child = spawn(process.execPath, [script], {
      env: { ...process.env, NODE_OPTIONS: '', DASTRA_API_URL: sandbox.url },
    });
    const output = Promise.all([text(child.stdout), text(child.stderr)]);
    const [code] = await once(child, 'close');
    const [out, err] = await output;
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect((await uploads()).at(-1)).toMatchObject({ body: { File: { size: 30_000_000 } } });
    // The platform prints lines of its own before it.
    const held = Number(out.trim().split('\n').at(-1));
    expect(held).toBeGreaterThan(0);
    expect(held).toBeLessThan(40 * 1024 * 1024);
  });

  it('leaves nothing of the file in the log of the platform', async () => {
    const secret = 'The card of Wilhelmina Fictitious';
    const { file } = fileOf(secret);
    const attach = {
      key: 'attach',
      noun: 'File',
      display: { label: 'Attach', description: 'Attaches a file.' },
      operation: {
        inputFields: [],
        sample: { id: '1' },
        perform: (zapier: ZObject) => new Dastra(zapier, KEY).call(postFile, IDS, { file }),
      },
    };
    const production = await startProduction({ ...app, creates: { ...app.creates, attach } });
    const bundle = { authData: { apiKey: KEY }, inputData: {} };
    const run = await production.run('creates.attach.operation.perform', bundle, {
      within: 10_000,
    });
    await production.close();
    expect(run.outcome).toEqual({ result: expect.objectContaining({ size: secret.length }) });
    expect(run.log).toContain('<streaming data>');
    expect(run.log).not.toContain('Wilhelmina');
    // Nor as a list of bytes, which is how the platform logs a buffer.
    expect(run.log).not.toContain([...Buffer.from(secret.slice(0, 8))].join(','));
    expect(run.log).not.toContain(Buffer.from(secret).toString('base64').slice(0, 16));
  });
});

describe('An upload over a bare connection', () => {
  let server: Loopback;
  let seen: { request: IncomingMessage; body: Buffer }[];
  const answer = JSON.stringify({ id: 'a', fileName: 'carte.pdf', size: 1 });

  beforeEach(async () => {
    seen = [];
    server = await listen(async (request, response) => {
      seen.push({ request, body: await buffer(request) });
      response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
    });
    process.env.DASTRA_API_URL = server.url;
  });
  afterEach(async () => {
    delete process.env.DASTRA_API_URL;
    await server.close();
  });

  it('has the right content-length, or none where the size is unknown', async () => {
    await send(fileOf(CONTENT).file);
    await send(fileOf(CONTENT, { size: undefined }).file);
    const [known, unknown] = seen.map(({ request, body }) => ({
      declared: request.headers['content-length'],
      chunked: request.headers['transfer-encoding'],
      received: String(body.length),
    }));
    expect(known).toEqual({
      declared: known?.received,
      chunked: undefined,
      received: known?.received,
    });
    expect(unknown).toEqual({ declared: undefined, chunked: 'chunked', received: known?.received });
  });

  it('is made anew for each attempt that never reached Dastra', async () => {
    const { url } = server;
    await server.close();
    const { file, opened } = fileOf(CONTENT);
    process.env.DASTRA_API_URL = url;
    expect(await failure(file)).toMatchObject({
      fault: 'unreachable',
      details: { maybeDone: false },
    });
    expect(opened.times).toBe(3);
  });
});

describe('The body of an upload', () => {
  it('is a stream, which reads no further than it is asked', async () => {
    let produced = 0;
    const endless = async function* () {
      for (;;) {
        produced += 1;
        yield Buffer.alloc(64 * 1024);
      }
    };
    const { file } = fileOf('', { size: undefined, open: async () => endless() });
    const { body } = await fileBody('File', file);
    expect(body).toBeInstanceOf(Readable);
    const reader = (body as Readable)[Symbol.asyncIterator]();
    for (let chunk = 0; chunk < 4; chunk += 1) await reader.next();
    expect(produced).toBeLessThan(10);
    await reader.return?.();
  });

  it('lets go of the file when it is not read to its end', async () => {
    let closed = false;
    const source = async function* () {
      try {
        for (;;) yield Buffer.alloc(1024);
      } finally {
        closed = true;
      }
    };
    const { file } = fileOf('', { size: undefined, open: async () => source() });
    const { body } = await fileBody('File', file);
    const reader = (body as Readable)[Symbol.asyncIterator]();
    for (let chunk = 0; chunk < 3; chunk += 1) await reader.next();
    await reader.return?.();
    expect(closed).toBe(true);
  });
});
