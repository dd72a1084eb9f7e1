/**
 * What is compared: the package of the app, and that of an empty app which is installed by itself, from
 * a lock file of its own. Both are made by Zapier's CLI, and unzipped as on Zapier's servers.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import packageJson from '../package.json' with { type: 'json' };
import { BUILD, runCli } from '../release/cli.ts';
import { stage } from '../release/stage.ts';
import { root } from '../tools/root.ts';
import emptyApp from './empty-app/package.json' with { type: 'json' };
import { type Line, progress } from './measure.ts';

const GOAL = { value: 1.12, unit: '×' };

export interface Package {
  /** Where it is unzipped. */
  folder: string;
  /** The size of build.zip. */
  kibibytes: number;
}

export interface Packages {
  app: Package;
  empty: Package;
  /** Deletes both. */
  remove(): void;
}

/** Installs the empty app outside the project, so that it finds nothing of the project's. */
const stageEmpty = (): string => {
  const core = packageJson.dependencies['zapier-platform-core'];
  if (emptyApp.dependencies['zapier-platform-core'] !== core) {
    throw new Error(`Install zapier-platform-core ${core} in bench/empty-app, too.`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'dastra-empty-'));
  cpSync(join(root, 'bench', 'empty-app'), folder, { recursive: true });
  // All but a file or two of it is in npm's cache, as the project needs the same.
  execFileSync('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  writeFileSync(join(folder, '.gitignore'), 'node_modules/\nbuild/\n');
  return folder;
};

/** Replaces what a staged folder holds by its package, unzipped. */
const packAndUnzip = (folder: string): Package => {
  if (runCli(folder, BUILD, true) !== 0) throw new Error('The package could not be made.');
  const zip = readFileSync(join(folder, 'build', 'build.zip'));
  rmSync(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    if (name.endsWith('/')) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return { folder, kibibytes: zip.length / 1024 };
};

export const makePackages = (): Packages => {
  progress('Packaging the app');
  const app = packAndUnzip(stage(root));
  progress('Packaging an empty app');
  const empty = packAndUnzip(stageEmpty());
  const remove = () => {
    for (const { folder } of [app, empty]) rmSync(folder, { recursive: true });
  };
  return { app, empty, remove };
};

export const benchSize = ({ app, empty }: Packages): Line => {
  const ratio = app.kibibytes / empty.kibibytes;
  return {
    what: 'Package (build.zip)',
    measured: [
      { value: app.kibibytes, unit: 'KiB' },
      { value: ratio, unit: '×' },
    ],
    baseline: { what: 'empty app', measured: [{ value: empty.kibibytes, unit: 'KiB' }] },
    goal: GOAL,
    met: ratio <= GOAL.value,
  };
};
