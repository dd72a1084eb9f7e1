/** The list of all templates, with its search. */
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { type Category, GOALS, type Goal } from '../../schema.ts';
import { appsOf, DASTRA, nameOf, ownEventOf, partnerEventOf } from '../../steps.ts';
import { guidePage, homePage, referencePage, templatePage } from '../addresses.ts';
import { guides, guideText, headOf } from '../guides.ts';
import { wordsOf } from '../plain.ts';
import { nearWords, topicWords } from '../search-words.ts';
import { goals, words } from '../words.ts';
import type { Context, ShownTemplate } from './context.ts';
import type { Content } from './page.ts';
import { card, icon, tile } from './parts.ts';

/** What a template is found by beside what its card shows: each word once, as the search compares it. */
const searchText = ({ own, language }: Context, { template, forms }: ShownTemplate): string => {
  const { steps, keywords, description, title, problem } = template;
  const labels = steps.flatMap((step, index) => {
    const used = [...Object.keys(step.fixed), ...step.choose, ...Object.keys(step.map)];
    return [
      step.does[language],
      ownEventOf(own, step)?.label ?? partnerEventOf(step)?.label[language] ?? '',
      ...used.map((name) => forms[index]?.[name]?.label[language] ?? ''),
    ];
  });
  const shown = new Set(wordsOf(`${title[language]} ${problem[language]}`));
  const all = [description[language], ...keywords.en, ...keywords.fr, ...labels];
  return [...new Set(wordsOf(all.join(' ')))].filter((word) => !shown.has(word)).join(' ');
};

const topics = (shown: readonly ShownTemplate[]) => {
  const pairs = new Map<string, { category: Category; goal: Goal }>(
    shown.map(({ template: { category, goal } }) => [`${category} ${goal}`, { category, goal }]),
  );
  const found = [...pairs].map(([topic, { category, goal }]) => [
    topic,
    [topicWords(category, goal), nearWords(goal)].map((text) =>
      [...new Set(wordsOf(text))].join(' '),
    ),
  ]);
  return { __html: JSON.stringify(Object.fromEntries(found)) };
};

const choice = (name: string, value: string, label: VNode | string) => html`
  <label><input type="radio" name=${name} value=${value} checked=${value === ''} autocomplete="off" /><span>${label}</span></label>
`;

const filters = ({ t, templates }: Context): VNode => {
  const apps = [...new Set(templates.flatMap(({ template }) => appsOf(template)))]
    .filter((app) => app !== DASTRA)
    .sort((one, other) => nameOf(one).localeCompare(nameOf(other)));
  const used = GOALS.filter((goal) => templates.some(({ template }) => template.goal === goal));
  return html`
    <form id="filters" role="search">
      <label class="search"><span class="hidden">${t(words.search)}</span>${icon('search')}
        <input type="search" name="q" autocomplete="off" placeholder=${t(words.searchHint)} />
      </label>
      <fieldset>
        <legend>${t(words.goal)}</legend>
        <div class="chips">${choice('goal', '', t(words.everyGoal))}${used.map((goal) => choice('goal', goal, t(goals[goal])))}</div>
      </fieldset>
      <fieldset>
        <legend>${t(words.app)}</legend>
        <div class="chips apps">${choice('app', '', t(words.everyApp))}${apps.map((app) => choice('app', app, html`${tile(app)}${nameOf(app)}`))}</div>
      </fieldset>
    </form>
  `;
};

const listed = (context: Context, shown: ShownTemplate) => {
  const { category, goal } = shown.template;
  return card(context, shown, {
    'data-apps': appsOf(shown.template).join(' '),
    'data-topic': `${category} ${goal}`,
    'data-words': searchText(context, shown),
  });
};

/** Where the tiles of the picture are, in pixels from its top left corner, around Dastra in its middle. */
const PLACES = [
  [52, 40],
  [24, 178],
  [122, 274],
  [318, 30],
  [368, 160],
  [276, 282],
] as const;
const MIDDLE = [210, 160] as const;

