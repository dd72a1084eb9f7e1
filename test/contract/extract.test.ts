/** The extract of Dastra's document: facts only, and the facts of the whole document where it is there. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EXTRACT, extractOf, textOf } from '../../contract/extract.ts';

/** A whole document may be beside the project; it is no part of it. */
const WHOLE = fileURLToPath(
  new URL('../../../shared/reference/dastra-openapi.json', import.meta.url),
);

const parsed = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as object;

describe('The extract of the document', () => {
  it.each(
    [
      { name: 'itself', path: EXTRACT },
      { name: 'the whole document', path: WHOLE },
    ].filter(({ path }) => existsSync(path)),
  )('is what the script makes of $name', ({ path }) => {
    expect(`${textOf(extractOf(parsed(path)))}\n` === readFileSync(EXTRACT, 'utf8')).toBe(true);
  });

  it('keeps facts and drops prose, also where a property is called like prose', () => {
    const limits = {
      type: 'object',
      required: ['title'],
      additionalProperties: false,
      properties: {
        title: { type: 'string', maxLength: 9, nullable: true },
        description: { $ref: '#/components/schemas/Kind' },
        example: { type: 'array', items: { type: 'integer', format: 'int32', minimum: 1 } },
      },
    };
    const facts = {
      openapi: '3.0.1',
      info: { title: 'An API', version: 'v1' },
      servers: [{ url: 'https://api.example.com' }],
      paths: {
        '/things/{id}': {
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
          get: {
            responses: {
              200: { content: { 'application/json': { schema: limits } } },
            },
          },
          put: {
            requestBody: { required: true, content: { 'text/json': { schema: limits } } },
            responses: {},
          },
        },
      },
      components: {
        schemas: { Kind: { type: 'string', enum: ['One', 'Two'], readOnly: true } },
        securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
      },
    };
    const prose = {
      description: 'Words.',
      summary: 'Words.',
      example: 'Words.',
      'x-note': 'Words.',
    };
    const wordy = structuredClone(facts) as typeof facts & Record<string, unknown>;
    const { get } = wordy.paths['/things/{id}'];
    for (const holder of [
      wordy,
      wordy.info,
      wordy.servers[0],
      wordy.paths['/things/{id}'],
      get,
      get.responses[200],
      get.responses[200].content['application/json'],
      get.responses[200].content['application/json'].schema,
      get.responses[200].content['application/json'].schema.properties.title,
      wordy.components,
      wordy.components.schemas.Kind,
      wordy.components.securitySchemes.key,
    ]) {
      Object.assign(holder ?? {}, prose);
    }
    expect(JSON.stringify(wordy)).toContain('Words.');
    expect(extractOf(wordy)).toEqual(facts);
  });
});
