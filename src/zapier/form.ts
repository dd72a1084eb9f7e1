/**
 * Forms in the Zap editor. A form is a schema of what Dastra takes, with a display for each of its
 * fields: keys, types, limits and what is required come from the schema, so that they stand once.
 */
import type { InputFields } from 'zapier-platform-core';
import * as z from 'zod/mini';
import { DastraError, type Problem } from '../dastra/fault.ts';
import { facts, MISSING } from '../dastra/sent.ts';
import { AND, apart, type Choices, choiceIn, choicesFor, listed } from './choices.ts';
import type { DropdownKey } from './fields.ts';
import { leaf } from './leaf.ts';

/** Each field has a key and is a plain one or a function; `InputFields` of the platform is a list of both. */
type InputField = InputFields[number];
type PlainField = Extract<InputField, { key: string }>;

type InputData = Record<string, unknown>;

/** A group of fields in the editor. */
export interface Group {
  key: string;
  label: string;
}

/** How the Zap editor shows a field. */
export interface Display
  extends Pick<
    PlainField,
    'helpText' | 'default' | 'dynamic' | 'search' | 'dependsOn' | 'altersDynamicFields'
  > {
  label: string;
  /** Required in the form though the schema takes it as optional. */
  required?: true;
  /** The group that it is in. */
  group?: Group;
  /** A larger box. */
  multiline?: true;
  /** What the drop-down shows. */
  choices?: Choices;
}

/** A display that depends on what the form holds so far; undefined hides the field. */
type Shown = Display | ((inputData: InputData) => Display | undefined);

/** Names in the place of IDs. */
export interface Names {
  /** The field. */
  key: string;
  /** The list in which they are looked up. */
  list: DropdownKey;
  /** What the field holds: one value, or several in a field of several; IDs may be among them. */
  values: unknown[];
  /** Whether the field takes several. */
  several: boolean;
}

/** A form that reads as `Input`. */
export interface Form<Input> {
  /** For the operation's `inputFields`. */
  inputFields: InputFields;
  /** For its `inputFieldGroups`, in the order of the fields. */
  groups: Group[];
  /**
   * Reads what the form holds. Blank values are absent; `false` and `0` are kept; a choice may be
   * given by its label. A field that the form does not show is absent too: its value was left behind
   * by what the form held before.
   * @throws DastraError `invalid`, with every field that cannot be used
   */
  read(inputData: InputData | undefined): Input;
  /**
   * The fields that hold names where IDs are needed; none if all are IDs.
   * @throws DastraError `invalid` if anything else cannot be used
   */
  names(inputData: InputData | undefined): Names[];
  /** The label that a field of the API has in the form; the field's own name if it is not in it. */
  labelOf(field: string, inputData: InputData | undefined): string;
}

type Shape = Record<string, z.ZodMiniType>;

/** What is wrong with a value: where, and a phrase that follows its name. */
type Issue = Pick<z.core.$ZodIssue, 'path' | 'message'>;

const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** Drops what an unmapped field leaves behind: empty texts, `null`, empty lists and objects. */
const withoutBlanks = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutBlanks).filter((item) => !isBlank(item));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, withoutBlanks(item)] as const);
  return Object.fromEntries(entries.filter(([, item]) => !isBlank(item)));
};

/** Takes one choice by any of the words for it; what is none of them is left for the schema to refuse. */
const chosen = (choices: Choices, value: unknown): unknown =>
  // An object is no choice, and may not even have a text.
  typeof value === 'object' ? value : (choiceIn(choices, String(value)) ?? value);

/**
 * Takes several choices: a list, of which each text may itself hold several, as a mapped answer does:
 * "Access, Erasure" or "Accès et effacement".
 */
const allChosen = (choices: Choices, value: unknown): unknown[] =>
  [value]
    .flat()
    .flatMap((item: unknown) =>
      typeof item === 'string'
        ? apart(item, AND, (part) => choiceIn(choices, part))
        : chosen(choices, item),
    );

