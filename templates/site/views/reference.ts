import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Field, OutputField, OwnEvent } from '../../definition.ts';
import { FRENCH_NAMES, kinds, words } from '../words.ts';
import { asInApp, both } from './both.ts';

type ShownField = Field & { shownIf?: { label: string; value: string } | undefined };

export interface ShownEvent {
  event: OwnEvent;
  fields: ShownField[];
}

/** Help texts hold a little Markdown: code. */
const helpParts = (text: string) =>
  text
    .split(/(`[^`]+`)/)
    .map((part) => (part.startsWith('`') ? html`<code>${part.slice(1, -1)}</code>` : part));

const typeOf = ({ type, list, dict, choices, dynamic }: Field): string => {
  if (dict) return 'pairs';
  const kind = choices || dynamic ? 'choice' : (type ?? 'string');
  return list ? `${kind}, several` : kind;
};

const idOf = ({ kind, key }: OwnEvent) => `${kind}-${key}`;

const fieldRow = (field: ShownField) => html`
  <tr>
    <th scope="row">${field.label} <code>${field.key}</code>${field.required ? html` <b>*</b>` : null}</th>
    <td>${typeOf(field)}${field.shownIf ? html`<small>${both(words.shownIf)} ${field.shownIf.label}: ${field.shownIf.value}</small>` : null}</td>
    <td>${helpParts(field.helpText ?? '')}${field.choices ? html`<small>${Object.values(field.choices).join(' · ')}</small>` : null}</td>
  </tr>
`;

const eventSection = ({ event, fields }: ShownEvent, record: string) => html`
  <section>
    <h2 id=${idOf(event)}>${asInApp(event.label)} <em>${both(kinds[event.kind])}</em></h2>
    <p lang="fr"><b>${FRENCH_NAMES[event.label]}</b></p>
    <p lang="en" class="app">${event.description}</p>
    <p>${both(words.key)} <code>${event.key}</code> · <a href=${`#${record}`}>${both(words.yields)}</a></p>
    <div class="wide" tabindex="0" role="group" aria-labelledby=${idOf(event)}>
      <table>
        <thead><tr><th scope="col">${both(words.field)}</th><th scope="col">${both(words.type)}</th><th scope="col">${both(words.help)}</th></tr></thead>
        <tbody lang="en" class="app">${fields.map(fieldRow)}</tbody>
      </table>
    </div>
  </section>
`;

/** Every trigger and action with its fields, and every record with what it holds. */
export const referenceView = (shown: readonly ShownEvent[]): VNode => {
  // What several operations yield alike stands once, under the first of them.
  const records = new Map<OutputField[], OwnEvent>();
  for (const { event } of shown) {
    if (!records.has(event.outputFields)) records.set(event.outputFields, event);
  }
  const recordId = (event: OwnEvent) => `yields-${idOf(records.get(event.outputFields) ?? event)}`;
  return html`
    <h1>${both(words.referenceTitle)}</h1>
    <p class="lead">${both(words.referenceLead)} ${both(words.required)}</p>
    <ul class="toc">${shown.map(({ event }) => html`<li><a href=${`#${idOf(event)}`}>${asInApp(event.label)}</a></li>`)}</ul>
    <div>
      ${shown.map((one) => eventSection(one, recordId(one.event)))}
      ${[...records].map(
        ([outputs, event]) => html`
          <section>
            <h2 id=${recordId(event)}>${both(words.yields)}: ${asInApp(event.label)}</h2>
            <ul class="outputs app" lang="en">${outputs.map(({ key, label }) => html`<li>${label} <code>${key}</code></li>`)}</ul>
          </section>
        `,
      )}
    </div>
  `;
};
