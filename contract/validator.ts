/** AJV, on Dastra's document: what it does not allow of a value, without the value itself. */
import { Ajv, type ErrorObject, type Options, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { NEWER_RIGHTS_REQUEST } from '../src/resources/tasks/schema.ts';
import type { OpenApiDocument, Operation } from './document.ts';
import { type Rule, within } from './findings.ts';

const ID = 'dastra';

/**
 * The document as AJV takes it: `nullable` beside a reference, or alone, has no type to widen there,
 * so that it becomes an alternative, or goes.
 */
const asJsonSchema = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(asJsonSchema);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, asJsonSchema(inner)]),
  );
  if (typeof copy.nullable !== 'boolean' || 'type' in copy) return copy;
  const { nullable, ...rest } = copy;
  const isOpen = !('$ref' in rest || 'allOf' in rest || 'anyOf' in rest || 'oneOf' in rest);
  return isOpen || !nullable ? rest : { anyOf: [rest, { type: 'null' }] };
};

const ajvFor = (document: object, options: Options) => {
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    // Schemas are compiled for one run: quickly, and each once.
    code: { optimize: false },
    inlineRefs: false,
    ...options,
  });
  formats.default(ajv);
  ajv.addSchema(document, ID, false, false);
  return ajv;
};

/** Our rules by AJV's keywords. */
const RULES: Record<string, Rule> = {
  additionalProperties: 'unknown',
  type: 'type',
  enum: 'value',
  format: 'format',
  required: 'required',
};

/** What Dastra's own dates look like (docs/dastra-api.md, Dates). */
const WITHOUT_ZONE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?$/;

/** The places of a list are all the same: `/items/3/tags/0` is `items[].tags[]`. */
const propertyOf = ({ instancePath, keyword, params }: ErrorObject): string => {
  const path = instancePath
    .split('/')
    .slice(1)
    .reduce((property, key) => (/^\d+$/.test(key) ? `${property}[]` : within(property, key)), '');
  if (keyword === 'additionalProperties') return within(path, params.additionalProperty);
  return keyword === 'required' ? within(path, params.missingProperty) : path;
};

/** The value that an error is about. AJV can name it too, for code that takes far longer to compile. */
const valueAt = (value: unknown, instancePath: string): unknown =>
  instancePath
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), value);

const ruleOf = ({ keyword, params, instancePath }: ErrorObject, value: unknown): Rule => {
  const data = valueAt(value, instancePath);
  const isDate = keyword === 'format' && params.format === 'date-time';
  if (isDate && WITHOUT_ZONE.test(String(data))) return 'zone';
  if (keyword === 'enum' && data === NEWER_RIGHTS_REQUEST) return 'newer-name';
  return RULES[keyword] ?? 'limit';
};

/** @param actor who did it, with the verb, such as "the app sends" */
const messageOf = ({ keyword, message, params }: ErrorObject, actor: string): string => {
  if (keyword === 'additionalProperties') return `The document has no such property; ${actor} it.`;
  if (keyword === 'required') return `The document requires it; ${actor} without it.`;
  if (keyword === 'enum') return `The document allows certain values only; ${actor} another.`;
  if (keyword === 'format')
    return `The document expects the format ${params.format}; ${actor} another.`;
  // AJV's own messages name types and limits, never a value.
  return `The document says it ${message}; ${actor} something else.`;
};

/** What a value has that the document does not allow. */
export interface Violation {
  property: string;
  rule: Rule;
  message: string;
}

/** Validates values against the schemas of one document. */
export class Validator {
  readonly #strict: Ajv;
  /** Parameters are text, and become what their schema asks for. */
  readonly #lenient: Ajv;
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(document: OpenApiDocument) {
    const schema = asJsonSchema(document.raw) as object;
    this.#strict = ajvFor(schema, {});
    this.#lenient = ajvFor(schema, { coerceTypes: 'array' });
  }

  /**
   * Validates a body or an answer.
   * @param pointer where its schema is in the document
   * @param actor who made it, with the verb, such as "the app sends"
   */
  value(pointer: string, value: unknown, actor: string): Violation[] {
    const validate = this.#validator(pointer, () => this.#strict.compile(at(pointer)));
    return violations(validate, value, actor);
  }

  /** Validates the parameters of a call's path or query, by name. */
  parameters(operation: Operation, place: 'path' | 'query', given: object): Violation[] {
    const known = operation.parameters.filter((parameter) => parameter.in === place);
    const validate = this.#validator(`${operation.pointer} ${place}`, () =>
      this.#lenient.compile({
        type: 'object',
        properties: Object.fromEntries(
          known.map(({ name, schema, pointer }) => [name, schema ? at(pointer) : {}]),
        ),
        required: known.filter(({ required }) => required).map(({ name }) => name),
        additionalProperties: false,
      }),
    );
    return violations(validate, given, 'the app sends');
  }

  #validator(key: string, compile: () => ValidateFunction): ValidateFunction {
    const known = this.#compiled.get(key) ?? compile();
    this.#compiled.set(key, known);
    return known;
  }
}

/** The schema at a JSON pointer, as the fragment of a URI. */
const at = (pointer: string) => ({
  $ref: `${ID}#${pointer.split('/').map(encodeURIComponent).join('/')}`,
});

const violations = (validate: ValidateFunction, value: unknown, actor: string): Violation[] =>
  validate(value)
    ? []
    : (validate.errors ?? []).map((error) => ({
        property: propertyOf(error),
        rule: ruleOf(error, value),
        message: messageOf(error, actor),
      }));
