import { parseArgs } from 'node:util';
import { greetingOf } from './remote.ts';
import { startSandbox } from './server.ts';

/**
 * `npm run sandbox -- --port 8787`: serves until interrupted; port 0 takes a free one. `--records
 * 100000` fills the first workspace with so many records of each kind.
 */

const NUMBER = { type: 'string' } as const;
const HIGHEST = { port: 65_535, records: 1_000_000 };

try {
  const sandbox = await startSandbox(readOptions());
  console.log(greetingOf(sandbox));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void sandbox.close());
  }
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

function readOptions() {
  const { values } = parseArgs({ options: { port: NUMBER, records: NUMBER } });
  return {
    port: readNumber('port', values.port ?? '8787'),
    records: readNumber('records', values.records ?? '0'),
  };
}

function readNumber(name: keyof typeof HIGHEST, text: string): number {
  if (!/^\d+$/.test(text) || Number(text) > HIGHEST[name]) {
    throw new Error(`--${name} takes a number from 0 to ${HIGHEST[name]}, not '${text}'`);
  }
  return Number(text);
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const inUse = 'code' in error && error.code === 'EADDRINUSE';
  return inUse ? 'This port is in use; choose another with --port' : error.message;
}
