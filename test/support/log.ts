/**
 * The log of a whole test run: all that the app and the platform write and throw, in every test file.
 * It is read at the end of the run, in `log-end.ts`.
 */
import { randomUUID } from 'node:crypto';
import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names the folder of this run's log; the workers inherit it. */
export const LOG_FOLDER = 'DASTRA_TEST_LOG';

/** The part that one test file writes. */
const PART = `${randomUUID()}.jsonl`;

const METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const;

/** Whether the platform's logger writes, by way of `keepPlatformLog` or not. */
const isFromPlatform = (): boolean => {
  const { stackTraceLimit } = Error;
  // Jest looks each line of a stack up in a source map, and most of a run's time would go there.
  Error.stackTraceLimit = 4;
  const { stack = '' } = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  return stack.includes('create-logger.js');
};

/**
 * Has the platform log everything, requests and answers in full and errors with their stack, and keeps
 * it. What it writes is no longer printed; what others write still is.
 */
export const keepLog = (): void => {
  const folder = process.env[LOG_FOLDER];
  if (!folder) return;
  process.env.LOG_TO_STDOUT = '1';
  process.env.DETAILED_LOG_TO_STDOUT = '1';
  const file = join(folder, PART);
  for (const method of METHODS) {
    const print = console[method].bind(console);
    console[method] = (...values: unknown[]) => {
      appendFileSync(file, `${JSON.stringify(values.map(String).join(' '))}\n`);
      if (!isFromPlatform()) print(...values);
    };
  }
};

/**
 * Takes what the platform sends to Zapier's own log. It holds the headers too, which the platform does
 * not print.
 */
export const keepPlatformLog = (message: string, data: Record<string, unknown>): void => {
  const isHttp = data.log_type === 'http';
  const request = `${data.request_method} ${data.request_url}`;
  console.log(isHttp ? `${request}\n${JSON.stringify(data)}` : message);
};

const linesOf = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as string);

/** All lines of the whole run. */
export const readLog = (): string[] => {
  const folder = process.env[LOG_FOLDER];
  return folder ? readdirSync(folder).flatMap((name) => linesOf(join(folder, name))) : [];
};

/** What this test file has logged so far. */
export const readOwnLog = (): string[] => linesOf(join(process.env[LOG_FOLDER] ?? '', PART));
