/**
 * A flat, typed view of the app's definition: operations one by one, with every field that their
 * forms can show. Documents, the public surface, templates, the contract and tests read it here.
 */
import app from '../index.ts';

export type App = typeof app;

/** In Zapier's own words; `searchOrCreate` is a search with its action: it finds a record, or creates it. */
export const KINDS = ['trigger', 'create', 'search', 'searchOrCreate'] as const;
export type Kind = (typeof KINDS)[number];

/** What another field has to hold for a field to be shown. */
export interface Condition {
  /** The other field. */
  key: string;
  label: string;
  /** The labels of the choices that show it; "blank" among them where it is shown without a choice. */
  choices: string[];
  /** Every choice shows it; only where none is made it is hidden. */
  isAnyChoice: boolean;
}

/** A field of a form, in one of its variants. */
export interface Field {
  key: string;
  label: string;
  type: string;
  required: boolean;
  list: boolean;
  dict: boolean;
  helpText?: string;
  default?: string;
  /** The hidden trigger that fills the drop-down. */
  dropdown?: string;
  /** The search that can be added in place of a choice, and the key that it yields: `find_x.id`. */
  search?: string;
  dependsOn: string[];
  /** The drop-down's labels by value. */
  choices?: Record<string, string>;
  group?: string;
  /** All that has to be so for the form to show it; empty where it always does. */
  shownWhen: Condition[];
}

export interface OutputField {
  key: string;
  label: string;
  type: string;
  list: boolean;
}

export interface Operation {
  kind: Kind;
  key: string;
  noun: string;
  label: string;
  description: string;
  /** Hidden triggers fill drop-downs. */
  hidden: boolean;
  /** For triggers. */
  type?: 'hook' | 'polling';
  /**
   * Every field that the form can show, in order; one that depends on others comes in its variants.
   * @throws Error if it cannot be read from the form when it shows a field
   */
  allFields(): Field[];
  /** The fields that the form shows when it holds these values. */
  fieldsFor(inputData: object): Field[];
  /** The labels of the groups into which the form is divided, by key. */
  groups: Record<string, string>;
  outputFields: OutputField[];
  sample: Record<string, unknown>;
  /** The names of the functions that Zapier calls: `perform`, `performList` and so on. */
  functions: string[];
}

/** A search with the action that runs where it finds nothing; its form has the fields of both. */
interface Pair extends Operation {
  kind: 'searchOrCreate';
  search: string;
  create: string;
}

export interface Definition {
  /** All operations but the pairs, hidden ones included: triggers, actions, searches. */
  operations: Operation[];
  pairs: Pair[];
  connection: { type: string; fields: Field[] };
  /** The operation with this key. @throws Error if there is none */
  operation(key: string): Operation;
  /** What a Zap builder can choose, pairs included. */
  visible: Operation[];
}

/** A field as the app has it. */
interface RawField
  extends Partial<Omit<Field, 'key' | 'dropdown' | 'shownWhen'>>,
    Pick<Field, 'key'> {
  dynamic?: string;
  altersDynamicFields?: boolean;
}

/** Ours look at the form alone and ask Dastra nothing, so that they need no `z`. */
type DynamicField = (z: undefined, bundle: { inputData: object }) => RawField[];

interface RawDisplay {
  label: string;
  description: string;
  hidden?: boolean;
}

interface RawOperation {
  key: string;
  noun: string;
  display: RawDisplay;
  operation: {
    type?: 'hook' | 'polling';
    inputFields?: (RawField | DynamicField)[];
    inputFieldGroups?: { key: string; label: string }[];
    outputFields?: (Pick<Field, 'key'> & Partial<OutputField>)[];
    sample?: Record<string, unknown>;
  };
}

interface RawPair {
  key: string;
  display: RawDisplay;
  search: string;
  create: string;
}

const toField = (raw: RawField, shownWhen: Condition[] = []): Field => ({
  key: raw.key,
  label: raw.label ?? raw.key,
  type: raw.type ?? 'string',
  required: raw.required === true,
  list: raw.list === true,
  dict: raw.dict === true,
  ...(raw.helpText ? { helpText: raw.helpText } : {}),
  ...(raw.default ? { default: raw.default } : {}),
  ...(raw.dynamic ? { dropdown: raw.dynamic.split('.')[0] } : {}),
  ...(raw.search ? { search: raw.search } : {}),
  dependsOn: raw.dependsOn ?? [],
  ...(raw.choices ? { choices: raw.choices } : {}),
  ...(raw.group ? { group: raw.group } : {}),
  shownWhen,
});

const toOutputField = ({ key, label, type, list }: Partial<OutputField> & { key: string }) => ({
  key,
  label: label ?? key,
  type: type ?? 'string',
  list: list === true,
});

/** What a field on which others depend can hold. */
interface State {
  control: RawField;
  value: unknown;
  /** What the form shows for it; `BLANK` where nothing is chosen. */
  label: string;
}

const BLANK = 'blank';

const statesOf = (control: RawField): State[] => {
  const choices: [unknown, string][] =
    control.type === 'boolean'
      ? [
          [true, 'Yes'],
          [false, 'No'],
        ]
      : Object.entries(control.choices ?? {});
  // A default fills the field in, and Zapier wants a required one filled in.
  const canBeBlank = !control.required && !control.default;
  return [...choices, ...(canBeBlank ? [[undefined, BLANK] as const] : [])].map(
    ([value, label]) => ({ control, value, label }),
  );
};

/** Every way to hold one state of each control. */
const combinations = (controls: RawField[]): State[][] =>
  controls.reduce<State[][]>(
    (all, control) => all.flatMap((states) => statesOf(control).map((one) => [...states, one])),
    [[]],
  );

