/**
 * Names where IDs are: what a form holds instead of an ID is looked up by its exact name in the list
 * that the field's drop-down shows, so that Zaps and agents that know names can use every action.
 */
import type { Dastra } from '../dastra/client.ts';
import { invalid, isFault } from '../dastra/fault.ts';
import { LARGEST_PAGE } from '../dastra/query.ts';
import { comparableText, searchText } from '../dastra/text.ts';
import { type Choice, LISTS } from '../resources/lists.ts';
import { apart, COMMAS, listed } from './choices.ts';
import { CHOOSE_RECORD, type Form, type Names } from './form.ts';

/** The most IDs that an error shows of records with the same name. */
const MOST_SHOWN = 5;

type InputData = Record<string, unknown>;

/** Reads where a name may be: a list that can be searched by the name, any other one as a whole. */
const read = (dastra: Dastra, { key, list }: Names, inputData: InputData, name: string) => {
  const { form, searched, list: choices } = LISTS[list];
  return choices(dastra, {
    // A list and its form fit each other; the table holds them by key only.
    input: form.read(inputData) as never,
    page: 1,
    size: searched ? LARGEST_PAGE : Number.MAX_SAFE_INTEGER,
    ...(searched ? { q: searchText(name) } : {}),
  }).catch((error: unknown) => {
    if (!isFault(error, 'forbidden', 'not-found')) throw error;
    throw invalid(key, 'This API key cannot look up names here. Map the ID instead.');
  });
};

const called = (choices: readonly Choice[], name: string): Choice[] =>
  choices.filter(({ label, names = [] }) =>
    [label, ...names].some((one) => comparableText(one) === comparableText(name)),
  );

/** The ID of the one choice of this name. */
const idOf = (choices: readonly Choice[], key: string, name: string): string => {
  const [first, ...others] = called(choices, name);
  if (!first) throw invalid(key, `Dastra has none of this name. ${CHOOSE_RECORD}`);
  if (others.length === 0) return first.id;
  const ids = [first, ...others].slice(0, MOST_SHOWN).map(({ id }) => id);
  throw invalid(
    key,
    `Several have this name: ${listed(ids)}. Map the ID of the one that you mean.`,
  );
};

/** The IDs that a field is to hold. */
const idsIn = async (dastra: Dastra, names: Names, inputData: InputData): Promise<unknown> => {
  const { key, list, values, several } = names;
  const text = values.filter((value) => typeof value === 'string').join(', ');
  if (!several) return idOf(await read(dastra, names, inputData, text), key, text);
  const whole = LISTS[list].searched ? undefined : await read(dastra, names, inputData, text);
  const isKnown = (answer: string) =>
    whole && called(whole, answer).length > 0 ? answer : undefined;
  const answers = values.flatMap((value) =>
    typeof value === 'string' ? apart(value, COMMAS, isKnown) : [value],
  );
  const ids: unknown[] = [];
  for (const answer of answers) {
    const isId = typeof answer !== 'string' || !/\p{L}/u.test(answer) || GUID.test(answer);
    ids.push(
      isId ? answer : idOf(whole ?? (await read(dastra, names, inputData, answer)), key, answer),
    );
  }
  return ids;
};

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Finds the IDs of what a form names: with one call for each field that holds a name, and none where
 * all are IDs.
 * @returns the IDs by the key of their field
 * @throws DastraError `invalid` where anything else is wrong with the form, where no record has a
 *   name, or where several have it
 */
export const idsOfNames = async (
  dastra: Dastra,
  form: Form<unknown>,
  inputData: InputData | undefined,
): Promise<InputData> => {
  const ids: InputData = {};
  // In order: the workspace is the first field of each form, and all else is looked up in it.
  for (const names of form.names(inputData)) {
    ids[names.key] = await idsIn(dastra, names, { ...inputData, ...ids });
  }
  return ids;
};
