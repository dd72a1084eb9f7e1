import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import app from '../../index.ts';
import packageLock from '../../package-lock.json' with { type: 'json' };
import { root } from '../../tools/root.ts';
import { handlerOf } from '../../tools/zapier.ts';

/** `npm run package`. */
const makePackage = () =>
  execFileSync(process.execPath, [join('release', 'main.ts'), 'package'], {
    cwd: root,
    encoding: 'utf8',
    // The flags of this test runner are not for the processes that it starts.
    env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: '' },
  });

const contentOf = (name: string) => unzipSync(readFileSync(join(root, 'build', name)));

describe('The package', () => {
  let output: string;
  let build: Record<string, Uint8Array>;
  let source: Record<string, Uint8Array>;
  let folder: string;

  beforeAll(() => {
    output = makePackage();
    build = contentOf('build.zip');
    source = contentOf('source.zip');
    folder = mkdtempSync(join(tmpdir(), 'dastra-package-'));
    for (const [name, bytes] of Object.entries(build)) {
      if (name.endsWith('/')) continue;
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('says where it is and how large', () => {
    expect(output).toMatch(/build\/build\.zip: \d+ KiB\nbuild\/source\.zip: \d+ KiB\n$/);
  });

  it('answers by itself as Zapier asks it, with the definition that is tested here', async () => {
    const ask = (command: string): unknown => {
      const code = `
        const { handler } = await import('./zapierwrapper.js');
        const { results } = await handler({ command: '${command}', calledFromCli: true });
        console.log(JSON.stringify(results));`;
      const options = {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, NODE_OPTIONS: '' },
      } as const;
      return JSON.parse(
        execFileSync(process.execPath, ['--input-type=module', '-e', code], options),
      );
    };
    expect(ask('validate')).toEqual([]);
    const { results } = await handlerOf(app)({ command: 'definition', calledFromCli: true });
    expect(ask('definition')).toEqual(results);
  });

  it('holds the bundle, the platform and what that needs, and nothing else', () => {
    const names = Object.keys(build);
    expect(names).toEqual(
      expect.arrayContaining([
        'dist/index.js',
        'package.json',
        'zapierwrapper.js',
        'definition.json',
      ]),
    );
    const own = names.filter((name) => !name.startsWith('node_modules/') && !name.endsWith('/'));
    expect(own.sort()).toEqual([
      'definition.json',
      'dist/index.js',
      'package.json',
      'zapierwrapper.js',
    ]);
    const folders = names.flatMap(
      (name) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(name)?.[0] ?? [],
    );
    const { packages } = packageLock as { packages: Record<string, { dev?: boolean }> };
    const nameOf = (folder: string) => folder.split('node_modules/').at(-1);
    const needed = Object.keys(packages).filter((folder) => !packages[folder]?.dev);
    expect(needed.map(nameOf)).toEqual(expect.arrayContaining([...new Set(folders.map(nameOf))]));
    // Where it would be without the versions that development has.
    expect(folders).toContain('node_modules/semver');
    const ofName = (name: string) =>
      new Set(folders.filter((folder) => folder.endsWith(`node_modules/${name}`)));
    // Development needs these two, and a lock file that lets them in makes the package a third larger.
    expect([...ofName('encoding'), ...ofName('iconv-lite')]).toEqual([]);
    expect([...ofName('mime-db')]).toEqual(['node_modules/mime-db']);
    expect(folders).toContain('node_modules/zapier-platform-core');
    expect(folders).not.toContain('node_modules/zod');
    expect(names.filter((name) => name.endsWith('.map'))).toEqual([]);
  });

  it('loads nothing but parts of Node when it starts', () => {
    const bundle = Buffer.from(build['dist/index.js'] ?? []).toString();
    const loaded = [...bundle.matchAll(/\b(?:from|import|require)\s*\(?\s*"([^"]+)"/g)];
    expect(loaded.length).toBeGreaterThan(0);
    for (const [, name] of loaded) expect(name).toMatch(/^node:/);
  });

  it('keeps the sources beside it, without tests, sandbox or dependencies', () => {
    const tops = new Set(Object.keys(source).map((name) => name.split('/')[0]));
    expect(tops).toContain('src');
    expect(tops).toContain('index.ts');
    for (const name of [
      'node_modules',
      'test',
      'sandbox',
      'tools',
      'demo',
      'bench',
      'contract',
      '.git',
    ]) {
      expect(tops).not.toContain(name);
    }
  });
});
