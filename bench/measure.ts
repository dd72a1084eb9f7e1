/** Something measured: so many of a unit, or a ratio, whose unit is `×`. */
export interface Figure {
  value: number;
  unit: string;
}

/** What a benchmark says: one line of the table. */
export interface Line {
  what: string;
  measured: Figure[];
  /** What it is compared with, measured in the same run. */
  baseline: { what: string; measured: Figure[] };
  /** The most that it should be. Absent, as `met` is, where the line only tells more. */
  goal?: Figure;
  met?: boolean;
}

const numberOf = ({ value, unit }: Figure): string => {
  if (Number.isInteger(value)) return String(value);
  if (unit === '×') return String(Number(value.toFixed(3)));
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
};

/** A figure as one reads it, such as `× 1.06` or `42.1 ms`. */
export const textOf = (figure: Figure): string => {
  const number = numberOf(figure);
  if (figure.unit === '×') return `× ${number}`;
  const isOne = figure.value === 1 && figure.unit === 'calls';
  return `${number} ${isOne ? 'call' : figure.unit}`;
};

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
