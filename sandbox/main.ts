import { parseArgs } from 'node:util';
import { startSandbox } from './server.ts';

/** `npm run sandbox -- --port 8787`: serves until interrupted; port 0 takes a free one. */

try {
  const sandbox = await startSandbox({ port: readPort() });
  console.log(`${sandbox.url} ${sandbox.apiKey}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void sandbox.close());
  }
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

function readPort(): number {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '8787' } } });
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) {
    throw new Error(`--port takes a number from 0 to 65535, not '${values.port}'`);
  }
  return port;
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const inUse = 'code' in error && error.code === 'EADDRINUSE';
  return inUse ? 'This port is in use; choose another with --port' : error.message;
}
