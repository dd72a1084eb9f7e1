/**
 * The site in a real browser, as a visitor uses it; `npm run test:browser`. Apart from the other
 * tests, which need no browser.
 */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { buildSite } from '../../templates/site/build.ts';
import { launch, serve } from './browser.ts';

const TRELLO = 'trello-cards-for-new-tasks';
const REPLY = 'trello-cards-and-gmail-replies-for-new-rights-requests';

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1200, height: 900 };

const linked = await serve(await buildSite('App123CLIAPI'));
const unlinked = await serve(await buildSite(undefined));
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
  const context = await browser.newContext({ viewport: DESKTOP, ...options });
  const page = await context.newPage();
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => {
    throw error;
  });
  if (script) await page.addInitScript(script);
  await page.goto(`${origin}/${path}`);
  return page;
};

const titles = (page: Page) => page.locator('article:visible h2').allInnerTexts();
const addressOf = (page: Page) => page.url().slice(linked.url.length);

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

describe('The list of templates', () => {
  it('is searched as one types, without regard to accents, and says how many are left', async () => {
    const page = await open('');
    assert.equal((await titles(page)).length, 15);
    assert.equal(await page.getByRole('status').first().innerText(), '15 templates');
    await page.getByRole('searchbox').pressSequentially('JIRA issues');
    assert.deepEqual(await titles(page), [
      'Create Jira Software Cloud issues for new Dastra tasks',
    ]);
    assert.equal(await page.getByRole('status').first().innerText(), '1 template');
    assert.equal(addressOf(page), '/?q=JIRA+issues');

    await page.getByRole('searchbox').fill('echeance agenda');
    assert.deepEqual(await titles(page), [
      'Create Microsoft Outlook events for new Dastra rights requests',
    ]);

    await page.getByRole('searchbox').fill('nothing of the kind');
    assert.deepEqual(await titles(page), []);
    await page.getByRole('button', { name: 'Show all' }).click();
    assert.equal((await titles(page)).length, 15);
    assert.equal(addressOf(page), '/');
  });

  it('is filtered by app and by kind', async () => {
    const page = await open('');
    await page.getByRole('combobox', { name: 'App' }).selectOption({ label: 'Trello' });
    assert.deepEqual(await titles(page), [
      'Create Trello cards for new Dastra tasks',
      'Create Trello cards and Gmail replies for new Dastra rights requests',
    ]);
    await page.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Rights requests' });
    assert.deepEqual(await titles(page), [
      'Create Trello cards and Gmail replies for new Dastra rights requests',
    ]);
    assert.equal(addressOf(page), '/?app=trello&kind=rights-requests');
  });

  it('opens as its address says', async () => {
    const page = await open('?lang=fr&app=trello&kind=tasks');
    assert.deepEqual(await titles(page), [
      'Créer des cartes Trello pour les nouvelles tâches Dastra',
    ]);
    assert.equal(await page.getByRole('combobox', { name: 'Application' }).inputValue(), 'trello');
    assert.equal(addressOf(page), '/?lang=fr&app=trello&kind=tasks');
  });
});

