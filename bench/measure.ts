/** What a benchmark says: one line of the table. */
export interface Line {
  what: string;
  /** What was measured, with its unit. */
  measured: string;
  /** What it is compared with, measured in the same run. */
  baseline: string;
  /** Absent, as `met` is, where the line only tells more. */
  goal?: string;
  met?: boolean;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
};

/** Says on the terminal what is being done, in one line that is written over; nothing in a log. */
export const progress = (text: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
};
