/** `npm run soak`: 20,000 webhooks and 4,000 creations; exits with 1 on any deviation. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { readGreeting } from '../../sandbox/remote.ts';
import { limits } from '../../src/dastra/client.ts';
import { startFaultHarness } from './fault-harness.ts';
import { soak } from './soak-run.ts';

/** How much more heap the end of the run may hold than its second fifth. */
const GROWTH = 1.15;

const { gc } = globalThis;
if (!gc) throw new Error('Run it with --expose-gc.');

// Second attempts come at once: what the run proves does not depend on the time between them.
limits.pause = 1;
// Until its limit has passed, the platform's client holds what a read has brought: heap that is no leak.
limits.read = 2_000;

/** A sandbox in a process of its own, so that the heap here is that of the app. */
const startSandboxAside = async () => {
  const main = fileURLToPath(new URL('../../sandbox/main.ts', import.meta.url));
  const child = spawn(process.execPath, [main, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const { url, apiKey } = readGreeting(line);
    const close = async () => {
      child.kill();
    };
    return { url, apiKey, close };
  }
  throw new Error('The sandbox did not start.');
};

const harness = await startFaultHarness(await startSandboxAside());
const seed = Number(process.argv[2] ?? Date.now() % 2 ** 31);
console.log(`Seed ${seed}: \`npm run soak -- ${seed}\` plans the same again.\n`);
try {
  const { deviations, counts, heaps } = await soak(harness, {
    hooks: 20_000,
    creates: 4_000,
    seed,
    heap: () => {
      gc();
      return process.memoryUsage().heapUsed;
    },
    tell: console.log,
  });
  const growth = (heaps.at(-1) ?? 0) / (heaps[1] ?? 1);
  if (growth > GROWTH) deviations.push(`The heap grew by a factor of ${growth.toFixed(2)}.`);
  console.log();
  for (const [what, number] of Object.entries(counts).sort()) {
    console.log(`${String(number).padStart(6)}  ${what}`);
  }
  console.log(`\nHeap since the second fifth: ${((growth - 1) * 100).toFixed(1)} %`);
  for (const deviation of deviations) console.log(`✗ ${deviation}`);
  console.log(deviations.length === 0 ? '✓ Nothing lost, nothing doubled.' : '');
  process.exitCode = deviations.length === 0 ? 0 : 1;
} finally {
  await harness.close();
}
