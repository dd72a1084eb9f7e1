/** The app's own triggers and actions, read from its definition, as the Zap editor shows them. */
import type app from '../index.ts';
import type { RawField } from '../release/definition.ts';
import type { Kind } from './schema.ts';

export type App = typeof app;

/** A field of a form; ours all have labels. */
export type Field = RawField & { label: string };

export interface OutputField {
  key: string;
  label: string;
  type?: string;
}

/** A trigger or an action of ours. */
export interface OwnEvent {
  kind: Kind;
  key: string;
  label: string;
  description: string;
  sample: Record<string, unknown>;
  outputFields: OutputField[];
  /** The labels of the groups into which its form is divided. */
  groups: Readonly<Record<string, string>>;
  /** The form as the editor shows it when it holds these values. */
  fieldsFor(inputData: Readonly<Record<string, unknown>>): Promise<Field[]>;
  /** Every field that the form can show, with what it takes for those that not every form has. */
  allFields(): Promise<(Field & { shownIf?: { label: string; value: string } | undefined })[]>;
}

type DynamicField = (z: undefined, bundle: { inputData: object }) => Field[] | Promise<Field[]>;

interface Definition {
  key: string;
  display: { label: string; description: string; hidden?: boolean };
  operation: {
    inputFields?: (Field | DynamicField)[];
    inputFieldGroups?: { key: string; label: string }[];
    sample?: Record<string, unknown>;
    outputFields?: OutputField[];
  };
}

const fieldsOf = async (
  definitions: readonly Definition[],
  inputData: Readonly<Record<string, unknown>>,
): Promise<Field[]> => {
  const fields = definitions.flatMap(({ operation }) => operation.inputFields ?? []);
  // Our dynamic fields look at the form alone and ask Dastra nothing, so that they need no `z`.
  const shown = await Promise.all(
    fields.map((field) =>
      typeof field === 'function' ? field(undefined, { inputData }) : [field],
    ),
  );
  // Where a search and its action share a field, the editor shows it once.
  return [...new Map(shown.flat().map((field) => [field.key, field])).values()];
};

const toEvent = (
  kind: Kind,
  { key, display }: Pick<Definition, 'key' | 'display'>,
  parts: readonly Definition[],
): OwnEvent => {
  const [first] = parts;
  const fieldsFor: OwnEvent['fieldsFor'] = (inputData) => fieldsOf(parts, inputData);
  return {
    kind,
    key,
    label: display.label,
    description: display.description,
    sample: first?.operation.sample ?? {},
    outputFields: first?.operation.outputFields ?? [],
    groups: Object.fromEntries(
      parts
        .flatMap(({ operation }) => operation.inputFieldGroups ?? [])
        .map((group) => [group.key, group.label]),
    ),
    fieldsFor,
    allFields: async () => {
      const plain = await fieldsFor({});
      const found = new Map(plain.map((field) => [field.key, { ...field }]));
      const extra: Awaited<ReturnType<OwnEvent['allFields']>> = [];
      for (const by of plain) {
        for (const [value, label] of Object.entries(by.choices ?? {})) {
          for (const field of await fieldsFor({ [by.key]: value })) {
            if (found.has(field.key)) continue;
            found.set(field.key, field);
            extra.push({ ...field, shownIf: { label: by.label, value: label } });
          }
        }
      }
      return [...plain, ...extra];
    },
  };
};

const definitionsIn = (group: object | undefined) => Object.values(group ?? {}) as Definition[];

/** All triggers and actions that a Zap builder sees. */
export const ownEvents = ({ triggers, searches, creates, searchOrCreates }: App): OwnEvent[] => {
  const pairs = Object.values(searchOrCreates ?? {}) as {
    key: string;
    display: Definition['display'];
    search: string;
    create: string;
  }[];
  const all = [...definitionsIn(searches), ...definitionsIn(creates)];
  const partsOf = (keys: string[]) => all.filter(({ key }) => keys.includes(key));
  return [
    ...definitionsIn(triggers)
      .filter(({ display }) => !display.hidden)
      .map((one) => toEvent('read', one, [one])),
    ...definitionsIn(creates).map((one) => toEvent('write', one, [one])),
    ...definitionsIn(searches).map((one) => toEvent('search', one, [one])),
    ...pairs.map((pair) => toEvent('searchOrWrite', pair, partsOf([pair.search, pair.create]))),
  ];
};
