/**
 * Attaches the file at the address in the first argument, and prints its size and how many bytes more
 * than idle the process held at most (`attach-file-to-rights-request.test.ts`).
 */
import { createAppTester } from 'zapier-platform-core';
import app from '../../index.ts';

const tester = createAppTester(app) as unknown as (
  perform: unknown,
  bundle: object,
) => Promise<{ size: number }>;
const attach = (file: string) =>
  tester(app.creates.attach_file_to_rights_request?.operation.perform, {
    authData: { apiKey: 'sandbox-key' },
    inputData: { workspaceId: '101', requestId: '3005', file },
  });

const [large = '', small = ''] = process.argv.slice(2);
// Loads and compiles all that it needs.
await attach(small);
global.gc?.();
const idle = process.memoryUsage.rss();
let most = idle;
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss());
}, 5);
const { size } = await attach(large);
clearInterval(watch);
// The platform prints lines of its own before it.
console.log(JSON.stringify({ size, more: Math.max(most, process.memoryUsage.rss()) - idle }));
