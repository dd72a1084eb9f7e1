/** Compares a schema of the client with one of Dastra's document, down to the last property. */
import type { OpenApiDocument, Schema } from './document.ts';
import { type Finding, type Place, type Rule, within } from './findings.ts';
import { alternatives, type Shape, takesNull } from './shapes.ts';

/** How much was compared. */
interface Counts {
  parameters: number;
  /** Properties of bodies, and of answers. */
  sent: number;
  read: number;
}

const quoted = (names: readonly unknown[]) => names.map((name) => `"${name}"`).join(', ');

const typesOf = (schema: Schema): string[] =>
  [schema.type ?? []].flat().filter((type) => type !== 'null');

/** Whether the document allows `null`, in the words of OpenAPI 3.0 or 3.1. */
const mayBeNull = ({ nullable, type, anyOf, oneOf }: Schema): boolean =>
  nullable === true ||
  [type ?? []].flat().includes('null') ||
  [...(anyOf ?? []), ...(oneOf ?? [])].some(mayBeNull);

/** Compares the schemas of one call. `findings` and `counts` grow with each comparison. */
export class SchemaComparison {
  readonly findings: Finding[] = [];
  readonly counts: Counts = { parameters: 0, sent: 0, read: 0 };
  readonly #document: OpenApiDocument;
  readonly #call: string;

  /** @param call what findings are about, such as `GET /me` */
  constructor(document: OpenApiDocument, call: string) {
    this.#document = document;
    this.#call = call;
  }

  /** Adds a finding. */
  report(place: Place, property: string, rule: Rule, message: string): void {
    this.findings.push({ call: this.#call, place, property, rule, message, operations: [] });
  }

  /**
   * Whether Dastra accepts the bodies that we can send.
   * @param echoed the properties that Dastra gave us before: there is no limit of ours to compare
   */
  body(ours: Shape, echoed: Shape, given: Schema): void {
    this.changes(ours, echoed, given);
    const known = { ...ours.properties, ...echoed.properties };
    this.#required('body', '', { ...ours, properties: known }, this.#document.resolve(given));
  }

  /**
   * Whether Dastra accepts the properties that we can change; none of them is required.
   * @param echoed the properties that Dastra gave us before
   */
  changes(ours: Shape, echoed: Shape, given: Schema): void {
    const theirs = this.#document.resolve(given);
    this.#sentObject('body', '', ours, theirs);
    this.#readObject('body', '', echoed, theirs);
  }

  /** Whether Dastra accepts the values that we can send. */
  sent(place: Place, property: string, ours: Shape, given: Schema): void {
    const theirs = this.#document.resolve(given);
    const report = (rule: Rule, message: string) => this.report(place, property, rule, message);
    if (theirs.readOnly) {
      report('read-only', 'The document makes it read-only; we send it.');
    }
    if (theirs.oneOf || theirs.anyOf) {
      report('type', 'The document offers alternatives, which this check does not compare.');
      return;
    }
    const types = typesOf(theirs);
    // Without a type, the document allows anything.
    if (types.length === 0) return;
    const type = String(ours.type);
    if (!types.includes(type) && !(type === 'integer' && types.includes('number'))) {
      report('type', `The document expects ${types.join(' or ')}; we send ${type}.`);
      return;
    }
    if (type === 'object') {
      this.#sentObject(place, property, ours, theirs);
      this.#required(place, property, ours, theirs);
    }
    if (type === 'string') compareText(ours, theirs, report);
    if (type === 'integer' || type === 'number') compareNumber(ours, theirs, report);
    if (type === 'array') {
      if (theirs.minItems !== undefined || theirs.maxItems !== undefined) {
        report('limit', 'The document limits how many items there may be; we do not.');
      }
      this.sent(place, `${property}[]`, ours.items ?? {}, theirs.items ?? {});
    }
  }

  #sentObject(place: Place, property: string, ours: Shape, theirs: Schema): void {
    for (const [name, shape] of Object.entries(ours.properties ?? {})) {
      this.counts.sent += 1;
      const schema = theirs.properties?.[name];
      const inner = within(property, name);
      if (schema) this.sent(place, inner, shape, schema);
      else this.report(place, inner, 'unknown', 'The document has no such property; we send it.');
    }
  }

  #required(place: Place, property: string, ours: Shape, theirs: Schema): void {
    for (const name of theirs.required ?? []) {
      if (ours.required?.includes(name)) continue;
      const whatWeDo = name in (ours.properties ?? {}) ? 'may leave it out' : 'cannot send it';
      const inner = within(property, name);
      this.report(place, inner, 'required', `The document requires it; we ${whatWeDo}.`);
    }
  }

