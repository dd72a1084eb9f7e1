import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Operation } from '../../../tools/definition.ts';
import type { Start } from '../../links.ts';
import { type Pill, partsOf, pillsIn } from '../../pills.ts';
import {
  CATEGORIES,
  type Language,
  type Localized,
  type Step,
  type Template,
} from '../../schema.ts';
import { DASTRA, nameOf, ownEventOf, partnerEventOf, type StepField, textIn } from '../../steps.ts';
import { byHand, categories, kinds, typeset, words } from '../words.ts';
import { asInApp, both, eachLanguage } from './both.ts';

/** A template with all that the page says of it. */
export interface ShownTemplate {
  template: Template;
  /** The form of each step. */
  forms: Readonly<Record<string, StepField>>[];
  start: Start;
}

/** Two letters stand for an app: logos belong to their owners. */
const initials = (name: string) => {
  const [first = '', second] = name.split(' ');
  return second ? `${first[0]}${second[0]}` : first.slice(0, 2);
};

const badge = (app: string) => html`
  <span class=${app === DASTRA ? 'badge own' : 'badge'} aria-hidden="true">${initials(nameOf(app))}</span>
`;

/** What a step's event is called: ours as in the editor, a partner's in our words. */
const eventName = (own: readonly Operation[], step: Step): VNode =>
  step.app === DASTRA
    ? asInApp(ownEventOf(own, step)?.label ?? '')
    : both(partnerEventOf(step)?.label ?? { en: '', fr: '' });

/** What the editor calls the value that a pill stands for, such as "Title". */
const meaningOf = (own: readonly Operation[], template: Template, { step, path }: Pill): string => {
  const source = template.steps[step - 1];
  const outputs = (source && ownEventOf(own, source)?.outputFields) ?? [];
  return outputs.find(({ key }) => key === path.join('__'))?.label ?? path.join(' ');
};

const withPills = (text: string) =>
  partsOf(text).map((part) =>
    typeof part === 'string'
      ? part
      : html`<code>${`{{${part.step}__${part.path.join('__')}}}`}</code>`,
  );

/** The fields of a step, with what goes into them: a part of the table. */
const stepRows = (
  own: readonly Operation[],
  template: Template,
  step: Step,
  form: Readonly<Record<string, StepField>>,
): VNode => {
  const row = (name: string, value: VNode, canCopy: boolean) => {
    const field = form[name];
    if (!field) return html``;
    const key = field.key === undefined ? null : html`<code>${field.key}</code>`;
    const header =
      step.app === DASTRA
        ? html`<th scope="row" lang="en" class="app">${field.label.en} ${key}</th>`
        : html`<th scope="row">${both(field.label)} ${key}</th>`;
    return html`<tr>${header}<td>${value}</td><td class=${canCopy ? 'copy' : undefined}></td></tr>`;
  };
  const chosen = step.choose.map((name) => row(name, html`<i>${both(words.toChoose)}</i>`, false));
  const fixed = Object.entries(step.fixed).map(([name, value]) => {
    const label = form[name]?.choices[String(value)];
    const shown = value === true ? both(words.yes) : asInApp(label ?? String(value));
    return row(name, html`<span class="text">${shown}</span>`, true);
  });
  const mapped = Object.entries(step.map).map(([name, text]) => {
    const shown =
      typeof text === 'string'
        ? withPills(text)
        : eachLanguage((language) => withPills(textIn(language, text)));
    const meanings = pillsIn(textIn('en', text)).map((pill) => meaningOf(own, template, pill));
    return row(
      name,
      html`<span class="text">${shown}</span><small lang="en" class="app">${meanings.join(', ')}</small>`,
      true,
    );
  });
  const rows = [...chosen, ...fixed, ...mapped];
  const about = rows.length === 0 ? words.noFields : undefined;
  const note = partnerEventOf(step)?.madeByUser ? words.madeByUser : about;
  return html`
    <tbody>
      <tr>
        <th scope="rowgroup" colspan="3">${badge(step.app)} ${both(words.step)} ${template.steps.indexOf(step) + 1}, ${nameOf(step.app)} · ${eventName(own, step)} <em>${both(kinds[step.kind])}</em>${note ? html`<small>${both(note)}</small>` : null}</th>
      </tr>
      ${rows}
    </tbody>
  `;
};

/** What to do by hand where the link of one template holds less than that of others. */
const byHandNote = ({ template, start }: ShownTemplate): VNode | null =>
  start.state === 'prefilled' && start.byHand.length > 0
    ? html`
        <div class="note more">
          ${start.byHand.map(
            ({ step, holds }) => html`
              <p><b>${both(words.step)} ${step + 1}, ${nameOf(template.steps[step]?.app ?? '')}</b>${both({ en: ': ', fr: ' : ' })}${both(byHand[holds])}</p>
            `,
          )}
        </div>
      `
    : null;

