/** `npm run site`: checks the catalogue, writes `site/`, and says what is left to confirm. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import app from '../../index.ts';
import { definition } from '../../tools/definition.ts';
import { catalogue } from '../catalogue.ts';
import { ownSelector } from '../links.ts';
import { lintCatalogue, toConfirm } from '../lint.ts';
import { LANGUAGES } from '../schema.ts';
import { appsOf } from '../steps.ts';
import { buildSite } from './build.ts';
import { glossOf } from './glosses.ts';
import { commonPicture, pictureOf } from './social.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'site');

const problems = lintCatalogue(catalogue, app);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}

const linked = await readFile(join(root, '.zapierapprc'), 'utf8').catch(() => '{}');
const selector = ownSelector(process.env.ZAPIER_APP_KEY, linked);
const address = process.env.SITE_URL;
const files = await buildSite({ selector, address });
if (address !== undefined) {
  const apps = [...new Set(catalogue.flatMap(appsOf))];
  for (const language of LANGUAGES) {
    files.set(...(await commonPicture(language, apps)));
    for (const template of catalogue) files.set(...(await pictureOf(language, template)));
  }
}
await rm(folder, { recursive: true, force: true });
let bytes = 0;
for (const [name, content] of files) {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), content);
  bytes += Buffer.byteLength(content);
}

console.log(
  `site/: ${catalogue.length} templates in ${LANGUAGES.length} languages, ${files.size} files, ${(bytes / 1e6).toFixed(1)} MB.`,
);
if (selector === undefined) {
  console.warn(
    'The app has no key yet, so that the pages explain how to make each Zap by hand. Run `npx zapier-platform link`, or set ZAPIER_APP_KEY to the `key` of .zapierapprc, and build again.',
  );
} else {
  console.log(`Links name this app ${selector}.`);
}
if (address === undefined) {
  console.warn(
    'SITE_URL is not set, so that there is no sitemap, no canonical address and no picture for links in chats. Set it to the address where the site will be, such as https://example.com/zapier, and build again.',
  );
}
const labels = definition.visible.flatMap((event) => [
  event.label,
  ...Object.values(event.groups),
  ...[...event.allFields(), ...event.outputFields].map(({ label }) => label),
]);
const unknown = [...new Set(labels)].filter((label) => !glossOf(label));
if (unknown.length > 0) {
  console.warn(`Without a French meaning in templates/site/glosses.ts: ${unknown.join(', ')}.`);
}
console.log('\nTo confirm on live Zapier before a template is published:');
for (const line of toConfirm(catalogue)) console.log(`  ${line}`);
