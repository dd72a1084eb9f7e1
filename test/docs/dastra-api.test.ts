/** What code and docs cite of docs/dastra-api.md is there, and so is what that page refers to. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultSwitches } from '../../sandbox/engine/switches.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const PAGE = join('docs', 'dastra-api.md');
const page = readFileSync(join(root, PAGE), 'utf8');

/** The folders whose comments cite the page. */
const FOLDERS = ['src', 'sandbox', 'contract', 'test', 'templates', 'demo', 'bench', 'docs'];

/** The text of all files, each without the line breaks of its comments. */
const sources = FOLDERS.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|md)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name)),
)
  .filter((path) => !path.endsWith(PAGE))
  .map((path) => readFileSync(path, 'utf8').replace(/\n\s*(\*|\/\/)?\s*/g, ' '));

const headings = [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
const rows = [...page.matchAll(/^\| A(\d+) \|.*\| ([^|]+) \|$/gm)];

const found = (pattern: RegExp) =>
  sources.flatMap((text) => [...text.matchAll(pattern)].map(([, cited = '']) => cited));

describe('docs/dastra-api.md', () => {
  it('has each section that is cited', () => {
    const cited = found(/\bdocs\/dastra-api\.md, ([A-Z][a-z]+(?: [a-z]+)*)/g);
    expect(cited.length).toBeGreaterThan(0);
    expect(cited.filter((section) => !headings.includes(section))).toEqual([]);
  });

  it('has each assumption that is cited, numbered from 1 on', () => {
    const numbers = rows.map(([, number]) => Number(number));
    expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
    const cited = found(/\bassumptions? (A\d+(?:(?:,| and) A\d+)*)/g)
      .flatMap((list) => list.match(/\d+/g) ?? [])
      .map(Number);
    expect(cited.length).toBeGreaterThan(0);
    expect(cited.filter((number) => !numbers.includes(number))).toEqual([]);
    const inPage = [...page.matchAll(/\bA(\d+)\b/g)].map(([, number]) => Number(number));
    expect(inPage.filter((number) => !numbers.includes(number))).toEqual([]);
  });

  it('names switches of the sandbox and files that there are', () => {
    const shown = rows.map(([, , by = '']) => by).join(', ');
    const switches = [...shown.matchAll(/`(\w+)`/g)].map(([, name]) => name);
    expect(switches.length).toBeGreaterThan(0);
    expect(Object.keys(defaultSwitches())).toEqual(expect.arrayContaining(switches));
    const files = [...shown.matchAll(/\b(?:test|contract)\/[\w./-]+/g)].map(([file]) => file);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  it('links to sections and files that there are', () => {
    const anchors = headings.map((heading) => `#${heading.toLowerCase().replaceAll(' ', '-')}`);
    const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);
    const broken = links.filter((link) =>
      link.startsWith('#') ? !anchors.includes(link) : !existsSync(join(root, 'docs', link)),
    );
    expect(broken).toEqual([]);
  });
});
