/**
 * Forms in the Zap editor. A form is a schema of what Dastra takes, with a display for each of its
 * fields: keys, types, limits and what is required come from the schema, so that they stand once.
 */
import type { InputFields } from 'zapier-platform-core';
import * as z from 'zod/mini';
import { DastraError } from '../dastra/fault.ts';
import { facts } from '../dastra/sent.ts';
import { comparableText } from '../dastra/text.ts';

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
  /** The drop-down's labels by value. */
  choices?: Readonly<Record<string, string>>;
}

/** A display that depends on what the form holds so far; undefined hides the field. */
type Shown = Display | ((inputData: InputData) => Display | undefined);

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
  /** The label that a field of the API has in the form; the field's own name if it is not in it. */
  labelOf(field: string, inputData: InputData | undefined): string;
}

type Shape = Record<string, z.ZodMiniType>;

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

type Choices = Readonly<Record<string, string>>;

/** Finds a choice by its value or by its label, in any case, as a Zap may map either. */
const finderOf = (choices: Choices) => {
  const entries = Object.entries(choices);
  const byText = new Map([
    ...entries.map(([name, label]) => [comparableText(label), name] as const),
    ...entries.map(([name]) => [comparableText(name), name] as const),
  ]);
  return (text: string): string | undefined => byText.get(comparableText(text));
};

const chosen = (choices: Choices, value: unknown): unknown =>
  // An object is no choice, and may not even have a text.
  typeof value === 'object' ? value : (finderOf(choices)(String(value)) ?? value);

/**
 * Takes several choices: a list, of which each text may itself hold several between commas, as a
 * mapped answer does. A label may have commas of its own.
 */
const allChosen = (choices: Choices, value: unknown): unknown[] => {
  const find = finderOf(choices);
  const mostParts = Math.max(...Object.values(choices).map((label) => label.split(',').length));
  const choicesIn = (text: string): string[] => {
    const parts = text.split(',');
    const found: string[] = [];
    for (let start = 0, taken = 1; start < parts.length; start += taken) {
      taken = mostParts;
      const part = () => parts.slice(start, start + taken).join(',');
      while (taken > 1 && find(part()) === undefined) taken -= 1;
      found.push(find(part()) ?? part());
    }
    return found.filter((one) => !isBlank(one));
  };
  return [value]
    .flat()
    .flatMap((item: unknown) => (typeof item === 'string' ? choicesIn(item) : [item]));
};

/** Properties of the API that a form holds under another key. */
const KEY_IN_FORM: Record<string, string> = {
  tags: 'tagIds',
  actorIds: 'actorId',
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

const toField = (key: string, schema: z.ZodMiniType, display: Display): PlainField => {
  const { type, list, dict, maximum } = factsOf(schema);
  const { multiline, required, choices, helpText, group, ...rest } = display;
  const limit = maximum && !choices && maximum > 2 ? `At most ${maximum} characters.` : undefined;
  const help = [helpText, limit].filter(Boolean).join(' ');
  return {
    key,
    ...(multiline ? { type: 'text' } : { type }),
    ...rest,
    ...(group ? { group: group.key } : {}),
    ...(required || !isOptional(schema) ? { required: true } : {}),
    ...(list ? { list } : {}),
    ...(dict ? { dict } : {}),
    ...(choices ? { choices: { ...choices } } : {}),
    ...(help ? { helpText: help } : {}),
  } as PlainField;
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
          .map((group) => [group.key, group]),
      ).values(),
    ],
    read: (inputData) => {
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
      const result = z.safeParse(schema, values);
      if (result.success) return result.data;
      const problems = result.error.issues.map(({ path, message }) => ({
        field: String(path[0]),
        message,
      }));
      // Each wrong item of a list has the same message.
      const unique = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
      throw new DastraError('invalid', { problems: [...unique.values()] });
    },
    labelOf: (field, inputData) => {
      const entry = entries.find(({ key }) => key === (KEY_IN_FORM[field] ?? field));
      return (entry && displayOf(entry.shown, inputData ?? {})?.label) ?? field;
    },
  };
};
