/**
 * Zapier's pills: `{{1__area__label}}` stands for `area.label` of what step 1 returned. Steps count
 * from 1; `__` goes one level down.
 */

export interface Pill {
  /** Counts from 1. */
  step: number;
  path: string[];
}

const PILL = /\{\{(\d+)__([^{}]+)\}\}/g;

/** The pills in a text, in order. */
export const pillsIn = (text: string): Pill[] =>
  [...text.matchAll(PILL)].map(([, step = '', path = '']) => ({
    step: Number(step),
    path: path.split('__'),
  }));

/** Splits a text into plain text and pills, in order. */
export const partsOf = (text: string): (string | Pill)[] => {
  const pills = pillsIn(text);
  return text
    .replace(PILL, '\u0000')
    .split('\u0000')
    .flatMap((plain, index) => [plain, pills[index] ?? ''])
    .filter((part) => part !== '');
};

/** The value at a path, or undefined. */
export const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined,
    value,
  );

/**
 * Fills in a text's pills as Zapier does: lists become text with commas, what is absent becomes empty.
 * @param outputs what each step returned, in order
 */
export const fill = (text: string, outputs: readonly unknown[]): string =>
  text.replace(PILL, (_pill, step: string, path: string) => {
    const found = valueAt(outputs[Number(step) - 1], path.split('__'));
    return found === undefined || found === null ? '' : String(found);
  });
