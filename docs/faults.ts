/** Writes down the fault matrix: how each operation must end under each fault that the tests inject. */
import { writeFileSync } from 'node:fs';
import { applies, type Column, columnsOf, promised } from '../test/resilience/columns.ts';
import { type FaultHarness, startFaultHarness } from '../test/resilience/fault-harness.ts';
import { FAULTS } from '../test/resilience/faults.ts';
import { table } from './table.ts';

const DONE = { no: 'no', before: 'yes', late: 'yes, later' };

/** Columns that must end alike share one. */
const matrix = (all: readonly Column[], side: Column['side']) => {
  const columns = new Map<string, { names: string[]; cells: string[] }>();
  for (const column of all.filter((one) => one.side === side)) {
    const cells = FAULTS.map((fault) =>
      applies(column, fault) ? promised(column, fault).word : '–',
    );
    const alike = columns.get(cells.join()) ?? { names: [], cells };
    alike.names.push(column.name);
    columns.set(cells.join(), alike);
  }
  const groups = [...columns.values()];
  const letters = groups.map((_group, index) => String.fromCharCode(65 + index));
  return [
    groups.map(({ names }, index) => `- **${letters[index]}**: ${names.join('; ')}`).join('\n'),
    table(
      ['What Dastra or the network does', 'Done?', ...letters],
      FAULTS.map((fault, index) => [
        fault.name,
        DONE[fault.done ?? 'no'],
        ...groups.map(({ cells }) => cells[index] ?? ''),
      ]),
    ),
  ].join('\n\n');
};

/** The whole of docs/faults.md. */
export const faultsDocument = async (harness: FaultHarness): Promise<string> => {
  const columns = await columnsOf(harness);
  return `# Every fault, every operation

<!-- Written by \`npm run docs:errors\`; a test fails when it is out of date. -->

For those who maintain the app; [errors.md](errors.md) is for those who use it. Each operation meets the faults below in its decisive call: its first write, or its last read where it writes nothing. The tests ([test/generated/faults.test.ts](../test/generated/faults.test.ts)) inject the fault into every attempt, then check the kind of error, the sentence, and what is left in Dastra, and run the operation once more without the fault. One operation of each shape meets all faults, and every operation a sample of them. The table itself follows from what the operation’s endpoints say of themselves ([src/dastra/endpoint.ts](../src/dastra/endpoint.ts)) and from its case ([test/cases](../test/cases)).

“Done?” tells whether Dastra did what it was asked for all the same. In the cells:

| Word | Meaning |
| --- | --- |
| stops | This run stops with a sentence that says what to change; nothing was written. |
| look first | It may have been done. The run stops and says so, so that a person looks before anything is done twice. |
| fails | The run fails and can be replayed without harm: nothing was created, or the step looks for it first. |
| waits | Zapier tries again later, after as many seconds as Dastra asks for. |
| reconnect | The Zap pauses until the account is connected again. |
| ignored | A webhook that is not signed starts nothing unless Dastra confirms the record, and here it has no such record. Dastra signs what it sends. |
| – | No different from the row above, or there is no call that it could strike. |

Any other word tells how the operation succeeds all the same.

## Triggers and the editor

${matrix(columns, 'triggers')}

## Actions and searches

${matrix(columns, 'actions')}

Steps that look first, and turning a Zap on or off, can be repeated: after any of these faults, running them once more leaves exactly one record, one set of subscriptions, or none. So does a step that finds or creates, once Dastra has finished what it was asked for. Where Dastra does not filter its lists, these steps read them instead; where a list is too long for that, they fail rather than create a second record.
`;
};

if (import.meta.main) {
  const harness = await startFaultHarness();
  try {
    writeFileSync(new URL('faults.md', import.meta.url), await faultsDocument(harness));
  } finally {
    await harness.close();
  }
}