/** Dastra among the apps, drawn. */
const board = (apps: readonly string[]): VNode => {
  const [x, y] = MIDDLE;
  const shown = apps.slice(0, PLACES.length).flatMap((app, index) => {
    const place = PLACES[index];
    return place ? [{ app, place }] : [];
  });
  const at = ([left, top]: readonly [number, number], app: string) =>
    html`<span style=${`left:${left}px;top:${top}px`}>${tile(app)}</span>`;
  return html`
    <div class="board" aria-hidden="true">
      <svg viewBox="0 0 420 320">${shown.map(({ place: [left, top] }) => html`<path d=${`M${x} ${y}C${x} ${top} ${(x + left) / 2} ${top} ${left} ${top}`} />`)}</svg>
      ${shown.map(({ app, place }) => at(place, app))}${at(MIDDLE, DASTRA)}
    </div>
  `;
};

const guideList = ({ t, to, language }: Context): VNode => html`
  <section id="guides" aria-labelledby="guides-title">
    <h2 class="big" id="guides-title">${t(words.guides)}</h2>
    <p class="hint">${t(words.guidesLead)}</p>
    <ul class="operations wide">${guides.map((guide) => {
      const { title, lead } = headOf(guideText(language, guide));
      return html`<li><h3><a href=${to(guidePage(language, guide.id))}>${t(title)}</a></h3><p>${t(lead)}</p></li>`;
    })}</ul>
  </section>
`;

/** How to go on without a template. */
const ownZap = ({ t, to, language, own }: Context): VNode => html`
  <section id="own" class="own" aria-labelledby="own-title">
    <h2 id="own-title">${t(words.ownTitle)}</h2>
    <p>${t(words.ownLead)}</p>
    <ol class="numbered">
      <li>${t(words.ownChoose)}</li>
      <li>${t(words.ownEvent).replace('#', String(own.length))}</li>
      <li>${t(words.ownFill)}</li>
    </ol>
    <a class="button quiet" href=${to(referencePage(language))}>${t(words.ownLink)}${icon('arrow')}</a>
  </section>
`;

export const templatesPage = (context: Context, base: string | undefined): Content => {
  const { t, templates, language } = context;
  const featured = templates.filter(({ template }) => template.featured);
  const others = templates.filter(({ template }) => !template.featured);
  return {
    title: `${t(words.title)} – Zapier`,
    description: t(words.description),
    pages: { en: homePage('en'), fr: homePage('fr') },
    apps: templates.flatMap(({ template }) => appsOf(template)),
    data: {
      '@context': 'https://schema.org',
      '@type': 'ItemList',
      name: t(words.title),
      numberOfItems: templates.length,
      itemListElement: templates.map(({ template }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name: t(template.title),
        ...(base === undefined ? {} : { url: base + templatePage(language, template.id) }),
      })),
    },
    body: html`
      <div class="hero">
        ${board([...new Set(templates.flatMap(({ template }) => appsOf(template)))].filter((app) => app !== DASTRA))}
        <p class="over">${t(words.title)}</p>
        <h1>${t(words.headline)}</h1>
        <p class="lead">${t(words.lead)} <a href="#guides">${t(words.followGuide)}</a></p>
        ${filters(context)}
      </div>
      <h2 class="hidden">${t(words.templates)}</h2>
      <p id="count" role="status" data-zero=${t(words.zero)} data-one=${t(words.one)} data-many=${t(words.many)}>${t(words.many).replace('#', String(templates.length))}</p>
      <div id="none" hidden>
        <p><b data-none=${t(words.none)} data-here=${t(words.noneHere)}></b> <span class="near">${t(words.near)}</span></p>
        <p><button type="button" class="button quiet">${t(words.clear)}</button> <a class="button quiet" href="#own">${t(words.buildOwn)}</a></p>
      </div>
      <div id="list">
        ${featured.length > 0 ? html`<h2>${t(words.featured)}</h2><div class="grid featured">${featured.map((one) => listed(context, one))}</div>` : null}
        ${GOALS.map((goal) => {
          const these = others.filter(({ template }) => template.goal === goal);
          return these.length === 0
            ? null
            : html`<h2>${t(goals[goal])}</h2><div class="grid">${these.map((one) => listed(context, one))}</div>`;
        })}
      </div>
      ${guideList(context)}
      ${ownZap(context)}
      <script type="application/json" id="topics" dangerouslySetInnerHTML=${topics(templates)}></script>
    `,
  };
};
