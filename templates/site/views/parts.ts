/** The pieces that several pages are made of. */
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { planOf, type Step, type Template } from '../../schema.ts';
import { DASTRA, nameOf, ownEventOf, partnerEventOf } from '../../steps.ts';
import { templatePage } from '../addresses.ts';
import { markOf } from '../marks.ts';
import { goals, kinds, words } from '../words.ts';
import type { Context, ShownTemplate } from './context.ts';

const ICONS = {
  bolt: 'M13 2 4 14h6l-1 8 9-12h-6z',
  arrow: 'M4 12h14m-6-6 6 6-6 6',
  out: 'M7 17 17 7M9 7h8v8',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14m5-2 5 5',
  link: 'M10 14a4 4 0 0 0 6 0l4-4a4 4 0 0 0-6-6l-1 1m1 5a4 4 0 0 0-6 0l-4 4a4 4 0 0 0 6 6l1-1',
  print: 'M7 9V3h10v6M7 18H4V9h16v9h-3M7 14h10v7H7z',
  shield: 'M12 3 4 6v6c0 5 3.5 8 8 9 4.5-1 8-4 8-9V6z',
} as const;

export const icon = (name: keyof typeof ICONS): VNode =>
  html`<svg class=${`icon ${name}`} viewBox="0 0 24 24" aria-hidden="true"><path d=${ICONS[name]} /></svg>`;

/** The tile of an app, which is named beside it. */
export const tile = (app: string): VNode => {
  const { color, path, letters } = markOf(app);
  return html`<span class="tile" style=${`--c:${color}`} aria-hidden="true">${
    path ? html`<svg viewBox="0 0 24 24"><use href=${`#mark-${app}`} /></svg>` : letters
  }</span>`;
};

/** The logos that a page shows, each once. */
export const marksSheet = (apps: readonly string[]): VNode => html`
  <svg class="hidden" aria-hidden="true">
    ${[...new Set(apps)].map((app) => {
      const { path } = markOf(app);
      return path
        ? html`<symbol id=${`mark-${app}`} viewBox="0 0 24 24"><path d=${path} /></symbol>`
        : null;
    })}
  </svg>
`;

/** The apps that a template goes through; two steps of one app in a row count once. */
const wayOf = ({ steps }: Template): Step[] => {
  const way = steps.filter(({ app }, index) => app !== steps[index - 1]?.app);
  // Dastra alone: its first step and its last.
  return way.length > 1 ? way : [steps[0], steps.at(-1)].filter((step) => step !== undefined);
};

/** The flow of a template, drawn: what starts it, and where it leads. */
export const flow = (template: Template): VNode => {
  const steps = wayOf(template);
  return html`
  <p class="flow" style=${`--a:${markOf(steps[0]?.app ?? '').color};--b:${markOf(steps.at(-1)?.app ?? '').color}`}>
    ${steps.map(
      ({ app }, index) => html`
        ${index > 0 ? html`<span class="wire" aria-hidden="true"></span>` : null}
        <span class=${index === 0 ? 'start' : undefined}>${tile(app)}${index === 0 ? icon('bolt') : null}<span class="hidden">${nameOf(app)}${index < steps.length - 1 ? ', ' : ''}</span></span>
      `,
    )}
  </p>
`;
};

/** The steps of a template, one below the other. */
export const happens = ({ t }: Context, { steps }: Template): VNode => html`
  <ol>${steps.map(({ app, kind, does }) => html`<li>${tile(app)}<div><b>${nameOf(app)}</b> <em>${t(kinds[kind])}</em><p>${t(does)}</p></div></li>`)}</ol>
`;

/** What a step's event is called: ours as in the editor, a partner's in our words. */
export const eventName = ({ own, t, gloss }: Context, step: Step): VNode => {
  if (step.app !== DASTRA) return html`${t(partnerEventOf(step)?.label ?? '')}`;
  const { label = '' } = ownEventOf(own, step) ?? {};
  return html`<span lang="en">${label}</span>${glossed(gloss(label))}`;
};

/** A gloss, after what it explains. */
export const glossed = (gloss: string | undefined): VNode | null =>
  gloss ? html` <span class="gloss">${gloss}</span>` : null;

export const stepsAndPlan = ({ t }: Context, template: Template): string =>
  `${t(words.steps).replace('#', String(template.steps.length))} · ${t(words[planOf(template)])}`;

/** A template in a list. Its button leads to its page. */
export const card = (context: Context, { template }: ShownTemplate, more: object = {}): VNode => {
  const { t, to, language } = context;
  const title = t(template.title);
  return html`
    <article class="card" ...${more}>
      ${flow(template)}
      <h3>${title}</h3>
      <p>${t(template.problem)}</p>
      <p class="facts"><b>${t(goals[template.goal])}</b><span>${stepsAndPlan(context, template)}</span></p>
      <a class="button quiet" href=${to(templatePage(language, template.id))} aria-label=${`${t(words.how)}${t({ en: ': ', fr: ' : ' })}${title}`}>${t(words.how)}${icon('arrow')}</a>
    </article>
  `;
};
