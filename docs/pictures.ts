/**
 * Takes the pictures of README.md and of the guides, all anew: `npm run docs:pictures`. They show the
 * list of templates, and the flows of those in the guides. It needs the browser of `npm run test:browser`.
 */
import { fileURLToPath } from 'node:url';
import { LANGUAGES } from '../templates/schema.ts';
import { homePage, templatePage } from '../templates/site/addresses.ts';
import { buildSite } from '../templates/site/build.ts';
import { guides } from '../templates/site/guides.ts';
import { launch, serve } from '../test/browser/browser.ts';

const WIDE = { width: 1120, height: 860 };
// Linked to an app of Zapier, as it will be when it is published.
const site = await serve(await buildSite({ selector: 'App123CLIAPI' }));
const browser = await launch();
const fileOf = (name: string) => fileURLToPath(new URL(`images/${name}.png`, import.meta.url));
const list = await browser.newPage({ viewport: WIDE });
await list.goto(`${site.url}/${homePage('en')}`);
await list.evaluate('document.fonts.ready');
await list.screenshot({ path: fileOf('templates-en') });
for (const language of LANGUAGES) {
  for (const { pictures } of guides) {
    for (const [name, template] of Object.entries(pictures)) {
      // Sharp also where a screen has two pixels for one.
      const page = await browser.newPage({ viewport: WIDE, deviceScaleFactor: 2 });
      await page.goto(`${site.url}/${templatePage(language, template)}`);
      await page.evaluate('document.fonts.ready');
      await page.locator('.about .picture').screenshot({ path: fileOf(`${name}-${language}`) });
    }
  }
}
await browser.close();
await site.close();