/** Properties of the API that a form holds under another key. */
const KEY_IN_FORM: Record<string, string> = {
  tags: 'tagIds',
  actorIds: 'actorId',
  dataSubjectRequestId: 'requestId',
  subjectCategoryId: 'personCategory',
  workSpaceId: 'workspaceId',
  access: 'nature',
  integrity: 'nature',
  availability: 'nature',
  startHour: 'startDate',
  endHour: 'endDate',
  constatationHour: 'constatationDate',
  dataProcessings: 'dataProcessingId',
};

/** The facts of a value that may stand inside optional or default wrappers. */
const factsOf = (schema: z.core.$ZodType) => {
  let current = schema;
  for (;;) {
    const known = facts.get(current);
    if (known) return known;
    const { innerType } = current._zod.def as { innerType?: z.core.$ZodType };
    if (!innerType) return { type: 'string' as const };
    current = innerType;
  }
};

const isOptional = (schema: z.ZodMiniType) =>
  ['optional', 'default'].includes(schema._zod.def.type);

const labelsOf = (choices: Choices) =>
  Object.fromEntries(Object.entries(choices).map(([value, { label }]) => [value, label]));

/** What is wrong with a value, in the words of the form rather than in those of the API. */
const messageOf = (field: z.ZodMiniType, display: Display | undefined, value: unknown) => {
  if (display?.choices && !factsOf(field).open) {
    const possible = typeof value === 'string' ? choicesFor(display.choices, value) : [];
    const labels = (possible.length > 1 ? possible : Object.keys(display.choices)).map(
      (one) => display.choices?.[one]?.label ?? one,
    );
    return possible.length > 1
      ? `can mean ${listed(labels, 'or')}. Choose one of them.`
      : `must be one of: ${labels.join(', ')}.`;
  }
  return factsOf(field).record && display?.dynamic ? CHOOSE_RECORD : undefined;
};

/** What to do where a value is no record that a list offers. */
export const CHOOSE_RECORD =
  'Choose it from the list, or map its ID (a number such as 1024) or its exact name.';

const toField = (key: string, schema: z.ZodMiniType, display: Display): PlainField => {
  const { type, list, dict } = factsOf(schema);
  const { multiline, required, choices, group, ...rest } = display;
  return leaf({
    key,
    ...(multiline ? { type: 'text' } : { type }),
    ...rest,
    ...(group ? { group: group.key } : {}),
    ...(required || !isOptional(schema) ? { required: true } : {}),
    ...(list ? { list } : {}),
    ...(dict ? { dict } : {}),
    ...(choices ? { choices: labelsOf(choices) } : {}),
  }) as PlainField;
};

/**
 * Makes a form of a schema.
 * @param schema the object that the operation sends to Dastra, made of the kinds of `values-sent.ts`
 * @param displays one for each field, in the order in which the editor shows them
 */
