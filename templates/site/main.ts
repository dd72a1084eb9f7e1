/** `npm run site`: checks the catalogue, writes `site/`, and says what is left to confirm. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import app from '../../index.ts';
import { catalogue } from '../catalogue.ts';
import { ownSelector } from '../links.ts';
import { lintCatalogue, toConfirm } from '../lint.ts';
import { buildSite } from './build.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'site');

const problems = lintCatalogue(catalogue, app);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}

const linked = await readFile(join(root, '.zapierapprc'), 'utf8').catch(() => '{}');
const selector = ownSelector(process.env.ZAPIER_APP_KEY, linked);
const files = await buildSite(selector);
await rm(folder, { recursive: true, force: true });
await mkdir(folder);
let bytes = 0;
for (const [name, text] of files) {
  await writeFile(join(folder, name), text);
  bytes += Buffer.byteLength(text);
}

console.log(
  `site/: ${catalogue.length} templates, ${files.size} files, ${(bytes / 1000).toFixed(1)} kB.`,
);
if (selector === undefined) {
  console.warn(
    'The app has no key yet, so that “Use this template” explains instead of leading to Zapier. Run `npx zapier-platform link`, or set ZAPIER_APP_KEY to the `key` of .zapierapprc, and build again.',
  );
} else {
  console.log(`Links name this app ${selector}.`);
}
console.log('\nTo confirm on live Zapier before a template is published:');
for (const line of toConfirm(catalogue)) console.log(`  ${line}`);
