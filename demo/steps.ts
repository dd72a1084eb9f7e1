/** A guided tour in steps: each prints what it does, its result, its calls to Dastra and its time. */

/** The result of a step: a line for the reader, and what later steps need. */
interface Outcome<Value> {
  shows: string;
  value: Value;
}

interface Tour {
  /**
   * Runs one step and prints its line. A step that throws, or makes another number of calls, is a
   * deviation; the tour goes on only if `value` is there for later steps.
   * @param calls how many calls to Dastra the step is to make
   */
  step<Value>(title: string, calls: number, act: () => Promise<Outcome<Value>>): Promise<Value>;
  /** Prints the summary. @returns how many steps deviated */
  finish(): number;
}

const GREEN = '\u001b[32m';
const RED = '\u001b[31m';
const DIM = '\u001b[2m';
const PLAIN = '\u001b[0m';

/** Colors are for terminals; a file or a log gets plain text. */
const painted = (color: string, text: string) =>
  process.stdout.isTTY && !process.env.NO_COLOR ? `${color}${text}${PLAIN}` : text;

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Fails a step with a sentence if something is not as it should be. */
export function expect(condition: unknown, otherwise: string): asserts condition {
  if (!condition) throw new Error(otherwise);
}

/**
 * Starts a tour.
 * @param countCalls how many calls Dastra has received so far
 */
export const startTour = (countCalls: () => Promise<number>): Tour => {
  const started = performance.now();
  let steps = 0;
  let deviations = 0;
  let allCalls = 0;

  return {
    step: async (title, calls, act) => {
      steps += 1;
      process.stdout.write(`${String(steps).padStart(3)}  ${title.padEnd(33)} `);
      const before = await countCalls();
      const startedAt = performance.now();
      try {
        const { shows, value } = await act();
        const took = Math.round(performance.now() - startedAt);
        const made = (await countCalls()) - before;
        allCalls += made;
        const cost = painted(DIM, `${plural(made, 'call').padEnd(8)} ${took} ms`);
        if (made === calls) {
          console.log(`${painted(GREEN, '✓')} ${shows.padEnd(58)} ${cost}`);
        } else {
          deviations += 1;
          console.log(`${painted(RED, '✗')} ${shows.padEnd(58)} ${cost}, expected ${calls}`);
        }
        return value;
      } catch (error) {
        console.log(`${painted(RED, '✗')} ${error instanceof Error ? error.message : error}`);
        throw error;
      }
    },
    finish: () => {
      const took = ((performance.now() - started) / 1000).toFixed(1);
      const summary =
        deviations === 0
          ? painted(GREEN, `All ${steps} steps went as expected`)
          : painted(RED, `${plural(deviations, 'step')} of ${steps} deviated`);
      console.log(`\n${summary}: ${plural(allCalls, 'call')} to Dastra, ${took} s.`);
      return deviations;
    },
  };
};
