/**
 * The site in a real browser, as a visitor uses it; `npm run test:browser`. Apart from the other
 * tests, which need no browser.
 */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { catalogue } from '../../templates/catalogue.ts';
import { partners } from '../../templates/partners.ts';
import { LANGUAGES } from '../../templates/schema.ts';
import { guidePage, templatePage } from '../../templates/site/addresses.ts';
import { buildSite } from '../../templates/site/build.ts';
import { guides, guideText, headOf } from '../../templates/site/guides.ts';
import { typeset } from '../../templates/site/words.ts';
import { DASTRA, fieldsOfStep, ownEventOf } from '../../templates/steps.ts';
import { definition } from '../../tools/definition.ts';
import { launch, serve } from './browser.ts';

const SELECTOR = 'App123CLIAPI';
const TRELLO = 'trello-cards-for-new-tasks';
const REPLY = 'trello-cards-and-gmail-replies-for-new-rights-requests';

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1200, height: 900 };

const linked = await serve(await buildSite({ selector: SELECTOR }));
const unlinked = await serve(await buildSite());
let browser: Browser;
/** What the pages asked for, of any host. */
const asked: string[] = [];

before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
  await linked.close();
  await unlinked.close();
});

/**
 * Opens a page of the site, and fails on any error in it.
 * @param script runs in the page before its own
 */
const open = async (
  path: string,
  options: BrowserContextOptions = {},
  origin = linked.url,
  script = '',
): Promise<Page> => {
  const context = await browser.newContext({ viewport: DESKTOP, locale: 'en', ...options });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => {
    throw error;
  });
  if (script) await page.addInitScript(script);
  await page.goto(`${origin}/${path}`);
  return page;
};

const titles = (page: Page) => page.locator('article:visible h3').allInnerTexts();
const addressOf = (page: Page) => page.url().slice(linked.url.length);
const titleOf = (id: string, language: 'en' | 'fr' = 'en') =>
  typeset(language, catalogue.find((one) => one.id === id)?.title ?? '');

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

