/**
 * Takes the pictures that README.md shows of the templates' page: `npm run docs:pictures`. It needs the
 * browser of `npm run test:browser`.
 */
import { fileURLToPath } from 'node:url';
import { templatePage } from '../templates/site/addresses.ts';
import { buildSite } from '../templates/site/build.ts';
import { launch, serve } from '../test/browser/browser.ts';

const WIDE = { width: 1120, height: 860 };
const PHONE = { width: 390, height: 844 };

const PICTURES = [
  ['templates-en', 'en/', WIDE, 'light'],
  [
    'templates-fr',
    templatePage('fr', 'trello-cards-and-gmail-replies-for-new-rights-requests'),
    WIDE,
    'light',
  ],
  ['templates-phone', 'fr/', PHONE, 'dark'],
] as const;

// Linked to an app of Zapier, as it will be when it is published.
const site = await serve(await buildSite({ selector: 'App123CLIAPI' }));
const browser = await launch();
for (const [name, path, viewport, colorScheme] of PICTURES) {
  const page = await browser.newPage({ viewport, colorScheme });
  await page.goto(`${site.url}/${path}`);
  await page.evaluate('document.fonts.ready');
  const picture = new URL(`images/${name}.png`, import.meta.url);
  await page.screenshot({ path: fileURLToPath(picture) });
}
await browser.close();
await site.close();
