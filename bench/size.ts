/** What is uploaded: the package of the app against that of an empty one, made the same way. */
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILD, runCli } from '../release/cli.ts';
import { stage } from '../release/stage.ts';
import { root } from '../tools/root.ts';
import { type Line, progress } from './measure.ts';

const GOAL = { value: 1.1, unit: '×' };

const EMPTY_APP = `import { version } from 'zapier-platform-core';
export default { version: '1.0.0', platformVersion: version };
`;

const zipSize = (bundle?: string): number => {
  const folder = stage(root);
  try {
    if (bundle) writeFileSync(join(folder, 'dist', 'index.js'), bundle);
    if (runCli(folder, BUILD, true) !== 0) throw new Error('The package could not be made.');
    return statSync(join(folder, 'build', 'build.zip')).size / 1024;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

export const benchSize = (): Line[] => {
  progress('Packaging the app');
  const app = zipSize();
  progress('Packaging an empty app');
  const empty = zipSize(EMPTY_APP);
  return [
    {
      what: 'Package (build.zip)',
      measured: [
        { value: app, unit: 'KiB' },
        { value: app / empty, unit: '×' },
      ],
      baseline: { what: 'empty app', measured: [{ value: empty, unit: 'KiB' }] },
      goal: GOAL,
      met: app / empty <= GOAL.value,
    },
  ];
};
