/**
 * Mutations: Dastra's document is changed, one thing at a time, and each change that this app relies on
 * is reported in a sentence. The traffic is recorded once.
 */
import * as z from 'zod/mini';
import { checkContract } from '../../contract/contract.ts';
import { loadDocument, type OpenApiDocument } from '../../contract/document.ts';
import { ENDPOINTS, endpointFor, nameOf } from '../../contract/endpoints.ts';
import type { Finding } from '../../contract/findings.ts';
import { runScenarios, type Traffic } from '../../contract/harness.ts';
import { sentence, toText } from '../../contract/report.ts';
import { SUITE } from '../../contract/suite.ts';
import { PRIORITIES } from '../../src/resources/tasks/schema.ts';
import {
  changed,
  documentOf,
  drifted,
  operation,
  property,
  type Raw,
  rename,
  schema,
  served,
} from './official.ts';

const TASKS = '/v1/ws/{workspaceId}/Tasks';
const ACTORS = '/v1/ws/{workspaceId}/Actors';
const REQUESTS = '/v1/ws/{workspaceId}/DataSubjectRequests';
const PROJECTS = '/v1/ws/{workspaceId}/Projects';
const BATCH = '/v1/ws/{workspaceId}/DataProcessings/recipients/batch';

const without = (names: unknown[] | undefined, name: string) =>
  (names ?? []).filter((one) => one !== name);

const removeMember = (name: string, member: string) => (raw: Raw) => {
  const type = schema(raw, name);
  type.enum = without(type.enum, member);
};
const addMember = (name: string, member: string) => (raw: Raw) => {
  schema(raw, name).enum?.push(member);
};
const set = (name: string, key: string, change: object) => (raw: Raw) => {
  Object.assign(property(raw, name, key), change);
};
const renameProperty = (name: string, from: string, to: string) => (raw: Raw) =>
  rename(schema(raw, name).properties, from, to);
