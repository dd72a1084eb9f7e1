/**
 * Packages, pushes and promotes the app, all from the same staged folder, so that what was looked at
 * is what ships:
 *
 *   node release/main.ts package            build/build.zip and build/source.zip, offline
 *   node release/main.ts push [flags]       what `zapier-platform push` does, validation included
 *   node release/main.ts promote [args]     what `zapier-platform promote` does
 */
import { cpSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../tools/root.ts';
import { BUILD, runCli } from './cli.ts';
import { stage } from './stage.ts';

const COMMANDS: Record<string, string[]> = {
  package: BUILD,
  push: ['push', '--skip-dep-install'],
  promote: ['promote'],
};

const [command = '', ...rest] = process.argv.slice(2);
const args = COMMANDS[command];
if (!args) {
  console.error(`Say what to do: ${Object.keys(COMMANDS).join(', ')}.`);
  process.exit(2);
}

// Zapier reads the changelog when a version is promoted.
const folder = stage(root, existsSync(join(root, 'CHANGELOG.md')) ? ['CHANGELOG.md'] : []);
try {
  process.exitCode = runCli(folder, [...args, ...rest]);
  if (process.exitCode === 0 && command !== 'promote') {
    mkdirSync(join(root, 'build'), { recursive: true });
    for (const name of ['build.zip', 'source.zip']) {
      cpSync(join(folder, 'build', name), join(root, 'build', name));
      const { size } = statSync(join(root, 'build', name));
      console.log(`build/${name}: ${(size / 1024).toFixed(0)} KiB`);
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
