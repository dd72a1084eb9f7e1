/** The guides say what the forms, the templates and the errors say. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { MAYBE_DONE, OUTCOMES } from '../../src/zapier/outcomes.ts';
import { catalogue } from '../../templates/catalogue.ts';
import { pillsIn } from '../../templates/pills.ts';
import { LANGUAGES, type Language, type Template } from '../../templates/schema.ts';
import { glossOf } from '../../templates/site/glosses.ts';
import { guides, guideText, headOf, targetOf, templatesIn } from '../../templates/site/guides.ts';
import { labelOfPill } from '../../templates/site/views/template.ts';
import { typeset } from '../../templates/site/words.ts';
import { nameOf, ownEventOf, textIn } from '../../templates/steps.ts';
import { definition } from '../../tools/definition.ts';

const own = definition.visible;
const folder = new URL('../../docs/guides/', import.meta.url);

/** What the editor calls things, in bold in the guides: operations, fields and apps. */
const LABELS = new Set([
  ...own.flatMap((event) => [event.label, ...event.allFields().map(({ label }) => label)]),
  ...definition.connection.fields.map(({ label }) => label),
  ...catalogue.flatMap(({ steps }) => steps.map(({ app }) => nameOf(app))),
  // The button of a field.
  '+',
]);

const FIRST = 'automate-rights-requests';

/** Values that a guide names, each with the template that it linked to last. */
const valuesIn = (text: string): { template: string; step: number; label: string }[] => {
  let template = '';
  return [...text.matchAll(/\]\(([^)]+)\)|\*(\d)\. ([^*]+)\*/g)].flatMap(
    ([, href, step, label = '']) => {
      if (href) template = targetOf(href).template ?? template;
      return step ? [{ template, step: Number(step), label }] : [];
    },
  );
};

/** What the editor calls all that a step returns. */
const outputsOf = (template: Template, step: number): string[] => {
  const source = template.steps[step - 1];
  if (!source) return [];
  const labels = ownEventOf(own, source)?.outputFields.map(({ label }) => label) ?? [];
  const mapped = template.steps.flatMap(({ map }) =>
    Object.values(map).flatMap((text) => pillsIn(textIn('en', text))),
  );
  const named = mapped
    .filter((pill) => pill.step === step)
    .map((pill) => labelOfPill(own, template, pill));
  return [...labels, ...named];
};

describe.each(LANGUAGES.flatMap((language) => guides.map((guide) => ({ language, guide }))))(
  'The guide $guide.id ($language)',
  ({ language, guide }) => {
    const text = guideText(language, guide);

    it('calls templates by their titles, and leads to nothing that is not there', () => {
      const links = [...text.matchAll(/(?<!!)\[([^\]]+)\]\(([^)]+)\)/g)];
      expect(templatesIn(text).length).toBeGreaterThanOrEqual(4);
      for (const [, label = '', href = ''] of links) {
        if (/^https:/.test(href)) continue;
        expect([href, existsSync(new URL(href, folder))]).toEqual([href, true]);
        const { template } = targetOf(href);
        const title = catalogue.find(({ id }) => id === template)?.title[language];
        if (template) expect(typeset(language, label)).toBe(typeset(language, title ?? ''));
      }
    });

    it('calls fields and events as the editor does', () => {
      const bold = [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, label = '']) => label);
      expect(bold.length).toBeGreaterThan(8);
      // A sentence may be bold, too.
      expect(bold.filter((label) => !LABELS.has(label) && !/[:\s]$|\s:$/.test(label))).toEqual([]);
    });

    it('names values that the steps of its templates return', () => {
      const values = valuesIn(text);
      expect(values.length).toBeGreaterThan(4);
      for (const { template, step, label } of values) {
        const found = catalogue.find(({ id }) => id === template);
        const outputs = found ? outputsOf(found, step) : [...LABELS, 'Request Number'];
        expect([template, step, label, outputs.includes(label)]).toEqual([
          template,
          step,
          label,
          true,
        ]);
      }
    });

    it('has its pictures', () => {
      const pictures = [...text.matchAll(/^!\[.+\]\((.+)\)$/gm)].map(([, path = '']) => path);
      expect(pictures).toEqual(
        Object.keys(guide.pictures).map((name) => `../images/${name}-${language}.png`),
      );
      for (const path of pictures) {
        expect([path, existsSync(new URL(path, folder))]).toEqual([path, true]);
      }
    });

    it('holds no code to paste', () => {
      expect(text).not.toMatch(/\{\{|npm run/);
    });
  },
);

