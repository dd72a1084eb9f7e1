/**
 * The folder from which the app is packaged: a fresh bundle, the sources, and production dependencies
 * only. In the project's own folder, Zapier's CLI would copy all development dependencies at once and
 * fail with too many open files (docs/maintaining.md).
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { minifySync } from '@swc/core';

/** What Zapier keeps of the sources, for whoever looks at a version later. */
const SOURCES = [
  'index.ts',
  'src',
  'tsconfig.json',
  'package-lock.json',
  'README.md',
  '.zapierapprc',
];

/** What of package.json speaks of development, or of what to install, alone. */
const DEVELOPMENT = ['devDependencies', 'overrides', 'allowScripts', 'knip', 'scripts'];

/** The one dependency that the bundle has inside itself already. */
const BUNDLED = 'node_modules/zod';

interface Locked {
  dev?: boolean;
  optional?: boolean;
  /** Needed by development, or by an optional dependency: what ships can do without it. */
  devOptional?: boolean;
}

/**
 * The packages that what ships needs, by the lock file. What else is in node_modules is there for
 * development, or optional.
 * @returns their folders relative to `root`, such as `node_modules/lodash`
 */
const productionPackages = (root: string): string[] => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  return Object.entries(lock.packages)
    .filter(([path, { dev, optional, devOptional }]) => path && !dev && !optional && !devOptional)
    .map(([path]) => path);
};

/**
 * Builds the app into a folder, without the source map, which is for debugging. What esbuild made small
 * becomes smaller by 6 % here, which takes too long for every build.
 */
const bundle = (root: string, folder: string): void => {
  const file = join(folder, 'dist', 'index.js');
  execFileSync('npm', ['run', '--silent', 'build', '--', `--outfile=${file}`], {
    cwd: root,
    stdio: 'inherit',
  });
  rmSync(`${file}.map`);
  const { code } = minifySync(readFileSync(file, 'utf8'), {
    module: true,
    compress: true,
    mangle: true,
    // One curly quote, and V8 would keep the whole bundle at two bytes a character.
    format: { ascii_only: true },
  });
  writeFileSync(file, code);
};

/**
 * Where each package goes in what ships. What is nested only because development has other versions moves
 * up, as it would be installed without development: the archive has the path of each file twice. What is
 * nested in one package moves together or not at all, as its parts may need each other.
 * @param paths the folders of the packages, such as `node_modules/zapier-platform-core/node_modules/semver`
 * @returns the new folder of each by its old one
 */
const placesOf = (paths: readonly string[]): Map<string, string> => {
  const places = new Map(paths.map((path) => [path, path]));
  const taken = new Set(paths);
  for (const owner of paths.filter((path) => path.split('node_modules/').length === 2)) {
    const nested = paths.filter((path) => path.startsWith(`${owner}/`));
    const raised = nested.map((path) => path.slice(owner.length + 1));
    if (raised.some((path) => taken.has(path))) continue;
    raised.forEach((path, index) => {
      taken.add(path);
      places.set(nested[index] ?? path, path);
    });
  }
  return places;
};

/** A package without the packages inside it, which are on the list themselves. */
const copyPackage = (from: string, to: string): void =>
  cpSync(from, to, {
    recursive: true,
    filter: (path) => !path.slice(from.length).includes(`${sep}node_modules`),
  });

/**
 * Makes the folder, outside the project, so that nothing is found in the project's own node_modules.
 * @param root the project's folder
 * @param extra further files to take along, relative to `root`
 * @returns the new folder; whoever asked for it removes it
 */
export const stage = (root: string, extra: readonly string[] = []): string => {
  const folder = mkdtempSync(join(tmpdir(), 'dastra-zapier-'));
  bundle(root, folder);
  for (const name of [...SOURCES, ...extra]) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  for (const [path, place] of placesOf(productionPackages(root))) {
    if (path !== BUNDLED) copyPackage(join(root, path), join(folder, place));
  }
  const description: object = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const staged = Object.entries(description).filter(([name]) => !DEVELOPMENT.includes(name));
  // Keeps everything but the sources out of source.zip.
  writeFileSync(join(folder, '.gitignore'), 'node_modules/\nbuild/\n');
  writeFileSync(join(folder, 'package.json'), JSON.stringify(Object.fromEntries(staged), null, 2));
  return folder;
};
