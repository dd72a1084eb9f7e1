/** The reference: a page with every trigger and action, and one for each with all its fields. */
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import {
  type Condition,
  type Field,
  KINDS,
  type Operation,
  type OutputField,
} from '../../../tools/definition.ts';
import type { Localized } from '../../schema.ts';
import { appsOf, DASTRA } from '../../steps.ts';
import { operationPage, referencePage, templatePage } from '../addresses.ts';
import { kinds, kindsInPlural, several, types, words } from '../words.ts';
import type { Context } from './context.ts';
import type { Content } from './page.ts';
import { flow, glossed, icon } from './parts.ts';

export interface ShownEvent {
  event: Operation;
  fields: Field[];
}

/** Lists that are longer are folded. */
const SHORT_LIST = 12;

/** Help texts hold a little Markdown: code and links. */
const helpParts = (text: string) =>
  text.split(/(`[^`]+`|\[[^\]]+\]\([^)]+\))/).map((part) => {
    if (part.startsWith('`')) return html`<code>${part.slice(1, -1)}</code>`;
    const [, label, href] = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part) ?? [];
    return href ? html`<a href=${href}>${label}</a>` : part;
  });

const typeOf = ({ t }: Context, { type, list, dict, choices, dropdown }: Field): string => {
  if (dict) return t(types.pairs);
  if (choices) return t(list ? types.choices : types.choice);
  if (dropdown) return t(list ? types.dropdowns : types.dropdown);
  return plainType(type, list === true, t);
};

const plainType = (type: string | undefined, isList: boolean, t: (text: Localized) => string) =>
  t(types[(type ?? 'string') as keyof typeof types] ?? types.string) + (isList ? t(several) : '');

const name = ({ gloss }: Context, id: string, key: string, label: string): VNode => html`
  <a class="anchor" href=${`#${encodeURIComponent(id)}`} lang="en">${label}</a>${glossed(gloss(label))}<code class="key">${key}</code>
`;

const choiceList = ({ t, gloss }: Context, choices: Readonly<Record<string, string>>): VNode => {
  const labels = Object.values(choices);
  const list = html`<ul class="choices">${labels.map((label) => html`<li><span lang="en">${label}</span>${glossed(gloss(label))}</li>`)}</ul>`;
  return labels.length > SHORT_LIST
    ? html`<details><summary>${t(words.choices)} (${labels.length})</summary>${list}</details>`
    : list;
};

/** What another field has to hold for a field to be shown. */
const conditionOf = ({ t, gloss }: Context, { label, choices, isAnyChoice }: Condition): VNode => {
  const shown = isAnyChoice ? [] : choices;
  return html`<p class="hint">${t(words.shownIf)} <b lang="en">${label}</b>${glossed(gloss(label))}${
    shown.length === 0 ? ` ${t(words.isChosen)}` : ' = '
  }${shown.map(
    (choice, index) =>
      html`${index > 0 ? ', ' : ''}<b lang="en">${choice}</b>${glossed(gloss(choice))}`,
  )}</p>`;
};

/** @param variant counts the rows of one field, which may come in several variants; the first is linked to */
const fieldRow = (context: Context, field: Field, variant: number): VNode => {
  const { t } = context;
  const id = variant === 0 ? `in-${field.key}` : `in-${field.key}-${variant + 1}`;
  return html`
    <tr id=${id}>
      <th scope="row">${name(context, id, field.key, field.label)}${field.required ? html` <em class="must">${t(words.required)}</em>` : null}</th>
      <td>${typeOf(context, field)}</td>
      <td>
        ${field.helpText ? html`<p lang="en">${helpParts(field.helpText)}</p>` : null}
        ${field.choices ? choiceList(context, field.choices) : null}
        ${field.shownWhen.map((condition) => conditionOf(context, condition))}
      </td>
    </tr>
  `;
};

/** The fields of each group, in the order in which the form begins them. */
const byGroup = (fields: readonly Field[]): [group: string, fields: Field[]][] => {
  const groups = new Map<string, Field[]>();
  for (const field of fields) {
    const { group = '' } = field;
    groups.set(group, [...(groups.get(group) ?? []), field]);
  }
  return [...groups];
};

/** The place of a field among its own variants. */
const variantOf = (fields: readonly Field[], field: Field): number =>
  fields.filter(({ key }) => key === field.key).indexOf(field);

const groupRow = ({ gloss }: Context, label: string | undefined): VNode | null =>
  label === undefined
    ? null
    : html`<tr class="group"><th scope="rowgroup" colspan="3"><span lang="en">${label}</span>${glossed(gloss(label))}</th></tr>`;

const outputItem = (context: Context, { key, label, type }: OutputField): VNode => {
  const id = `out-${key}`;
  return html`<li id=${id}><div>${name(context, id, key, label)}</div><span class="hint">${plainType(type, key.includes('[]'), context.t)}</span></li>`;
};

const keySwitch = ({ t }: Context): VNode => html`
  <label class="switch"><input type="checkbox" id="keys" autocomplete="off" />${t(words.keys)}</label>
