import { readFileSync } from 'node:fs';
import { catalogue } from '../../templates/catalogue.ts';
import { ownSelector, startOf } from '../../templates/links.ts';
import { partners } from '../../templates/partners.ts';
import type { Template } from '../../templates/schema.ts';
import { definition } from '../../tools/definition.ts';

const events = definition.visible;
const SELECTOR = 'App123CLIAPI';

const byId = (id: string): Template => {
  const found = catalogue.find((one) => one.id === id);
  if (!found) throw new Error(`No template ${id}.`);
  return found;
};

/** The steps that a link holds, read back from it as a server would. */
const parsed = (href: string) => {
  const url = new URL(href);
  const steps: Record<string, string>[] = [];
  for (const [name, value] of url.searchParams) {
    const [, index = '', path = ''] = /^steps\[(\d+)\](.+)$/.exec(name) ?? [];
    const step = steps[Number(index)] ?? {};
    steps[Number(index)] = { ...step, [path]: value };
  }
  return { url, steps };
};

const hrefOf = async (template: Template) => {
  const start = await startOf(template, events, SELECTOR);
  if (start.state === 'missing') throw new Error(`${template.id} has no link.`);
  return start.href;
};

describe('A link', () => {
  it.each(catalogue)('of $id holds its apps, events and fixed fields', async (template) => {
    const href = await hrefOf(template);
    expect(href).toMatch(/^[\x21-\x7e]+$/);
    expect(new URL(href).search).not.toMatch(/[[\]@ +:$<>"']/);
    const { url, steps } = parsed(href);
    expect(`${url.origin}${url.pathname}`).toBe('https://api.zapier.com/v1/embed/dastra/create');
    for (const [index, step] of template.steps.entries()) {
      const selector = step.app === 'dastra' ? SELECTOR : partners[step.app]?.selector;
      if (!selector) {
        expect(steps[index]).toBeUndefined();
        continue;
      }
      const { '[app]': linked, '[action]': action, ...rest } = steps[index] ?? {};
      expect([linked, action]).toEqual([`${selector}@latest`, step.key ?? undefined]);
      const parameters = Object.entries(rest).filter(([name]) => name.startsWith('[params]'));
      expect(parameters).toEqual(
        Object.entries(step.fixed).map(([name, value]) => [`[params][${name}]`, String(value)]),
      );
    }
  });

  it('shows the labels of choices', async () => {
    const { steps } = parsed(await hrefOf(byId('attached-actors-for-new-salesforce-contacts')));
    expect(steps).toEqual([
      { '[app]': 'SalesforceCLIAPI@latest', '[action]': 'new_contact' },
      {
        '[app]': 'App123CLIAPI@latest',
        '[action]': 'find_actor',
        '[params][actorType]': 'Morale',
        '[meta][parammap][actorType]': 'Organization',
        '[params][match]': 'exact',
        '[meta][parammap][match]': 'Exact',
      },
      {
        '[app]': 'App123CLIAPI@latest',
        '[action]': 'attach_actor_to_processing',
        '[params][type]': 'DataController',
        '[meta][parammap][type]': 'Controller',
      },
    ]);
  });

  it('says which steps are left to do by hand', async () => {
    const byHand = async (id: string) => {
      const { href: _href, ...start } = {
        href: '',
        ...(await startOf(byId(id), events, SELECTOR)),
      };
      return start;
    };
    expect(await byHand('azure-devops-work-items-for-new-tasks')).toEqual({
      state: 'prefilled',
      byHand: [{ step: 1, holds: 'nothing' }],
    });
    expect(await byHand('actors-for-new-hubspot-contacts')).toEqual({
      state: 'prefilled',
      byHand: [{ step: 1, holds: 'search' }],
    });
    expect(await byHand('trello-cards-for-new-tasks')).toEqual({ state: 'prefilled', byHand: [] });
  });

  it('opens with the app alone where its event is not known', async () => {
    const template = structuredClone(byId('trello-cards-for-new-tasks'));
    const [, card] = template.steps;
    Object.assign(card ?? {}, { key: null });
    const { steps } = parsed(await hrefOf(template));
    expect(steps[1]).toEqual({ '[app]': 'TrelloAPI@latest' });
    expect(await startOf(template, events, SELECTOR)).toMatchObject({
      byHand: [{ step: 1, holds: 'app' }],
    });
  });

  it('ends before a step without app, so that no step moves up', async () => {
    const template = structuredClone(
      byId('trello-cards-and-gmail-replies-for-new-rights-requests'),
    );
    Object.assign(template.steps[2] ?? {}, { app: 'azure-devops', key: null });
    expect(parsed(await hrefOf(template)).steps).toHaveLength(2);
    expect(await startOf(template, events, SELECTOR)).toMatchObject({
      byHand: [
        { step: 2, holds: 'nothing' },
        { step: 3, holds: 'nothing' },
      ],
    });
  });

  it('is none where the first app is not known', async () => {
    const template = structuredClone(byId('actors-for-new-hubspot-contacts'));
    Object.assign(template.steps[0] ?? {}, { app: 'azure-devops', key: null });
    expect(await startOf(template, events, SELECTOR)).toEqual({
      state: 'missing',
      missing: { why: 'first-app', app: 'azure-devops' },
    });
  });

  it('is that of the published template once there is one, with or without a key', async () => {
    const published = { ...byId('trello-cards-for-new-tasks'), templateId: '1234' };
    for (const selector of [SELECTOR, undefined]) {
      expect(await startOf(published, events, selector)).toEqual({
        state: 'published',
        href: 'https://zapier.com/webintent/create-zap?template=1234',
      });
    }
  });

  it('is missing, with the reason, as long as the app has no key', async () => {
    expect(await startOf(byId('trello-cards-for-new-tasks'), events, undefined)).toEqual({
      state: 'missing',
      missing: { why: 'own-key' },
    });
  });
});

describe('The selector of this app', () => {
  it.each([
    ['the file', undefined, '{"id":123,"key":"App123"}', 'App123CLIAPI'],
    ['the environment', 'App7', '{"key":"App123"}', 'App7CLIAPI'],
    ['a whole selector', 'App7CLIAPI', '{}', 'App7CLIAPI'],
    ['nothing', undefined, '{}', undefined],
    ['an empty variable', '', '{}', undefined],
  ])('comes from %s', (_where, environment, linked, selector) => {
    expect(ownSelector(environment, linked)).toBe(selector);
  });

  it('is refused in another form', () => {
    expect(() => ownSelector('dastra', '{}')).toThrow('has the form App123');
  });

  it('can be read from the file of this repository', () => {
    const linked = readFileSync(new URL('../../.zapierapprc', import.meta.url), 'utf8');
    expect(() => ownSelector(undefined, linked)).not.toThrow();
  });
});
