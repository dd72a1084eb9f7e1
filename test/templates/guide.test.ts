/** The guides say what the forms, the template and the errors say. */
import { readFileSync } from 'node:fs';
import { MAYBE_DONE, OUTCOMES } from '../../src/zapier/outcomes.ts';
import { catalogue } from '../../templates/catalogue.ts';
import { pillsIn } from '../../templates/pills.ts';
import { LANGUAGES, type Language } from '../../templates/schema.ts';
import { textIn } from '../../templates/steps.ts';
import { definition } from '../../tools/definition.ts';

const read = (language: Language) =>
  readFileSync(
    new URL(`../../docs/guides/automate-rights-requests.${language}.md`, import.meta.url),
    'utf8',
  );

const template = catalogue.find(({ id }) => id.startsWith('trello-cards-and-gmail'));
const trigger = definition.operation(String(template?.steps[0]?.key));

/** The labels that the table of a section names in bold, in order. */
const labelsIn = (guide: string, section: number) => {
  const text = guide.split(/^## /m).find((one) => one.startsWith(`${section}.`)) ?? '';
  return [...text.matchAll(/^\| \*\*([^*]+)\*\*/gm)].map(([, label]) => label);
};

/** The code of a guide, which is what to paste. */
const codeIn = (guide: string) => [...guide.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

describe.each(LANGUAGES)('The guide (%s)', (language) => {
  const guide = read(language);

  it('names the fields as the forms do, and leaves out none that the template fills in', () => {
    const filters = trigger.fieldsFor({});
    expect(labelsIn(guide, 2)).toEqual(filters.map(({ label }) => label));

    const step = template?.steps[1];
    const fields = definition.operation(String(step?.key)).fieldsFor(step?.fixed ?? {});
    const filled = [
      ...Object.keys(step?.fixed ?? {}),
      ...(step?.choose ?? []),
      ...Object.keys(step?.map ?? {}),
    ];
    expect(labelsIn(guide, 3)).toEqual(
      fields.filter(({ key }) => filled.includes(key)).map(({ label }) => label),
    );
    for (const { label } of [...definition.connection.fields, trigger]) {
      expect(guide).toContain(`**${label}**`);
    }
  });

  it('maps what the template maps', () => {
    const pills = (text: string) =>
      pillsIn(text).map(({ step, path }) => `${step}__${path.join('__')}`);
    const mapped = (template?.steps ?? []).flatMap(({ map }) =>
      Object.values(map).flatMap((text) => pills(textIn(language, text))),
    );
    expect(new Set(codeIn(guide).flatMap(pills))).toEqual(new Set(mapped));
    const { label = '', descriptionHtml = '' } = template?.steps[1]?.map ?? {};
    expect(guide).toContain(`\`${textIn(language, label)}\``);
    expect(guide).toContain(`\`${textIn(language, descriptionHtml)}\``);
  });

  it('calls values as the trigger does', () => {
    const labels = trigger.outputFields.map(({ label }) => label);
    for (const label of [
      'Request Number',
      'Title',
      language === 'en' ? 'Request Types (Names)' : 'Request Types (French Names)',
      'Due Date',
      'Request ID',
      'Email',
    ]) {
      expect(labels).toContain(label);
      expect(guide).toContain(`*${label}*`);
    }
  });

  it('quotes the errors word for word', () => {
    const about = { doing: '', where: '', record: 'x', status: '', problems: '', place: '' };
    const sentences = [...Object.values(OUTCOMES), MAYBE_DONE].map(({ say }) => say(about));
    const quoted = [...guide.matchAll(/^\| \*([A-Z][^*]+)\*/gm)].map(([, text = '']) => text);
    expect(quoted.length).toBeGreaterThanOrEqual(6);
    for (const text of quoted) {
      const beginning = text.replace(/ …$/, '');
      const isField = beginning === 'Fill in Title.';
      expect([text, isField || sentences.some((sentence) => sentence.includes(beginning))]).toEqual(
        [text, true],
      );
    }
  });
});