const button = ({ start }: ShownTemplate, id: string, title: string): VNode => {
  const labels = { id, 'aria-labelledby': `${id} ${title}` };
  if (start.state !== 'missing') {
    return html`<a class="button" ...${labels} href=${start.href}>${both(words.use)}</a>`;
  }
  const { missing } = start;
  return html`
    <details>
      <summary class="button" ...${labels}>${both(words.use)}</summary>
      <p>${both(words.noLink)} ${missing.why === 'own-key' ? both(words.noOwnKey) : html`${both(words.noFirstApp)} ${nameOf(missing.app)}.`}</p>
    </details>
  `;
};

/** One template: a card in the list, and in full where the address names it. */
const card = (shown: ShownTemplate, own: readonly Operation[], number: number): VNode => {
  const { template, forms } = shown;
  const { id, steps } = template;
  const apps = [...new Set(steps.map(({ app }) => app))];
  const title = `title-${number}`;
  const more = `more-${number}`;
  return html`
    <article id=${id} tabindex="-1" aria-labelledby=${title} data-apps=${apps.join(' ')} data-kind=${template.category}>
      <a class="back more" href="#list">← ${both(words.back)}</a>
      <p class="apps">${steps.map(({ app }, index) => [index > 0 ? '→' : '', badge(app)])}<span class="category">${both(categories[template.category])}</span></p>
      <h2 id=${title}><a href=${`#${id}`}>${both(template.title)}</a></h2>
      <p class="problem">${both(template.problem)}</p>
      <p class="description more">${both(template.description)}</p>
      <ol>${steps.map(({ app, does }) => html`<li><b>${nameOf(app)}</b> ${both(does)}</li>`)}</ol>
      <div class="start">
        ${button(shown, `use-${number}`, title)}
        <a class="to-details" id=${more} aria-labelledby=${`${more} ${title}`} href=${`#${id}`}>${both(words.details)}</a>
      </div>
      ${byHandNote(shown)}
      <div class="wide more" tabindex="0" role="group" aria-labelledby=${title}>
        <table>
          <thead><tr><th scope="col">${both(words.field)}</th><th scope="col">${both(words.value)}</th><td></td></tr></thead>
          ${steps.map((step, index) => stepRows(own, template, step, forms[index] ?? {}))}
        </table>
      </div>
    </article>
  `;
};

/** Options hold no elements, so that the script changes their language. */
const option = (value: string, text: Localized) => html`
  <option value=${value} data-fr=${text.fr === text.en ? undefined : typeset(text).fr}>${text.en}</option>
`;

/** All templates. @param shown in the order of the page */
export const templatesView = (
  shown: readonly ShownTemplate[],
  own: readonly Operation[],
): VNode => {
  const apps = [...new Set(shown.flatMap(({ template }) => template.steps.map(({ app }) => app)))]
    .filter((app) => app !== DASTRA)
    .map((app) => [app, nameOf(app)] as const)
    .sort(([, one], [, other]) => one.localeCompare(other));
  const count = (language: Language) => html`
    <span lang=${language} data-one=${words.one[language]} data-many=${words.many[language]}>${words.many[language].replace('#', String(shown.length))}</span>
  `;
  return html`
    <h1>${both(words.title)}</h1>
    <div class="intro">
      <p class="lead">${both(words.lead)}</p>
      <form id="filters" role="search">
        <label class="search"><span>${both(words.search)}</span>
          <input type="search" name="q" autocomplete="off" placeholder=${words.searchHint.en} data-fr=${words.searchHint.fr} />
        </label>
        <label><span>${both(words.app)}</span>
          <select name="app" autocomplete="off">${option('', words.every)}${apps.map(([app, name]) => option(app, { en: name, fr: name }))}</select>
        </label>
        <label><span>${both(words.kind)}</span>
          <select name="kind" autocomplete="off">${option('', words.every)}${CATEGORIES.map((one) => option(one, categories[one]))}</select>
        </label>
      </form>
      <p id="count" role="status">${count('en')}${count('fr')}</p>
    </div>
    <div id="list" tabindex="-1">
      ${shown.some(({ start }) => start.state === 'prefilled') ? html`<p class="note">${both(words.prefilled)}</p>` : null}
      ${shown.map((one, index) => card(one, own, index + 1))}
      <p id="none" hidden>${both(words.none)} <button type="button">${both(words.clear)}</button></p>
    </div>
    <p id="copied" role="status" class="hidden"></p>
    <template id="copy"><button type="button">${both(words.copy)}</button></template>
    <template id="done">${both(words.copied)}</template>
  `;
};
