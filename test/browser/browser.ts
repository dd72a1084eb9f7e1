/** A real browser, and the site served to it from memory on this machine. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { fileOf } from '../../templates/site/addresses.ts';
import { type Loopback, listen } from '../../tools/loopback.ts';

/** Debian's package `chromium`; another browser of the family can be named instead. */
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

// The switches keep Chromium from asking for anything by itself.
const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launch = (): Promise<Browser> => {
  if (!existsSync(CHROMIUM)) {
    throw new Error(
      `There is no browser at ${CHROMIUM}. Install Debian's package chromium, or name another in CHROMIUM.`,
    );
  }
  return chromium.launch({ executablePath: CHROMIUM, headless: true, args: SWITCHES });
};

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  png: 'image/png',
};

/** Serves a site's files on a free port of the loopback interface, as a server of files does. */
export const serve = (files: ReadonlyMap<string, string | Uint8Array>): Promise<Loopback> =>
  listen((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    const asked = fileOf(pathname.slice(1));
    const [status, name] = files.has(asked) ? [200, asked] : [404, '404.html'];
    const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain';
    response.writeHead(status, { 'Content-Type': type });
    response.end(files.get(name));
  });