  /** Whether we can read all that Dastra may answer. */
  read(place: Place, property: string, ours: Shape, given: Schema): void {
    const theirs = this.#document.resolve(given);
    const shapes = alternatives(ours);
    // A record that is sent back holds what was read before: nothing is null there.
    if (place !== 'body' && !takesNull(ours) && (mayBeNull(given) || mayBeNull(theirs))) {
      const message = 'The document allows null; we cannot read that.';
      this.report(place, property, 'null', message);
    }
    // We read any value.
    if (shapes.some(({ type }) => type === undefined)) return;
    const types = typesOf(theirs);
    const fits = (type: string) => {
      if (ours.kind === 'datetime') return type === 'string' && theirs.format === 'date-time';
      if (ours.kind) return type === ours.kind;
      return shapes.some((shape) => shape.type === (type === 'integer' ? 'number' : type));
    };
    if (types.length === 0 || !types.every(fits)) {
      const theirType = [types.join(' or ') || 'no type', theirs.format].filter(Boolean).join(' ');
      const ourTypes = ours.kind ?? shapes.map(({ type }) => type).join(' or ');
      this.report(place, property, 'type', `The document says ${theirType}; we read ${ourTypes}.`);
      return;
    }
    for (const shape of shapes) {
      if (shape.type === 'array' && shape.items) {
        this.read(place, `${property}[]`, shape.items, theirs.items ?? {});
      }
      if (shape.type === 'object') this.#readObject(place, property, shape, theirs);
    }
  }

  #readObject(place: Place, property: string, ours: Shape, theirs: Schema): void {
    for (const [name, shape] of Object.entries(ours.properties ?? {})) {
      this.counts[place === 'body' ? 'sent' : 'read'] += 1;
      const schema = theirs.properties?.[name];
      const inner = within(property, name);
      if (schema) this.read(place, inner, shape, schema);
      else {
        const whatWeDo = place === 'body' ? 'send' : 'read';
        const message = `The document has no such property; we ${whatWeDo} it.`;
        this.report(place, inner, 'unknown', message);
      }
    }
    // Only of a record that is sent back; the body as a whole was compared before.
    if (place !== 'body' || property === '') return;
    for (const name of theirs.required ?? []) {
      if (name in (ours.properties ?? {})) continue;
      const inner = within(property, name);
      this.report(place, inner, 'required', 'The document requires it; we cannot send it.');
    }
  }
}

type Report = (rule: Rule, message: string) => void;

const compareText = (ours: Shape, theirs: Schema, report: Report): void => {
  const members = ours.enum ?? (ours.const === undefined ? undefined : [ours.const]);
  if (theirs.enum) {
    const known = theirs.enum;
    const gone = (members ?? []).filter((name) => !known.includes(name));
    const added = known.filter((name) => !members?.includes(name));
    if (!members) report('choices', 'The document allows certain values only; we send any text.');
    if (gone.length > 0) {
      report('choices', `The document does not list ${quoted(gone)}; we send it.`);
    } else if (ours.isChoice && added.length > 0) {
      report('choices', `The document also lists ${quoted(added)}, which users cannot choose.`);
    }
  } else if (ours.isChoice) {
    report('choices', 'The document lists no values any more; users choose from a list.');
  }
  if (theirs.format && theirs.format !== ours.format) {
    report('format', `The document expects the format ${theirs.format}; we send any text.`);
  }
  if (theirs.pattern && theirs.pattern !== ours.pattern) {
    report('limit', 'The document expects a pattern; we do not check it.');
  }
  // The form drops what is blank, so that one character is there.
  if ((theirs.minLength ?? 0) > 1) {
    report('limit', `The document expects at least ${theirs.minLength} characters; we send fewer.`);
  }
  const unlimited = members || ours.format;
  if (!unlimited && ours.limit !== theirs.maxLength) {
    const [theirLimit, ourLimit] = [theirs.maxLength, ours.limit].map((limit) =>
      limit === undefined ? 'sets no limit' : `allows at most ${limit} characters`,
    );
    report('limit', `The document ${theirLimit}; the form ${ourLimit}.`);
  } else if ((ours.maxLength ?? 0) > (theirs.maxLength ?? Infinity)) {
    report(
      'lenient',
      `The document allows at most ${theirs.maxLength} characters; we send up to ${ours.maxLength}.`,
    );
  }
};

const compareNumber = (ours: Shape, theirs: Schema, report: Report): void => {
  const { minimum = -Infinity, maximum = Infinity } = theirs;
  if ((ours.minimum ?? -Infinity) < minimum) {
    report('limit', `The document expects at least ${minimum}; we send less.`);
  }
  if ((ours.maximum ?? Infinity) > maximum) {
    report('limit', `The document expects at most ${maximum}; we send more.`);
  }
};
