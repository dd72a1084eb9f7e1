/** Makes the pages of `site/`: templates to start from, and a reference of the app. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { definition } from '../../tools/definition.ts';
import { catalogue } from '../catalogue.ts';
import { startOf } from '../links.ts';
import { fieldsOfStep } from '../steps.ts';
import { FILES, page } from './views/page.ts';
import { referenceView } from './views/reference.ts';
import { type ShownTemplate, templatesView } from './views/templates.ts';
import { words } from './words.ts';

const pathOf = (file: string) => fileURLToPath(new URL(file, import.meta.url));

const document = (root: VNode) => `<!doctype html>${renderToString(root)}`;

const style = async () => {
  const source = await readFile(pathOf('style.css'), 'utf8');
  return (await transform(source, { loader: 'css', minify: true })).code;
};

const script = async () => {
  const { outputFiles } = await build({
    entryPoints: [pathOf('browser/script.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
};

/**
 * @param selector of this app in links, as `ownSelector` gives it
 * @returns what each file of the site holds, by its name
 */
export const buildSite = async (selector: string | undefined): Promise<Map<string, string>> => {
  const own = definition.visible;
  const templates = catalogue.map(
    (template): ShownTemplate => ({
      template,
      forms: template.steps.map((step) => fieldsOfStep(own, step)),
      start: startOf(template, own, selector),
    }),
  );
  const files = new Map([
    ['style.css', await style()],
    ['script.js', await script()],
  ]);
  files.set(
    FILES.templates,
    document(page('templates', words.title, templatesView(templates, own))),
  );
  files.set(FILES.reference, document(page('reference', words.referenceTitle, referenceView(own))));
  return files;
};
