import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../tools/root.ts';

/** Zapier's CLI. */
export const cli = join(root, 'node_modules', 'zapier-platform-cli', 'src', 'bin', 'run');

/** Packages what stands in the folder, without asking Zapier's servers or installing anything. */
export const BUILD = ['build', '--skip-dep-install', '--skip-validation'];

/**
 * Runs Zapier's CLI in a folder.
 * @param quiet keeps what it prints from the terminal
 * @returns its exit code
 */
export const runCli = (folder: string, args: readonly string[], quiet = false): number => {
  const { status } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    stdio: quiet ? 'ignore' : 'inherit',
    env: { ...process.env, DISABLE_ZAPIER_ANALYTICS: '1' },
  });
  return status ?? 1;
};