export const defineForm = <Fields extends Shape>(
  schema: z.ZodMiniObject<Fields>,
  displays: { [Key in keyof Fields]: Shown },
): Form<z.infer<z.ZodMiniObject<Fields>>> => {
  const entries = Object.entries<Shown>(displays).map(([key, shown]) => {
    const field = schema.shape[key];
    if (!field) throw new Error(`The schema has no field ${key}.`);
    return { key, field, shown };
  });
  const displayOf = (shown: Shown, inputData: InputData) =>
    typeof shown === 'function' ? shown(inputData) : shown;

  /** What the form holds: without blanks and what it does not show, with choices by their values. */
  const valuesIn = (inputData: InputData | undefined): InputData => {
    const values = withoutBlanks(inputData ?? {}) as InputData;
    for (const { key, field, shown } of entries) {
      const value = values[key];
      if (value === undefined) continue;
      const display = displayOf(shown, values);
      if (!display) {
        values[key] = undefined;
      } else if (display.choices) {
        const take = factsOf(field).list ? allChosen : chosen;
        values[key] = take(display.choices, value);
      }
    }
    return values;
  };

  const parse = (inputData: InputData | undefined) => {
    const values = valuesIn(inputData);
    const { data, error } = z.safeParse(schema, values);
    // Required by the form alone, as where what it calls for depends on another field.
    const missing = entries
      .filter(
        ({ key, field, shown }) =>
          values[key] === undefined &&
          field._zod.def.type === 'optional' &&
          displayOf(shown, values)?.required,
      )
      .map(({ key }) => ({ path: [key], message: MISSING }));
    const problems: Issue[] = [...(error?.issues ?? []), ...missing];
    return { values, problems, data: problems.length > 0 ? undefined : data };
  };

  /** One problem for each field and message, in the order of the form. */
  const problemsOf = (issues: readonly Issue[], values: InputData): Problem[] => {
    const problems = new Map<string, { field: string; message: string; places: number[] }>();
    for (const { key, field, shown } of entries) {
      for (const { path, message } of issues.filter((issue) => issue.path[0] === key)) {
        const held = values[key];
        const index = Array.isArray(held)
          ? path.find((step) => typeof step === 'number')
          : undefined;
        const value = Array.isArray(held) && index !== undefined ? held[index] : held;
        const own =
          value === undefined ? undefined : messageOf(field, displayOf(shown, values), value);
        const problem = { field: key, message: own ?? message, places: [] };
        const { places } = problems.get(`${key} ${problem.message}`) ?? problem;
        const isOneOfSeveral = Array.isArray(held) && held.length > 1 && index !== undefined;
        problems.set(`${key} ${problem.message}`, {
          ...problem,
          places: isOneOfSeveral ? [...places, index + 1] : places,
        });
      }
    }
    return [...problems.values()].map(({ places, ...problem }) =>
      places.length > 0
        ? { ...problem, items: `item${places.length > 1 ? 's' : ''} ${listed(places.map(String))}` }
        : problem,
    );
  };

  return {
    inputFields: entries.map(({ key, field, shown }): InputField => {
      if (typeof shown !== 'function') return toField(key, field, shown);
      return (_z, bundle) => {
        const display = shown(bundle.inputData);
        return display ? [toField(key, field, display)] : [];
      };
    }),
    groups: [
      ...new Map(
        entries
          .flatMap(({ shown }) => displayOf(shown, {})?.group ?? [])
          .map((group) => [group.key, leaf(group)]),
      ).values(),
    ],
    read: (inputData) => {
      const { values, problems, data } = parse(inputData);
      if (data) return data;
      throw new DastraError('invalid', { problems: problemsOf(problems, values) });
    },
    names: (inputData) => {
      const { values, problems } = parse(inputData);
      const wrong = new Set(problems.map(({ path }) => path[0]));
      const names = entries.flatMap(({ key, field, shown }): Names[] => {
        if (!wrong.has(key)) return [];
        const list = displayOf(shown, values)?.dynamic?.split('.')[0];
        const { record, list: several = false } = factsOf(field);
        const held = [values[key]].flat();
        // What has no letter is no name, but a number that is wrong.
        const isName = held.some((value) => typeof value === 'string' && /\p{L}/u.test(value));
        return record && list && isName
          ? [{ key, list: list as DropdownKey, values: held, several }]
          : [];
      });
      const others = problems.filter(({ path }) => !names.some(({ key }) => key === path[0]));
      // Nothing is looked up for what would be refused all the same.
      if (names.length > 0 && others.length > 0) {
        throw new DastraError('invalid', { problems: problemsOf(others, values) });
      }
      return names;
    },
    labelOf: (field, inputData) => {
      const entry = entries.find(({ key }) => key === (KEY_IN_FORM[field] ?? field));
      return (entry && displayOf(entry.shown, inputData ?? {})?.label) ?? field;
    },
  };
};
