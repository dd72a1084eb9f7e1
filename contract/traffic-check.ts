/**
 * The dynamic part: each request and each answer that was seen is validated against Dastra's document.
 * It also proves that `endpoints.ts` tells all that the app does, and nothing else.
 */
import { type OpenApiDocument, type Operation, pointerTo, WEBHOOK_SCHEMA } from './document.ts';
import { ENDPOINTS, type Endpoint, endpointFor, nameOf, pathValues, WEBHOOK } from './endpoints.ts';
import type { Finding, Place, Rule } from './findings.ts';
import { unknownFields } from './named-fields.ts';
import type { Exchange } from './proxy.ts';
import { Validator } from './validator.ts';

type Report = (place: Place, property: string, rule: Rule, message: string) => void;

/** Checks traffic against one document. */
export class TrafficCheck {
  readonly findings: Finding[] = [];
  /** How many calls were seen, by the name of the endpoint. */
  readonly calls = new Map<string, number>();
  readonly #document: OpenApiDocument;
  readonly #validator: Validator;
  readonly #used = new Set<string>();

  constructor(document: OpenApiDocument) {
    this.#document = document;
    this.#validator = new Validator(document);
  }

  /** Checks one call and its answer. */
  check(exchange: Exchange): void {
    const { method, path, status } = exchange;
    const endpoint = endpointFor(method, path);
    const call = nameOf(endpoint ?? { method, path: withoutIds(path) });
    const report: Report = (place, property, rule, message) => {
      const operations = [exchange.operation];
      this.findings.push({ call, place, property, rule, message, operations });
    };
    if (!endpoint) {
      report('call', '', 'untold', `The app makes this call; ${TABLE} does not tell of it.`);
      return;
    }
    this.calls.set(call, (this.calls.get(call) ?? 0) + 1);
    this.#checkTable(exchange, endpoint, report);
    const operation = this.#document.operation(endpoint.method, endpoint.path);
    if (!operation) {
      report('call', '', 'endpoint', 'The document has no such call; we make it.');
      return;
    }
    this.#checkParameters(exchange, operation, report);
    this.#checkBody(exchange, operation, report);
    // The document tells nothing of errors.
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

  /** What `endpoints.ts` tells and no call did. */
  unused(): Finding[] {
    return ENDPOINTS.flatMap((endpoint) => {
      const told: [Place, string][] = [
        ['call', ''],
        ...namesOf(endpoint, 'query').map((name): [Place, string] => ['query', name]),
        ...namesOf(endpoint, 'body').map((name): [Place, string] => ['body', name]),
      ];
      const call = nameOf(endpoint);
      const message = `${TABLE} tells of it; no operation of the suite uses it.`;
      return told
        .filter(([place, property]) => !this.#used.has(keyOf(call, place, property)))
        .map(([place, property]): Finding => {
          return { call, place, property, rule: 'unused', message, operations: [] };
        });
    });
  }

  /** Whether `endpoints.ts` tells all that is in a request. */
  #checkTable({ query, body }: Exchange, endpoint: Endpoint, report: Report): void {
    const call = nameOf(endpoint);
    const sent = {
      query: [...query.keys()],
      body: propertiesIn(body),
    };
    this.#used.add(keyOf(call, 'call', ''));
    for (const place of ['query', 'body'] as const) {
      const told = namesOf(endpoint, place);
      for (const name of sent[place]) {
        this.#used.add(keyOf(call, place, name));
        if (told.includes(name)) continue;
        report(place, name, 'untold', `The app sends it; ${TABLE} does not tell of it.`);
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

  #checkBody({ contentType = '', body }: Exchange, operation: Operation, report: Report): void {
    if (body === undefined) return;
    const content = operation.requestBody?.content;
    if (!content?.[contentType]) {
      const taken = content ? contentType : 'body';
      report('body', '', 'content', `The document takes no ${taken}; the app sends it.`);
      return;
    }
    if (!content[contentType].schema) return;
    const pointer = pointerTo('requestBody', 'content', contentType, 'schema');
    const violations = this.#validator.value(operation.pointer + pointer, body, 'the app sends');
    for (const { property, rule, message } of violations) report('body', property, rule, message);
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

const TABLE = 'contract/endpoints.ts';

const keyOf = (call: string, place: Place, property: string) => [call, place, property].join('\n');

/** All that may be in the query or the body, as `endpoints.ts` tells it. */
const namesOf = (endpoint: Endpoint, place: 'query' | 'body'): string[] =>
  place === 'query'
    ? Object.keys(endpoint.query ?? {})
    : Object.keys({ ...endpoint.body, ...endpoint.changes, ...endpoint.echoed });

/** The properties that a body sets; those of a JSON Patch stand in its paths. */
const propertiesIn = (body: unknown): string[] => {
  if (!Array.isArray(body)) return Object.keys(body instanceof Object ? body : {});
  return body.map(({ path }: { path: string }) => path.split('/')[1] ?? '');
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
