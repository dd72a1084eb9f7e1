/** Writes down what a builder reads when something goes wrong, out of the app's own table. */
import { writeFileSync } from 'node:fs';
import type { Fault } from '../src/dastra/fault.ts';
import { NOT_UNDERSTOOD } from '../src/zapier/hook.ts';
import { MAYBE_DONE, OUTCOMES } from '../src/zapier/outcomes.ts';
import { table } from './table.ts';

type Outcome = typeof MAYBE_DONE;

const EFFECTS: Record<Outcome['effect'], string> = {
  halt: 'Stops this run. The Zap stays on.',
  reconnect: 'Pauses the Zap until the account is connected again.',
  wait: 'Tries again by itself, once Dastra allows it.',
  fail: 'Marks the run as failed. It can be replayed; a Zap that fails again and again is turned off.',
};

/** An example of what can stand in the blanks of a sentence. */
const EXAMPLE = {
  doing: 'create a task',
  where: ' in workspace 12',
  record: '',
  status: '',
  problems: '',
  place: '',
};

/** Where another example tells more. */
const EXAMPLES: Partial<Record<Fault, Partial<typeof EXAMPLE>[]>> = {
  invalid: [{ problems: 'Fill in Title and Organizational Unit.' }, {}],
  'not-found': [{ doing: 'read the actor', record: 'actor 57' }, {}],
  conflict: [{ problems: 'Dastra says: The task was changed.' }, {}],
  refused: [{ status: ' (error 415)' }],
  server: [{ status: ' (error 502)' }],
  unreadable: [{ place: ' at “area.id”' }],
  source: [
    {
      problems:
        'File takes too long to arrive from the site that holds it. Try again in a few minutes.',
    },
  ],
};

const outcomeRow = (
  { cause, effect, say }: Outcome,
  examples: Partial<typeof EXAMPLE>[] = [{}],
) => [
  cause,
  examples.map((example) => `“${say({ ...EXAMPLE, ...example })}”`).join('<br>or: '),
  EFFECTS[effect],
];

const outcomes = () =>
  table(
    ['Cause', 'What the builder reads (examples)', 'What Zapier does'],
    [
      ...(Object.keys(OUTCOMES) as Fault[]).map((fault) =>
        outcomeRow(OUTCOMES[fault], EXAMPLES[fault]),
      ),
      outcomeRow(MAYBE_DONE, [{ status: ' (error 502)' }]),
    ],
  );

/** The whole of docs/errors.md. */
export const errorsDocument = (): string => `# When something goes wrong

<!-- Written by \`npm run docs:errors\`; a test fails when it is out of date. -->

Whatever Dastra or the network does, each trigger and action of this app ends in one of the ways below. The sentences are in [src/zapier/outcomes.ts](../src/zapier/outcomes.ts). They name fields, and IDs that the step itself holds; they never hold the API key, or the data of a person. Where Dastra explains a refusal in its own words, those words are quoted. [faults.md](faults.md) shows every fault with every kind of operation.

## What the builder reads

${outcomes()}

A webhook that carries Dastra’s signature is never dropped in silence. Where it cannot be used, the run fails, so that somebody sees it and can replay it:

${table(
  ['Cause', 'What the builder reads (examples)', 'What Zapier does'],
  [
    [
      'A signed webhook of an event, or with data, that the trigger does not understand',
      `“${NOT_UNDERSTOOD.event('data.id')}”`,
      EFFECTS.fail,
    ],
    [
      'A webhook that does not say what a filter compares, and whose record cannot be read or does not say it either',
      `“${NOT_UNDERSTOOD.record('3004', 12)}”`,
      EFFECTS.fail,
    ],
  ],
)}

Two places say it in words of their own. *Connect a new account* says “Dastra refused this API key …”, as there is nothing yet to connect again. A drop-down whose list is forbidden or missing asks to type the ID instead.

## How often the app tries

Each call has its own limit: 8 seconds to read, 20 seconds to write, 25 seconds for the whole step, as Zapier ends a step after 30. Reads are retried up to three times when Dastra fails, does not answer or cannot be reached. What creates something is tried again only if the connection was never made, because only then is it certain that Dastra has not taken it.

## Webhooks that say little

No document says what the data of a webhook hold. Signed data are used as they are, with no call, if they are complete. Otherwise the record is read, in one call. If that fails, the Zap starts with what the webhook holds, unless a filter (or *Skip Requests Created by Zapier*) compares a value that is not in it. Unknown is not “no”: then the run fails, or waits where Dastra asks for it, and can be replayed.

The key that signed a webhook tells which event it is about, so that nothing hangs on the number that some of Dastra’s documents give to an event. A webhook of the web form (\`DataSubjectWidgetCreation\`) is taken for a request if its data have request types or a request number. Without them it could be about a new form, whose IDs overlap with those of requests: it fails instead of starting the Zap with a wrong request.

A signed webhook whose data name another workspace starts nothing.

A webhook without signature tells only which record to read. If Dastra has no such record, it starts nothing. If Dastra refuses the key (401, 403), the run says so and the Zap pauses or fails: nobody can cause that from outside, and with a revoked key no webhook could be confirmed.

## Webhooks that were missed

Dastra sends each event once, and stops sending to an address after five errors. Zapier’s addresses seldom fail, but a Zap that was off, or waiting for its account to be connected again, misses what happens meanwhile. To catch up:

1. **Turn the Zap off and on.** This ends its subscriptions in Dastra, blocked or not, and makes new ones; the old ones end last, so that a failure leaves them as they were. A subscription that an earlier attempt left behind ends too. If the Zap is turned on twice at the same moment, two sets may be left, and each event is announced twice, though it starts the Zap once: turn the Zap off and on once more.
2. **Look at what was created in between.** In Dastra, sort the requests or the tasks by their date of creation. In the editor, the test of the trigger lists up to 50 of the newest that pass its filters. An actor is found with a *Find Actor* step.
3. **Run the Zap for each of them.** Choose the record in the test of the trigger, and test the steps after it: they do their work with this record.

A webhook that comes twice, or two events about one record, starts the Zap once within an hour. If Zapier’s own memory fails, or does not answer within two seconds, it may start twice: rather that than not at all. The same goes for an event in the moment in which the Zap is turned on again.

## After “We don’t know whether Dastra managed to …”

Search Dastra for the title or the name that the step sent, and sort by date of creation; a message is on the page of its request. If the record is there, go on from it. If not, replay the step. To be spared the question, fill in *External Reference* and *Email* (or the names), select yes for *Avoid Duplicates* in *Create Rights Request*, and use *Find or Create Actor* instead of *Create Actor*.
`;

if (import.meta.main) {
  writeFileSync(new URL('errors.md', import.meta.url), errorsDocument());
}
