/** A sandbox from outside, past the app: its API with its own key, and its control plane (control.ts). */

import type { LoggedCall } from './engine/state.ts';
import type { Sandbox } from './server.ts';

/** What can be done with a running sandbox. All of it throws an Error if the sandbox refuses. */
export interface Remote {
  /** Reads from the API. */
  api<Result = Record<string, unknown>>(path: string): Promise<Result>;
  /** Posts to the control plane: faults, switches and so on. */
  control<Result = unknown>(path: string, body?: object): Promise<Result>;
  /** All that has been asked of the API so far. */
  calls(): Promise<LoggedCall[]>;
  /** Forgets what has been asked, or the injected faults. */
  forget(what: 'requests' | 'faults'): Promise<void>;
}

// The platform replaces the global one by one that logs what passes.
const { fetch } = globalThis;

export const remoteOf = ({ url, apiKey }: Pick<Sandbox, 'url' | 'apiKey'>): Remote => {
  const ask = async <Result>(path: string, init: RequestInit = {}) => {
    const response = await fetch(`${url}${path}`, init);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Result;
  };
  return {
    api: (path) => ask(path, { headers: { 'X-API-Key': apiKey } }),
    control: (path, body) => {
      const headers = { 'Content-Type': 'application/json' };
      const content = body ? { headers, body: JSON.stringify(body) } : {};
      return ask(`/_sandbox/${path}`, { method: 'POST', ...content });
    },
    calls: () => ask('/_sandbox/requests'),
    forget: async (what) => {
      await ask(`/_sandbox/${what}`, { method: 'DELETE' });
    },
  };
};

/** What a sandbox in a process of its own prints when it is ready. */
export const greetingOf = ({ url, apiKey }: Pick<Sandbox, 'url' | 'apiKey'>): string =>
  `Sandbox at ${url} · API key: ${apiKey} · Ctrl+C stops it`;

/** Where the sandbox is that has printed this line. @throws Error if no sandbox prints such a line */
export const readGreeting = (line: string): Pick<Sandbox, 'url' | 'apiKey'> => {
  const [, url, apiKey] = /^Sandbox at (\S+) · API key: (\S+) ·/.exec(line) ?? [];
  if (!url || !apiKey) throw new Error(`The sandbox did not say where it is, but: ${line}`);
  return { url, apiKey };
};