describe('The list of templates', () => {
  it('is searched as one types, without regard to accents, and says how many are left', async () => {
    const page = await open('en/');
    assert.equal((await titles(page)).length, catalogue.length);
    await page.getByRole('searchbox').pressSequentially('JIRA sprint');
    assert.deepEqual(await titles(page), [titleOf('jira-issues-for-new-tasks')]);
    assert.equal(await page.getByRole('status').first().innerText(), '1 template');
    assert.equal(addressOf(page), '/en/?q=JIRA+sprint');

    await page.goto(`${linked.url}/fr/`);
    await page.getByRole('searchbox').fill('evenements OUTLOOK');
    assert.deepEqual(await titles(page), [titleOf('outlook-events-for-new-rights-requests', 'fr')]);
  });

  it('knows the words of the field, in both languages on either page', async () => {
    const found: Record<string, string> = {
      RGPD: TRELLO,
      GDPR: TRELLO,
      DSAR: 'slack-messages-for-new-rights-requests',
      effacement: 'rights-requests-for-new-typeform-entries',
      erasure: 'rights-requests-for-new-typeform-entries',
      notification: 'teams-messages-for-new-high-priority-tasks',
      alerte: 'slack-messages-for-new-rights-requests',
      courriel: REPLY,
      'e-mail': REPLY,
      calendrier: 'outlook-events-for-new-rights-requests',
      '72 heures': 'slack-messages-and-jira-issues-for-new-data-breaches',
      fuite: 'data-breaches-for-new-google-forms-responses',
      'article 30': 'airtable-records-for-new-published-processings',
      relance: 'outlook-emails-for-new-task-deadlines',
      fournisseur: 'actors-for-new-google-sheets-rows',
      'sous-traitant': 'attached-actors-for-new-salesforce-contacts',
    };
    for (const language of LANGUAGES) {
      const page = await open(`${language}/`);
      for (const [words, id] of Object.entries(found)) {
        await page.getByRole('searchbox').fill(words);
        assert.ok((await titles(page)).includes(titleOf(id, language)), `${language}: ${words}`);
        assert.ok(await page.locator('#none').isHidden(), `${language}: ${words}`);
      }
    }
  });

  it('is filtered by goal and by app, with the mouse and with the keyboard', async () => {
    const page = await open('en/');
    await page.getByRole('radio', { name: 'Trello' }).check();
    const using = catalogue.filter(({ steps }) => steps.some(({ app }) => app === 'trello'));
    assert.deepEqual(
      (await titles(page)).sort(),
      using.map(({ title }) => typeset('en', title)).sort(),
    );
    await page.getByRole('radio', { name: 'Answer requests' }).check();
    assert.deepEqual(await titles(page), [titleOf(REPLY)]);
    assert.equal(addressOf(page), '/en/?goal=answer&app=trello');
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.getByRole('radio', { name: 'Plan with teams' }).isChecked(), true);
    assert.deepEqual(
      await titles(page),
      using.filter(({ goal }) => goal === 'plan').map(({ title }) => typeset('en', title)),
    );
  });

  it('opens as its address says', async () => {
    const page = await open('fr/?q=carte+echeance&goal=plan&app=trello');
    assert.deepEqual(await titles(page), [titleOf(TRELLO, 'fr')]);
    assert.equal(await page.getByRole('searchbox').inputValue(), 'carte echeance');
    assert.equal(await page.getByRole('radio', { name: 'Trello' }).isChecked(), true);
  });

  it('offers the nearest where nothing matches, and the way to a Zap of one’s own', async () => {
    const page = await open('en/');
    await page.getByRole('searchbox').fill('clickup');
    assert.equal(await page.getByRole('status').first().innerText(), 'No templates match');
    await page.getByText('No template yet for “clickup”.').waitFor();
    assert.ok((await titles(page)).includes(titleOf(TRELLO)));
    assert.equal((await titles(page)).length, 3);

    await page.getByRole('searchbox').fill('gogle shets');
    assert.ok((await titles(page)).every((title) => title.includes('Google')));

    await page.getByRole('searchbox').fill('qqqq');
    assert.deepEqual(await titles(page), []);
    assert.equal(await page.getByText('These come nearest').isHidden(), true);
    await page.getByRole('link', { name: 'Build your own Zap' }).click();
    assert.match(addressOf(page), /#own$/);
    await page.getByRole('button', { name: 'Show all templates' }).click();
    assert.equal((await titles(page)).length, catalogue.length);
    assert.equal(addressOf(page), '/en/#own');
  });
});

describe('The language', () => {
  it('is that of the browser at first, and English for all others', async () => {
    for (const [locale, path] of [
      ['fr-FR', '/fr/'],
      ['fr-CA', '/fr/'],
      ['en-GB', '/en/'],
      ['de', '/en/'],
    ] as const) {
      const page = await open('', { locale });
      await page.waitForURL(`**${path}`);
      assert.equal(await page.locator('html').getAttribute('lang'), path.slice(1, 3));
    }
  });

  it('is switched on the same page, and remembered', async () => {
    const page = await open(templatePage('en', TRELLO));
    await page.getByRole('link', { name: 'Français' }).click();
    await page.waitForURL(`**/${templatePage('fr', TRELLO)}`);
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), titleOf(TRELLO, 'fr'));
    await page.goto(linked.url);
    await page.waitForURL('**/fr/');
  });

  it('is one: no English on French pages but the editor’s, nor the other way round', async () => {
    const french = await open(templatePage('fr', REPLY));
    assert.doesNotMatch(
      await french.locator('body').innerText(),
      /\b(Open in|Your choice|Copy|Fill in|Templates|All fields|filled in)\b/,
    );
    const english = await open(templatePage('en', REPLY));
    assert.doesNotMatch(
      await english.locator('body').innerText(),
      /\b(Ouvrir|choisir|Étape|Champs|numéro)\b/,
    );
  });
});

