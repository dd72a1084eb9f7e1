import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOG_FOLDER } from './log.ts';

/** Before the tests: a place for their log. */
export default (): void => {
  process.env[LOG_FOLDER] = mkdtempSync(join(tmpdir(), 'dastra-zapier-'));
};
