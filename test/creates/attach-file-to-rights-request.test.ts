import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { fileLimits } from '../../src/zapier/file.ts';
import { useFileHost } from '../support/file-host.ts';
import { useSandbox } from '../support/sandbox.ts';

const KEY = 'attach_file_to_rights_request';
const FILES = '/v1/ws/101/DataSubjectAttachments/3005';
const REQUEST = '/v1/ws/101/DataSubjectRequests/3005';
const inRequest = { workspaceId: '101', requestId: '3005' };
const CONTENT = 'Carte d’identité\r\n--dastra-\r\n';
const PDF = { 'content-type': 'application/pdf' };

interface Attached {
  id: string;
  fileName: string;
  size: number;
  alreadyAttached: boolean;
}

describe('Attach File to Rights Request', () => {
  const sandbox = useSandbox();
  const host = useFileHost();
  const attach = (file: string, more: object = {}) =>
    sandbox.run<Attached>(KEY, { ...inRequest, file, ...more });
  const inAnyCase = { skipAttached: false };
  const failure = (file: string, more: object = {}) =>
    sandbox.failure(KEY, { ...inRequest, file, ...more });
  const files = () => sandbox.api<{ id: string; fileName: string; size: number }[]>(FILES);
  const posts = async () => (await sandbox.calls()).filter(({ method }) => method === 'POST');
  const fault = (effect: object) =>
    sandbox.control('faults', { method: 'POST', path: FILES, ...effect });
  const { time } = fileLimits;
  afterEach(() => {
    fileLimits.time = time;
  });

  it('attaches the file byte by byte, in two calls', async () => {
    const attached = await attach(host.serve('/a/carte.pdf', CONTENT, PDF));
    const size = Buffer.byteLength(CONTENT);
    expect(attached).toMatchObject({
      fileName: 'carte.pdf',
      extension: 'pdf',
      size,
      userRequestId: '3005',
      alreadyAttached: false,
    });
    expect(await sandbox.calls()).toHaveLength(2);
    expect(await files()).toMatchObject([{ id: attached.id, fileName: 'carte.pdf' }]);
    const sha256 = createHash('sha256').update(CONTENT).digest('hex');
    expect(await posts()).toMatchObject([{ body: { File: { sha256, size } } }]);
  });

  it('asks the site once, without the key, and leaves nothing open', async () => {
    await attach(host.serve('/carte.pdf', CONTENT));
    expect(host.asked()).toHaveLength(1);
    expect(JSON.stringify(host.asked())).not.toContain('sandbox-key');
    expect(host.asked()[0]?.headers).not.toHaveProperty('x-api-key');
    await host.idle();
  });

  it.each<[string, Record<string, string>]>([
    ['in chunks', { 'transfer-encoding': 'chunked' }],
    ['packed', { 'content-encoding': 'gzip' }],
  ])('takes a file whose size is not known, as it comes %s', async (_how, headers) => {
    const file = host.serve('/carte.txt', (response) => {
      response.writeHead(200, headers);
      response.end(headers['content-encoding'] ? gzipSync(CONTENT) : CONTENT);
    });
    const attached = await attach(file);
    expect(attached).toMatchObject({ size: Buffer.byteLength(CONTENT) });
    expect(await attach(file)).toMatchObject({
      id: attached.id,
      alreadyAttached: true,
    });
  });

  it.each([
    ['the field', '/x/scan', { 'content-disposition': 'attachment; filename="s.png"' }, 'a.pdf'],
    ['the header', '/x/scan', { 'content-disposition': 'attachment; filename="a.pdf"' }, undefined],
    [
      'the header in UTF-8',
      '/x/scan',
      { 'content-disposition': 'attachment; filename="x.png"; filename*=UTF-8\'\'a.pdf' },
      undefined,
    ],
    ['the address', '/x/a.pdf', {}, undefined],
    ['the field, with the extension of the address', '/x/scan.pdf', {}, 'a'],
  ])('names the file after %s', async (_what, path, headers, fileName) => {
    expect(await attach(host.serve(path, CONTENT, headers), { fileName })).toMatchObject({
      fileName: 'a.pdf',
    });
  });

  it('follows where an address leads', async () => {
    const file = host.serve('/second/carte.pdf', CONTENT);
    const first = host.serve('/first', (response) =>
      response.writeHead(302, { location: '/second/carte.pdf' }).end(),
    );
    expect(await attach(first)).toMatchObject({ fileName: 'carte.pdf' });
    expect(host.asked().map(({ path }) => path)).toEqual(['/first', new URL(file).pathname]);
  });

  describe('skips', () => {
    it('a file that is attached, unless told not to', async () => {
      const file = host.serve('/carte.pdf', CONTENT);
      const { id } = await attach(file);
      expect(await attach(file)).toMatchObject({
        id,
        alreadyAttached: true,
      });
      expect(await files()).toHaveLength(1);
      await host.idle();
      expect(await attach(file, inAnyCase)).toMatchObject({ alreadyAttached: false });
      expect(await files()).toHaveLength(2);
    });

    it('no file of another name or size, or that is deleted', async () => {
      await attach(host.serve('/carte.pdf', CONTENT));
      await attach(host.serve('/carte.pdf', `${CONTENT}!`));
      await attach(host.serve('/carte2.pdf', CONTENT));
      expect(await files()).toHaveLength(3);
      const deleted = { fileName: 'x.pdf', size: Buffer.byteLength(CONTENT), deleted: true };
      await sandbox.control('faults', {
        path: REQUEST,
        body: { attachments: [{ id: '1', ...deleted }] },
      });
      expect(await attach(host.serve('/x.pdf', CONTENT))).toMatchObject({
        alreadyAttached: false,
      });
    });

    it('a file that only the list of newer documents tells of', async () => {
      const file = host.serve('/carte.pdf', CONTENT);
      const { id } = await attach(file);
      await sandbox.control('faults', { path: REQUEST, body: { id: 3005 } });
      expect(await attach(file)).toMatchObject({ id });
    });
  });

  it.each([{ drop: 'after' }, { drop: 'during-chunked' }])(
    'finds what it attached where the answer is lost: %j',
    async (effect) => {
      await fault(effect);
      // Nobody knows its size before its end.
      const file = host.serve('/carte.pdf', (response) => response.writeHead(200).end(CONTENT));
      const attached = await attach(file);
      expect(await files()).toMatchObject([{ id: attached.id }]);
    },
  );

  it('says to look where nobody knows whether it was attached, unless it looks itself', async () => {
    const file = host.serve('/carte.pdf', CONTENT);
    await fault({ status: 503 });
    expect(await failure(file, inAnyCase)).toMatch(/^HaltedError: .*Check in Dastra/);
    await fault({ status: 503 });
    expect(await failure(file)).toMatch(/^AppError: Dastra had a problem/);
  });

  it('passes on what Dastra says of the file', async () => {
    await fault({ status: 400, body: { errors: { File: ['The type of carte.pdf is refused'] } } });
    expect(await failure(host.serve('/carte.pdf', CONTENT))).toMatch(
      /^HaltedError: File: .*The type of … is refused\.$/,
    );
  });

  it('needs a request that is there, before it asks for the file', async () => {
    const file = host.serve('/carte.pdf', CONTENT);
    expect(await failure(file, { requestId: '999999' })).toContain('no rights request 999999');
    expect(host.asked()).toEqual([]);
  });

  describe('says what is wrong with a file that', () => {
    const nothing = async () => {
      expect(await files()).toEqual([]);
      await host.idle();
    };

    it.each([
      ['is no address', 'identity.pdf', 'must be a file from an earlier step'],
      ['is not reached over the web', 'ftp://example.com/a.pdf', 'must be a file from an earlier'],
      ['is not read safely', 'http://example.com/a.pdf', 'is not safe to read'],
    ])('%s', async (_what, file, message) => {
      expect(await failure(file)).toMatch(new RegExp(`^HaltedError: File .*${message}`));
      expect(host.asked()).toEqual([]);
    });

    it('is on this machine, where Dastra is not', async () => {
      process.env.DASTRA_API_URL = 'https://api.dastra.eu';
      const { openFile } = await import('../../src/zapier/file.ts');
      for (const file of ['http://127.0.0.1:9/a', 'https://localhost:9/a', 'https://[::1]:9/a']) {
        await expect(openFile({} as never, file)).rejects.toMatchObject({
          details: { problems: [{ message: expect.stringContaining('not safe to read') }] },
        });
      }
    });

    it.each([
      [404, 'HaltedError', 'is no longer at its address (status 404)'],
      [410, 'HaltedError', 'is no longer at its address (status 410)'],
      [401, 'HaltedError', 'may not be read without signing in (status 401)'],
      [403, 'HaltedError', 'may not be read without signing in (status 403)'],
      [418, 'HaltedError', 'could not be read at its address (status 418)'],
      [429, 'AppError', 'the site that holds it failed (status 429)'],
      [503, 'AppError', 'the site that holds it failed (status 503)'],
    ])('its site answers for with %i', async (status, name, message) => {
      const file = host.serve('/a.pdf', (response) => response.writeHead(status).end('x'));
      const failed = await failure(file);
      expect(failed).toContain(`${name}: File `);
      expect(failed).toContain(message);
      await nothing();
    });

    it('is a page around it, but not one that is meant', async () => {
      const page = { 'content-type': 'text/html; charset=utf-8' };
      expect(await failure(host.serve('/view?id=1', '<html>', page))).toContain(
        'File is a web page, not a file.',
      );
      await nothing();
      expect(await attach(host.serve('/page.html', '<html>', page))).toMatchObject({ size: 6 });
    });

    it.each<[string, Record<string, string>]>([
      ['by its length', { 'content-length': '0' }],
      ['by what comes', { 'transfer-encoding': 'chunked' }],
    ])('is empty, %s', async (_how, headers) => {
      const file = host.serve('/a.pdf', (response) => response.writeHead(200, headers).end());
      expect(await failure(file)).toBe('HaltedError: File is empty. Map a file that has content.');
      await nothing();
    });

    it.each<[string, Record<string, string>]>([
      ['by its length', { 'content-length': '30000001' }],
      ['by what comes', { 'transfer-encoding': 'chunked' }],
    ])('is too large, %s', async (_how, headers) => {
      const chunk = Buffer.alloc(1_000_000);
      const file = host.serve('/a.pdf', (response) => {
        response.writeHead(200, headers);
        let left = 40;
        const more = () => {
          if (response.destroyed || left === 0) return;
          left -= 1;
          if (response.write(chunk)) setImmediate(more);
          else response.once('drain', more);
        };
        more();
      });
      expect(await failure(file)).toBe(
        'HaltedError: File is larger than 30 MB, the most that Dastra takes. Use a smaller file.',
      );
      await nothing();
    });

    it('Dastra finds too large', async () => {
      await sandbox.control('switches', { uploadLimit: 1000 });
      expect(await failure(host.serve('/a.pdf', 'x'.repeat(2000)))).toBe(
        'HaltedError: Dastra could not attach the file in workspace 101: this is more data than it takes at once. Shorten the longest texts of this step, or use a smaller file.',
      );
    });

    it('leads from one address to the next without end', async () => {
      const file = host.serve('/loop', (response) =>
        response.writeHead(302, { location: '/loop' }).end(),
      );
      expect(await failure(file)).toBe(
        'HaltedError: File leads from one address to the next without end. Map the file itself.',
      );
      expect(host.asked()).toHaveLength(6);
      await nothing();
    });

    it.each(['http://example.com/a.pdf', 'file:///etc/passwd', 'ftp://example.com/a'])(
      'leads on to %s',
      async (location) => {
        const file = host.serve('/a', (response) => response.writeHead(302, { location }).end());
        expect(await failure(file)).toMatch(
          /^HaltedError: File leads on to an address that is not safe to read/,
        );
        await nothing();
      },
    );

    it('leads nowhere', async () => {
      const file = host.serve('/a', (response) => response.writeHead(302).end());
      expect(await failure(file)).toContain('could not be read at its address (status 302)');
    });

    it('is at a site that is not there', async () => {
      expect(await failure('http://127.0.0.1:9/a.pdf')).toBe(
        'AppError: File could not be read: the site that holds it could not be reached. Try again in a few minutes.',
      );
    });

    const SLOW =
      'AppError: File takes too long to arrive from the site that holds it. Try again in a few minutes.';
    it.each<[string, (path: string) => string]>([
      ['before its first byte', (path) => host.serve(path, () => undefined)],
      [
        'in the middle, of known size',
        (path) =>
          host.serve(path, (response) => {
            response.writeHead(200, { 'content-length': '100' }).write('x');
          }),
      ],
      [
        // The platform's `fetch` does not notice it.
        'as it breaks off, of known size',
        (path) =>
          host.serve(path, (response) => {
            response.writeHead(200, { 'content-length': '100' });
            response.write('x', () => response.destroy());
          }),
      ],
      [
        'in the middle',
        (path) =>
          host.serve(path, (response) => {
            response.writeHead(200).write('x');
          }),
      ],
    ])('is slow %s', async (_when, file) => {
      fileLimits.time = 300;
      expect(await failure(file('/a.pdf'))).toBe(SLOW);
      await nothing();
    });

    it('breaks off', async () => {
      const file = host.serve('/a.pdf', (response) => {
        response.writeHead(200).write('x'.repeat(50_000), () => response.destroy());
      });
      expect(await failure(file)).toBe(
        'AppError: File could not be read to its end: the connection to its site broke off. Try again in a few minutes.',
      );
      await nothing();
    });
  });

  it('holds little of a file of 30 MB in memory', async () => {
    const bytes = 29_999_000;
    const chunk = Buffer.alloc(64 * 1024, 'x');
    const file = host.serve('/large.bin', (response) => {
      response.writeHead(200, { 'content-length': String(bytes) });
      let left = bytes;
      const more = () => {
        while (left > 0 && !response.destroyed) {
          const piece = chunk.subarray(0, Math.min(left, chunk.length));
          left -= piece.length;
          if (!response.write(piece)) {
            response.once('drain', more);
            return;
          }
        }
        response.end();
      };
      more();
    });
    const small = host.serve('/small.bin', 'x');
    const script = fileURLToPath(new URL('attach-memory.ts', import.meta.url));
    const child = spawn(process.execPath, ['--expose-gc', script, file, small], {
      env: { ...process.env, NODE_OPTIONS: '', DASTRA_API_URL: sandbox.url },
    });
    const output = Promise.all([text(child.stdout), text(child.stderr)]);
    const [code] = (await once(child, 'close')) as [number];
    const [out, errors] = await output;
    expect([code, errors]).toEqual([0, '']);
    const { size, more } = JSON.parse(out.trim().split('\n').at(-1) ?? '') as {
      size: number;
      more: number;
    };
    expect(size).toBe(bytes);
    expect(more).toBeLessThan(40 * 1024 * 1024);
  });
});
