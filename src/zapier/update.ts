/**
 * What all actions that update share. What is filled in replaces what is there, a blank field stays as
 * it is, and only *Fields to Clear* empties one. Only what differs is written.
 */
import * as z from 'zod/mini';
import { ignoredCustomFields } from '../dastra/custom-fields.ts';
import { DastraError, invalid } from '../dastra/fault.ts';
import * as sent from '../dastra/sent.ts';
import type { Display } from './form.ts';

export const TAG_MODES = ['Add', 'Replace'] as const;

/**
 * The fields that the form of an update has beside those of its resource.
 * @param clearable the form's keys of the fields that can be emptied
 */
export const updateFields = <const Names extends readonly string[]>(clearable: Names) => ({
  tagIds: z.optional(sent.listOf(sent.recordId)),
  tagMode: z._default(sent.oneOf(TAG_MODES), 'Add'),
  fieldsToClear: z.optional(sent.listOf(sent.oneOf(clearable))),
});

/** How to treat tags that the record has already. */
export const tagModeField: Display = {
  label: 'Tags Mode',
  helpText: 'Whether Tags are added to those that it has, or take their place.',
  choices: {
    Add: { label: 'Add', fr: 'Ajouter' },
    Replace: { label: 'Replace', fr: 'Remplacer' },
  },
  default: 'Add',
};

/**
 * The field that names the fields to empty, by their labels.
 * @param displays the displays of the form, by key
 * @param clearable those of its keys that can be emptied
 */
export const fieldsToClearField = <Key extends string>(
  displays: Readonly<Record<Key, Display>>,
  clearable: readonly Key[],
): Display => ({
  label: 'Fields to Clear',
  helpText: 'Fields to empty in Dastra. Any other field that you leave blank stays as it is.',
  // The form's own labels: they have no other words.
  choices: Object.fromEntries(
    clearable.map((key) => [key, { label: displays[key].label, fr: displays[key].label }]),
  ),
});

/** What an update needs of a record, beside the properties that it compares. */
interface Updated {
  tags?: { id?: string | undefined; label?: string | undefined }[] | undefined;
  customFields?: Record<string, unknown> | undefined;
}

/** The calls about one record. */
interface Target<Source> {
  read(): Promise<Source>;
  /** Replaces properties; it declares which there are. */
  patch(changes: Record<string, never>): Promise<unknown>;
  /** Moves it to a step of its workflow. */
  move?(stepId: number): Promise<unknown>;
  /** The tags with these IDs as Dastra takes them, and after them those that are kept. */
  tags?(ids: readonly number[], kept: Updated['tags']): Promise<object[] | undefined>;
}

/** What the form asks for. */
interface Wanted<Source> {
  /** New values by property; a function where they depend on the record as it is. */
  values: object | ((before: Source) => object);
  /** Keys of the form. */
  fieldsToClear?: readonly string[] | undefined;
  tagIds?: readonly number[] | undefined;
  tagMode?: (typeof TAG_MODES)[number];
  workFlowStepId?: number | undefined;
}

/** A property of a record, or the ID of the record that it names: `areaId` may only stand in `area.id`. */
const valueIn = (record: object, name: string): unknown => {
  const value: unknown = Reflect.get(record, name);
  if (value !== undefined || !name.endsWith('Id')) return value;
  const named: unknown = Reflect.get(record, name.slice(0, -'Id'.length));
  return typeof named === 'object' && named !== null ? Reflect.get(named, 'id') : undefined;
};

const DATE = /^\d{4}-\d\d-\d\dT.*Z$/;

/** Whether a value to be sent is there already: numbers may come as text, and lists in any order. */
const isThere = (value: unknown, there: unknown): boolean => {
  if (value === null || there === undefined || there === null) {
    return Array.isArray(value)
      ? value.length === 0
      : (value ?? undefined) === (there ?? undefined);
  }
  if (Array.isArray(value)) {
    const items: unknown[] = Array.isArray(there) ? there : [];
    const isIn = (item: unknown) => items.some((other) => isThere(item, other));
    return value.length === items.length && value.every(isIn);
  }
  if (typeof value === 'object' || typeof there === 'object') {
    return JSON.stringify(value) === JSON.stringify(there);
  }
  const [one, other] = [String(value), String(there)];
  const areDates = DATE.test(one) && DATE.test(other);
  return one === other || (areDates && Date.parse(one) === Date.parse(other));
};