const requireProperty = (name: string, key: string) => (raw: Raw) => {
  const type = schema(raw, name);
  type.required = [...(type.required ?? []), key];
};
const parameter = (raw: Raw, call: string, name: string) => {
  const found = operation(raw, call).parameters?.find((one) => one.name === name);
  if (!found) throw new Error(`${call} has no ${name}.`);
  return found;
};
describe('The contract', () => {
  let traffic: Traffic;

  beforeAll(async () => {
    traffic = await runScenarios(SUITE);
  }, 60_000);

  /** The drift, each in a sentence, without the operations that showed it. */
  const driftAfter = (change: (raw: Raw) => void, seen = traffic) =>
    checkContract(documentOf(changed(change)), seen).drift.map((finding) =>
      sentence({ ...finding, operations: [] }),
    );

  /** The traffic of the call that a sentence is about. The other calls would only take their time. */
  const trafficOf = (reported: string): Traffic => ({
    ...traffic,
    exchanges: traffic.exchanges.filter(({ method, path }) => {
      const endpoint = endpointFor(method, path);
      return endpoint && reported.split(/[,:] /)[0] === nameOf(endpoint);
    }),
  });

  it('holds for the document as it is', () => {
    expect(driftAfter(() => {})).toEqual([]);
  });

  it.each<[what: string, change: (raw: Raw) => void, reported: string]>([
    [
      'a name that users choose is gone',
      removeMember('Priority', 'Medium'),
      `POST ${TASKS}, body $.priority: The document does not list "Medium"; we send it.`,
    ],
    [
      'a name is new that users cannot choose',
      addMember('RecipientType', 'Auditor'),
      `POST ${BATCH}, body $.recipientType: The document also lists "Auditor", which users cannot choose.`,
    ],
    [
      'a name that users filter by is new',
      addMember('DataSubjectPurposeType', 'Deletion'),
      `GET ${REQUESTS}, query purposes[]: The document also lists "Deletion", which users cannot choose.`,
    ],
    [
      'an enumeration is gone',
      (raw) => {
        delete schema(raw, 'JobTitle').enum;
      },
      `POST ${BATCH}, body $.jobTitle: The document lists no values any more; users choose from a list.`,
    ],
    [
      'an event is gone',
      removeMember('NotificationChannel', 'DataSubjectWidgetCreation'),
      'POST /v1/WebHookUrls, body $.subscribedEvents[]: The document does not list "DataSubjectWidgetCreation"; we send it.',
    ],
    [
      'the channel of this app is gone',
      removeMember('DataSubjectRequestSource', 'Zapier'),
      `POST ${REQUESTS}, body $.channel: The document does not list "Zapier"; we send it.`,
    ],
    [
      'the sandbox knows a name that is gone',
      removeMember('TaskState', 'Closed'),
      `GET ${TASKS}, answer $.items[].state: The document allows certain values only; the sandbox answers another.`,
    ],
    [
      'a property that we send has another name',
      renameProperty('TaskCreateUpdateDto', 'deadline', 'dueDate'),
      `POST ${TASKS}, body $.deadline: The document has no such property; we send it.`,
    ],
    [
      'a property of a tag that we send back has another name',
      renameProperty('TagDto', 'color', 'colour'),
      `POST ${ACTORS}, body $.tags[].color: The document has no such property; we send it.`,
    ],
    [
      'a property that we read has another name',
      renameProperty('TaskDto', 'assignedToUser', 'assignee'),
      `GET ${TASKS}/{id}, answer $.assignedToUser: The document has no such property; we read it.`,
    ],
    [
      'a nested property that we read has another name',
      renameProperty('UserLightDto', 'email', 'mail'),
      `GET ${REQUESTS}, answer $.items[].operator.email: The document has no such property; we read it.`,
    ],
    [
      'a field that a filter names is gone',
      renameProperty('ActorDto', 'email', 'mail'),
      `GET ${ACTORS}, query filters: The document's records have no "Email"; the app names it.`,
    ],
    [
      'a limit is lower',
      set('TaskCreateUpdateDto', 'label', { maxLength: 100 }),
      `POST ${TASKS}, body $.label: The document allows at most 100 characters; the form allows at most 120 characters.`,
    ],
    [
      'a limit is higher',
      set('ActorDto', 'phoneNumber', { maxLength: 40 }),
      `POST ${ACTORS}, body $.phoneNumber: The document allows at most 40 characters; the form allows at most 20 characters.`,
    ],
    [
      'a limit is new',
      set('ActorDto', 'companyName', { maxLength: 255 }),
      `POST ${ACTORS}, body $.companyName: The document allows at most 255 characters; the form sets no limit.`,
    ],
    [
      'a limit changes that is known to differ',
      set('DataSubjectRequestDto', 'givenName', { maxLength: 120 }),
      `POST ${REQUESTS}, body $.givenName: The document allows at most 120 characters; the form allows at most 180 characters.`,
    ],
    [
      'IDs begin higher',
      set('DataSubjectRequestDto', 'areaId', { minimum: 1000 }),
      `POST ${REQUESTS}, body $.areaId: The document expects at least 1000; we send less.`,
    ],
    [
      'a text has to have a pattern',
      set('TaskCreateUpdateDto', 'color', { pattern: '^#[0-9a-f]{6}$' }),
      `POST ${TASKS}, body $.color: The document expects a pattern; we do not check it.`,
    ],
    [
      'a list may hold one item only',
      set('ActorDataProcessingBatchDto', 'actorIds', { maxItems: 1 }),
      `POST ${BATCH}, body $.actorIds: The document limits how many items there may be; we do not.`,
    ],
    [
      'a type that we send is another',
      set('TaskCreateUpdateDto', 'areaId', { type: 'string', format: 'uuid' }),
      `POST ${TASKS}, body $.areaId: The document expects string; we send integer.`,
    ],
    [
      'a type that we read is another',
      set('UserLightDto', 'displayName', { type: 'object' }),
      `GET ${ACTORS}/{id}, answer $.creator.displayName: The document says object; we read string or number or boolean.`,
    ],
    [
      'an ID that we read may be null',
      set('TaskDto', 'id', { nullable: true }),
      `GET ${TASKS}, answer $.items[].id: The document allows null; we cannot read that.`,
    ],
    [
      'an ID that we read may be null, in the words of OpenAPI 3.1',
      set('WebHookUrlDto', 'id', { type: ['integer', 'null'] }),
      'POST /v1/WebHookUrls, answer $.id: The document allows null; we cannot read that.',
    ],
    [
      'an answer as a whole may be null',
      (raw) => {
        const { responses } = operation(raw, `GET ${ACTORS}/{id}`);
        Object.assign(responses['200']?.content?.['application/json']?.schema ?? {}, {
          nullable: true,
        });
      },
      `GET ${ACTORS}/{id}, answer $: The document allows null; we cannot read that.`,
    ],
    [
      'an item of a list may be null',
      (raw) => {
        Object.assign(property(raw, 'TaskDto', 'tags').items ?? {}, { nullable: true });
      },
      `GET ${TASKS}/{id}, answer $.tags[]: The document allows null; we cannot read that.`,
    ],
    [
      'a date that we read is a number',
      set('ActorDto', 'dateUpdate', { type: 'integer', format: 'int64' }),
      `GET ${ACTORS}/{id}, answer $.dateUpdate: The document says integer int64; we read datetime.`,
    ],
    [
      'a flag that we read is a text',
      set('DataSubjectRequestDto', 'mailValidated', { type: 'string' }),
      `GET ${REQUESTS}/{id}, answer $.mailValidated: The document says string; we read boolean.`,
    ],
    [
      'a format that we send is another',
      set('TaskCreateUpdateDto', 'objectId', { format: 'uuid' }),
      `POST ${TASKS}, body $.objectId: The document expects the format uuid; we send any text.`,
    ],
    [
      'a property that we send is set by Dastra alone',
      set('TaskCreateUpdateDto', 'ownerId', { readOnly: true }),
      `POST ${TASKS}, body $.ownerId: The document makes it read-only; we send it.`,
    ],
    [
      'a property is required that we cannot send',
      requireProperty('TaskCreateUpdateDto', 'state'),
      `POST ${TASKS}, body $.state: The document requires it; we cannot send it.`,
    ],
    [
      'a property is required that we may leave out',
      requireProperty('ActorDto', 'companyName'),
      `POST ${ACTORS}, body $.companyName: The document requires it; we may leave it out.`,
    ],
    [
      'a property of a tag is required that we cannot send',
      (raw) => {
        Object.assign(schema(raw, 'TagDto').properties ?? {}, { order: { type: 'integer' } });
        requireProperty('TagDto', 'order')(raw);
      },
      `POST ${TASKS}, body $.tags[].order: The document requires it; we cannot send it.`,
    ],
    [
      'a property is required that the sandbox does not answer',
      requireProperty('WorkSpaceListDto', 'features'),
      'GET /v1/WorkSpaces, answer $.features: The document requires it; the sandbox answers without it.',
    ],
    [
      'a path is gone',
      (raw) => {
        delete raw.paths[ACTORS];
      },
      `GET ${ACTORS}: The document has no such call; we make it.`,
    ],
    [
      'a method is gone',
      (raw) => {
        delete raw.paths[TASKS]?.post;
      },
      `POST ${TASKS}: The document has no such call; we make it.`,
    ],
    [
      'a query parameter is gone',
      (raw) => {
        const call = operation(raw, `GET ${TASKS}`);
        call.parameters = (call.parameters ?? []).filter(({ name }) => name !== 'includeChildren');
      },
      `GET ${TASKS}, query includeChildren: The document has no such parameter; we send it.`,
    ],
    [
      'a query parameter is of another type',
      (raw) => {
        parameter(raw, `GET ${TASKS}`, 'users').schema = { type: 'boolean' };
      },
      `GET ${TASKS}, query users: The document expects boolean; we send array.`,
    ],
    [
      'a query parameter is required',
      (raw) => {
        parameter(raw, `GET ${PROJECTS}`, 'archived').required = true;
      },
      `GET ${PROJECTS}, query archived: The document requires it; we may leave it out.`,
    ],
    [
      'IDs in paths are GUIDs',
      (raw) => {
        parameter(raw, `GET ${ACTORS}/{id}`, 'id').schema = { type: 'string', format: 'uuid' };
      },
      `GET ${ACTORS}/{id}, path id: The document expects the format uuid; the app sends another.`,
    ],
    [
      'JSON is no longer taken',
      (raw) => {
        delete operation(raw, `POST ${REQUESTS}`).requestBody?.content['application/json'];
      },
      `POST ${REQUESTS}, body $: The document has no body in application/json; we send it.`,
    ],
    [
      'JSON is no longer answered',
      (raw) => {
        const { responses } = operation(raw, `GET ${REQUESTS}/{id}`);
        rename(responses['200']?.content, 'application/json', 'text/xml');
      },
      `GET ${REQUESTS}/{id}, answer $: The document has no answer in application/json; the sandbox gives it.`,
    ],
    [
      'success has another status',
      (raw) => rename(operation(raw, `POST ${BATCH}`).responses, '200', '202'),
      `POST ${BATCH}, answer $: The document has no answer 200; the sandbox gives it.`,
    ],
    [
      'a bare list has pages',
      (raw) => {
        const content = operation(raw, `GET ${PROJECTS}`).responses['200']?.content;
        Object.assign(content ?? {}, {
          'application/json': { schema: { $ref: '#/components/schemas/TaskDtoPagedList' } },
        });
      },
      `GET ${PROJECTS}, answer $: The document says object; we read array.`,
    ],
    [
      'a webhook has no data',
      renameProperty('WebhookPayload', 'data', 'record'),
      'Webhook of /v1/WebHookUrls, webhook $.data: The document has no such property; we read it.',
    ],
    [
      'a webhook carries more',
      requireProperty('WebhookPayload', 'attempt'),
      'Webhook of /v1/WebHookUrls, webhook $.attempt: The document requires it; the sandbox posts without it.',
    ],
    [
      'the API is elsewhere',
      (raw) => {
        raw.servers = [{ url: 'https://api2.dastra.example' }];
      },
      'All calls: The document does not name the address that we call, https://api.dastra.eu.',
    ],
    [
      'a known divergence is over',
      (raw) => {
        raw.components.securitySchemes.key = { type: 'apiKey', in: 'header', name: 'x-api-key' };
      },
      'Known divergence “API key”, security, All calls: It matches no finding any more; remove it from contract/divergences.ts.',
    ],
  ])('reports when %s', (_what, change, reported) => {
    expect(driftAfter(change, trafficOf(reported))).toContain(reported);
  });

  it.each<[what: string, change: (raw: Raw) => void]>([
    [
      'a new call',
      (raw) => {
        Object.assign(raw.paths, { '/v1/ws/{workspaceId}/Contracts': { get: { responses: {} } } });
      },
    ],
    [
      'a new property',
      (raw) => {
        for (const name of ['TaskCreateUpdateDto', 'TaskDto', 'UserLightDto']) {
          Object.assign(schema(raw, name).properties ?? {}, { mood: { type: 'string' } });
        }
      },
    ],
    ['a new name that nobody sends', addMember('TaskState', 'Postponed')],
    ['a new event', addMember('NotificationChannel', 'ContractCreation')],
    [
      'another name of a path parameter',
      (raw) => {
        rename(raw.paths, `${TASKS}/{id}`, `${TASKS}/{taskId}`);
        for (const method of ['GET', 'PATCH']) {
          parameter(raw, `${method} ${TASKS}/{taskId}`, 'id').name = 'taskId';
        }
      },
    ],
    [
      'parameters that all methods of a path share',
      (raw) => {
        const path = raw.paths[TASKS] ?? {};
        const shared = parameter(raw, `GET ${TASKS}`, 'workspaceId');
        for (const call of [path.get, path.post]) {
          if (call) call.parameters = call.parameters?.filter(({ in: at }) => at !== 'path') ?? [];
        }
        Object.assign(path, { parameters: [shared] });
      },
    ],
    [
      'properties that may be null from now on',
      (raw) => {
        for (const name of ['label', 'state', 'archived', 'remainingDays', 'dateCreation']) {
          set('TaskDto', name, { nullable: true })(raw);
        }
      },
    ],
    [
      'references that may be null',
      (raw) => {
        const owner = { allOf: [property(raw, 'TaskDto', 'owner')], nullable: true };
        Object.assign(schema(raw, 'TaskDto').properties ?? {}, { owner });
      },
    ],
    [
      'the loss of a call that the client can do without',
      (raw) => {
        delete raw.paths[PROJECTS];
      },
    ],
  ])('does not mind %s', (_what, change) => {
    expect(driftAfter(change)).toEqual([]);
  });

  it('reports a function of the app that no scenario runs', () => {
    const [missing = ''] = [...traffic.ran].filter((name) => name.endsWith('.performList'));
    const ran = new Set([...traffic.ran].filter((name) => name !== missing));
    const { drift } = checkContract(documentOf(changed(() => {})), { ...traffic, ran });
    expect(drift.map(sentence)).toEqual([
      `Operation ${missing}: No scenario of contract/suite.ts runs it.`,
    ]);
  });

  it('reports an operation that fails, without what follows from it', () => {
    const failure: Finding = {
      call: 'Scenario tasks',
      place: 'call',
      property: 'create_task',
      rule: 'failed',
      message: 'The operation ended in an error (Error).',
      operations: ['create_task'],
    };
    const { drift } = checkContract(documentOf(changed(() => {})), {
      ...traffic,
      exchanges: [],
      ran: new Set(),
      failures: [failure],
    });
    expect(drift).toEqual([failure]);
  });

  describe('in a report', () => {
    const reportOn = (document: OpenApiDocument) => toText(checkContract(document, traffic));

    it('holds for an unchanged document at an address, resource by resource', async () => {
      await served(200, JSON.stringify(changed(() => {})), async (url) => {
        const out = reportOn(await loadDocument(url));
        expect(out).toMatch(/^Dastra API v1 \(OpenAPI 3\.0\.1\), 324 operations\n/);
        expect(out).toMatch(/\nTasks +\d+ +\d+ +\d+ +\d+ +\d+ {2}✓ holds, \d+ known\n/);
        expect(out).toMatch(/\nUsers .* ✓ not in the document, as known\n/);
        expect(out).toMatch(/\nAreas .* ✓ holds\n/);
        expect(out).toMatch(/\nThe contract holds\. \d+ known divergences waive \d+ findings\.$/);
      });
    });

    it('shows drift in a sentence each', () => {
      /** How many parameters and properties the app sends a priority in. */
      const drifts = ENDPOINTS.flatMap(({ query, body = {}, changes = {} }) =>
        [query, body, changes].flatMap(Object.values<z.ZodMiniType>),
      ).filter((one) =>
        JSON.stringify(z.toJSONSchema(one, { unrepresentable: 'any' })).includes(
          JSON.stringify(PRIORITIES),
        ),
      ).length;
      const out = reportOn(documentOf(drifted()));
      expect(drifts).toBeGreaterThan(1);
      expect(out).toMatch(new RegExp(`\\nTasks .* ✗ ${drifts} drifts\\n`));
      expect(out).toContain(
        '  ✗ POST /v1/ws/{workspaceId}/Tasks, body $.priority: The document also lists "Urgent", which users cannot choose.\n',
      );
      expect(out.match(/^ {2}✗ /gm)).toHaveLength(drifts);
      expect(out).toContain(`\nThe contract does not hold: ${drifts} drifts.`);
    });
  });

  it('names the operations that showed a deviation', () => {
    const { drift } = checkContract(
      documentOf(changed(requireProperty('ActorDto', 'city'))),
      traffic,
    );
    const [finding] = drift.filter(
      ({ call, place }) => call === `GET ${ACTORS}` && place === 'answer',
    );
    expect(finding?.operations).toEqual(['list_actors', 'list_related_items']);
  });
});