it('has no guide that is not listed', () => {
  const listed = guides.flatMap(({ id }) => LANGUAGES.map((language) => `${id}.${language}.md`));
  expect(readdirSync(folder).sort()).toEqual(listed.sort());
});

it.each(guides)('the guide $id has the same parts and templates in both languages', (guide) => {
  const [english, french] = LANGUAGES.map((language) => guideText(language, guide));
  const parts = (text = '') =>
    text.split('\n').map((line) => /^(#+|\d+\.|-|\||!)/.exec(line)?.[0] ?? Boolean(line));
  expect(parts(french)).toEqual(parts(english));
  expect(templatesIn(french ?? '')).toEqual(templatesIn(english ?? ''));
  const other = (text = '') => /^\[(?:English|Français)\]\((.+)\)$/m.exec(text)?.[1];
  expect([other(english), other(french)]).toEqual([`${guide.id}.fr.md`, `${guide.id}.en.md`]);
});

it.each(guides)(
  'the guide $id is set in French as print does, and explains its labels',
  (guide) => {
    const text = guideText('fr', guide);
    // The joiner that keeps “e-mail” whole is left to the page.
    expect(text).toBe(typeset('fr', text).replace(/\u2060/g, ''));
    for (const [, label = '', gloss = ''] of text.matchAll(/\*\*([^*]+)\*\* \(([^)]+)\)/g)) {
      expect([label, glossOf(label) ?? 'clé d’API']).toEqual([label, gloss]);
    }
  },
);

describe.each(LANGUAGES)('The first guide (%s)', (language: Language) => {
  const text = guideText(language, guides[0] ?? { id: FIRST, pictures: {} });

  it('fills in the task as its template does', () => {
    const template = catalogue.find(({ id }) => id.startsWith('trello-cards-and-gmail'));
    const step = template?.steps[1];
    const fields = definition.operation('create_task').fieldsFor(step?.fixed ?? {});
    const filled = [
      ...Object.keys(step?.fixed ?? {}),
      ...(step?.choose ?? []),
      ...Object.keys(step?.map ?? {}),
    ];
    const rows = [...text.matchAll(/^\| \*\*([^*]+)\*\*/gm)].map(([, label]) => label);
    expect(rows).toEqual(
      fields.filter(({ key }) => filled.includes(key)).map(({ label }) => label),
    );
  });

  it('quotes the errors word for word', () => {
    const about = { doing: '', where: '', record: 'x', status: '', problems: '', place: '' };
    const sentences = [...Object.values(OUTCOMES), MAYBE_DONE].map(({ say }) => say(about));
    const quoted = [...text.matchAll(/^\| \*([A-Z][^*]+)\*/gm)].map(([, quote = '']) => quote);
    expect(quoted.length).toBeGreaterThanOrEqual(6);
    for (const quote of quoted) {
      const beginning = quote.replace(/ …$/, '');
      const isField = beginning === 'Fill in Title.';
      const isKnown = sentences.some((sentence) => sentence.includes(beginning));
      expect([quote, isField || isKnown]).toEqual([quote, true]);
    }
  });

  it('says how to keep little in the USA', () => {
    expect(text).toMatch(language === 'en' ? /^## .*the USA$/m : /^## .*États-Unis$/m);
  });
});

it('README leads to a guide in each language', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  for (const language of LANGUAGES) expect(readme).toContain(`docs/guides/${FIRST}.${language}.md`);
  expect(headOf('# A\n\n[x](y)\n\nB')).toEqual({ title: 'A', lead: 'B' });
});
