/**
 * The `filters` parameter: JSON rules with the semantics of JsonRuleEngine.Net (docs/dastra-api.md,
 * Filters), traps included.
 */
import { z } from 'zod';
import { isDateText, parseDate } from './dates.ts';
import { membersOf, type Properties, propertiesOf, resolve, type Schema } from './document.ts';
import { readProperty } from './present.ts';
import { invalidField, type Problem } from './problems.ts';
import { pascal } from './validate.ts';

const OPERATORS = [
  'equal',
  'notEqual',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'in',
  'notIn',
  'contains',
  'doesNotContains',
  'isNull',
  'isNotNull',
  'isEmpty',
  'isNotEmpty',
  'includeAll',
  'excludeAll',
] as const;

const leafSchema = z.strictObject({
  field: z.string(),
  operator: z.enum(OPERATORS).default('equal'),
  value: z.unknown().optional(),
});
type Leaf = z.output<typeof leafSchema>;

const groupSchema = z.strictObject({
  separator: z.enum(['And', 'Or']).optional(),
  rules: z.array(z.unknown()),
});

export interface FilterOptions {
  /** Field names must be PascalCase (assumption A15). */
  strictFilterCasing: boolean;
  /** How texts are compared; in SQL the collation decides (assumption A16). */
  stringCollation: 'insensitive' | 'sensitive';
}

interface FieldType {
  kind: 'text' | 'date' | 'enum' | 'number' | 'flag' | 'object';
  /** The names of an enumeration, in its order. */
  members: string[];
  isCollection: boolean;
}

/** A property by its name. */
type Step = [name: string, property: Schema];

type Test<Value> = (value: Value) => boolean;
/** A value made comparable: folded text, milliseconds of a date, number, flag; or null. */
type Comparable = string | number | boolean | null;

/**
 * The test that a filter text stands for; undefined without one.
 * @throws a 400 on `Filters` for bad JSON, an unknown property, operator or field
 */
export const compileFilter = (
  filters: string | undefined,
  record: Schema,
  options: FilterOptions,
): Test<object> | undefined => {
  if (!filters) return undefined;
  return compileRule(parseJson(filters), record, options, { isRoot: true });
};

/** Undefined: the rule is ignored. */
const compileRule = (
  rule: unknown,
  record: Schema,
  options: FilterOptions,
  { isRoot }: { isRoot: boolean },
): Test<object> | undefined => {
  const group = groupSchema.safeParse(rule).data;
  if (group === undefined) return compileLeaf(rule, record, options);
  // The library evaluates no nested group whose separator is missing.
  if (group.separator === undefined && !isRoot) return undefined;
  const tests = group.rules
    .map((inner) => compileRule(inner, record, options, { isRoot: false }))
    .filter((test) => test !== undefined);
  if (tests.length === 0) return () => false;
  return group.separator === 'Or'
    ? (record) => tests.some((test) => test(record))
    : (record) => tests.every((test) => test(record));
};

const compileLeaf = (rule: unknown, record: Schema, options: FilterOptions): Test<object> => {
  const leaf = leafSchema.safeParse(rule).data;
  if (leaf === undefined) throw refusal(`${JSON.stringify(rule)} is not a rule`);
  const target = resolvePath(leaf.field, record, options.strictFilterCasing);
  if (target === undefined) throw refusal(`InvalidField '${leaf.field}'`);
  const { path, type } = target;
  const test = type.isCollection
    ? collectionTest(leaf, type, options)
    : valueTest(leaf, type, options);
  return (record) => valuesAt(record, path).some(test);
};

/** The property that a name means: in any casing, or in PascalCase only. */
export const findProperty = (
  properties: Properties,
  name: string,
  strictCasing = false,
): Step | undefined =>
  Object.entries(properties).find(([property]) =>
    strictCasing ? pascal(property) === name : property.toLowerCase() === name.toLowerCase(),
  );

/** The properties that a dotted name leads through, and the type of the last; undefined if none. */
const resolvePath = (name: string, record: Schema, strictCasing: boolean) => {
  const path: Step[] = [];
  let schema = record;
  for (const segment of name.split('.')) {
    const step = findProperty(propertiesOf(elementOf(schema)), segment, strictCasing);
    if (step === undefined) return undefined;
    path.push(step);
    schema = step[1];
  }
  const element = elementOf(schema);
  const type: FieldType = {
    kind: kindOf(resolve(element)),
    members: membersOf(element),
    isCollection: resolve(schema).type === 'array',
  };
  return { path, type };
};

const elementOf = (schema: Schema): Schema => resolve(schema).items ?? schema;

const kindOf = ({ type, format, enum: members }: Schema): FieldType['kind'] => {
  if (format === 'date-time') return 'date';
  if (members) return 'enum';
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'boolean') return 'flag';
  return type === 'string' ? 'text' : 'object';
};

