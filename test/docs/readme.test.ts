/** The commands that README gives are run, here or by CI, or need an account of Zapier's. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { readGreeting } from '../../sandbox/remote.ts';
import { definition } from '../../tools/definition.ts';
import { root } from '../../tools/root.ts';

const PAGES = ['README.md', 'CONTRIBUTING.md', join('docs', 'maintaining.md')];
const read = (page: string) => readFileSync(join(root, page), 'utf8');
/** What a maintainer reads first: the front page, and the two that it leads to. */
const pages = PAGES.map(read).join('\n');
const ci = readFileSync(join(root, '.ci', 'run'), 'utf8');

/** The lines of the blocks of shell commands, without comments. */
const commands = [...pages.matchAll(/```sh\n([\s\S]*?)```/g)]
  .flatMap(([, block = '']) => block.split('\n'))
  .map((line) => line.replace(/\s+#.*$/, '').trim())
  .filter(Boolean);

/** Commands of Zapier's CLI that ask Zapier's servers. */
const NEEDS_AN_ACCOUNT = ['login', 'link', 'migrate', 'logs', 'history'];
/** Our own that do. */
const ASKS_ZAPIER = ['push', 'promote'];
/** Ours that are run elsewhere in these tests. */
const TESTED_ELSEWHERE = [
  'sandbox',
  'surface',
  'package',
  'test:browser',
  'site',
  'contract',
  'extract',
];

const scriptOf = (command: string) => /^npm (?:run )?([\w:]+)/.exec(command)?.[1] ?? '';

describe('README, CONTRIBUTING and docs/maintaining.md', () => {
  it('gives npm scripts that there are', () => {
    const named = [...pages.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name ?? '');
    expect(named.length).toBeGreaterThan(10);
    for (const name of named) expect(Object.keys(packageJson.scripts)).toContain(name);
  });

  it('links to files that there are', () => {
    const links = PAGES.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, file = '']) =>
        join(root, dirname(page), file),
      ),
    );
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('gives no command that nobody has run', () => {
    expect(commands.length).toBeGreaterThan(10);
    const unknown = commands.filter((command) => {
      const parts = command.split(' && ');
      return !parts.every((part) => {
        if (part === 'npm ci' || part.startsWith('cp .env.example')) return true;
        const invoked = /^npx zapier-platform (\w+)/.exec(part)?.[1];
        if (invoked) return invoked === 'invoke' || NEEDS_AN_ACCOUNT.includes(invoked);
        const script = scriptOf(part);
        return (
          ci.includes(`npm run ${script}`) ||
          ci.includes(`npm ${script}`) ||
          [...ASKS_ZAPIER, ...TESTED_ELSEWHERE].includes(script)
        );
      });
    });
    expect(unknown).toEqual([]);
  });

  it('names every operation, by resource', () => {
    const [, section = ''] = read('README.md').split('## What it does\n');
    const rows = section.slice(0, section.indexOf('\n## ')).match(/^\| \*\*.*$/gm) ?? [];
    const named = rows
      .flatMap((line) => line.split('|').slice(2, -1))
      .flatMap((cell) => cell.split(','));
    expect(
      named
        .map((label) => label.trim())
        .filter(Boolean)
        .sort(),
    ).toEqual(definition.visible.map(({ label }) => label).sort());
  });

  it('is short', () => {
    expect(read('README.md').split(/\s+/).length).toBeLessThanOrEqual(700);
  });

  it('invokes each kind of operation as it says', async () => {
    const env = { ...process.env, NODE_OPTIONS: '', NODE_ENV: '', DISABLE_ZAPIER_ANALYTICS: '1' };
    const sandbox = spawn('node', ['sandbox/main.ts', '--port', '0'], {
      cwd: root,
      env,
    });
    try {
      const [line] = (await once(sandbox.stdout, 'data')) as [Buffer];
      const { url, apiKey } = readGreeting(line.toString());
      const results = commands
        .filter((command) => command.startsWith('npx zapier-platform invoke'))
        .map((command) =>
          execFileSync('sh', ['-c', `${command.replace('npx ', '')} --non-interactive`], {
            cwd: root,
            encoding: 'utf8',
            env: {
              ...env,
              PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`,
              DASTRA_API_URL: url,
              authData_apiKey: apiKey,
            },
          }),
        );
      expect(results).toEqual([
        expect.stringContaining('"name": "Brumelune API"'),
        expect.stringContaining('"label": "Groupe Brumelune"'),
        expect.stringContaining('"label": "Call back"'),
        expect.stringContaining('"displayName": "Hélianthe Paie"'),
      ]);
    } finally {
      sandbox.kill();
      await once(sandbox, 'exit');
    }
  }, 120_000);
});
