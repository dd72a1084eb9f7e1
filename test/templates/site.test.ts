/** The site as files; how it works in a browser is tested in test/browser. */
import { gzipSync } from 'node:zlib';
import { renderToString } from 'preact-render-to-string';
import { catalogue } from '../../templates/catalogue.ts';
import { startOf } from '../../templates/links.ts';
import { partners } from '../../templates/partners.ts';
import { pillsIn } from '../../templates/pills.ts';
import { LANGUAGES, type Language } from '../../templates/schema.ts';
import {
  fileOf,
  guidePage,
  homePage,
  operationPage,
  referencePage,
  templatePage,
} from '../../templates/site/addresses.ts';
import { buildSite } from '../../templates/site/build.ts';
import { glossOf } from '../../templates/site/glosses.ts';
import { guides, guideText, templatesIn } from '../../templates/site/guides.ts';
import { markOf } from '../../templates/site/marks.ts';
import { wordsOf } from '../../templates/site/plain.ts';
import { commonPicture, pictureOf } from '../../templates/site/social.ts';
import { contextOf } from '../../templates/site/views/context.ts';
import { page } from '../../templates/site/views/page.ts';
import { labelOfPill, templatePageOf } from '../../templates/site/views/template.ts';
import { goals, typeset, words } from '../../templates/site/words.ts';
import { DASTRA, fieldsOfStep, textIn } from '../../templates/steps.ts';
import { definition } from '../../tools/definition.ts';

const ADDRESS = 'https://site.example.com/zapier';
const SLACK = 'slack-messages-for-new-rights-requests';

/** What a page with its style, script and fonts may weigh on its way to the visitor, in bytes. */
const BUDGET = 60_000;

type Files = Map<string, string | Uint8Array>;

const own = definition.visible;
const html = (files: Files, page: string) => String(files.get(fileOf(page)) ?? '');
const htmlFiles = (files: Files) =>
  [...files].flatMap(([name, content]) =>
    name.endsWith('.html') ? [[name, String(content)] as const] : [],
  );
/** What a reader sees of a page: no tags, scripts or code for maintainers. */
const textOf = (page: string) =>
  page
    .replace(/<(script|title|details class="raw")[\s\S]*?<\/(script|title|details)>/g, '')
    .replace(/<[^>]+>/g, ' ');

