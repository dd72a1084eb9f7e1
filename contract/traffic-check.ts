/**
 * The dynamic part: validates each request and each answer in the traffic against Dastra's document,
 * and checks that the client's endpoints declare all that the app does, and nothing else.
 */
import {
  type OpenApiDocument,
  type Operation,
  pointerTo,
  type Schema,
  WEBHOOK_SCHEMA,
} from './document.ts';
import { ENDPOINTS, type Endpoint, endpointFor, nameOf, pathValues, WEBHOOK } from './endpoints.ts';
import type { Finding, Place, Rule } from './findings.ts';
import { unknownFields } from './named-fields.ts';
import { type Exchange, MULTIPART } from './proxy.ts';
import { Validator } from './validator.ts';

type Report = (place: Place, property: string, rule: Rule, message: string) => void;

/** Checks traffic against one document. */
export class TrafficCheck {
  readonly findings: Finding[] = [];
  /** How many calls were seen, by the name of the endpoint. */
  readonly calls = new Map<string, number>();
  readonly #document: OpenApiDocument;
  readonly #validator: Validator;
  readonly #endpoints: readonly Endpoint[];
  readonly #used = new Set<string>();

  /** @param endpoints what may be called */
  constructor(document: OpenApiDocument, endpoints: readonly Endpoint[] = ENDPOINTS) {
    this.#document = document;
    this.#endpoints = endpoints;
    this.#validator = new Validator(document);
  }

  /** Checks one call and its answer. */
  check(exchange: Exchange): void {
    const { method, path, status } = exchange;
    const endpoint = endpointFor(method, path, this.#endpoints);
    const call = nameOf(endpoint ?? { method, path: withoutIds(path) });
    const report: Report = (place, property, rule, message) => {
      const operations = [exchange.operation];
      this.findings.push({ call, place, property, rule, message, operations });
    };
    if (!endpoint) {
      report('call', '', 'undeclared', 'The app makes this call; no endpoint declares it.');
      return;
    }
    this.calls.set(call, (this.calls.get(call) ?? 0) + 1);
    this.#checkDeclared(exchange, endpoint, report);
    const operation = this.#document.operation(endpoint.method, endpoint.path);
    if (!operation) {
      report('call', '', 'endpoint', 'The document has no such call; we make it.');
      return;
    }
    this.#checkParameters(exchange, operation, report);
    this.#checkBody(exchange, endpoint, operation, report);
    // The document says nothing of errors.
    if (status >= 200 && status < 300) this.#checkAnswer(exchange, operation, report);
  }

  /** Checks the body of a webhook. */
  checkWebhook(body: unknown): void {
    if (!this.#document.schema(WEBHOOK_SCHEMA)) return;
    const pointer = pointerTo('components', 'schemas', WEBHOOK_SCHEMA);
    for (const violation of this.#validator.value(pointer, body, 'the sandbox posts')) {
      this.findings.push({ call: WEBHOOK, place: 'webhook', ...violation, operations: [] });
    }
  }

  /** What endpoints declare and no call used. */
  unused(): Finding[] {
    return this.#endpoints.flatMap((endpoint) => {
      const declared: [Place, string][] = [
        ['call', ''],
        ...namesOf(endpoint, 'query').map((name): [Place, string] => ['query', name]),
        ...namesOf(endpoint, 'body').map((name): [Place, string] => ['body', name]),
      ];
      const call = nameOf(endpoint);
      const message = 'An endpoint declares it; no scenario uses it.';
      return declared
        .filter(([place, property]) => !this.#used.has(keyOf(call, place, property)))
        .map(([place, property]): Finding => {
          return { call, place, property, rule: 'unused', message, operations: [] };
        });
    });
  }

  /** Whether the endpoint declares all that is in a request. */
  #checkDeclared({ query, body }: Exchange, endpoint: Endpoint, report: Report): void {
    const call = nameOf(endpoint);
    const sent = {
      query: [...query.keys()],
      body: Object.keys(endpoint.changes ? replacedBy(body) : objectOf(body)),
    };
    this.#used.add(keyOf(call, 'call', ''));
    for (const place of ['query', 'body'] as const) {
      const declared = namesOf(endpoint, place);
      for (const name of sent[place]) {
        this.#used.add(keyOf(call, place, name));
        if (declared.includes(name)) continue;
        report(place, name, 'undeclared', 'The app sends it; its endpoint does not declare it.');
      }
    }
  }

