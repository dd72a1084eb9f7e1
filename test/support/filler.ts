/** Fills in forms: any field of any operation, with each of its choices or with a value of its type. */
import type { Field, Operation } from '../../tools/definition.ts';
import { valueByType, valueThatShows } from '../../tools/filler.ts';
import type { Input } from '../cases/case.ts';
import type { FaultHarness } from '../resilience/fault-harness.ts';
import { DROPDOWNS, filledIn, SCENARIOS, type Scenario } from './scenarios.ts';

interface Choice {
  id: string;
}

const methods = new Map(DROPDOWNS.map(({ key, method }) => [key, method]));

/** The first choice that a drop-down offers. */
const firstChoice = async (harness: FaultHarness, key: string, inputData: object) => {
  const method = methods.get(key);
  if (!method) throw new Error(`There is no drop-down ${key}.`);
  const [first] = await harness.run<Choice[]>(method, { inputData: { ...inputData } });
  if (!first) throw new Error(`The drop-down ${key} is empty.`);
  return first.id;
};

/** Values to try in a field: each choice, the first one of a drop-down, or one of its type. */
export const valuesFor = async (
  harness: FaultHarness,
  { one }: Scenario,
  field: Field,
  input: Input,
): Promise<unknown[]> => {
  const asGiven = (value: unknown) => (field.list ? [value] : value);
  const given = one?.values?.[field.key];
  if (given !== undefined) return [given];
  if (field.choices) return Object.keys(field.choices).map(asGiven);
  if (field.dropdown) {
    return [asGiven(await firstChoice(harness, field.dropdown, filledIn(input, harness)))];
  }
  return [asGiven(valueByType(field))];
};

const shows = (operation: Operation, input: Input, key: string) =>
  operation.fieldsFor(input).some((field) => field.key === key);

/** An input with the fields that its form requires, or shows only since a choice in it was made. */
export const completed = async (
  harness: FaultHarness,
  scenario: Scenario,
  before: Input,
  input: Input,
): Promise<Input> => {
  const { operation } = scenario;
  let filled = input;
  for (const field of operation.fieldsFor(input)) {
    const isNew = !shows(operation, before, field.key);
    if (field.key === 'workspaceId' || (!field.required && !isNew)) continue;
    if (filled[field.key] !== undefined) continue;
    const [value] = await valuesFor(harness, scenario, field, filled);
    filled = { ...filled, [field.key]: value };
  }
  return filled;
};

/**
 * The situation in which a field is tried: one that fills it in, or else one whose form shows it, or
 * the first one with the choices that show it.
 */
export const scenarioFor = (operation: Operation, field: Field): Scenario => {
  const all = SCENARIOS.filter(({ key }) => key === operation.key);
  const [first] = all;
  if (!first) throw new Error(`${operation.key} has no situation.`);
  const fits = all.filter(({ input }) => shows(operation, input, field.key));
  const suited = fits.find(({ input }) => input[field.key] !== undefined) ?? fits[0];
  if (suited) return suited;
  const controls = field.shownWhen.map((condition) => [
    condition.key,
    valueThatShows(operation.allFields(), condition),
  ]);
  return { ...first, input: { ...first.input, ...Object.fromEntries(controls) } };
};
