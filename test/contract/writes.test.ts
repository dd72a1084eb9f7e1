/**
 * JSON Patches and uploads in the contract: what their endpoints declare, and what the client sends,
 * against Dastra's document as it is and as it is changed, one thing at a time.
 */
import * as z from 'zod/mini';
import { compareEndpoint } from '../../contract/compare.ts';
import { endpointsOf } from '../../contract/endpoints.ts';
import { type Finding, merge } from '../../contract/findings.ts';
import { type Exchange, type RecordingProxy, startProxy } from '../../contract/proxy.ts';
import { sentence } from '../../contract/report.ts';
import { TrafficCheck } from '../../contract/traffic-check.ts';
import type { Dastra } from '../../src/dastra/client.ts';
import { defineEndpoint } from '../../src/dastra/endpoint.ts';
import * as sent from '../../src/dastra/sent.ts';
import { PURPOSES } from '../../src/resources/rights-requests/schema.ts';
import { wholeTags } from '../../src/resources/workspace/tags.ts';
import { withClient } from '../support/client.ts';
import { useSandbox } from '../support/sandbox.ts';
import { changed, documentOf, operation, property, type Raw, rename, schema } from './official.ts';

const REQUEST = '/v1/ws/{workspaceId}/DataSubjectRequests/{id}';
const FILES = '/v1/ws/{workspaceId}/DataSubjectAttachments/{dataSubjectRequestId}';
const PATCH = `PATCH ${REQUEST}`;
const POST = `POST ${FILES}`;

const doing = 'try';
const patchRequest = defineEndpoint({
  method: 'PATCH',
  path: REQUEST,
  effect: 'change',
  doing,
  changes: {
    title: sent.text(),
    purposes: sent.listOf(sent.oneOf(PURPOSES)),
    city: sent.text(255),
    complex: sent.flag,
    tags: wholeTags,
  },
});
const postFile = defineEndpoint({
  method: 'POST',
  path: FILES,
  effect: 'create',
  doing,
  file: 'File',
  answer: z.object({ id: z.guid() }),
});
const declared = { patchRequest, postFile };

const ids = { workspaceId: '101', id: '3004', dataSubjectRequestId: '3004' };
const CONTENT = 'The card of Wilhelmina Fictitious';

const upload = (dastra: Dastra, endpoint = postFile) =>
  dastra.call(endpoint, ids, {
    file: {
      name: 'card.pdf',
      type: 'application/pdf',
      size: CONTENT.length,
      open: async () =>
        (async function* () {
          yield Buffer.from(CONTENT);
        })(),
    },
  });

