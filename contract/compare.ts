/** The static part: what the client's schemas say, laid beside what Dastra's document says. */
import * as z from 'zod/mini';
import { API_KEY_HEADER, DEFAULT_URL } from '../src/dastra/client.ts';
import type { OpenApiDocument, Operation, Schema } from './document.ts';
import { type Endpoint, nameOf } from './endpoints.ts';
import { type Finding, type Place, type Rule, within } from './findings.ts';
import { alternatives, readShape, type Shape, sentShape } from './shapes.ts';

/** How much was compared. */
export interface Counts {
  parameters: number;
  sent: number;
  read: number;
}

const JSON_TYPE = 'application/json';

const quoted = (names: readonly unknown[]) => names.map((name) => `"${name}"`).join(', ');

const typesOf = (schema: Schema): string[] =>
  [schema.type ?? []].flat().filter((type) => type !== 'null');

/** Compares one endpoint. `counts` grows by what it compares. */
export class Comparison {
  readonly findings: Finding[] = [];
  readonly counts: Counts = { parameters: 0, sent: 0, read: 0 };
  readonly #document: OpenApiDocument;
  readonly #call: string;

  constructor(document: OpenApiDocument, endpoint: Endpoint) {
    this.#document = document;
    this.#call = nameOf(endpoint);
    const operation = document.operation(endpoint.method, endpoint.path);
    if (!operation) {
      this.#report('call', '', 'endpoint', 'The document has no such call; we make it.');
      return;
    }
    this.#compareQuery(endpoint, operation);
    this.#compareBody(endpoint, operation);
    this.#compareAnswer(endpoint, operation);
  }

  #report(place: Place, property: string, rule: Rule, message: string): void {
    this.findings.push({ call: this.#call, place, property, rule, message, operations: [] });
  }

  #compareQuery({ query = {} }: Endpoint, { parameters }: Operation): void {
    const known = parameters.filter((parameter) => parameter.in === 'query');
    for (const [name, schema] of Object.entries(query)) {
      this.counts.parameters += 1;
      const parameter = known.find((candidate) => candidate.name === name);
      if (!parameter) {
        this.#report('query', name, 'unknown', 'The document has no such parameter; we send it.');
      } else if (parameter.schema) {
        this.#compareSent('query', name, sentShape(schema), parameter.schema);
      }
    }
    for (const { name, required } of known) {
      if (required) {
        this.#report('query', name, 'required', 'The document requires it; we may leave it out.');
      }
    }
  }