`;

export const operationPageOf = (context: Context, { event, fields }: ShownEvent): Content => {
  const { t, to, language, gloss, templates } = context;
  const users = templates.filter(({ template }) =>
    template.steps.some(
      ({ app, kind, key }) => app === DASTRA && kind === event.kind && key === event.key,
    ),
  );
  return {
    title: `${event.label} – Dastra × Zapier`,
    description: `${gloss(event.label) ?? ''} ${event.description}`.trim(),
    pages: { en: operationPage('en', event), fr: operationPage('fr', event) },
    apps: users.flatMap(({ template }) => appsOf(template)),
    body: html`
      <p class="crumbs"><a href=${to(referencePage(language))}>← ${t(words.referenceTitle)}</a></p>
      <p class="over">${t(kinds[event.kind])}</p>
      <h1><span lang="en">${event.label}</span>${glossed(gloss(event.label))}</h1>
      <p class="lead" lang="en">${event.description}</p>
      <p class="tools">${keySwitch(context)}<span class="key">${t(words.key)} <code>${event.key}</code></span></p>
      <h2 class="big">${t(words.fillIn)}</h2>
      <table class="fields">
        <thead class="hidden"><tr><th scope="col">${t(words.field)}</th><th scope="col">${t({ en: 'Type', fr: 'Type' })}</th><th scope="col">${t({ en: 'Help', fr: 'Aide' })}</th></tr></thead>
        ${byGroup(fields).map(([group, inGroup]) => html`<tbody>${groupRow(context, event.groups[group])}${inGroup.map((field) => fieldRow(context, field, variantOf(fields, field)))}</tbody>`)}
      </table>
      <h2 class="big">${t(words.output)}</h2>
      <p class="hint">${t(words.outputNote)}</p>
      <ul class="outputs">${event.outputFields.map((field) => outputItem(context, field))}</ul>
      ${
        users.length === 0
          ? null
          : html`
            <h2 class="big">${t(words.usedBy)}</h2>
            <ul class="users">${users.map(({ template }) => html`<li><a href=${to(templatePage(language, template.id))}>${flow(template)}<span>${t(template.title)}</span></a></li>`)}</ul>
          `
      }
    `,
  };
};

export const referencePageOf = (context: Context, shown: readonly ShownEvent[]): Content => {
  const { t, to, language, gloss } = context;
  const count = ({ length }: { length: number }) =>
    length === 1 ? t(words.oneField) : t(words.fields).replace('#', String(length));
  return {
    title: `${t(words.referenceTitle)} – Dastra × Zapier`,
    description: t(words.referenceLead),
    pages: { en: referencePage('en'), fr: referencePage('fr') },
    apps: [],
    body: html`
      <h1>${t(words.referenceTitle)}</h1>
      <p class="lead">${t(words.referenceLead)}</p>
      ${KINDS.map((kind) => {
        const events = shown.filter(({ event }) => event.kind === kind);
        return events.length === 0
          ? null
          : html`
            <h2 class="big">${t(kindsInPlural[kind])}</h2>
            <ul class="operations">${events.map(
              ({ event, fields }) => html`
                <li>
                  <h3 lang="en"><a href=${to(operationPage(language, event))}>${event.label}</a></h3>
                  ${gloss(event.label) ? html`<p class="gloss">${gloss(event.label)}</p>` : null}
                  <p lang="en">${event.description}</p>
                  <p class="hint">${count(fields)}${icon('arrow')}</p>
                </li>
              `,
            )}</ul>
          `;
      })}
    `,
  };
};
