/** The app's definition as a reader of it wants it: operations one by one, with all fields of all forms. */
import app from '../index.ts';

export interface InputField {
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
  choices?: Record<string, string>;
  group?: string;
  /** When the form shows it, as in "Actor Type is Person"; absent where it always does. */
  shownWhen?: string;
}

export interface OutputField {
  key: string;
  label: string;
  type: string;
  list: boolean;
}

export interface Operation {
  kind: 'trigger' | 'action' | 'search';
  key: string;
  noun: string;
  label: string;
  description: string;
  hidden: boolean;
  /** `hook` or `polling`, for triggers. */
  type?: string;
  inputFields: InputField[];
  outputFields: OutputField[];
  sample: Record<string, unknown>;
}

/** A field of a form, as the app's definition has it. */
export interface RawField {
  key: string;
  label?: string;
  type?: string;
  required?: boolean;
  list?: boolean;
  dict?: boolean;
  helpText?: string;
  default?: string;
  dynamic?: string;
  search?: string;
  dependsOn?: string[];
  choices?: Record<string, string>;
  group?: string;
  altersDynamicFields?: boolean;
}
type RawInputField = RawField | ((z: unknown, bundle: { inputData: object }) => RawField[]);

interface RawOperation {
  key: string;
  noun: string;
  display: { label: string; description: string; hidden?: boolean };
  operation: {
    type?: string;
    inputFields?: RawInputField[];
    outputFields?: { key: string; label?: string; type?: string; list?: boolean }[];
    sample?: Record<string, unknown>;
  };
}

const toInputField = (raw: RawField, shownWhen?: string): InputField => ({
  key: raw.key,
  label: raw.label ?? raw.key,
  type: raw.type ?? 'string',
  required: raw.required === true,
  list: raw.list === true,
  dict: raw.dict === true,
  ...(raw.helpText ? { helpText: raw.helpText } : {}),
  ...(raw.default ? { default: raw.default } : {}),
  ...(raw.dynamic ? { dropdown: raw.dynamic.split('.')[0] } : {}),
  ...(raw.choices ? { choices: raw.choices } : {}),
  ...(raw.group ? { group: raw.group } : {}),
  ...(shownWhen ? { shownWhen } : {}),
});

/** What a field that depends on others shows for each choice of the fields that others depend on. */
const shownFor = (
  field: Extract<RawInputField, (...args: never[]) => unknown>,
  controls: RawField[],
): InputField[] => {
  const byForm = new Map<string, { raw: RawField; values: string[]; control: RawField }>();
  for (const control of controls) {
    const choices = Object.entries(control.choices ?? {});
    const shown = choices.flatMap(([value, label]) =>
      field(undefined, { inputData: { [control.key]: value } }).map((raw) => ({ raw, label })),
    );
    for (const { raw, label } of shown) {
      const form = JSON.stringify(raw);
      const known = byForm.get(form);
      if (known) known.values.push(label);
      else byForm.set(form, { raw, values: [label], control });
    }
  }
  return [...byForm.values()].map(({ raw, values, control }) => {
    const all = values.length === Object.keys(control.choices ?? {}).length;
    return toInputField(raw, `${control.label} is ${all ? 'chosen' : values.join(' or ')}`);
  });
};

const inputFieldsOf = (fields: RawInputField[]): InputField[] => {
  const plain = fields.filter((field): field is RawField => typeof field !== 'function');
  const controls = plain.filter((field) => field.altersDynamicFields);
  return fields.flatMap((field) =>
    typeof field === 'function' ? shownFor(field, controls) : [toInputField(field)],
  );
};

const toOperation =
  (kind: Operation['kind']) =>
  ({ key, noun, display, operation }: RawOperation): Operation => ({
    kind,
    key,
    noun,
    label: display.label,
    description: display.description,
    hidden: display.hidden === true,
    ...(operation.type ? { type: operation.type } : {}),
    inputFields: inputFieldsOf(operation.inputFields ?? []),
    outputFields: (operation.outputFields ?? []).map((field) => ({
      key: field.key,
      label: field.label ?? field.key,
      type: field.type ?? 'string',
      list: field.list === true,
    })),
    sample: operation.sample ?? {},
  });

const rawOf = (group: object | undefined) => Object.values(group ?? {}) as RawOperation[];

/** All operations, hidden ones included: triggers, actions, searches. */
export const operations = (): Operation[] => [
  ...rawOf(app.triggers).map(toOperation('trigger')),
  ...rawOf(app.creates).map(toOperation('action')),
  ...rawOf(app.searches).map(toOperation('search')),
];

/** Find-or-create pairs: the search, the action, and what the editor shows. */
export const searchOrCreates = () =>
  Object.values(app.searchOrCreates ?? {}).map(({ key, search, create, display }) => ({
    key,
    search,
    create,
    label: display.label ?? key,
    description: display.description ?? '',
  }));

/** The fields of the connection. */
export const connection = () => ({
  type: app.authentication?.type,
  fields: (app.authentication?.fields ?? []).map((field) => ({
    key: 'key' in field ? field.key : '',
    type: 'type' in field ? field.type : undefined,
    required: 'required' in field && field.required === true,
    label: 'label' in field ? field.label : undefined,
    helpText: 'helpText' in field ? field.helpText : undefined,
  })),
});