describe('The language', () => {
  it('is switched and kept in the address, together with the template', async () => {
    const page = await open(`#${TRELLO}`);
    await page.getByText('Français').click();
    assert.equal(addressOf(page), `/?lang=fr#${TRELLO}`);
    assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
    const title = 'Créer des cartes Trello pour les nouvelles tâches Dastra';
    assert.deepEqual(await titles(page), [title]);
    assert.equal(await page.title(), `${title} – Dastra`);
    await page.reload();
    assert.deepEqual(await titles(page), [title]);
    await page.getByRole('link', { name: 'Tous les champs' }).click();
    assert.equal(addressOf(page), '/reference.html?lang=fr');
    assert.equal(
      await page.getByRole('heading', { level: 1 }).innerText(),
      'Tous les déclencheurs et toutes les actions',
    );
    await page.locator('label', { hasText: 'English' }).click();
    assert.equal(addressOf(page), '/reference.html');
  });

  it('leaves no English on the French page, nor French on the English one', async () => {
    const french = await open(`?lang=fr#${REPLY}`);
    const text = await french.locator('body').innerText();
    assert.doesNotMatch(text, /\b(Use this|To be chosen|Copy|Step|Templates|All fields)\b/);
    const english = await open(`#${REPLY}`);
    assert.doesNotMatch(await english.locator('body').innerText(), /\b(Utiliser|choisir|Étape)\b/);
    assert.equal(await french.getByRole('searchbox').count(), 0);
    await french.getByRole('link', { name: /Tous les modèles/ }).click();
    assert.equal(
      await french.getByRole('searchbox').getAttribute('placeholder'),
      'Trello, échéance, fournisseur…',
    );
  });
});

describe('A template', () => {
  it('opens from the list with its link and its mapping, and leads back', async () => {
    const page = await open('');
    await page
      .getByRole('link', { name: 'Create Trello cards for new Dastra tasks', exact: true })
      .click();
    assert.equal(addressOf(page), `/#${TRELLO}`);
    assert.equal((await titles(page)).length, 1);
    const href = await page
      .getByRole('link', { name: 'Use this template Create Trello cards' })
      .getAttribute('href');
    const link = new URL(href ?? '');
    assert.equal(`${link.origin}${link.pathname}`, 'https://api.zapier.com/v1/embed/dastra/create');
    assert.deepEqual(Object.fromEntries(link.searchParams), {
      'steps[0][app]': 'App123CLIAPI@latest',
      'steps[0][action]': 'new_task',
      'steps[1][app]': 'TrelloAPI@latest',
      'steps[1][action]': 'card',
    });
    const rows = page.locator(`#${TRELLO} tbody tr`);
    assert.deepEqual(
      (await rows.allInnerTexts()).map((row) => row.replace(/\s+/g, ' ').trim()),
      [
        'Da Step 1, Dastra · New Task Trigger',
        'Workspace workspaceId To be chosen',
        'Tr Step 2, Trello · Create a card Action',
        'Board board To be chosen',
        'List list To be chosen',
        'Name name {{1__label}} Title Copy',
        'Description desc {{1__descriptionPlainText}} Priority: {{1__priority}} Due: {{1__deadline}} Assigned to: {{1__assignedToUser__displayName}} Description, Priority, Due Date, Assigned To Copy',
      ],
    );
    await page.goBack();
    assert.equal((await titles(page)).length, 15);
  });

  it('hands its values to the clipboard, in the language shown', async () => {
    const page = await open(`?lang=fr#${TRELLO}`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const copy = page.getByRole('button', { name: 'Copier Description desc' });
    await copy.click();
    assert.equal(await page.locator('#copied').innerText(), 'Copié');
    assert.equal(
      await page.evaluate('navigator.clipboard.readText()'),
      '{{1__descriptionPlainText}}\n\nPriorité : {{1__priority}}\nÉchéance : {{1__deadline}}\nAssignée à : {{1__assignedToUser__displayName}}',
    );
    await page.getByText('Copié', { exact: true }).first().waitFor({ state: 'detached' });
  });

  it('is reached, opened and left with the keyboard alone', async () => {
    const page = await open('?q=jira');
    const focused = () => page.evaluate<string>('document.activeElement.textContent.trim()');
    await page.keyboard.press('Tab');
    assert.match(await focused(), /^Skip to the content/);
    await page.keyboard.press('Enter');
    for (const _ of ['search', 'app', 'kind', 'title']) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /All templates/ }).waitFor();
    await page.keyboard.press('Tab');
    assert.match(await focused(), /All templates/);
    await page.keyboard.press('Enter');
    await page.getByRole('searchbox').waitFor();
  });

  it('says what is left to do by hand', async () => {
    const page = await open('#azure-devops-work-items-for-new-tasks');
    assert.equal(
      await page.locator('article:visible .note').innerText(),
      'Step 2, Azure DevOps: add this step yourself.',
    );
  });

  it('explains what is missing where the app has no key, and leads nowhere', async () => {
    const page = await open('', {}, unlinked.url);
    assert.equal(await page.locator('a[href*="zapier.com"]').count(), 0);
    const first = page.locator('article').first();
    await first.getByText('Use this template').click();
    await first.getByText('What is missing is the key of the Dastra app at Zapier').waitFor();
    assert.equal(new URL(page.url()).pathname, '/');
  });
});

