/**
 * Uploads 30 MB to the Dastra in `DASTRA_API_URL` and prints how many bytes more than before the
 * process holds at most (`upload.test.ts`).
 */
import { createAppTester, type ZObject } from 'zapier-platform-core';
import app from '../../index.ts';
import { Dastra } from '../../src/dastra/client.ts';
import { defineEndpoint } from '../../src/dastra/endpoint.ts';

const upload = defineEndpoint({
  method: 'POST',
  path: '/v1/ws/{workspaceId}/DataSubjectAttachments/{dataSubjectRequestId}',
  effect: 'create',
  doing: 'attach the file',
  file: 'File',
});

const CHUNK = 64 * 1024;

const open = (size: number) => async () =>
  (async function* () {
    for (let left = size; left > 0; left -= CHUNK) yield Buffer.alloc(Math.min(left, CHUNK), 'x');
  })();

const tester = createAppTester(app) as unknown as (
  perform: (z: ZObject) => Promise<unknown>,
) => Promise<unknown>;

const send = (size: number) =>
  tester(async (z) => {
    const ids = { workspaceId: 101, dataSubjectRequestId: 3004 };
    const file = { name: 'scan.pdf', type: 'application/pdf', size, open: open(size) };
    await new Dastra(z, 'sandbox-key').call(upload, ids, { file });
  });

// Loads and compiles all that an upload needs.
await send(CHUNK);
const idle = process.memoryUsage().rss;
let most = idle;
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage().rss);
}, 5);
await send(30_000_000);
clearInterval(watch);
console.log(Math.max(most, process.memoryUsage().rss) - idle);