describe('The contract of changes and uploads', () => {
  const sandbox = useSandbox();
  let proxy: RecordingProxy;
  beforeEach(async () => {
    proxy = await startProxy(sandbox.url);
    process.env.DASTRA_API_URL = proxy.url;
  });
  afterEach(() => proxy.close());

  /** What passes when `act` runs. */
  const trafficOf = async (act: (dastra: Dastra) => Promise<unknown>): Promise<Exchange[]> => {
    await withClient(act, 'sandbox-key');
    return proxy.exchanges;
  };
  const plain = () =>
    trafficOf(async (dastra) => {
      const tags = [{ id: 302, label: 'A tag', type: 'DataSubject', color: '#123456' }];
      const changes = { title: 'A title', purposes: ['Access' as const], complex: true, tags };
      await dastra.call(patchRequest, ids, { changes: { ...changes, city: null } });
      await upload(dastra);
    });

  const check = (exchanges: Exchange[], change: (raw: Raw) => void, table: object = declared) => {
    const endpoints = endpointsOf([table]);
    const document = documentOf(changed(change));
    const traffic = new TrafficCheck(document, endpoints);
    for (const exchange of exchanges) traffic.check(exchange);
    const compared = endpoints.flatMap((one) => compareEndpoint(document, one).findings);
    return merge([...compared, ...traffic.findings, ...traffic.unused()]);
  };
  const isOfRequest = ({ place, rule }: Finding) => place !== 'answer' && rule !== 'zone';
  const found = (findings: Finding[]) =>
    findings.filter(isOfRequest).map((one) => sentence({ ...one, operations: [] }));

  it('holds for the document as it is', async () => {
    expect(found(check(await plain(), () => {}))).toEqual([]);
  });

  it.each<[what: string, change: (raw: Raw) => void, reported: string]>([
    [
      'a property has another name',
      (raw) => rename(schema(raw, 'DataSubjectRequestDto').properties, 'title', 'label'),
      `${PATCH}, body $.title: The document has no such property; we send it.`,
    ],
    [
      'a property is read-only',
      (raw) => Object.assign(property(raw, 'DataSubjectRequestDto', 'title'), { readOnly: true }),
      `${PATCH}, body $.title: The document makes it read-only; we send it.`,
    ],
    [
      'a property is of another type',
      (raw) => Object.assign(property(raw, 'DataSubjectRequestDto', 'complex'), { type: 'string' }),
      `${PATCH}, body $.complex: The document expects string; we send boolean.`,
    ],
    [
      'a limit is lower',
      (raw) => Object.assign(property(raw, 'DataSubjectRequestDto', 'city'), { maxLength: 100 }),
      `${PATCH}, body $.city: The document allows at most 100 characters; the form allows at most 255 characters.`,
    ],
    [
      'a choice is gone',
      (raw) => {
        const type = schema(raw, 'DataSubjectPurposeType');
        type.enum = (type.enum ?? []).filter((name) => name !== 'Erasure');
      },
      `${PATCH}, body $.purposes[]: The document does not list "Erasure"; we send it.`,
    ],
    [
      'a property that we clear cannot be null',
      (raw) => Object.assign(property(raw, 'DataSubjectRequestDto', 'city'), { nullable: false }),
      `${PATCH}, body $.city: The document says it must be string; the app sends something else.`,
    ],
    [
      'a property of a tag that we send back has another name',
      (raw) => rename(schema(raw, 'TagDto').properties, 'color', 'colour'),
      `${PATCH}, body $.tags[].color: The document has no such property; we send it.`,
    ],
    [
      'a JSON Patch is no longer accepted',
      (raw) => {
        delete operation(raw, PATCH).requestBody?.content['application/json-patch+json'];
      },
      `${PATCH}, body $: The document has no body in application/json-patch+json; we send it.`,
    ],
    [
      'the body is a record',
      (raw) => {
        const body = operation(raw, PATCH).requestBody?.content['application/json-patch+json'];
        Object.assign(body ?? {}, {
          schema: { $ref: '#/components/schemas/DataSubjectRequestDto' },
        });
      },
      `${PATCH}, body $: The document has no list of operations here; we send a JSON Patch.`,
    ],
    [
      'the record cannot be read',
      (raw) => {
        delete raw.paths[REQUEST]?.get;
      },
      `${PATCH}, body $: The document has no schema for the record that we change.`,
    ],
    [
      'the part has another name',
      (raw) => {
        const body = operation(raw, POST).requestBody?.content['multipart/form-data'];
        rename(body?.schema?.properties, 'File', 'Attachment');
      },
      `${POST}, body $.File: The document has no such part; we send it.`,
    ],
    [
      'the part is a text',
      (raw) => {
        const { properties } =
          operation(raw, POST).requestBody?.content['multipart/form-data']?.schema ?? {};
        delete properties?.File?.format;
      },
      `${POST}, body $.File: The document has no file here; we send one.`,
    ],
    [
      'another part is required',
      (raw) => {
        const { schema: parts } =
          operation(raw, POST).requestBody?.content['multipart/form-data'] ?? {};
        Object.assign(parts?.properties ?? {}, { Label: { type: 'string' } });
        Object.assign(parts ?? {}, { required: ['File', 'Label'] });
      },
      `${POST}, body $.Label: The document requires it; we cannot send it.`,
    ],
    [
      'a file is no longer accepted',
      (raw) =>
        rename(operation(raw, POST).requestBody?.content, 'multipart/form-data', 'text/json'),
      `${POST}, body $: The document has no body in multipart/form-data; we send it.`,
    ],
  ])('reports when %s', async (_what, change, reported) => {
    expect(found(check(await plain(), change))).toContain(reported);
  });

  it('does not mind what the record requires, since a patch does not name it', async () => {
    const requireMore = (raw: Raw) => {
      schema(raw, 'DataSubjectRequestDto').required = ['title', 'email', 'refId'];
    };
    expect(found(check(await plain(), requireMore))).toEqual([]);
  });

  it('reports a property and a part that are sent but not declared', async () => {
    const exchanges = await plain();
    const { title, ...changes } = patchRequest.changes ?? {};
    const table = { patch: { ...patchRequest, changes }, post: { ...postFile, file: 'Other' } };
    const findings = check(exchanges, () => {}, table);
    expect(
      findings.filter(({ rule }) => rule === 'undeclared').map(({ property }) => property),
    ).toEqual(['title', 'File']);
  });

  it('reports a property and a part that are declared but never sent', async () => {
    const exchanges = await trafficOf((dastra) =>
      dastra.call(patchRequest, ids, { changes: { title: 'A title' } }),
    );
    const unused = check(exchanges, () => {}).filter(({ rule }) => rule === 'unused');
    expect(unused.map(({ call, property }) => `${call} ${property}`)).toEqual([
      `${POST} `,
      `${POST} File`,
      `${PATCH} purposes`,
      `${PATCH} city`,
      `${PATCH} complex`,
      `${PATCH} tags`,
    ]);
  });

  it('compares all that two endpoints of one call change', () => {
    const close = { ...patchRequest, changes: { closedOn: sent.dateTime } };
    const [, endpoint] = endpointsOf([{ ...declared, close }]);
    expect(Object.keys(endpoint?.changes ?? {})).toEqual([
      'title',
      'purposes',
      'city',
      'complex',
      'closedOn',
    ]);
  });

  it('accepts a patch that is sent once more as application/json', async () => {
    await sandbox.control('switches', { patchMediaTypes: 'json' });
    const exchanges = await plain();
    expect(exchanges.map(({ contentType, status }) => [contentType, status])).toEqual([
      ['application/json-patch+json', 415],
      ['application/json', 200],
      ['multipart/form-data', 200],
    ]);
    expect(found(check(exchanges, () => {}))).toEqual([]);
  });

  it('passes every byte on, and records of a file its name and size alone', async () => {
    const bytes = Buffer.from(Array.from({ length: 1024 }, (_, index) => index % 256));
    const open = async () =>
      (async function* () {
        yield bytes;
      })();
    const file = { name: 'bytes.bin', type: 'application/octet-stream', size: bytes.length, open };
    const send = (dastra: Dastra) => dastra.call(postFile, ids, { file });
    const { id } = await withClient(send, 'sandbox-key');
    const [exchange] = proxy.exchanges;
    expect(exchange?.body).toEqual({ File: { fileName: 'bytes.bin', size: 1024 } });
    const url = `${proxy.url}/v1/ws/101/DataSubjectAttachments/3004/download/${id}`;
    const answer = await fetch(url, { headers: { 'X-API-Key': 'sandbox-key' } });
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('keeps nothing of a file in what it reports', async () => {
    const exchanges = await trafficOf((dastra) => upload(dastra));
    const findings = check(exchanges, () => {}, { post: { ...postFile, file: 'Other' } });
    expect(findings.length).toBeGreaterThan(0);
    expect(JSON.stringify([exchanges, findings])).not.toContain('Wilhelmina');
  });
});
