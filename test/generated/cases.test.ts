/** The cases themselves: that they say what is so, and what each operation refuses. */
import { definition } from '../../tools/definition.ts';
import { CASES, PAIRS } from '../cases/index.ts';
import { outcomeOf, useFaultHarness } from '../resilience/fault-harness.ts';
import { filledIn, SCENARIOS, writesTo } from '../support/scenarios.ts';

const harness = useFaultHarness();

const REFUSALS = SCENARIOS.flatMap(({ one, situation, method, operation }) =>
  one && situation === one.situations[0]
    ? (one.refuses ?? []).map((refusal) => ({
        name: operation.label,
        method,
        message: refusal.message,
        input: { ...one.input, ...refusal.input },
      }))
    : [],
);

describe('A case', () => {
  it('gives each operation a French name of its own, set as print does', () => {
    const names = [...Object.values(CASES), ...Object.values(PAIRS)].map(({ french }) => french);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^\p{Lu}[^'"]+[^.\s]$/u);
  });

  it('names fields that the form of its operation has', () => {
    for (const { one, input, operation, name } of SCENARIOS) {
      const keys = operation.allFields().map(({ key }) => key);
      const named = Object.keys({ ...input, ...one?.values, ...one?.sentAs });
      expect({ name, unknown: named.filter((key) => !keys.includes(key)) }).toEqual({
        name,
        unknown: [],
      });
    }
  });

  it.each(SCENARIOS.filter(({ situation }) => situation.repeatable))(
    'says right that $name can be repeated',
    async (scenario) => {
      const list = writesTo(scenario);
      if (!list) throw new Error('Its case does not say where to look.');
      const inputData = filledIn(scenario.input, harness);
      const rows = async () => {
        const answer = await harness.api<object[] | { items?: object[] }>(list);
        return (Array.isArray(answer) ? answer : answer.items)?.length;
      };
      await harness.run(scenario.method, { inputData });
      const once = await rows();
      await harness.run(scenario.method, { inputData });
      expect(await rows()).toBe(once);
    },
  );

  it.each(definition.pairs)('lets $label find what it created', async ({ key, search, create }) => {
    const { input } = Object.entries(PAIRS).find(([one]) => one === key)?.[1] ?? {};
    const inputData = filledIn(input, harness);
    const methodFor = (wanted: string) => SCENARIOS.find((one) => one.key === wanted)?.method ?? '';
    const found = () => harness.run<{ id: string }[]>(methodFor(search), { inputData });
    expect(await found()).toEqual([]);
    const { id } = await harness.run<{ id: string }>(methodFor(create), { inputData });
    expect((await found()).map((one) => one.id)).toEqual([id]);
  });
});

describe('What an operation refuses', () => {
  it.each(REFUSALS)('$name: $message', async ({ method, input, message }) => {
    const outcome = await outcomeOf(harness.run(method, { inputData: filledIn(input, harness) }));
    expect(outcome).toMatchObject({ name: 'HaltedError', message });
    const writes = (await harness.calls()).filter((call) => call.method !== 'GET');
    expect(writes).toEqual([]);
  });
});
