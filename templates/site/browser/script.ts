/** What the pages can do with a script: search, filter, copy. All of it can be read without. */

const root = document.documentElement;
const find = <Found extends Element = HTMLElement>(selector: string) =>
  document.querySelector<Found>(selector);

/** Letters without accents, in lower case: "échéance" is found as "echeance". */
const plain = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'").toLowerCase();

const filters = find<HTMLFormElement>('#filters');
const french = find<HTMLInputElement>('#fr');
if (french) french.checked = root.lang === 'fr';
const heading = document.title;
const frenchHeading = find('title')?.dataset.fr ?? heading;

/** The address holds the language and the filters, so that it can be passed on. */
const keepInAddress = () => {
  const state = new URLSearchParams(french?.checked ? { lang: 'fr' } : {});
  for (const [name, value] of filters ? new FormData(filters) : []) {
    if (value) state.set(name, String(value));
  }
  const query = state.size > 0 ? `?${state}` : '';
  history.replaceState(null, '', `${location.pathname}${query}${location.hash}`);
};

const openArticle = () => {
  const target = location.hash ? document.getElementById(location.hash.slice(1)) : null;
  return target?.matches('article') ? target : undefined;
};

/** Texts that cannot stand in the page in both languages. */
const translateRest = () => {
  const isFrench = french?.checked === true;
  root.lang = isFrench ? 'fr' : 'en';
  const title = openArticle()?.querySelector(`h2 [lang=${root.lang}]`)?.textContent;
  document.title = title ? `${title} – Dastra` : isFrench ? frenchHeading : heading;
  for (const one of document.querySelectorAll<HTMLElement>('option[data-fr], input[data-fr]')) {
    const name = one instanceof HTMLInputElement ? 'placeholder' : 'textContent';
    one.dataset.en ??= String(Reflect.get(one, name));
    Reflect.set(one, name, isFrench ? one.dataset.fr : one.dataset.en);
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.top a[href]')) {
    link.search = isFrench ? '?lang=fr' : '';
  }
};

const showTarget = () => {
  translateRest();
  if (openArticle() || location.hash === '#list') {
    scrollTo({ top: 0, behavior: 'instant' });
    (openArticle() ?? find('#list'))?.focus({ preventScroll: true });
  }
};
addEventListener('hashchange', showTarget);
find('.language')?.addEventListener('change', () => {
  keepInAddress();
  translateRest();
});

if (filters) {
  const cards = [...document.querySelectorAll<HTMLElement>('article')].map((card) => ({
    card,
    text: plain(
      [...card.querySelectorAll('h2, .problem, .description, ol')]
        .map((part) => part.textContent)
        .join(' '),
    ),
  }));
  const none = find('#none');

  const apply = () => {
    const data = new FormData(filters);
    const terms = plain(String(data.get('q'))).split(/\s+/);
    const [app = '', kind = ''] = ['app', 'kind'].map((name) => String(data.get(name)));
    let shown = 0;
    for (const { card, text } of cards) {
      const isShown =
        terms.every((term) => text.includes(term)) &&
        (app === '' || card.dataset.apps?.split(' ').includes(app) === true) &&
        (kind === '' || card.dataset.kind === kind);
      card.hidden = !isShown;
      if (isShown) shown += 1;
    }
    none?.toggleAttribute('hidden', shown > 0);
    for (const count of document.querySelectorAll<HTMLElement>('#count > span')) {
      const { one = '', many = '' } = count.dataset;
      count.textContent = shown === 1 ? one : many.replace('#', String(shown));
    }
    keepInAddress();
  };

  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = filters.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
      field.value = value;
    }
  }
  filters.addEventListener('input', apply);
  filters.addEventListener('submit', (event) => event.preventDefault());
  none?.querySelector('button')?.addEventListener('click', () => {
    filters.reset();
    apply();
    filters.querySelector('input')?.focus();
  });
  apply();
}

// Browsers give the clipboard to safe origins only.
const button = find<HTMLTemplateElement>('#copy');
const done = find<HTMLTemplateElement>('#done');
const status = find('#copied');
if (navigator.clipboard && button && done && status) {
  for (const [index, cell] of document.querySelectorAll('td.copy').entries()) {
    const name = cell.parentElement?.querySelector('th');
    cell.append(button.content.cloneNode(true));
    const copy = cell.querySelector('button');
    if (!name || !copy) continue;
    name.id = `field-${index}`;
    copy.id = `copy-${index}`;
    copy.setAttribute('aria-labelledby', `${copy.id} ${name.id}`);
    copy.addEventListener('click', async () => {
      const value = cell.parentElement?.querySelector<HTMLElement>('.text');
      // What is shown, that is, in one language.
      await navigator.clipboard.writeText(value?.innerText ?? '');
      for (const one of [copy, status]) one.replaceChildren(done.content.cloneNode(true));
      setTimeout(() => {
        copy.replaceChildren(
          ...(button.content.firstElementChild?.cloneNode(true).childNodes ?? []),
        );
        status.replaceChildren();
      }, 1500);
    });
  }
}

showTarget();
