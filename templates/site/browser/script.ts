/** What the pages can do with a script: search, filter, copy, print, and remember the language. */
import { plain, wordsOf } from '../plain.ts';

const find = <Found extends Element = HTMLElement>(selector: string) =>
  document.querySelector<Found>(selector);
const findAll = <Found extends Element = HTMLElement>(selector: string) => [
  ...document.querySelectorAll<Found>(selector),
];

// The root of the site leads to the language chosen last.
for (const link of findAll('a[data-language]')) {
  link.addEventListener('click', () => {
    try {
      localStorage.language = link.dataset.language;
    } catch {
      // A browser that keeps nothing chooses again next time.
    }
  });
}

for (const button of findAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

/** Says it to screen readers, too. */
const said = find('#said');
for (const button of findAll<HTMLButtonElement>('[data-copy]')) {
  // Browsers give the clipboard to safe origins only.
  if (!navigator.clipboard || !said) break;
  button.hidden = false;
  const label = button.querySelector('span') ?? button;
  const before = label.textContent;
  button.addEventListener('click', async () => {
    const text =
      button.dataset.copy === 'link'
        ? location.origin + location.pathname
        : button.previousElementSibling?.textContent;
    await navigator.clipboard.writeText(text ?? '');
    label.textContent = said.textContent = said.dataset.copied ?? '';
    setTimeout(() => {
      label.textContent = before;
      said.textContent = '';
    }, 1500);
  });
}

/** How alike two words are, from 0 to 1: by the pairs of letters that they share. */
const likeness = (one: string, other: string): number => {
  const pairs = (word: string) => [...word].slice(1).map((letter, index) => word[index] + letter);
  const [a, b] = [pairs(one), pairs(other)];
  return (2 * a.filter((pair) => b.includes(pair)).length) / (a.length + b.length || 1);
};

/** Below it, two words have nothing to do with each other. */
const ALIKE = 0.5;
const NEAREST = 3;

const setUpSearch = (form: HTMLFormElement, none: HTMLElement, count: HTMLElement) => {
  const topics = JSON.parse(find('#topics')?.textContent ?? '{}') as Record<
    string,
    [found: string, near: string]
  >;
  const cards = findAll('#list article').map((card) => {
    const { apps = '', topic = '', words = '' } = card.dataset;
    const [found = '', near = ''] = topics[topic] ?? [];
    const shown = card.querySelectorAll('h3, h3 + p, .facts b');
    const text = plain(`${[...shown].map((part) => part.textContent).join(' ')} ${words} ${found}`);
    return {
      card,
      text,
      all: wordsOf(`${text} ${near}`),
      apps: apps.split(' '),
      goal: topic.split(' ')[1],
    };
  });

  /** The few that come nearest to the words, or none. */
  const nearestTo = (terms: readonly string[]) =>
    cards
      .map((one) => {
        const likest = terms.map((term) =>
          Math.max(...one.all.map((word) => (word.startsWith(term) ? 1 : likeness(term, word)))),
        );
        return { one, score: likest.reduce((sum, most) => sum + (most >= ALIKE ? most : 0), 0) };
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, NEAREST)
      .map(({ one }) => one);

  const apply = () => {
    const data = new FormData(form);
    const [query = '', goal = '', app = ''] = ['q', 'goal', 'app'].map((name) =>
      String(data.get(name) ?? '').trim(),
    );
    const terms = wordsOf(query);
    const fits = cards.filter(
      (one) =>
        terms.every((term) => one.text.includes(term)) &&
        (app === '' || one.apps.includes(app)) &&
        (goal === '' || one.goal === goal),
    );
    const nearest = fits.length > 0 ? [] : nearestTo(terms);
    for (const one of cards) one.card.hidden = !fits.includes(one) && !nearest.includes(one);

    const { zero = '', one = '', many = '' } = count.dataset;
    const among = fits.length === 1 ? one : many.replace('#', String(fits.length));
    count.textContent = fits.length === 0 ? zero : among;
    document.body.classList.toggle('searching', query !== '' || goal !== '' || app !== '');
    none.hidden = fits.length > 0;
    none.querySelector('.near')?.toggleAttribute('hidden', nearest.length === 0);
    const text = none.querySelector('b');
    if (text) {
      text.textContent =
        (terms.length > 0 ? text.dataset.none?.replace('#', query) : text.dataset.here) ?? '';
    }

    const state = new URLSearchParams();
    for (const [name, value] of Object.entries({ q: query, goal, app })) {
      if (value) state.set(name, value);
    }
    // The address can be passed on as it is.
    const search = state.size > 0 ? `?${state}` : '';
    history.replaceState(null, '', location.pathname + search + location.hash);
  };

  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof RadioNodeList) field.value = value;
  }
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  none.querySelector('button')?.addEventListener('click', () => {
    form.reset();
    apply();
    form.querySelector('input')?.focus();
  });
  if (location.search) apply();
};

const form = find<HTMLFormElement>('#filters');
const none = find('#none');
const count = find('#count');
if (form && none && count) setUpSearch(form, none, count);
