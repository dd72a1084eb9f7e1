/**
 * The log of the tests: all that the app and the platform write and throw. It is looked through after
 * each test, in `setup.ts`.
 */

const METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const;

/** Since the last test; nothing while no log is kept. */
let lines: string[] | undefined;

/** Whether the platform's logger writes, by way of `keepPlatformLog` or not. */
const isFromPlatform = (): boolean => {
  const { stackTraceLimit } = Error;
  // A whole stack for each line would take most of a run's time.
  Error.stackTraceLimit = 4;
  const { stack = '' } = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  return stack.includes('create-logger.js');
};

/**
 * Has the platform log everything, requests and answers in full and errors with their stack, and keeps
 * it. What it writes is no longer printed; what others write still is.
 * @returns ends it
 */
export const keepLog = (): (() => void) => {
  process.env.LOG_TO_STDOUT = '1';
  process.env.DETAILED_LOG_TO_STDOUT = '1';
  lines = [];
  const { ...printing } = console;
  for (const method of METHODS) {
    console[method] = (...values: unknown[]) => {
      lines?.push(values.map(String).join(' '));
      if (!isFromPlatform()) printing[method](...values);
    };
  }
  return () => {
    Object.assign(console, printing);
    lines = undefined;
  };
};

/** Whether a log is kept: `npm run soak` runs without. */
export const isLogKept = (): boolean => lines !== undefined;

/**
 * Takes what the platform sends to Zapier's own log. It holds the headers too, which the platform does
 * not print.
 */
export const keepPlatformLog = (message: string, data: Record<string, unknown>): void => {
  const isHttp = data.log_type === 'http';
  const request = `${data.request_method} ${data.request_url}`;
  console.log(isHttp ? `${request}\n${JSON.stringify(data)}` : message);
};

/** What has been logged since the last test. */
export const readLog = (): readonly string[] => lines ?? [];

/** The same, for the last time: the next test begins with an empty log. */
export const takeLog = (): readonly string[] => {
  const taken = readLog();
  if (lines) lines = [];
  return taken;
};
