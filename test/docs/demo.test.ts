/** What README shows of the demo is what the demo prints, but for IDs and times. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../tools/root.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** A line of the demo without what differs from run to run. */
const normalized = (line: string) =>
  line
    .replace(/\d+ ms\b/, '… ms')
    .replace(/\d+\.\d s\b/, '… s')
    .replace(/(ID|number|subscription) [\w-]+( and \d+)?/, '$1 …')
    .replace(/\s+/g, ' ')
    .trim();

/** The lines of README's transcript: a step begins with its number. */
const shown = [...readme.matchAll(/^ {1,2}\d+ {2}\S.*$/gm)].map(([line]) => normalized(line));

describe('The demo', () => {
  it('ends well, and prints what README shows of it', async () => {
    const { stdout } = await promisify(execFile)('node', ['demo/main.ts'], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1' },
    });
    const lines = stdout.split('\n').map(normalized);
    expect(shown).not.toEqual([]);
    expect(lines).toEqual(expect.arrayContaining(shown));
    expect(lines).not.toContainEqual(expect.stringContaining('✗'));
  }, 60_000);
});
