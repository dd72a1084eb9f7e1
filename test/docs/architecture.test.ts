/** Follows the steps of docs/architecture.md in a copy of the project, and runs what comes of it. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../tools/root.ts';
import { startZapier } from '../../tools/zapier.ts';
import { useSandbox } from '../support/sandbox.ts';

const page = readFileSync(join(root, 'docs', 'architecture.md'), 'utf8');

/** A block of code of the page, by the file that it is for. */
const codeFor = (file: string): string => {
  const start = page.indexOf(`\`\`\`ts ${file}\n`);
  const block = page.slice(page.indexOf('\n', start) + 1, page.indexOf('```\n', start + 3));
  if (start === -1) throw new Error(`The page has no code for ${file}.`);
  return block.replace(/^ {3}/gm, '').trimEnd();
};

describe('The steps to add a trigger', () => {
  const sandbox = useSandbox();
  let copy: string;

  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'dastra-steps-'));
    for (const name of ['index.ts', 'src', 'package.json', 'tsconfig.json']) {
      cpSync(join(root, name), join(copy, name), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  });
  afterEach(() => rmSync(copy, { recursive: true }));

  it('lead to a trigger that compiles, is valid, and starts for what it is to start for', async () => {
    const file = 'src/triggers/new-urgent-task.ts';
    writeFileSync(join(copy, file), codeFor(file));
    const [importLine = '', triggersLine = ''] = codeFor('index.ts').split('\n');
    const index = readFileSync(join(copy, 'index.ts'), 'utf8');
    const anchor = "import newTask from './src/triggers/new-task.ts';\n";
    expect(index).toContain(anchor);
    const changed = index
      .replace(anchor, `${anchor}${importLine}\n`)
      .replace(/^ {2}triggers: .*$/m, `  ${triggersLine}`);
    writeFileSync(join(copy, 'index.ts'), changed);

    const bin = (name: string, ...args: string[]) =>
      execFileSync(join(root, 'node_modules', '.bin', name), args, { cwd: copy, encoding: 'utf8' });
    bin('tsc', '--noEmit', '--types', 'node', '-p', 'tsconfig.json');
    bin(
      'esbuild',
      'index.ts',
      '--bundle',
      '--platform=node',
      '--format=esm',
      '--external:zapier-platform-core',
      '--outfile=dist/index.js',
      '--log-level=error',
    );
    const { default: app } = (await import(join(copy, 'dist', 'index.js'))) as { default: object };
    const zapier = await startZapier(app);
    try {
      const bundle = { authData: { apiKey: 'sandbox-key' }, inputData: { workspaceId: '101' } };
      const address = zapier.openAddress();
      const run = (method: string, more: object = {}) =>
        zapier.run(`triggers.new_urgent_task.operation.${method}`, { ...bundle, ...more });
      expect(await run('performList')).toMatchObject([{ id: '2005' }, { id: '2002' }]);
      const subscribeData = await run('performSubscribe', address);
      for (const priority of ['Low', 'High']) {
        await sandbox.run('create_task', {
          ...bundle.inputData,
          label: priority,
          areaId: '201',
          priority,
        });
      }
      const started = [];
      for (let webhook = 0; webhook < 2; webhook += 1) {
        started.push(await run('perform', { ...(await address.next()), subscribeData }));
      }
      expect(started.flat()).toMatchObject([{ label: 'High' }]);
    } finally {
      await zapier.close();
    }
  }, 60_000);
});