/** The tags that a record is to have; undefined where it has them already. */
const tagsFor = async <Source extends Updated>(
  { tags: before = [] }: Source,
  { tags }: Target<Source>,
  { tagIds = [], tagMode }: Wanted<Source>,
) => {
  const ids = before.map(({ id }) => Number(id));
  const isComplete = tagIds.every((id) => ids.includes(id));
  const isSame = isComplete && (tagMode === 'Add' || ids.every((id) => tagIds.includes(id)));
  if (tagIds.length === 0 || isSame) return undefined;
  return tags?.(tagIds, tagMode === 'Add' ? before : []);
};

/** Properties as a patch replaces them, without those that are there already. */
const changesFor = async <Source extends Updated>(
  before: Source,
  target: Target<Source>,
  wanted: Wanted<Source>,
): Promise<Record<string, unknown>> => {
  const { values, fieldsToClear = [] } = wanted;
  const asked: Record<string, unknown> = {
    ...(typeof values === 'function' ? values(before) : values),
  };
  // Dastra replaces custom fields as a whole (assumption A50).
  const { customFields } = asked;
  const isNew = ([name, value]: [string, unknown]) => !isThere(value, before.customFields?.[name]);
  asked.customFields = Object.entries(customFields ?? {}).some(isNew)
    ? { ...before.customFields, ...(customFields as object) }
    : undefined;
  asked.tags = await tagsFor(before, target, wanted);
  for (const key of fieldsToClear) {
    // No tags are an empty list.
    if (key === 'tagIds') asked.tags = [];
    else asked[key] = null;
  }
  return Object.fromEntries(
    Object.entries(asked).filter(
      ([name, value]) => value !== undefined && !isThere(value, valueIn(before, name)),
    ),
  );
};

/** Has the error of a later call say what earlier ones have saved. @param saved names of the API */
export const withSaved = async <Value>(
  saved: readonly string[],
  act: () => Promise<Value>,
): Promise<Value> => {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof DastraError) || saved.length === 0) throw error;
    throw new DastraError(error.fault, { ...error.details, saved });
  }
};

/** Fields that a form has filled in, by key, must not be emptied as well. */
const checkCleared = (filled: object, fieldsToClear: readonly string[] = []) => {
  for (const key of fieldsToClear) {
    if (Reflect.get(filled, key) === undefined) continue;
    throw invalid(key, 'is filled in and among the Fields to Clear. Choose one or the other.');
  }
};

/**
 * Updates a record: reads it, patches what differs, moves it to its step, and reads it again. What is
 * there already costs no write; without a write, the record is as it was read. Repeating an update
 * does no harm.
 * @param filled the form as it was read, to tell what is both filled in and to be cleared
 * @throws DastraError with any fault, and what was saved before it; `invalid` on `workFlowStepId` if
 *   Dastra leaves the record in its step (assumption A51)
 */
export const updateRecord = async <Source extends Updated>(
  target: Target<Source>,
  filled: object,
  wanted: Wanted<Source>,
): Promise<{ of: Source; added: { ignoredCustomFields: string[] | undefined } }> => {
  const { fieldsToClear, workFlowStepId: stepId } = wanted;
  checkCleared(filled, fieldsToClear);
  const before = await target.read();
  const changes = await changesFor(before, target, wanted);
  const saved = Object.keys(changes);
  if (saved.length > 0) await target.patch(changes as Record<string, never>);

  const isAtStep = (record: Source) =>
    stepId === undefined || isThere(stepId, valueIn(record, 'workFlowStepId'));
  const moves = !isAtStep(before);
  if (moves) await withSaved(saved, async () => target.move?.(stepId as number));
  const after = await withSaved(moves ? [...saved, 'workFlowStepId'] : saved, async () =>
    moves || saved.length > 0 ? target.read() : before,
  );
  return withSaved(saved, async () => {
    if (!isAtStep(after)) {
      throw invalid(
        'workFlowStepId',
        'did not change: Dastra left the record in its step. Choose another step, or move it in Dastra.',
      );
    }
    const ignored = ignoredCustomFields(
      changes.customFields as Updated['customFields'],
      after.customFields,
    );
    return { of: after, added: { ignoredCustomFields: ignored } };
  });
};
