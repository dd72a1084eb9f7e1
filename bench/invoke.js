/**
 * One process of the benchmark, as Zapier's servers start it: in the folder of an unzipped package it
 * loads Zapier's wrapper, runs one operation, and then the same again as often as asked.
 *
 *   node invoke.js <event, as JSON> <repetitions>
 *
 * Prints its Cost (cold-start.ts). JavaScript, so that no compiler counts as the app's.
 */
import { join } from 'node:path';

const event = JSON.parse(process.argv[2]);
const repetitions = Number(process.argv[3]);

const used = process.cpuUsage();
const begin = performance.now();
const { handler } = await import(join(process.cwd(), 'zapierwrapper.js'));
const loaded = performance.now();
const { results } = await handler(event);
const done = performance.now();
const { user, system } = process.cpuUsage(used);
const mebibytes = process.resourceUsage().maxRSS / 1024;
if (!results?.id) throw new Error('Nothing was created.');

const again = [];
for (let repetition = 0; repetition < repetitions; repetition += 1) {
  const start = performance.now();
  await handler(event);
  again.push(performance.now() - start);
}
console.log(
  JSON.stringify({
    load: loaded - begin,
    first: done - loaded,
    total: done - begin,
    processor: (user + system) / 1000,
    mebibytes,
    again,
  }),
);
