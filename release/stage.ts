/**
 * The folder from which the app is packaged: the bundle, the sources, and production dependencies
 * only. Zapier's CLI would copy all of the project, development dependencies included, and die of
 * too many open files (zapier-platform.md §2, build defects); here it finds a tree of its own.
 */
import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';

/** What Zapier keeps of the sources, for whoever looks at a version later. */
const SOURCES = [
  'index.ts',
  'src',
  'tsconfig.json',
  'package-lock.json',
  'README.md',
  '.zapierapprc',
];

/** What of package.json speaks of development alone. */
const DEVELOPMENT = ['devDependencies', 'knip', 'scripts'];

/** The one dependency that the bundle has inside itself already. */
const BUNDLED = 'node_modules/zod';

/**
 * The folders of all packages that the bundle still needs, by the lock file: what else lies in
 * node_modules is not the app's.
 */
const productionPackages = (root: string): string[] => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean }>;
  };
  return Object.entries(lock.packages)
    .filter(([path, { dev }]) => path && !dev && path !== BUNDLED)
    .map(([path]) => join(root, path))
    .filter((folder) => existsSync(folder));
};

/** Packages inside a package are on the list themselves. */
const isOwnFile = (folder: string) => (path: string) =>
  !path.slice(folder.length).includes(`${sep}node_modules`);

/**
 * Makes the folder, outside the project, so that nothing is found in the project's own node_modules.
 * @param root the project's folder, with `dist/index.js` built
 * @param extra further files to take along, relative to `root`
 * @returns the new folder; whoever asked for it removes it
 */
export const stage = (root: string, extra: readonly string[] = []): string => {
  const folder = mkdtempSync(join(tmpdir(), 'dastra-zapier-'));
  for (const name of ['dist/index.js', ...SOURCES, ...extra]) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  for (const path of productionPackages(root)) {
    const copy = join(folder, relative(root, path));
    cpSync(path, copy, { recursive: true, filter: isOwnFile(path) });
  }
  const description: object = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const staged = Object.entries(description).filter(([name]) => !DEVELOPMENT.includes(name));
  // Keeps everything but the sources out of source.zip.
  writeFileSync(join(folder, '.gitignore'), 'node_modules/\nbuild/\n');
  writeFileSync(join(folder, 'package.json'), JSON.stringify(Object.fromEntries(staged), null, 2));
  return folder;
};
