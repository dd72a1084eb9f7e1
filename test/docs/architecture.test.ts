/** Follows the steps of docs/architecture.md in a copy of the project, and checks what comes of it. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../../tools/root.ts';

const page = readFileSync(join(root, 'docs', 'architecture.md'), 'utf8');

/** The blocks of code of the page, each for a file. */
const blocks = [...page.matchAll(/^ {3}```ts (\S+)\n([\s\S]*?)^ {3}```$/gm)].map(
  ([, file = '', code = '']) => ({ file, code: code.replace(/^ {3}/gm, '') }),
);

const COPIED = [
  ...['index.ts', 'package.json', 'package-lock.json', 'tsconfig.json', 'vitest.config.ts'],
  ...[
    'src',
    'sandbox',
    'contract',
    'tools',
    'test',
    'docs',
    'release',
    'templates',
    'bench',
    'demo',
  ],
];

describe('The steps to add an operation', () => {
  let copy: string;
  const read = (file: string) => readFileSync(join(copy, file), 'utf8');
  const write = (file: string, code: string) => {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), code);
  };
  /** Puts a line before the first line that holds a text. */
  const insert = (file: string, before: string, line: string) => {
    const code = read(file);
    expect(code).toContain(before);
    write(file, code.replace(before, `${line}\n${before}`));
  };
  const run = (...command: string[]) => {
    const [name = '', ...args] = command;
    const bin = name === 'node' ? process.execPath : join(root, 'node_modules', '.bin', name);
    const env = { ...process.env, NODE_ENV: '', NODE_OPTIONS: '' };
    const { status, stdout, stderr } = spawnSync(bin, args, {
      cwd: copy,
      encoding: 'utf8',
      env,
    });
    if (status !== 0)
      throw new Error(`${command.join(' ')}:\n${stdout}\n${stderr}`.slice(0, 5_000));
    return stdout;
  };

  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'dastra-steps-'));
    for (const name of COPIED) cpSync(join(root, name), join(copy, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  });
  afterEach(() => rmSync(copy, { recursive: true }));

  it('lead to a trigger, an action and a resource that compile, pass their tests and hold to the contract', () => {
    for (const { file, code } of blocks) {
      if (file !== 'index.ts') write(file, code);
      else {
        const [line = '', entry = ''] = code.trim().split('\n');
        const [, group = '', name = ''] = /^(\w+): (\w+),$/.exec(entry) ?? [];
        insert('index.ts', 'import { throttle }', line);
        write(
          'index.ts',
          read('index.ts').replace(`${group}: byKey([`, `${group}: byKey([${name}, `),
        );
      }
    }
    const cases = 'test/cases/index.ts';
    insert(cases, 'import createTask from', "import newUrgentTask from './new-urgent-task.ts';");
    insert(
      cases,
      'import createTask from',
      "import createRiskCategory from './create-risk-category.ts';",
    );
    insert(cases, '  create_task:', '  new_urgent_task: newUrgentTask,');
    insert(cases, '  create_task:', '  create_risk_category: createRiskCategory,');
    const resources = 'sandbox/resources/index.ts';
    insert(resources, 'import { tasks }', "import { riskCategories } from './risk-categories.ts';");
    insert(resources, '  tasks,', '  riskCategories,');

    expect(run('tsc')).toBe('');
    expect(run('node', 'contract/main.ts')).toContain('The contract holds.');
    const names = 'New Urgent Task|Create Risk Category';
    run('vitest', 'run', 'test/generated', '--exclude', '**/faults.test.ts', '-t', names);
  }, 300_000);
});