/** Every value a path reaches: a collection on the way yields one for each element. */
const valuesAt = (value: unknown, [step, ...rest]: Step[]): unknown[] => {
  if (step === undefined) return [value ?? null];
  if (Array.isArray(value)) return value.flatMap((element) => valuesAt(element, [step, ...rest]));
  if (typeof value !== 'object' || value === null) return [null];
  return valuesAt(readProperty(value, ...step), rest);
};

/** The operators of collections; the others ask whether any element fits. */
const collectionTest = (leaf: Leaf, type: FieldType, options: FilterOptions): Test<unknown> => {
  const { operator } = leaf;
  const elements = (value: unknown) => (Array.isArray(value) ? value : []);
  if (operator === 'isEmpty') return (value) => elements(value).length === 0;
  if (operator === 'isNotEmpty') return (value) => elements(value).length > 0;
  if (operator === 'includeAll' || operator === 'excludeAll') {
    const wanted = wantedList(leaf, type, options);
    const { actual } = reader(leaf, type, options);
    return (value) => {
      const present = elements(value).map(actual);
      return wanted.every((one) => present.includes(one) === (operator === 'includeAll'));
    };
  }
  const test = valueTest(leaf, type, options);
  return (value) => elements(value).some(test);
};

const ORDER: Partial<Record<Leaf['operator'], Test<number>>> = {
  lessThan: (difference) => difference < 0,
  lessThanInclusive: (difference) => difference <= 0,
  greaterThan: (difference) => difference > 0,
  greaterThanInclusive: (difference) => difference >= 0,
};

const valueTest = (leaf: Leaf, type: FieldType, options: FilterOptions): Test<unknown> => {
  const { operator } = leaf;
  const { actual, wanted } = reader(leaf, type, options);
  switch (operator) {
    case 'isNull':
    case 'isNotNull':
      return (value) => (value === null) === (operator === 'isNull');
    case 'in':
    case 'notIn': {
      const list = wantedList(leaf, type, options);
      return (value) => list.includes(actual(value)) === (operator === 'in');
    }
    case 'contains':
    case 'doesNotContains': {
      if (type.kind !== 'text') throw unsuitable(leaf);
      const part = String(wanted(leaf.value) ?? '');
      return (value) => {
        const whole = actual(value);
        return typeof whole === 'string' && whole.includes(part) === (operator === 'contains');
      };
    }
    case 'equal':
    case 'notEqual': {
      const other = wanted(leaf.value);
      return (value) => {
        const one = actual(value);
        // Only a text compares with null; null of any other type matches neither operator.
        if (one === null && type.kind !== 'text') return false;
        return (one === other) === (operator === 'equal');
      };
    }
    default: {
      // Numbers and dates have an order; null has no place in it.
      const holds = ORDER[operator];
      const hasOrder = type.kind === 'number' || type.kind === 'date';
      if (!holds || !hasOrder) throw unsuitable(leaf);
      const limit = Number(wanted(leaf.value) ?? Number.NaN);
      return (value) => {
        const one = actual(value);
        return one !== null && holds(Number(one) - limit);
      };
    }
  }
};

/** How a field's own values and the rule's values become comparable. */
const reader = (leaf: Leaf, type: FieldType, { stringCollation }: FilterOptions) => {
  // A date of ten characters compares the day only.
  const byDay = typeof leaf.value === 'string' && leaf.value.length === 10;
  const date = (text: string) => parseDate(byDay ? text.slice(0, 10) : text).getTime();
  const fold = (text: string) => (stringCollation === 'insensitive' ? text.toLowerCase() : text);

  const actual = (value: unknown): Comparable => {
    if (value === null) return null;
    if (type.kind === 'date') return date(String(value));
    if (type.kind === 'text') return fold(String(value));
    return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
  };

  const wanted = (value: unknown): Comparable => {
    if (value === null || value === undefined) return null;
    const text = String(value);
    switch (type.kind) {
      case 'text':
        return fold(text);
      case 'date':
        if (!isDateText(text)) throw refusal(`${leaf.field}: '${text}' is not a date`);
        return date(text);
      case 'flag':
        return text.toLowerCase() === 'true';
      case 'number':
        // A number that cannot be read becomes 0.
        return Number(text) || 0;
      case 'enum':
        // An unknown or wrongly cased name becomes the first member.
        return type.members.includes(text) ? text : (type.members[0] ?? null);
      case 'object':
        throw unsuitable(leaf);
    }
  };

  return { actual, wanted };
};

const wantedList = (leaf: Leaf, type: FieldType, options: FilterOptions): Comparable[] => {
  if (!Array.isArray(leaf.value)) throw refusal(`${leaf.field}: '${leaf.operator}' takes an array`);
  return leaf.value.map(reader(leaf, type, options).wanted);
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal('the text is not JSON');
  }
};

const unsuitable = (leaf: Leaf): Problem => {
  return refusal(`${leaf.field}: '${leaf.operator}' does not suit this field`);
};

const refusal = (reason: string): Problem => invalidField('Filters', reason);
