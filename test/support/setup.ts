import { limits } from '../../src/dastra/client.ts';
import { keepLog } from './log.ts';

// Second attempts come at once: no test has to wait for them.
limits.pause = 1;

// The platform ends a process that outgrows Zapier's machines; here all of Jest is in it.
const { memoryUsage } = process;
process.memoryUsage = Object.assign(() => ({ ...memoryUsage(), rss: 0 }), {
  rss: memoryUsage.rss,
});

keepLog();