  #checkParameters({ path, query }: Exchange, operation: Operation, report: Report): void {
    // By the document's own path, which may name the parameters otherwise than ours.
    const given = { path: pathValues(operation.path, path) ?? {}, query: valuesOf(query) };
    for (const place of ['path', 'query'] as const) {
      const violations = this.#validator.parameters(operation, place, given[place]);
      for (const { property, rule, message } of violations) report(place, property, rule, message);
    }
    for (const { parameter, name } of unknownFields(this.#document, operation, query)) {
      const message = `The document's records have no "${name}"; the app names it.`;
      report('query', parameter, 'unknown', message);
    }
  }

  #checkBody(
    { contentType = '', body }: Exchange,
    endpoint: Endpoint,
    operation: Operation,
    report: Report,
  ): void {
    if (body === undefined) return;
    const content = operation.requestBody?.content;
    if (!content?.[contentType]) {
      const type = content ? ` in ${contentType}` : '';
      report('body', '', 'content', `The document has no body${type}; the app sends it.`);
      return;
    }
    const { schema } = content[contentType];
    if (!schema) return;
    if (contentType === MULTIPART) {
      this.#checkParts(body, schema, report);
      return;
    }
    const pointer = pointerTo('requestBody', 'content', contentType, 'schema');
    this.#checkValue(operation.pointer + pointer, body, report);
    if (endpoint.changes) this.#checkReplaced(replacedBy(body), endpoint, report);
  }

  #checkValue(pointer: string, value: unknown, report: Report): void {
    const violations = this.#validator.value(pointer, value, 'the app sends');
    for (const { property, rule, message } of violations) report('body', property, rule, message);
  }

  /** The names of the parts; there is no schema for what a file holds. */
  #checkParts(body: unknown, schema: Schema, report: Report): void {
    if (typeof body === 'string') {
      report('body', '', 'content', `The app sends a body in ${MULTIPART} without parts.`);
    }
    const known = Object.keys(this.#document.resolve(schema).properties ?? {});
    for (const name of Object.keys(objectOf(body)).filter((one) => !known.includes(one))) {
      report('body', name, 'unknown', 'The document has no such part; the app sends it.');
    }
  }

  /** The values of a JSON Patch, by what the document says of the record that they change. */
  #checkReplaced(values: object, { path }: Endpoint, report: Report): void {
    const record = this.#document.operation('GET', path);
    if (!record?.responses['200']?.content?.['application/json']?.schema) return;
    const pointer = pointerTo('responses', '200', 'content', 'application/json', 'schema');
    const isOfRecord = (property: string) => !/[.[]/.test(property);
    this.#checkValue(record.pointer + pointer, values, (place, property, rule, message) => {
      // What a patch does not name stays as it is.
      if (rule === 'required' && isOfRecord(property)) return;
      report(place, property, rule, message);
    });
  }

  #checkAnswer(exchange: Exchange, operation: Operation, report: Report): void {
    const { status, answerType = '', answer } = exchange;
    const response = operation.responses[String(status)];
    // Without content, the document leaves open what the answer holds.
    if (response && !response.content) return;
    const content = response?.content?.[answerType];
    if (!content) {
      const given = response ? `answer in ${answerType || 'no media type'}` : `answer ${status}`;
      report('answer', '', 'content', `The document has no ${given}; the sandbox gives it.`);
      return;
    }
    if (!content.schema) return;
    const pointer = pointerTo('responses', status, 'content', answerType, 'schema');
    const actor = 'the sandbox answers';
    const violations = this.#validator.value(operation.pointer + pointer, answer, actor);
    for (const { property, rule, message } of violations) report('answer', property, rule, message);
  }
}

const keyOf = (call: string, place: Place, property: string) => [call, place, property].join('\n');

/** All that may be in the query or the body. */
const namesOf = (
  { query, body, changes, echoed, file }: Endpoint,
  place: 'query' | 'body',
): string[] => {
  if (place === 'query') return Object.keys(query);
  return [...Object.keys({ ...body, ...changes, ...echoed }), ...(file ? [file] : [])];
};

const objectOf = (value: unknown): object =>
  typeof value === 'object' && value !== null ? value : {};

/** The values that a JSON Patch sets, by property. */
const replacedBy = (patch: unknown): Record<string, unknown> => {
  const operations = Array.isArray(patch) ? (patch as { path?: unknown; value?: unknown }[]) : [];
  return Object.fromEntries(
    operations.map(({ path, value }) => [String(path).replace(/^\//, ''), value]),
  );
};

/** A query by name; what is repeated as a list. */
const valuesOf = (query: URLSearchParams) =>
  Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const values = query.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );

/** No ID of a record in a report. */
const withoutIds = (path: string) =>
  path.replace(/\/[^/]*\d[^/]*(?=\/|$)/g, (part) => (part === '/v1' ? part : '/{…}'));
