/** Every way in which the tests run the app: its definition and the cases of `test/cases` put together. */

import type { Fault } from '../../src/dastra/fault.ts';
import { definition, type Operation } from '../../tools/definition.ts';
import type { Case, HookCase, Input, Situation } from '../cases/case.ts';
import { FILE_URL } from '../cases/case.ts';
import { CASES, DROPDOWN_CASES, type DropdownCase } from '../cases/index.ts';

const ALL: Readonly<Record<string, Case | HookCase>> = CASES;
const dropdownCases: Readonly<Record<string, DropdownCase>> = DROPDOWN_CASES;

/** An instant trigger with its case. */
export interface HookScenario {
  key: string;
  name: string;
  operation: Operation;
  hook: HookCase;
}

/** An action, a search, a polling trigger or a drop-down in one situation. */
export interface Scenario {
  key: string;
  /** As in "Create Task with tags". */
  name: string;
  /** Of its `perform`, as the platform names it. */
  method: string;
  operation: Operation;
  situation: Situation;
  input: Input;
  /** Drop-downs have none. */
  one: Case | undefined;
  /** The faults after which a drop-down asks for another list. */
  fallsBack?: readonly Fault[];
}

const GROUPS = { trigger: 'triggers', create: 'creates', search: 'searches' };

/** The platform's name of a function of an operation. */
export const methodOf = ({ kind, key }: Operation, name = 'perform'): string => {
  if (kind === 'searchOrCreate') throw new Error(`The pair ${key} has no function of its own.`);
  return `${GROUPS[kind]}.${key}.operation.${name}`;
};

const isHook = (_one: Case | HookCase, { type }: Operation): _one is HookCase => type === 'hook';

const visible = definition.operations
  .filter(({ hidden }) => !hidden)
  .map((operation) => {
    const one = ALL[operation.key];
    if (!one) throw new Error(`${operation.key} has no case.`);
    return { operation, one };
  });

/** Every instant trigger. */
export const HOOKS: readonly HookScenario[] = visible.flatMap(({ operation, one }) =>
  isHook(one, operation)
    ? [{ key: operation.key, name: operation.label, operation, hook: one }]
    : [],
);

/** Every situation of every action, search and polling trigger. */
export const SCENARIOS: readonly Scenario[] = visible.flatMap(({ operation, one }) =>
  isHook(one, operation)
    ? []
    : one.situations.map((situation) => ({
        key: operation.key,
        name: `${operation.label} ${situation.when}`,
        method: methodOf(operation),
        operation,
        situation,
        input: { ...one.input, ...situation.input },
        one,
      })),
);

/** The drop-downs of the editor; one that depends on a choice is there with each of them. */
export const DROPDOWNS: readonly Scenario[] = definition.operations
  .filter(({ hidden }) => hidden)
  .flatMap((operation) => {
    const control = operation.allFields().find(({ choices }) => choices);
    const inputs = control
      ? Object.keys(control.choices ?? {}).map((choice) => ({ [control.key]: choice }))
      : [{}];
    return inputs.map((input: Input) => ({
      key: operation.key,
      name: ['Drop-down', operation.key, ...Object.values(input)].join(' '),
      method: methodOf(operation),
      operation,
      situation: { when: '', calls: dropdownCases[operation.key]?.calls ?? 1 },
      fallsBack: dropdownCases[operation.key]?.fallsBack ?? [],
      input,
      one: undefined,
    }));
  });

/** What a form holds in the end: the workspace, and the address of the file where one is asked for. */
export const filledIn = (input: Input | undefined, { fileUrl }: { fileUrl: string }) =>
  Object.fromEntries(
    Object.entries({ workspaceId: '101', ...input }).map(([key, value]) => [
      key,
      value === FILE_URL ? fileUrl : value,
    ]),
  );

/** Where Dastra shows what a scenario writes; undefined where it writes nothing. */
export const writesTo = ({ one, input }: Scenario): string | undefined =>
  one?.writesTo?.replace(/\{(\w+)\}/g, (_all, field: string) => String(input[field]));

/** What a trigger yields, without what is not of the webhook's record. */
export const withoutAdded = ({ hook: { adds = [] } }: HookScenario, shown: object | undefined) =>
  Object.fromEntries(Object.entries(shown ?? {}).filter(([name]) => !adds.includes(name)));
