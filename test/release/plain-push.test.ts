/**
 * A maintainer's own `zapier-platform push`, with a CLI that is installed elsewhere, in a clone that has
 * production dependencies only. `zapier-platform build` makes the package as a push does, without
 * Zapier's servers.
 */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import packageJson from '../../package.json' with { type: 'json' };
import { cli } from '../../release/cli.ts';
import { root } from '../../tools/root.ts';

/** What a clone holds of the app and its packaging. */
const CLONED = [
  '.gitignore',
  '.zapierapprc',
  'README.md',
  'index.ts',
  'package-lock.json',
  'package.json',
  'src',
  'tsconfig.json',
];

describe("A maintainer's own push", () => {
  let folder: string;

  const run = (cwd: string, command: string, ...args: string[]) =>
    promisify(execFile)(command, args, {
      cwd,
      env: {
        ...process.env,
        // Where the CLI copies the project to, and leaves the copy if it fails.
        TMPDIR: folder,
        DISABLE_ZAPIER_ANALYTICS: '1',
        NODE_OPTIONS: '',
        NODE_ENV: '',
        // Installing the project has left all that is installed here in npm's cache.
        npm_config_prefer_offline: 'true',
      },
    });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dastra-push-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('ships what the sources say, not what was built before', async () => {
    const clone = join(folder, 'clone');
    for (const name of CLONED) cpSync(join(root, name), join(clone, name), { recursive: true });
    mkdirSync(join(clone, 'dist'));
    writeFileSync(join(clone, 'dist', 'index.js'), 'throw new Error("This is the old bundle.");');

    await run(clone, 'npm', 'ci', '--omit=dev');
    await run(clone, process.execPath, cli, 'build', '--skip-validation');

    const build = unzipSync(readFileSync(join(clone, 'build', 'build.zip')));
    await run(root, 'npm', 'run', 'build', '--', `--outfile=${join(folder, 'index.js')}`);
    expect(Buffer.from(build['dist/index.js'] ?? []).toString()).toBe(
      readFileSync(join(folder, 'index.js'), 'utf8'),
    );
    const unwanted = /node_modules\/(?:encoding|iconv-lite|esbuild)\//;
    expect(Object.keys(build).filter((name) => unwanted.test(name))).toEqual([]);
  }, 120_000);

  it('is built by the version of esbuild that development uses', () => {
    expect(packageJson.scripts['_zapier-build']).toContain(
      `--package=esbuild@${packageJson.devDependencies.esbuild} `,
    );
  });
});