describe('Without a script', () => {
  it('the page can be read, in both languages, with every template in full', async () => {
    const page = await open('', { javaScriptEnabled: false });
    assert.equal((await titles(page)).length, 15);
    assert.equal(await page.getByRole('searchbox').count(), 0);
    await page.getByText('Français').click();
    await page
      .getByRole('link', {
        name: 'Créer des cartes Trello pour les nouvelles tâches Dastra',
        exact: true,
      })
      .click();
    await page.getByText('{{1__label}}').filter({ visible: true }).waitFor();
    assert.equal((await titles(page)).length, 1);
  });
});

describe('The reference', () => {
  it('shows every trigger and action with its fields', async () => {
    const page = await open('reference.html');
    assert.deepEqual(await page.locator('.toc li').allInnerTexts(), [
      'New Rights Request',
      'New Task',
      'Create Task',
      'Create Actor',
      'Create Rights Request',
      'Attach Actor to Processing',
      'Find Actor',
      'Find or Create Actor',
    ]);
    const attach = page.getByRole('group', { name: 'Attach Actor to Processing' });
    const text = await attach.innerText();
    assert.match(text, /Recipient Type recipientType/);
    assert.match(text, /if Role: Stakeholder/);
  });
});

describe('Every page', () => {
  const inEveryLook = ['', `#${REPLY}`].flatMap((path) =>
    (['light', 'dark'] as const).flatMap((colorScheme) =>
      [DESKTOP, PHONE].flatMap((viewport) => [
        { path, colorScheme, viewport },
        { path: `?lang=fr${path}`, colorScheme, viewport },
      ]),
    ),
  );
  // The longest page has nothing of its own to colour, so that two looks of it are enough.
  const looks = [
    ...inEveryLook,
    { path: 'reference.html', colorScheme: 'light', viewport: DESKTOP } as const,
    { path: 'reference.html?lang=fr', colorScheme: 'dark', viewport: PHONE } as const,
  ];
  for (const { path, colorScheme, viewport } of looks) {
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

  it('hardly moves once it is shown', async () => {
    const watch = `window.shift = 0;
      window.add = (entries) => { for (const { value } of entries) window.shift += value; };
      window.observer = new PerformanceObserver((list) => add(list.getEntries()));
      observer.observe({ type: 'layout-shift', buffered: true });`;
    // Two frames: the page is drawn, and what moved since then is on record.
    const shiftWhenDrawn = `new Promise((resolve) => {
      const drawn = () => { add(observer.takeRecords()); resolve(window.shift); };
      requestAnimationFrame(() => requestAnimationFrame(drawn));
    })`;
    for (const path of ['', '?lang=fr', `?lang=fr#${TRELLO}`, 'reference.html']) {
      const page = await open(path, {}, linked.url, watch);
      const shift = Number(await page.evaluate(shiftWhenDrawn));
      // A card may grow to the height of its row while the page arrives; 0.1 counts as good.
      assert.ok(shift < 0.01, `/${path} shifts by ${shift}`);
    }
  });

  it('asks nothing of any other host', () => {
    const others = asked.filter((url) => ![linked.url, unlinked.url].includes(new URL(url).origin));
    assert.deepEqual(
      others.filter((url) => !url.startsWith('data:')),
      [],
    );
    assert.ok(asked.length > 50);
  });
});
