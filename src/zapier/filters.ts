/**
 * The filters of a trigger, in three answers: yes, no, or `undefined` where the record lacks the
 * value that the filter needs. Unknown is not no: the trigger then reads the record.
 */
export type Answer = boolean | undefined;

/** A record as far as it is known: `null` is empty, absent is unknown. */
export type Known<Source> = { [Key in keyof Source]: Source[Key] | null };

type Value = string | null | undefined;

/** Whether a value is the wanted one; any is where none is wanted. */
export const same = (value: Value, wanted: string | number | undefined): Answer => {
  if (wanted === undefined) return true;
  return value === undefined ? undefined : value === String(wanted);
};

/** Whether a value is another than the unwanted one; any is where none is unwanted. */
export const other = (value: Value, unwanted: string | undefined): Answer => {
  if (unwanted === undefined) return true;
  return value === undefined ? undefined : value !== unwanted;
};

/** Whether a value is one of the wanted ones; any is where none is wanted. */
export const among = (value: Value, wanted: readonly string[] | undefined): Answer => {
  if (wanted === undefined) return true;
  return value === undefined ? undefined : value !== null && wanted.includes(value);
};

/** Whether a list holds one of the wanted values at least; any does where none is wanted. */
export const someOf = (
  values: readonly string[] | null | undefined,
  wanted: readonly string[] | undefined,
): Answer => {
  if (wanted === undefined) return true;
  return values?.some((value) => wanted.includes(value));
};

/** Whether all filters let a record pass: one no is enough to know that they do not. */
export const all = (...answers: Answer[]): Answer => {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
};