describe('The site', () => {
  let files: Files;
  let bare: Files;
  beforeAll(async () => {
    files = await buildSite({ selector: 'App123CLIAPI', address: ADDRESS });
    bare = await buildSite();
  });

  const pagesOf = (language: Language) => [
    homePage(language),
    referencePage(language),
    ...catalogue.map(({ id }) => templatePage(language, id)),
    ...guides.map(({ id }) => guidePage(language, id)),
    ...own.map((event) => operationPage(language, event)),
  ];

  it('has a page for each template, guide and operation, in each language', () => {
    const pages = LANGUAGES.flatMap(pagesOf).map(fileOf);
    expect(new Set(pages).size).toBe(pages.length);
    expect([...files.keys()].sort()).toEqual(
      [
        ...pages,
        'index.html',
        '404.html',
        'style.css',
        'script.js',
        'text.woff2',
        'bold.woff2',
        'favicon.svg',
        'robots.txt',
        'sitemap.xml',
      ].sort(),
    );
    expect([...bare.keys()]).not.toContain('sitemap.xml');
  });

  it('stays small: no page weighs more than its budget, with all that it loads', () => {
    const sizeOf = (name: string) => gzipSync(files.get(name) ?? '').length;
    const shared = ['style.css', 'script.js', 'text.woff2', 'bold.woff2'].reduce(
      (sum, name) => sum + sizeOf(name),
      0,
    );
    for (const [name] of htmlFiles(files)) {
      expect([name, shared + sizeOf(name) < BUDGET]).toEqual([name, true]);
    }
  });

  it.each(LANGUAGES)(
    'says of each template what, for whom and with which plan (%s)',
    (language) => {
      const list = html(files, homePage(language));
      for (const { id, title, problem, goal, personalData, steps } of catalogue) {
        const page = html(files, templatePage(language, id));
        const shown = (text: string) => text.replace(/&/g, '&amp;');
        for (const text of [title, problem]) {
          expect(list).toContain(shown(typeset(language, text)));
        }
        for (const text of [title, goals[goal], personalData]) {
          expect(page).toContain(shown(typeset(language, text)));
        }
        const plan = typeset(language, steps.length > 2 ? words.paid : words.free);
        expect(textOf(page)).toContain(plan);
        expect(page).toContain('href="https://api.zapier.com');
      }
    },
  );

  it('explains how to go by hand where there is no link, without a word for maintainers', () => {
    for (const [name, page] of htmlFiles(bare)) {
      expect([name, /zapier\.com|ZAPIER_APP_KEY|zapier-platform/.test(page)]).toEqual([
        name,
        false,
      ]);
    }
    const page = html(bare, templatePage('en', SLACK));
    expect(page).toContain(words.opensByHand.en);
    expect(page).not.toContain(words.openInZapier.en);
  });

  it('shows pills as the editor calls them, and braces to maintainers only', () => {
    for (const language of LANGUAGES) {
      for (const { id } of catalogue) {
        const page = html(files, templatePage(language, id));
        expect(textOf(page)).not.toMatch(/\{\{|\}\}/);
        expect(page).toMatch(/<details class="raw">[\s\S]*\{\{1__/);
      }
    }
    const page = textOf(html(files, templatePage('fr', SLACK))).replace(/\s+/g, ' ');
    expect(page).toContain('1. Request Number numéro de la demande');
    expect(page).toContain('1. Due Date (French) date limite, en français');
  });

  it('offers to copy a text without pills, and that alone', async () => {
    const template = structuredClone(catalogue.find(({ id }) => id === SLACK));
    const step = template?.steps[1];
    if (!template || !step) throw new Error(`There is no ${SLACK}.`);
    step.fixed = { text: 'A request came in.' };
    step.map = {};
    const forms = await Promise.all(template.steps.map((one) => fieldsOfStep(own, one)));
    const shown = { template, forms, start: await startOf(template, own, undefined) };
    const context = contextOf('en', 'en/templates/x/', { own, templates: [shown] });
    expect(renderToString(page(context, templatePageOf(context, shown), undefined))).toMatch(
      /<b class="copied">A request came in\.<\/b> <button type="button" data-copy="true" hidden>Copy</,
    );
    for (const [name, text] of htmlFiles(files)) {
      expect([name, /data-copy="true"/.test(text)]).toEqual([name, false]);
    }
  });

  it('loads nothing from elsewhere, has no gaps, and no link of its own is broken', () => {
    for (const site of [files, bare]) {
      const idsIn = new Map(
        htmlFiles(site).map(([name, page]) => [
          name,
          [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id),
        ]),
      );
      for (const [name, page] of htmlFiles(site)) {
        expect([name, page.match(/\b(src|action)="(https?:)?\/\//)]).toEqual([name, null]);
        expect([name, page.match(/undefined|\[object|>NaN<|>null</)]).toEqual([name, null]);
        const ids = idsIn.get(name) ?? [];
        expect([name, new Set(ids).size]).toEqual([name, ids.length]);
        if (name === '404.html') continue;
        for (const [, href = ''] of page.matchAll(/ (?:href|src)="([^"]+)"/g)) {
          if (/^https:/.test(href)) continue;
          const { pathname, hash } = new URL(href, `http://site/${name}`);
          const target = fileOf(pathname.slice(1));
          expect([name, href, site.has(target) || target.startsWith('social/')]).toEqual([
            name,
            href,
            true,
          ]);
          if (hash) expect(idsIn.get(target)).toContain(decodeURIComponent(hash.slice(1)));
        }
      }
      expect(String(site.get('style.css'))).not.toMatch(/@import|url\((?!"?(text|bold)\.woff2)/);
    }
  });

  it('is told apart by search engines: titles, descriptions, canonical addresses, languages', () => {
    const seen = new Set<string>();
    for (const language of LANGUAGES) {
      const other = language === 'en' ? 'fr' : 'en';
      for (const [index, page] of pagesOf(language).entries()) {
        const text = html(files, page);
        const attribute = (pattern: RegExp) => pattern.exec(text)?.[1] ?? '';
        expect(text).toMatch(new RegExp(`^<!doctype html><html lang="${language}">`));
        const title = attribute(/<title>([^<]+)<\/title>/);
        const description = attribute(/<meta name="description" content="([^"]+)"/);
        expect(description.length).toBeGreaterThan(10);
        seen.add(title);
        expect(attribute(/<link rel="canonical" href="([^"]+)"/)).toBe(`${ADDRESS}/${page}`);
        expect(attribute(new RegExp(`hreflang="${other}" href="(https[^"]+)"`))).toBe(
          `${ADDRESS}/${pagesOf(other)[index]}`,
        );
        expect(attribute(/<meta property="og:image" content="([^"]+)"/)).toMatch(
          new RegExp(`^${ADDRESS}/social/${language}/[a-z-]+\\.png$`),
        );
      }
    }
    // What the editor calls an operation is the same in both languages.
    expect(seen.size).toBe(LANGUAGES.flatMap(pagesOf).length - own.length);
    expect(html(bare, homePage('en'))).not.toMatch(/canonical|og:image|hreflang="x-default"/);
  });

  it('describes the list and each template as data', () => {
    const dataOf = (page: string) =>
      JSON.parse(
        /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html(files, page))?.[1] ?? '',
      );
    expect(dataOf('fr/')).toMatchObject({ '@type': 'ItemList', numberOfItems: catalogue.length });
    expect(dataOf('fr/').itemListElement[0].url).toMatch(`${ADDRESS}/fr/modeles/`);
    const steps = catalogue.find(({ id }) => id === SLACK)?.steps ?? [];
    expect(dataOf(templatePage('en', SLACK))).toMatchObject({
      '@type': 'HowTo',
      inLanguage: 'en',
      step: steps.map(({ does }) => ({ text: does.en })),
    });
  });

  it('lists every page in its sitemap, and names it to robots', () => {
    const locations = [...String(files.get('sitemap.xml')).matchAll(/<loc>([^<]+)<\/loc>/g)].map(
      ([, one]) => one,
    );
    expect(locations.sort()).toEqual(
      LANGUAGES.flatMap(pagesOf)
        .map((page) => `${ADDRESS}/${page}`)
        .sort(),
    );
    expect(files.get('robots.txt')).toContain(`Sitemap: ${ADDRESS}/sitemap.xml`);
  });

  it('works at the address and depth where a server shows the page for what is missing', () => {
    expect(files.get('404.html')).toContain('href="/zapier/en/"');
    expect(files.get('404.html')).toContain('href="/zapier/style.css"');
    expect(bare.get('404.html')).toContain('href="/fr/"');
  });

  it('has every trigger, action and field of the app in its reference, with an address each', async () => {
    for (const event of own) {
      const page = html(files, operationPage('en', event));
      expect(html(files, referencePage('en'))).toContain(`>${event.label}</a>`);
      for (const { key, label } of await event.allFields()) {
        expect(page).toContain(`id="in-${key}"`);
        expect(page).toContain(`href="#in-${key}" lang="en">${label.replace(/&/g, '&amp;')}</a>`);
      }
      for (const { key } of event.outputFields) expect(page).toContain(`id="out-${key}"`);
    }
  });

  it('leads from the list to each guide, and from each template of a guide to it', () => {
    for (const language of LANGUAGES) {
      for (const guide of guides) {
        const page = html(files, guidePage(language, guide.id));
        expect(html(files, homePage(language))).toContain(
          `href="../${guidePage(language, guide.id)}"`,
        );
        expect(textOf(page)).not.toMatch(/\*\*|\]\(|\| ---|\.md\b/);
        for (const id of templatesIn(guideText(language, guide))) {
          expect(page).toContain(`href="../../../${templatePage(language, id)}"`);
          const back = `href="../../../${guidePage(language, guide.id)}"`;
          expect(html(files, templatePage(language, id))).toContain(back);
        }
      }
    }
  });

  it('says types in words, and what a field depends on', () => {
    const page = (key: string) => {
      const event = own.find((one) => one.key === key && one.kind === 'create');
      return event ? textOf(html(files, operationPage('fr', event))).replace(/\s+/g, ' ') : '';
    };
    expect(page('create_rights_request')).toMatch(/Complex Request .{0,60}Oui\/Non/);
    expect(page('create_rights_request')).toMatch(/Request Types .{0,60}Plusieurs choix/);
    expect(page('attach_actor_to_processing')).toContain(
      'Affiché si Role rôle = Stakeholder partie prenante',
    );
  });
});

describe('French', () => {
  it('is set as print does', () => {
    expect(typeset('fr', "L'échéance : « demain » ; vraiment ? 30 jours, 50 % !")).toBe(
      'L’échéance\u00a0: «\u202fdemain\u202f»\u202f; vraiment\u202f? 30\u00a0jours, 50\u202f%\u202f!',
    );
    expect(typeset('fr', 'un e-mail')).toBe('un e-\u2060mail');
    expect(wordsOf(typeset('fr', 'un e-mail'))).toEqual(wordsOf('un email'));
    expect(typeset('en', "The team's 30 days: done!")).toBe('The team’s 30 days: done!');
  });

  it('has no straight apostrophe and no loose mark in any page', async () => {
    for (const [name, page] of htmlFiles(await buildSite())) {
      if (!name.startsWith('fr/')) continue;
      // English labels and help are shown as the editor has them.
      const text = page
        .replace(/<(script|details class="raw")[\s\S]*?<\/(script|details)>/g, '')
        .replace(/<(\w+)[^>]* lang="en"[\s\S]*?<\/\1>/g, '')
        .replace(/<[^>]+>/g, '\n');
      expect([name, text.match(/\p{L}'\p{L}|.{0,9} [;:!?»%]|« .{0,9}/u)]).toEqual([name, null]);
    }
  });

  it('has a meaning for every English label that a template uses', async () => {
    const labels = new Set(own.map(({ label }) => label));
    for (const template of catalogue) {
      for (const step of template.steps) {
        const form = await fieldsOfStep(own, step);
        for (const name of [...Object.keys(step.fixed), ...step.choose, ...Object.keys(step.map)]) {
          const { label, choices = {} } = form[name] ?? {};
          if (step.app === DASTRA && label) labels.add(label.en);
          for (const value of [step.fixed[name]].flat()) {
            const choice = choices[String(value)];
            if (choice) labels.add(choice);
          }
          for (const pill of pillsIn(textIn('fr', step.map[name] ?? ''))) {
            labels.add(labelOfPill(own, template, pill));
          }
        }
      }
    }
    expect(labels.size).toBeGreaterThan(40);
    expect([...labels].filter((label) => !glossOf(label))).toEqual([]);
  });
});

describe('The mark of an app', () => {
  /** Of white on a color, as WCAG computes it. */
  const contrast = (color: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
  };

  it('can be read, whether the app is known or not', () => {
    for (const name of [DASTRA, ...Object.keys(partners), 'asana', 'notion', 'an app to come']) {
      const { color, path, letters } = markOf(name);
      expect(letters).toMatch(/\S/);
      // A logo is a large shape, for which less is enough.
      expect([name, contrast(color) >= (path ? 2.5 : 4.5)]).toEqual([name, true]);
    }
  });

  it('tells the apps of one maker apart', () => {
    const marks = ['excel', 'outlook', 'teams'].map((name) => markOf(name).letters);
    expect(marks).toEqual(['Ex', 'Ou', 'Te']);
  });
});

describe('The picture for chats', () => {
  it('is a PNG of 1200 × 630, another for each template and language', async () => {
    const [template] = catalogue;
    if (!template) throw new Error('The catalogue is empty.');
    const pictures = [
      await pictureOf('en', template),
      await pictureOf('fr', template),
      await commonPicture('en', ['slack']),
    ];
    for (const [, png] of pictures) {
      const header = Buffer.from(png.slice(0, 24));
      expect(header.toString('latin1', 1, 4)).toBe('PNG');
      expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([1200, 630]);
      expect(png.length).toBeLessThan(120_000);
    }
    expect(pictures.map(([file]) => file)).toEqual([
      `social/en/${template.id}.png`,
      `social/fr/${template.id}.png`,
      'social/en/templates.png',
    ]);
    expect(Buffer.from(pictures[0]?.[1] ?? []).equals(Buffer.from(pictures[1]?.[1] ?? []))).toBe(
      false,
    );
  });
});