describe('Every template', () => {
  const own = definition.visible;
  it('has its page and a link that the app understands', async () => {
    const page = await open('fr/');
    for (const template of catalogue) {
      await page.goto(`${linked.url}/${templatePage('fr', template.id)}`);
      assert.equal(
        await page.getByRole('heading', { level: 1 }).innerText(),
        typeset('fr', template.title),
      );
      const use = page.getByRole('link', { name: 'Ouvrir dans Zapier' });
      assert.equal(await use.getAttribute('target'), '_blank');
      const link = new URL((await use.getAttribute('href')) ?? '');
      assert.equal(
        `${link.origin}${link.pathname}`,
        'https://api.zapier.com/v1/embed/dastra/create',
      );

      for (const [index, step] of template.steps.entries()) {
        const at = (name: string) => link.searchParams.get(`steps[${index}]${name}`);
        // A link ends before an app whose name in links is not known.
        if (step.app !== DASTRA && partners[step.app]?.selector === null) break;
        if (step.app !== DASTRA) continue;
        assert.equal(at('[app]'), `${SELECTOR}@latest`);
        assert.ok(ownEventOf(own, step), `${template.id}: the app has no ${step.key}.`);
        assert.equal(at('[action]'), step.key);
        const form = await fieldsOfStep(own, step);
        const prefix = `steps[${index}][params]`;
        const sent = [...link.searchParams].filter(([name]) => name.startsWith(prefix));
        const keyOf = (name: string) => name.slice(prefix.length + 1, -1);
        assert.deepEqual(sent.map(([name]) => keyOf(name)).sort(), Object.keys(step.fixed).sort());
        for (const [name, value] of sent) {
          const field = form[keyOf(name)];
          assert.ok(field, `The form has no ${name}.`);
          const choices = Object.keys(field.choices);
          assert.ok(choices.length === 0 || choices.includes(value), `${name} is not ${value}.`);
        }
      }
    }
  });

  it('is reached from the list with the keyboard alone, and leads back', async () => {
    const page = await open('en/?q=jira+sprint');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate('document.activeElement.textContent'), 'Skip to the content');
    await page.keyboard.press('Enter');
    for (const _ of ['guide', 'search', 'goal', 'app', 'card']) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/${templatePage('en', 'jira-issues-for-new-tasks')}`);
    await page.getByRole('link', { name: 'All templates' }).click();
    await page.waitForURL('**/en/');
  });

  it('is opened by a click anywhere on its card', async () => {
    const page = await open('en/');
    // Its link lies over the whole card.
    await page.getByText('Teams that plan on a Trello board').click({ force: true });
    await page.waitForURL(`**/${templatePage('en', TRELLO)}`);
  });
});

describe('A template', () => {
  const fieldsIn = async (page: Page) =>
    (await page.locator('.step').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());

  it('says what goes into each field, as the editor calls it', async () => {
    const page = await open(templatePage('en', TRELLO));
    assert.deepEqual(await fieldsIn(page), [
      'D Step 1: Dastra New Task · Trigger Field Value Workspace Your choice',
      'Step 2: Trello Create a card · Action Field Value Board Your choice List Your choice Name D1. Title Description D1. Description Priority: D1. Priority (Name) Due: D1. Due Date (English) Assigned to: D1. Assigned To',
    ]);
    const french = await open(templatePage('fr', 'teams-messages-for-new-high-priority-tasks'));
    assert.match(
      (await fieldsIn(french))[0] ?? '',
      /New Task nouvelle tâche · Déclencheur Champ Valeur Workspace espace de travail À vous de choisir Priority priorité High haute rempli par le lien$/,
    );
  });

  it('says what is left to do by hand', async () => {
    const page = await open(templatePage('en', 'azure-devops-work-items-for-new-tasks'));
    assert.deepEqual(await page.locator('.step .note').allInnerTexts(), [
      'Add this step yourself.',
    ]);
  });

  it('hands out its address, and nothing that Zapier would take for text', async () => {
    const page = await open(templatePage('fr', REPLY), {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const copy = page.getByRole('button', { name: /Copi/ });
    assert.equal(await copy.count(), 1);
    await copy.click();
    assert.equal(await page.evaluate('navigator.clipboard.readText()'), page.url());
    assert.equal(await page.locator('#said').innerText(), 'Copié');
    await page.getByRole('button', { name: 'Copier le lien' }).waitFor();
    assert.doesNotMatch(await page.locator('body').innerText(), /\{\{/);
    await page.getByText('Pour les mainteneurs').click();
    await page.getByText('{{2__label}}').waitFor();
  });

  it('explains the way by hand where there is no link, and leads nowhere', async () => {
    const page = await open(templatePage('en', TRELLO), {}, unlinked.url);
    assert.equal(await page.locator('a[href*="zapier.com"]').count(), 0);
    await page.getByText('Create a Zap in Zapier').waitFor();
  });

  it('keeps its button in reach on a phone', async () => {
    const page = await open(templatePage('fr', REPLY), { viewport: PHONE });
    for (const y of [0, 1500]) {
      await page.evaluate(`scrollTo({ top: ${y}, behavior: 'instant' })`);
      const box = await page.getByRole('link', { name: 'Ouvrir dans Zapier' }).boundingBox();
      assert.ok(box && box.y > PHONE.height - 90 && box.y + box.height <= PHONE.height);
    }
    const [field, value] = await Promise.all(
      ['th', 'td'].map((cell) => page.locator(`.step ${cell}`).first().boundingBox()),
    );
    assert.ok(field && value && value.y >= field.y + field.height, 'Rows are not stacked.');
  });

  it('is printed with its steps and fields, and without what only a screen can do', async () => {
    const page = await open(
      templatePage('en', REPLY),
      {},
      linked.url,
      'print = () => { window.printed = true; }',
    );
    await page.getByRole('button', { name: 'Print' }).click();
    assert.equal(await page.evaluate('window.printed'), true);
    await page.emulateMedia({ media: 'print' });
    for (const selector of ['nav', '.actions', '.related', '.raw']) {
      assert.equal(await page.locator(selector).isVisible(), false, selector);
    }
    assert.equal(await page.locator('.step').last().isVisible(), true);
    assert.equal(await page.getByRole('heading', { level: 1 }).isVisible(), true);
  });
});

describe('A guide', () => {
  it('is reached from the list, leads to its templates, and they lead back', async () => {
    for (const language of LANGUAGES) {
      const page = await open(`${language}/`);
      for (const guide of guides) {
        const title = typeset(language, headOf(guideText(language, guide)).title);
        await page.goto(`${linked.url}/${language}/`);
        await page.getByRole('link', { name: title, exact: true }).click();
        await page.waitForURL(`**/${guidePage(language, guide.id)}`);
        assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), title);
        await page
          .locator('.guide a[href*="/templates/"], .guide a[href*="/modeles/"]')
          .first()
          .click();
        await page.getByRole('link', { name: title, exact: true }).click();
        await page.waitForURL(`**/${guidePage(language, guide.id)}`);
      }
    }
  });

  it('shows values as the editor does, its flow as it is, and no Markdown', async () => {
    const page = await open(guidePage('fr', 'automate-rights-requests'));
    assert.match(await page.locator('.guide .pill').first().innerText(), /1\.\s+\S/);
    assert.equal(await page.locator('.guide .picture').count(), 2);
    assert.equal(await page.locator('.guide table').count(), 2);
    assert.doesNotMatch(await page.locator('.guide').innerText(), /\*\*|\]\(|\| ---|^#|\.md\b/m);
  });
});

describe('Without a script', () => {
  it('the list and each template can be read, and the root offers both languages', async () => {
    const page = await open('fr/', { javaScriptEnabled: false });
    assert.equal((await titles(page)).length, catalogue.length);
    assert.equal(await page.getByRole('searchbox').isVisible(), false);
    await page.goto(`${linked.url}/${templatePage('fr', TRELLO)}`);
    assert.equal(await page.locator('.step').count(), 2);
    assert.equal(await page.getByRole('button').count(), 0);
    await page.goto(linked.url);
    await page.getByRole('link', { name: 'Français' }).click();
    await page.waitForURL('**/fr/');
  });
});

describe('The reference', () => {
  it('leads from every trigger and action to its fields', async () => {
    const page = await open('fr/reference/');
    const links = page.locator('.operations a');
    assert.deepEqual(
      await links.allInnerTexts(),
      definition.visible.map(({ label }) => label),
    );
    await links.filter({ hasText: 'Attach Actor to Processing' }).click();
    await page.waitForURL('**/fr/reference/attach-actor-to-processing/');
    const row = page.locator('tr', { hasText: 'Recipient Type' }).first();
    assert.match(
      (await row.innerText()).replace(/\s+/g, ' '),
      /^Recipient Type type de destinataire obligatoire Un choix .*Processor sous-traitant/,
    );
  });

  it('shows keys on demand, and leads to each field', async () => {
    const page = await open('en/reference/create-task/');
    const key = page.locator('#in-areaId').getByText('areaId');
    assert.equal(await key.isVisible(), false);
    await page.getByText('Show API keys').click();
    assert.equal(await key.isVisible(), true);
    await page.locator('tbody').getByRole('link', { name: 'Due Date', exact: true }).click();
    assert.match(addressOf(page), /#in-deadline$/);
    assert.equal(await page.locator('tr:target th a').innerText(), 'Due Date');
  });

  it('stacks its rows on a phone', async () => {
    const page = await open('fr/reference/create-rights-request/', { viewport: PHONE });
    const help = await page.locator('.fields td p').first().boundingBox();
    assert.ok(help && help.width > 300, 'The help has no room.');
  });
});

describe('Every page', () => {
  const looks = [
    { language: 'en', colorScheme: 'light', viewport: DESKTOP },
    { language: 'fr', colorScheme: 'dark', viewport: PHONE },
    { language: 'fr', colorScheme: 'dark', viewport: DESKTOP },
    { language: 'en', colorScheme: 'light', viewport: PHONE },
  ] as const;
  const pages = [
    ...looks.flatMap((look) => [
      { ...look, path: `${look.language}/` },
      { ...look, path: templatePage(look.language, REPLY) },
    ]),
    // They have nothing of their own to color, so that one or two looks of them are enough.
    ...looks.slice(0, 2).map((look) => ({
      ...look,
      path: `${look.language}/reference/create-rights-request/`,
    })),
    { ...looks[0], path: 'en/reference/' },
    { ...looks[0], path: guidePage('en', 'handle-data-breaches') },
    { ...looks[1], path: guidePage('fr', 'automate-rights-requests') },
    { ...looks[1], path: 'fr/?q=clickup' },
    { ...looks[1], path: 'missing/page/' },
  ];
  for (const { path, colorScheme, viewport } of pages) {
    it(`is accessible: /${path}, ${colorScheme}, ${viewport.width} pixels wide`, async () => {
      const page = await open(path, { colorScheme, viewport });
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(
        violations.map(({ id, impact, nodes }) => [id, impact, nodes[0]?.html]),
        [],
      );
      const overflow =
        'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      assert.equal(await page.evaluate(overflow), 0, 'The page is wider than the window.');
    });
  }

  it('does not move once it is shown', async () => {
    const watch = `window.shift = 0;
      window.add = (entries) => { for (const { value } of entries) window.shift += value; };
      window.observer = new PerformanceObserver((list) => add(list.getEntries()));
      observer.observe({ type: 'layout-shift', buffered: true });`;
    // Two frames: the page is drawn, and what moved since then is on record.
    const shiftWhenDrawn = `document.fonts.ready.then(() => new Promise((resolve) => {
      const drawn = () => { add(observer.takeRecords()); resolve(window.shift); };
      requestAnimationFrame(() => requestAnimationFrame(drawn));
    }))`;
    const watched = [
      'en/',
      templatePage('fr', REPLY),
      'fr/reference/create-task/',
      guidePage('fr', 'automate-rights-requests'),
    ];
    for (const path of watched) {
      for (const viewport of [DESKTOP, PHONE]) {
        const page = await open(path, { viewport }, linked.url, watch);
        const shift = Number(await page.evaluate(shiftWhenDrawn));
        assert.ok(shift < 0.005, `/${path} shifts by ${shift}`);
      }
    }
  });

  it('asks nothing of any other host, and gets all that it asks for', async () => {
    const others = asked.filter((url) => ![linked.url, unlinked.url].includes(new URL(url).origin));
    assert.deepEqual(others, []);
    assert.ok(asked.length > 100);
    const missing: string[] = [];
    const page = await open('en/');
    page.on('response', (answer) => {
      if (answer.status() >= 400) missing.push(answer.url());
    });
    await page.goto(`${linked.url}/${templatePage('fr', TRELLO)}`, { waitUntil: 'networkidle' });
    assert.deepEqual(missing, []);
  });
});
