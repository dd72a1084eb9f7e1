import { readFileSync } from 'node:fs';
import { referencePage } from '../../docs/reference.ts';

it('docs/reference.md is up to date; `npm run docs:reference` rewrites it', () => {
  const kept = readFileSync(new URL('../../docs/reference.md', import.meta.url), 'utf8');
  expect(kept).toBe(referencePage());
});