/**
 * What distinguishes the forms that show a field from those that do not.
 * @throws Error if no condition on each control by itself says it
 */
const conditionsOf = (key: string, controls: RawField[], shown: State[][]): Condition[] => {
  const held = controls.map((control) => {
    const labels = shown.flatMap((form) => form.filter((one) => one.control === control));
    return [...new Set(labels.map(({ label }) => label))];
  });
  if (held.reduce((product, { length }) => product * length, 1) !== shown.length) {
    throw new Error(`The field ${key} depends on its controls in a way that has no simple words.`);
  }
  return controls.flatMap((control, index) => {
    const all = statesOf(control).map(({ label }) => label);
    const choices = held[index] ?? [];
    if (choices.length === all.length) return [];
    const others = all.filter((label) => !choices.includes(label));
    const isAnyChoice = others.length === 1 && others[0] === BLANK;
    return [{ key: control.key, label: control.label ?? control.key, choices, isAnyChoice }];
  });
};

/** What a form shows; `parts` are the operations whose fields it has. */
const formOf = (parts: RawOperation[]) => {
  const inputFields = parts.flatMap(({ operation }) => operation.inputFields ?? []);
  const shownBy = (field: RawField | DynamicField, inputData: object) =>
    typeof field === 'function' ? field(undefined, { inputData }) : [field];

  /** Where a search and its action share a field, the form shows it once, as the action has it. */
  const rawFor = (inputData: object) =>
    new Map(inputFields.flatMap((field) => shownBy(field, inputData)).map((raw) => [raw.key, raw]));

  const allFields = (): Field[] => {
    const plain = inputFields.filter((field): field is RawField => typeof field !== 'function');
    const byKey = new Map(plain.map((field) => [field.key, field]));
    const controls = [...byKey.values()].filter(
      (field) => field.altersDynamicFields && statesOf(field).length > 0,
    );
    const forms = combinations(controls).map((states) => {
      const inputData = Object.fromEntries(
        states.map(({ control, value }) => [control.key, value]),
      );
      return { states, inputData, fields: rawFor(inputData) };
    });
    const keys = inputFields.flatMap((field) => {
      const found = forms.flatMap(({ inputData }) => shownBy(field, inputData));
      // Documents that leave a field out would be wrong without anybody noticing.
      if (found.length === 0) throw new Error(`No choice shows a field of ${parts[0]?.key}.`);
      return found.map(({ key }) => key);
    });
    return [...new Set(keys)].flatMap((key) => {
      const variants = new Map<string, { raw: RawField; shown: State[][] }>();
      for (const { states, fields } of forms) {
        const raw = fields.get(key);
        if (!raw) continue;
        const variant = variants.get(JSON.stringify(raw)) ?? { raw, shown: [] };
        variant.shown.push(states);
        variants.set(JSON.stringify(raw), variant);
      }
      return [...variants.values()].map(({ raw, shown }) =>
        toField(raw, conditionsOf(key, controls, shown)),
      );
    });
  };
  return {
    allFields,
    fieldsFor: (inputData: object) => [...rawFor(inputData).values()].map((raw) => toField(raw)),
  };
};

const toOperation = <Of extends Kind>(
  kind: Of,
  { key, display }: Pick<RawOperation, 'key' | 'display'>,
  first: RawOperation,
  ...others: RawOperation[]
) => ({
  kind,
  key,
  noun: first.noun,
  label: display.label,
  description: display.description,
  hidden: display.hidden === true,
  ...(first.operation.type ? { type: first.operation.type } : {}),
  ...formOf([first, ...others]),
  groups: Object.fromEntries(
    [first, ...others]
      .flatMap(({ operation }) => operation.inputFieldGroups ?? [])
      .map((group) => [group.key, group.label]),
  ),
  outputFields: (first.operation.outputFields ?? []).map(toOutputField),
  sample: first.operation.sample ?? {},
  functions: Object.keys(first.operation).filter((name) => name.startsWith('perform')),
});

const listOf = <Item>(group: object | undefined) => Object.values(group ?? {}) as Item[];

/**
 * Reads an app's definition.
 * @throws Error if a pair names an operation that the app does not have
 */
export const definitionOf = ({
  triggers,
  creates,
  searches,
  searchOrCreates,
  authentication,
}: App): Definition => {
  const read = (kind: Kind, group: object | undefined): Operation[] =>
    listOf<RawOperation>(group).map((one) => toOperation(kind, one, one));
  const partOf = (group: object | undefined, key: string) => {
    const found = listOf<RawOperation>(group).find((one) => one.key === key);
    if (!found) throw new Error(`A pair names ${key}, which the app does not have.`);
    return found;
  };
  const operations = [
    ...read('trigger', triggers),
    ...read('create', creates),
    ...read('search', searches),
  ];
  const pairs = listOf<RawPair>(searchOrCreates).map((pair) => {
    const { search, create } = pair;
    const parts = [partOf(searches, search), partOf(creates, create)] as const;
    return { ...toOperation('searchOrCreate', pair, ...parts), search, create };
  });
  return {
    operations,
    pairs,
    connection: {
      type: authentication.type,
      fields: listOf<RawField>(authentication.fields).map((raw) => toField(raw)),
    },
    operation: (key) => {
      const found = operations.find((one) => one.key === key);
      if (!found) throw new Error(`The app has no operation ${key}.`);
      return found;
    },
    visible: [...operations.filter(({ hidden }) => !hidden), ...pairs],
  };
};

/** The definition of this app. */
export const definition = definitionOf(app);
