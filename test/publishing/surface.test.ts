import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import {
  compare,
  currentSurface,
  recordedSurface,
  refusal,
  type Surface,
} from '../../release/surface.ts';
import { root } from '../../tools/root.ts';

const CHANGELOG = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');

/** The surface of today after a change, under the next minor version. */
const changed = (change: (surface: Surface) => void, version = '1.1.0'): Surface => {
  const surface = structuredClone(currentSurface());
  change(surface);
  return { ...surface, version };
};

const taskOf = (surface: Surface) => {
  const task = surface.operations.create_task;
  if (!task) throw new Error('There is no create_task.');
  return task;
};
const field = { type: 'string', required: false };

const breaking: [string, (surface: Surface) => void, string][] = [
  ['an operation that is gone', (s) => delete s.operations.create_task, 'create_task is gone.'],
  [
    'a field that is gone',
    (s) => delete taskOf(s).input.label,
    'create_task: the field label is gone.',
  ],
  [
    'a field of another type',
    (s) => {
      taskOf(s).input.deadline = { type: 'string', required: false };
    },
    'create_task: the field deadline was datetime and is string.',
  ],
  [
    'a field that has become required',
    (s) => {
      taskOf(s).input.color = { type: 'string', required: true };
    },
    'create_task: the field color has become required.',
  ],
  [
    'a new field that is required',
    (s) => {
      taskOf(s).input.extra = { type: 'string', required: true };
    },
    'create_task: the field extra is new and required.',
  ],
  [
    'a result that is gone',
    (s) => delete taskOf(s).output.label,
    'create_task: the result label is gone.',
  ],
  [
    'a result of another type',
    (s) => {
      taskOf(s).output.id = 'integer';
    },
    'create_task: the result id was string and is integer.',
  ],
  [
    'a sample that has lost a key',
    (s) => {
      taskOf(s).sample = taskOf(s).sample.filter((key) => key !== 'area__label');
    },
    'create_task: the sample has lost area__label.',
  ],
  [
    'an operation that is hidden',
    (s) => {
      taskOf(s).hidden = true;
    },
    'create_task is hidden now.',
  ],
  [
    'another kind of connection',
    (s) => {
      s.authentication.type = 'oauth2';
    },
    'The connection was custom and is oauth2.',
  ],
  [
    'another field of the connection',
    (s) => {
      s.authentication.fields.region = field;
    },
    'The connection: the field region is new.',
  ],
  [
    'a pair that is gone',
    (s) => delete s.searchOrCreates.find_actor,
    'Find or create by find_actor is gone.',
  ],
];

const harmless: [string, (surface: Surface) => void, string][] = [
  [
    'a new field',
    (s) => {
      taskOf(s).input.extra = field;
    },
    'create_task: the field extra is new.',
  ],
  [
    'a field that is no longer required',
    (s) => {
      taskOf(s).input.label = field;
    },
    'create_task: the field label is no longer required.',
  ],
  [
    'a new result',
    (s) => {
      taskOf(s).output.extra = 'string';
    },
    'create_task: the result extra is new.',
  ],
  [
    'a new operation',
    (s) => {
      s.operations.create_contract = taskOf(s);
    },
    'create_contract is new.',
  ],
];

describe('The public surface', () => {
  it('is the recorded one; `npm run surface` reports and records changes', () => {
    expect(currentSurface()).toEqual(recordedSurface());
  });

  it.each(breaking)('C001-C003: refuses %s without a new major version', (_what, change, text) => {
    const before = currentSurface();
    const after = changed(change);
    expect(compare(before, after)).toContainEqual({ breaks: true, text });
    expect(refusal(before, after, CHANGELOG)).toContain('needs a new major version');
    const major = changed(change, '2.0.0');
    expect(refusal(before, major, CHANGELOG)).toContain('needs a section "## 2.0.0"');
    expect(refusal(before, major, `${CHANGELOG}\n## 2.0.0\n`)).toBeUndefined();
  });

  it.each(harmless)('lets %s pass, and says so', (_what, change, text) => {
    const before = currentSurface();
    const after = changed(change);
    expect(compare(before, after)).toEqual([{ breaks: false, text }]);
    expect(refusal(before, after, CHANGELOG)).toBeUndefined();
  });
});

describe('The changelog', () => {
  /** What Zapier's CLI takes for the section of a version: the first header that holds it anywhere. */
  const sectionOf = (version: string) => {
    const lines = CHANGELOG.split('\n');
    const header = new RegExp(`^#{1,4} .*${version.split('.').join('\\.')}`);
    const start = lines.findIndex((line) => header.test(line));
    if (start === -1) return undefined;
    const end = lines.slice(start + 1).findIndex((line) => /^#{1,2} /.test(line));
    const body = lines.slice(start + 1, end === -1 ? undefined : start + 1 + end);
    return { header: lines[start], text: body.join('\n').trim() };
  };

  it('has a section for this version, and no earlier header that only looks like it', () => {
    const section = sectionOf(packageJson.version);
    expect(section?.header).toBe(`## ${packageJson.version}`);
    expect(section?.text).not.toBe('');
  });

  it('names only operations that there are, and no number that Zapier would take for its own', () => {
    const named = [...CHANGELOG.matchAll(/(?:trigger|create|search)\/(\w+)/g)].map(
      ([, key]) => key,
    );
    expect(named.length).toBeGreaterThan(0);
    for (const key of named) expect(Object.keys(currentSurface().operations)).toContain(key);
    expect(CHANGELOG).not.toMatch(/#\d/);
  });
});
