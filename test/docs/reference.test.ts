import { readFileSync } from 'node:fs';
import { referencePage } from '../../docs/reference.ts';

it('docs/reference.md says what the app does; `npm run docs:reference` writes it anew', () => {
  const kept = readFileSync(new URL('../../docs/reference.md', import.meta.url), 'utf8');
  expect(kept).toBe(referencePage());
});
