/**
 * The pictures that links to the pages are shown with in chats and networks. They are drawn as SVG and
 * turned into PNG by resvg as WebAssembly: one file for every system, no browser, no network.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Language, Template } from '../schema.ts';
import { appsOf, DASTRA } from '../steps.ts';
import { socialPicture } from './addresses.ts';
import { markOf } from './marks.ts';
import { goals, typeset, words } from './words.ts';

const { resolve } = createRequire(import.meta.url);
const fileOf = (specifier: string) => readFile(resolve(specifier));

/** The font of the pages, in the two weights that they use. */
export const fontFiles = async () => ({
  text: await fileOf('@fontsource/figtree/files/figtree-latin-400-normal.woff2'),
  bold: await fileOf('@fontsource/figtree/files/figtree-latin-600-normal.woff2'),
});

/** Text for SVG. The font has neither narrow spaces nor joiners. */
const escaped = (text: string) =>
  text
    .replace(/\u202f/g, '\u00a0')
    .replace(/\u2060/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;');

/** Breaks a text into lines of about as many letters. */
const linesOf = (text: string, length: number): string[] => {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length >= length) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
};

const TILE = 112;
/** Between two tiles: room for an arrow, or none. */
const GAPS = { flow: 84, row: 28 };

const tileAt = (app: string, left: number): string => {
  const { color, path, letters } = markOf(app);
  const inner = path
    ? `<path transform="translate(26 26) scale(2.5)" fill="#fff" d="${path}"/>`
    : `<text x="${TILE / 2}" y="74" text-anchor="middle" font-size="50" font-weight="600" fill="#fff">${escaped(letters)}</text>`;
  return `<g transform="translate(${left} 84)"><rect width="${TILE}" height="${TILE}" rx="28" fill="${color}" stroke="#fff" stroke-opacity=".25" stroke-width="2"/>${inner}</g>`;
};

const arrowBefore = (left: number): string =>
  `<path d="M${left - GAPS.flow + 14} ${84 + TILE / 2}h${GAPS.flow - 30}m-14 -14 14 14-14 14" fill="none" stroke="#9fd4d3" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/>`;

/** @param isFlow whether each app leads to the next */
const drawing = (apps: readonly string[], over: string, title: string, isFlow: boolean): string => {
  const step = TILE + (isFlow ? GAPS.flow : GAPS.row);
  const tiles = apps.map((app, index) => {
    const left = 80 + index * step;
    return (isFlow && index > 0 ? arrowBefore(left) : '') + tileAt(app, left);
  });
  const size = title.length > 70 ? 52 : 64;
  const lines = linesOf(title, size === 52 ? 38 : 31);
  const text = lines
    .map(
      (line, index) =>
        `<tspan x="80" dy="${index === 0 ? 0 : size * 1.18}">${escaped(line)}</tspan>`,
    )
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" font-family="Figtree">
    <rect width="1200" height="630" fill="#0a3a42"/>
    <circle cx="1130" cy="40" r="330" fill="#0e4a52"/><circle cx="1130" cy="40" r="200" fill="#14606a"/><circle cx="1130" cy="40" r="84" fill="#ff8a5c"/>
    ${tiles.join('')}
    <text x="80" y="276" font-size="28" font-weight="600" fill="#8fd6d4">${escaped(over)}</text>
    <text x="80" y="${size === 52 ? 344 : 352}" font-size="${size}" font-weight="600" letter-spacing="-1" fill="#fff">${text}</text>
    <text x="80" y="580" font-size="30" fill="#bfe3e2">Dastra × Zapier</text>
  </svg>`;
};

let isReady: Promise<unknown> | undefined;

/** Turns a drawing into a PNG of 1200 × 630 pixels. */
const toPng = async (svg: string): Promise<Uint8Array> => {
  isReady ??= fileOf('@resvg/resvg-wasm/index_bg.wasm').then((wasm) => initWasm(wasm));
  await isReady;
  const resvg = new Resvg(svg, {
    font: {
      fontBuffers: Object.values(await fontFiles()),
      loadSystemFonts: false,
      defaultFontFamily: 'Figtree',
    },
  });
  const png = resvg.render().asPng();
  resvg.free();
  return png;
};

/** The picture of a template. @returns its file and what it holds */
export const pictureOf = async (
  language: Language,
  template: Template,
): Promise<[file: string, png: Uint8Array]> => {
  const over = typeset(language, goals[template.goal]);
  const svg = drawing(appsOf(template), over, typeset(language, template.title), true);
  return [socialPicture(language, template.id), await toPng(svg)];
};

/** The picture of all other pages: Dastra, and the first of these apps. */
export const commonPicture = async (
  language: Language,
  apps: readonly string[],
): Promise<[file: string, png: Uint8Array]> => {
  const shown = [DASTRA, ...apps.filter((app) => app !== DASTRA)].slice(0, 4);
  const [over, title] = [words.title, words.headline].map((text) => typeset(language, text));
  return [socialPicture(language), await toPng(drawing(shown, over ?? '', title ?? '', false))];
};
