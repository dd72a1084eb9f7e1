/** The site as files; how it works in a browser is tested in test/browser. */
import { catalogue } from '../../templates/catalogue.ts';
import { buildSite } from '../../templates/site/build.ts';
import { FRENCH_NAMES, words } from '../../templates/site/words.ts';
import { definition } from '../../tools/definition.ts';

/** All that a visitor could load, in bytes. */
const BUDGET = 150_000;

describe('The site', () => {
  let files: Map<string, string>;
  let withoutKey: Map<string, string>;
  beforeAll(async () => {
    files = await buildSite('App123CLIAPI');
    withoutKey = await buildSite(undefined);
  });

  const fileOf = (name: string) => files.get(name) ?? '';

  it('stays small, with and without links', () => {
    for (const site of [files, withoutKey]) {
      expect([...site.keys()].sort()).toEqual([
        'index.html',
        'reference.html',
        'script.js',
        'style.css',
      ]);
      const bytes = [...site.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
      expect(bytes).toBeLessThan(BUDGET);
    }
  });

  it('holds every template in both languages, with its link', () => {
    const page = fileOf('index.html');
    for (const { id, title } of catalogue) {
      expect(page).toContain(`<article id="${id}"`);
      expect(page).toContain(title.en);
      expect(page).toContain(title.fr.replace(/'/g, '’'));
    }
    expect(page.match(/href="https:\/\/api\.zapier\.com/g)).toHaveLength(catalogue.length);
    expect(withoutKey.get('index.html')).not.toContain('zapier.com');
    expect(withoutKey.get('index.html')).toContain(words.noLink.en);
  });

  it('loads nothing from elsewhere, and has no gaps', () => {
    for (const [name, text] of files) {
      expect([name, /\b(src|action)="(https?:)?\/\//.test(text)]).toEqual([name, false]);
      expect([name, /@import|url\((?!data:)/.test(text)]).toEqual([name, false]);
      if (!name.endsWith('.html')) continue;
      expect(text).toMatch(/^<!doctype html><html lang="en">/);
      expect(text.replace(/<script>.*?<\/script>/g, '')).not.toMatch(
        /undefined|\[object|>NaN<|\bnull\b/,
      );
      const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [, target = ''] of text.matchAll(/ href="#([^"]+)"/g))
        expect(ids).toContain(target);
    }
  });

  it('has every trigger, action and field of the app in its reference', () => {
    const page = fileOf('reference.html');
    for (const event of definition.visible) {
      expect(page).toContain(`id="${event.kind}-${event.key}"`);
      expect(FRENCH_NAMES[event.label]).toMatch(/\S/);
      for (const { key } of [...event.allFields(), ...event.outputFields]) {
        expect(page).toContain(`<code>${key}</code>`);
      }
    }
  });

  it('shows fields that depend on a choice, with the choice', () => {
    const page = fileOf('reference.html')
      .replace(/<[^>]+>/g, ' ')
      .replace(/ +/g, ' ');
    expect(page).toContain('Stakeholder Role jobTitle * choice if si Role: Stakeholder ');
    expect(page).toContain(
      'Related Item objectId choice if si Related Item Type is chosen est renseigné ',
    );
  });
});
