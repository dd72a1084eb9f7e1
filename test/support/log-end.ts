import { rmSync } from 'node:fs';
import { leaks } from './leaks.ts';
import { LOG_FOLDER, readLog } from './log.ts';

/** After the tests: whatever was logged or thrown holds no key and no personal data. */
export default (): void => {
  const found = leaks(readLog());
  rmSync(process.env[LOG_FOLDER] ?? '', { recursive: true, force: true });
  if (found.length === 0) return;
  const shown = found.slice(0, 5).map((line) => `\n\n${line.slice(0, 2_000)}`);
  throw new Error(`${found.length} lines of the log hold a key or personal data:${shown.join('')}`);
};