  #compareBody({ body, echoed = {} }: Endpoint, { requestBody }: Operation): void {
    if (!body) {
      if (requestBody?.required) {
        this.#report('body', '', 'content', 'The document requires a body; we send none.');
      }
      return;
    }
    const content = requestBody?.content?.[JSON_TYPE];
    if (!content) {
      this.#report('body', '', 'content', `The document takes no ${JSON_TYPE}; we send it.`);
      return;
    }
    if (!content.schema) {
      this.#report('body', '', 'schema', 'The document has no schema for what we send.');
      return;
    }
    const theirs = this.#document.resolve(content.schema);
    const ours = sentShape(z.object(body));
    const echoes = Object.keys(echoed);
    this.#compareSentObject('body', '', ours, theirs, echoes);
    this.#compareProperties('body', '', readShape(z.object(echoed)), theirs);
  }

  #compareAnswer({ answer }: Endpoint, { responses }: Operation): void {
    if (!answer) return;
    const schema = responses['200']?.content?.[JSON_TYPE]?.schema;
    if (!schema) {
      this.#report(
        'answer',
        '',
        'schema',
        `The document has no schema in ${JSON_TYPE}; we read it.`,
      );
      return;
    }
    this.#compareRead('answer', '', readShape(answer), schema);
  }

  /** Whether Dastra takes all that we can send. */
  #compareSent(place: Place, property: string, ours: Shape, given: Schema): void {
    const theirs = this.#document.resolve(given);
    const report = (rule: Rule, message: string) => this.#report(place, property, rule, message);
    if (theirs.readOnly)
      report('read-only', 'The document says that only Dastra sets it; we send it.');
    if (theirs.oneOf || theirs.anyOf) {
      report('type', 'The document offers alternatives, which this check does not compare.');
      return;
    }
    const types = typesOf(theirs);
    // Without a type, the document takes anything.
    if (types.length === 0) return;
    const type = String(ours.type);
    if (!types.includes(type) && !(type === 'integer' && types.includes('number'))) {
      report('type', `The document wants ${types.join(' or ')}; we send ${type}.`);
      return;
    }
    if (type === 'object') this.#compareSentObject(place, property, ours, theirs);
    if (type === 'array') {
      if (theirs.minItems !== undefined || theirs.maxItems !== undefined) {
        report('limit', 'The document limits how many items there may be; we do not.');
      }
      this.#compareSent(place, `${property}[]`, ours.items ?? {}, theirs.items ?? {});
    }
    if (type === 'string') this.#compareText(ours, theirs, report);
    if (type === 'integer' || type === 'number') {
      const tooLow = theirs.minimum !== undefined && (ours.minimum ?? -Infinity) < theirs.minimum;
      const tooHigh = theirs.maximum !== undefined && (ours.maximum ?? Infinity) > theirs.maximum;
      if (tooLow) report('limit', `The document wants at least ${theirs.minimum}; we send less.`);
      if (tooHigh) report('limit', `The document wants at most ${theirs.maximum}; we send more.`);
    }
  }

  #compareText(ours: Shape, theirs: Schema, report: (rule: Rule, message: string) => void): void {
    const members = ours.enum ?? (ours.const === undefined ? undefined : [ours.const]);
    if (theirs.enum) {
      const known = theirs.enum;
      const gone = (members ?? []).filter((name) => !known.includes(name));
      const added = known.filter((name) => !members?.includes(name));
      if (!members) report('choices', 'The document knows certain values only; we send any text.');
      if (gone.length > 0) {
        report('choices', `The document does not know ${quoted(gone)}; we send it.`);
      } else if (ours.isChoice && added.length > 0) {
        report('choices', `The document also knows ${quoted(added)}, which users cannot choose.`);
      }
    } else if (ours.isChoice) {
      report('choices', 'The document takes any text; users choose from names that it had once.');
    }
    if (theirs.format && theirs.format !== ours.format) {
      report('format', `The document wants the format ${theirs.format}; we send any text.`);
    }
    if (theirs.pattern && theirs.pattern !== ours.pattern) {
      report('limit', `The document wants texts of a pattern; we do not look at it.`);
    }
    // The form drops what is blank, so that one character is there.
    if ((theirs.minLength ?? 0) > 1) {
      report('limit', `The document wants at least ${theirs.minLength} characters; we send fewer.`);
    }
    const unlimited = members || ours.format;
    if (!unlimited && ours.limit !== theirs.maxLength) {
      const theirLimit =
        theirs.maxLength === undefined ? 'no limit' : `at most ${theirs.maxLength}`;
      const ourLimit = ours.limit === undefined ? 'none' : `at most ${ours.limit}`;
      report('limit', `The document says ${theirLimit} characters; users are told ${ourLimit}.`);
    } else if ((ours.maxLength ?? 0) > (theirs.maxLength ?? Infinity)) {
      report(
        'lenient',
        `The document says at most ${theirs.maxLength} characters; we let ${ours.maxLength} through.`,
      );
    }
  }

  /** @param elsewhere properties that are sent too, and compared in another way */
  #compareSentObject(
    place: Place,
    property: string,
    ours: Shape,
    theirs: Schema,
    elsewhere: readonly string[] = [],
  ): void {
    const properties = ours.properties ?? {};
    for (const [name, shape] of Object.entries(properties)) {
      this.counts.sent += 1;
      const schema = theirs.properties?.[name];
      const inner = within(property, name);
      if (schema) this.#compareSent(place, inner, shape, schema);
      else this.#report(place, inner, 'unknown', 'The document has no such property; we send it.');
    }
    for (const name of theirs.required ?? []) {
      if (ours.required?.includes(name)) continue;
      const canSend = name in properties || elsewhere.includes(name);
      const whatWeDo = canSend ? 'may leave it out' : 'cannot send it';
      const inner = within(property, name);
      this.#report(place, inner, 'required', `The document requires it; we ${whatWeDo}.`);
    }
  }

  /** Whether we can read all that Dastra may answer. */
  #compareRead(place: Place, property: string, ours: Shape, given: Schema): void {
    const theirs = this.#document.resolve(given);
    const shapes = alternatives(ours);
    // We take anything, and look no closer.
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
      this.#report(place, property, 'type', `The document says ${theirType}; we read ${ourTypes}.`);
      return;
    }
    for (const shape of shapes) {
      if (shape.type === 'array' && shape.items) {
        this.#compareRead(place, `${property}[]`, shape.items, theirs.items ?? {});
      }
      if (shape.type === 'object') this.#compareProperties(place, property, shape, theirs);
    }
  }

  #compareProperties(place: Place, property: string, ours: Shape, theirs: Schema): void {
    for (const [name, shape] of Object.entries(ours.properties ?? {})) {
      this.counts[place === 'body' ? 'sent' : 'read'] += 1;
      const schema = theirs.properties?.[name];
      const inner = within(property, name);
      if (schema) this.#compareRead(place, inner, shape, schema);
      else {
        const whatWeDo = place === 'body' ? 'send' : 'read';
        const message = `The document has no such property; we ${whatWeDo} it.`;
        this.#report(place, inner, 'unknown', message);
      }
    }
    if (place !== 'body') return;
    for (const name of theirs.required ?? []) {
      if (property === '' || name in (ours.properties ?? {})) continue;
      const inner = within(property, name);
      this.#report(place, inner, 'required', 'The document requires it; we cannot send it.');
    }
  }
}

/** What holds for all calls: where the API is, and how calls are authenticated. */
export const compareTransport = (document: OpenApiDocument): Finding[] => {
  const findings: Finding[] = [];
  const report = (rule: Rule, message: string) =>
    findings.push({
      call: 'All calls',
      place: 'call',
      property: '',
      rule,
      message,
      operations: [],
    });
  if (!document.servers.some((url) => url.replace(/\/+$/, '') === DEFAULT_URL)) {
    report('server', `The document does not name the address that we call, ${DEFAULT_URL}.`);
  }
  const hasKey = document.securitySchemes.some(
    ({ type, in: place, name }) =>
      type === 'apiKey' &&
      place === 'header' &&
      String(name).toLowerCase() === API_KEY_HEADER.toLowerCase(),
  );
  if (!hasKey) {
    report(
      'security',
      `The document knows no API key in the header ${API_KEY_HEADER}; we send one.`,
    );
  }
  return findings;
};
