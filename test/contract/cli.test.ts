/** `npm run contract`, as a maintainer runs it: what it prints, and what it exits with. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { drifted, served } from './official.ts';

const main = fileURLToPath(new URL('../../contract/main.ts', import.meta.url));

const run = async (args: string[], env: Record<string, string> = {}) => {
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, NODE_OPTIONS: '', DASTRA_OPENAPI: '', ...env },
  });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await once(child, 'close');
  const [out, err] = await output;
  return { code, out, err };
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'contract-'));
});
afterAll(() => rm(folder, { recursive: true }));

const fileWith = async (content: string) => {
  const path = join(folder, 'document.json');
  await writeFile(path, content);
  return path;
};

describe('What cannot be checked exits with 2', () => {
  const refused = async (args: string[], sentence: string, env?: Record<string, string>) => {
    expect(await run(args, env)).toEqual({
      code: 2,
      out: '',
      err: expect.stringContaining(sentence),
    });
  };

  it('a file that is not there', () =>
    refused(['nowhere.json'], 'The file nowhere.json could not be read: ENOENT.'));

  it('a file without JSON', async () =>
    refused([await fileWith('openapi: 3.0.1')], 'document.json holds no JSON.'));

  it.each(['[]', '{}', '{"openapi":"3.0.1"}', '{"swagger":"2.0","paths":{}}', 'null'])(
    'JSON that is no OpenAPI document: %s',
    async (content) =>
      refused(
        [await fileWith(content)],
        'This is not an OpenAPI document of version 3 with paths.',
      ),
  );

  it('a document that refers to what it does not hold', async () => {
    const content = { 'application/json': { schema: { $ref: '#/components/schemas/None' } } };
    const paths = { '/me': { get: { responses: { 200: { content } } } } };
    const path = await fileWith(JSON.stringify({ openapi: '3.0.1', paths }));
    await refused([path], 'refers to #/components/schemas/None, which it does not hold.');
  });

  it('an address that cannot be reached', () =>
    refused(
      ['https://127.0.0.1:1/swagger.json'],
      'could not be fetched from https://127.0.0.1:1/',
    ));

  it('an address without https', () =>
    refused(['http://api.dastra.example/swagger.json'], 'only fetched over https'));

  it('an answer that is no success, or leads elsewhere', async () => {
    await served(503, '{}', (url) => refused([url], `could not be fetched from ${url}: 503.`));
    await served(302, '', (url) => refused([url], `could not be fetched from ${url}: `));
  });

  it('a document from DASTRA_OPENAPI', () =>
    refused([], 'The file elsewhere.json could not be read', { DASTRA_OPENAPI: 'elsewhere.json' }));

  it.each([[['--yaml']], [['one.json', 'two.json']]])('wrong arguments: %s', (args) =>
    refused(args, 'Usage: npm run contract'),
  );
});

describe('What can be checked', () => {
  it('is the extract, where no document is given: exits with 0 and a table while the contract holds', async () => {
    const { code, out, err } = await run([]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Dastra API v1 \(OpenAPI 3\.0\.1\), 324 operations\n/);
    expect(out).toMatch(/\nThe contract holds\. \d+ known divergences waive \d+ findings\.\n$/);
  }, 60_000);

  it('exits with 1 and JSON on drift in a document at an address, with --json', async () => {
    await served(200, JSON.stringify(drifted()), async (url) => {
      const { code, out, err } = await run(['--json', url]);
      expect({ code, err }).toEqual({ code: 1, err: '' });
      expect(JSON.parse(out)).toMatchObject({
        holds: false,
        document: 'Dastra API v1 (OpenAPI 3.0.1), 324 operations',
        resources: expect.arrayContaining([
          expect.objectContaining({ resource: 'Tasks', endpoints: expect.any(Number) }),
        ]),
        drift: expect.arrayContaining([
          expect.objectContaining({
            call: 'GET /v1/ws/{workspaceId}/Tasks',
            place: 'query',
            property: 'prios[]',
            rule: 'choices',
          }),
          expect.objectContaining({
            call: 'POST /v1/ws/{workspaceId}/Tasks',
            place: 'body',
            property: 'priority',
            rule: 'choices',
          }),
        ]),
        divergences: expect.arrayContaining([
          expect.objectContaining({
            what: 'Custom fields',
            source: 'docs/dastra-api.md, Custom fields; assumption A31',
          }),
        ]),
      });
    });
  }, 60_000);
});
