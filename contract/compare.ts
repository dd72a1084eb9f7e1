/** The static part: compares the client's schemas with Dastra's document. */
import * as z from 'zod/mini';
import { PATCH_TYPES } from '../src/dastra/body.ts';
import { API_KEY_HEADER, DEFAULT_URL } from '../src/dastra/client.ts';
import { envelope } from '../src/dastra/webhooks.ts';
import { type OpenApiDocument, type Operation, type Schema, WEBHOOK_SCHEMA } from './document.ts';
import { type Endpoint, nameOf, WEBHOOK } from './endpoints.ts';
import { MULTIPART } from './proxy.ts';
import { SchemaComparison } from './schema-comparison.ts';
import { readShape, sentShape } from './shapes.ts';

const JSON_TYPE = 'application/json';

/** Compares one endpoint: whether it is there, and what can be sent to it and read from it. */
export const compareEndpoint = (
  document: OpenApiDocument,
  endpoint: Endpoint,
): SchemaComparison => {
  const comparison = new SchemaComparison(document, nameOf(endpoint));
  const operation = document.operation(endpoint.method, endpoint.path);
  if (operation) {
    compareQuery(comparison, endpoint, operation);
    compareBody(comparison, endpoint, operation, document);
    compareAnswer(comparison, endpoint, operation);
  } else {
    comparison.report('call', '', 'endpoint', 'The document has no such call; we make it.');
  }
  return comparison;
};

const compareQuery = (
  comparison: SchemaComparison,
  { query = {} }: Endpoint,
  { parameters }: Operation,
): void => {
  const known = parameters.filter((parameter) => parameter.in === 'query');
  for (const [name, schema] of Object.entries(query)) {
    comparison.counts.parameters += 1;
    const parameter = known.find((candidate) => candidate.name === name);
    if (!parameter) {
      const message = 'The document has no such parameter; we send it.';
      comparison.report('query', name, 'unknown', message);
    } else if (parameter.schema) {
      comparison.sent('query', name, sentShape(schema), parameter.schema);
    }
  }
  for (const { name } of known.filter(({ required }) => required)) {
    const message = 'The document requires it; we may leave it out.';
    comparison.report('query', name, 'required', message);
  }
};

const compareBody = (
  comparison: SchemaComparison,
  { body, changes, file, echoed, path }: Endpoint,
  { requestBody }: Operation,
  document: OpenApiDocument,
): void => {
  const type = file ? MULTIPART : changes ? PATCH_TYPES[0] : body && JSON_TYPE;
  if (!type) {
    if (requestBody?.required) {
      comparison.report('body', '', 'content', 'The document requires a body; we send none.');
    }
    return;
  }
  const content = requestBody?.content?.[type];
  if (!content) {
    comparison.report('body', '', 'content', `The document has no body in ${type}; we send it.`);
  } else if (!content.schema) {
    const message = 'The document has no schema for what we send.';
    comparison.report('body', '', 'schema', message);
  } else if (file) {
    compareFile(comparison, file, document.resolve(content.schema));
  } else if (changes) {
    compareChanges(comparison, { changes, echoed, path }, content.schema, document);
  } else {
    comparison.body(sentShape(z.object(body ?? {})), readShape(z.object(echoed)), content.schema);
  }
};

/** A multipart body of one part, which holds a file. */
const compareFile = (
  comparison: SchemaComparison,
  file: string,
  { properties = {}, required = [] }: Schema,
): void => {
  comparison.counts.sent += 1;
  const part = properties[file];
  if (!part) {
    comparison.report('body', file, 'unknown', 'The document has no such part; we send it.');
  } else if (part.format !== 'binary') {
    comparison.report('body', file, 'type', 'The document has no file here; we send one.');
  }
  for (const name of required.filter((one) => one !== file)) {
    comparison.report('body', name, 'required', 'The document requires it; we cannot send it.');
  }
};

/** A JSON Patch: the document has a list of operations, so the record itself says what they can hold. */
const compareChanges = (
  comparison: SchemaComparison,
  { changes, echoed, path }: Pick<Endpoint, 'changes' | 'echoed' | 'path'>,
  patch: Schema,
  document: OpenApiDocument,
): void => {
  if (document.resolve(patch).type !== 'array') {
    const message = 'The document has no list of operations here; we send a JSON Patch.';
    comparison.report('body', '', 'type', message);
  }
  const record = document.operation('GET', path)?.responses['200']?.content?.[JSON_TYPE]?.schema;
  if (record) {
    comparison.changes(sentShape(z.object(changes ?? {})), readShape(z.object(echoed)), record);
  } else {
    const message = 'The document has no schema for the record that we change.';
    comparison.report('body', '', 'schema', message);
  }
};

const compareAnswer = (
  comparison: SchemaComparison,
  { answers }: Endpoint,
  { responses }: Operation,
): void => {
  const schema = responses['200']?.content?.[JSON_TYPE]?.schema;
  if (schema) {
    for (const answer of answers) comparison.read('answer', '', readShape(answer), schema);
  } else if (answers.length > 0) {
    const message = `The document has no schema in ${JSON_TYPE}; we read it.`;
    comparison.report('answer', '', 'schema', message);
  }
};

/** Compares what we read of a webhook. */
export const compareWebhook = (document: OpenApiDocument): SchemaComparison => {
  const comparison = new SchemaComparison(document, WEBHOOK);
  const schema = document.schema(WEBHOOK_SCHEMA);
  if (schema) {
    comparison.read('webhook', '', readShape(envelope), schema);
  } else {
    const message = `The document has no ${WEBHOOK_SCHEMA}; we read it.`;
    comparison.report('webhook', '', 'schema', message);
  }
  return comparison;
};

/** What holds for all calls: where the API is, and how calls are authenticated. */
export const compareTransport = (document: OpenApiDocument): SchemaComparison => {
  const comparison = new SchemaComparison(document, 'All calls');
  if (!document.servers.some((url) => url.replace(/\/+$/, '') === DEFAULT_URL)) {
    const message = `The document does not name the address that we call, ${DEFAULT_URL}.`;
    comparison.report('call', '', 'server', message);
  }
  const hasKey = document.securitySchemes.some(
    ({ type, in: place, name }) =>
      type === 'apiKey' &&
      place === 'header' &&
      String(name).toLowerCase() === API_KEY_HEADER.toLowerCase(),
  );
  if (!hasKey) {
    const message = `The document has no API key in the header ${API_KEY_HEADER}; we send one.`;
    comparison.report('call', '', 'security', message);
  }
  return comparison;
};
