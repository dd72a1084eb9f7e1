import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Condition, Field, Operation } from '../../../tools/definition.ts';
import { FRENCH_NAMES, kinds, words } from '../words.ts';
import { asInApp, both } from './both.ts';

/** Help texts hold a little Markdown: code. */
const helpParts = (text: string) =>
  text
    .split(/(`[^`]+`)/)
    .map((part) => (part.startsWith('`') ? html`<code>${part.slice(1, -1)}</code>` : part));

const typeOf = ({ type, list, dict, choices, dropdown }: Field): string => {
  if (dict) return 'pairs';
  const kind = choices || dropdown ? 'choice' : type;
  return list ? `${kind}, several` : kind;
};

const idOf = ({ kind, key }: Operation) => `${kind}-${key}`;

const conditionView = ({ label, choices, isAnyChoice }: Condition) => html`
  <small>${both(words.shownIf)} ${label}${isAnyChoice ? html` ${both(words.isChosen)}` : `: ${choices.join(' · ')}`}</small>
`;

const fieldRow = (field: Field) => html`
  <tr>
    <th scope="row">${field.label} <code>${field.key}</code>${field.required ? html` <b>*</b>` : null}</th>
    <td>${typeOf(field)}${field.shownWhen.map(conditionView)}</td>
    <td>${helpParts(field.helpText ?? '')}${field.choices ? html`<small>${Object.values(field.choices).join(' · ')}</small>` : null}</td>
  </tr>
`;

const eventSection = (event: Operation, record: string) => html`
  <section>
    <h2 id=${idOf(event)}>${asInApp(event.label)} <em>${both(kinds[event.kind])}</em></h2>
    <p lang="fr"><b>${FRENCH_NAMES[event.label]}</b></p>
    <p lang="en" class="app">${event.description}</p>
    <p>${both(words.key)} <code>${event.key}</code> · <a href=${`#${record}`}>${both(words.returns)}</a></p>
    <div class="wide" tabindex="0" role="group" aria-labelledby=${idOf(event)}>
      <table>
        <thead><tr><th scope="col">${both(words.field)}</th><th scope="col">${both(words.type)}</th><th scope="col">${both(words.help)}</th></tr></thead>
        <tbody lang="en" class="app">${event.allFields().map(fieldRow)}</tbody>
      </table>
    </div>
  </section>
`;

/** Every trigger and action with its fields, and every record with what it holds. */
export const referenceView = (shown: readonly Operation[]): VNode => {
  // Operations that return the same fields share one list, under the first of them.
  const alike = ({ outputFields }: Operation) => JSON.stringify(outputFields);
  const records = new Map<string, Operation>();
  for (const event of shown) {
    if (!records.has(alike(event))) records.set(alike(event), event);
  }
  const recordId = (event: Operation) => `returns-${idOf(records.get(alike(event)) ?? event)}`;
  return html`
    <h1>${both(words.referenceTitle)}</h1>
    <p class="lead">${both(words.referenceLead)} ${both(words.required)}</p>
    <ul class="toc">${shown.map((event) => html`<li><a href=${`#${idOf(event)}`}>${asInApp(event.label)}</a></li>`)}</ul>
    <div>
      ${shown.map((one) => eventSection(one, recordId(one)))}
      ${[...records.values()].map(
        (event) => html`
          <section>
            <h2 id=${recordId(event)}>${both(words.returns)}: ${asInApp(event.label)}</h2>
            <ul class="outputs app" lang="en">${event.outputFields.map(({ key, label }) => html`<li>${label} <code>${key}</code></li>`)}</ul>
          </section>
        `,
      )}
    </div>
  `;
};
