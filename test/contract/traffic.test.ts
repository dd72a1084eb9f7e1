/** The dynamic part on its own: what passes between the app and the sandbox is held to the document. */

import { play, type Stage } from '../../contract/stage.ts';
import { TrafficCheck } from '../../contract/traffic-check.ts';
import { changed, documentOf } from './official.ts';

const PERSON = 'Wilhelmina Fictitious';

const whatIsFound = async (scene: (stage: Stage) => Promise<void>) => {
  const { exchanges, failures } = await play({ scene });
  const check = new TrafficCheck(documentOf(changed(() => {})));
  for (const exchange of exchanges) check.check(exchange);
  return { exchanges, failures, check, found: check.findings };
};

const createTask = (stage: Stage) =>
  stage.run('creates.create_task.operation.perform', {
    workspaceId: '101',
    areaId: '201',
    label: 'A task',
  });

describe('The traffic check', () => {
  it('tells of an answer of the sandbox that violates the document, without its values', async () => {
    const { found } = await whatIsFound(async (stage) => {
      await stage.control('faults', {
        method: 'POST',
        path: '*/Tasks',
        body: {
          id: 1,
          label: null,
          priority: 'Urgent',
          deadline: 'tomorrow',
          owner: { displayName: PERSON, nickname: PERSON },
          tags: [{ id: 'three', label: PERSON, type: 'Task' }],
        },
      });
      await createTask(stage);
    });
    const told = found.map(({ call, place, property, rule, operations }) => {
      expect([call, place, operations]).toEqual([
        'POST /v1/ws/{workspaceId}/Tasks',
        'answer',
        ['create_task'],
      ]);
      return [property, rule];
    });
    expect(told.sort()).toEqual([
      ['deadline', 'format'],
      ['label', 'type'],
      ['owner.nickname', 'unknown'],
      ['priority', 'value'],
      ['tags[].id', 'type'],
    ]);
    expect(JSON.stringify(found)).not.toContain(PERSON);
  });

  it('tells of a request of the app that violates the document', async () => {
    const { found } = await whatIsFound(async (stage) => {
      // Between the two limits that Dastra's documents give; the sandbox refuses it.
      await stage
        .run('creates.create_rights_request.operation.perform', {
          workspaceId: '101',
          areaId: '201',
          title: 'A request',
          purposes: ['Access'],
          locale: 'fr',
          givenName: PERSON.padEnd(200, '.'),
        })
        .catch(() => undefined);
    });
    expect(found).toEqual([
      {
        call: 'POST /v1/ws/{workspaceId}/DataSubjectRequests',
        place: 'body',
        property: 'givenName',
        rule: 'limit',
        message: expect.stringContaining('must NOT have more than 180 characters; the app sends'),
        operations: ['create_rights_request'],
      },
    ]);
  });

  it('tells of calls, parameters and properties that its table does not know', async () => {
    const { found } = await whatIsFound(async () => {
      const headers = { 'X-API-Key': 'sandbox-key', 'Content-Type': 'application/json' };
      const url = process.env.DASTRA_API_URL;
      await fetch(`${url}/v1/ws/101/Teams/4`, { headers });
      await fetch(`${url}/v1/ws/101/Areas?parentId=x`, { headers });
      const body = JSON.stringify({ label: 'A task', state: 'Open' });
      await fetch(`${url}/v1/ws/101/Tasks`, { method: 'POST', headers, body });
    });
    expect(found.map(({ call, place, property, rule }) => [call, place, property, rule])).toEqual([
      ['GET /v1/ws/{…}/Teams/{…}', 'call', '', 'untold'],
      ['GET /v1/ws/{workspaceId}/Areas', 'query', 'parentId', 'untold'],
      ['GET /v1/ws/{workspaceId}/Areas', 'query', 'parentId', 'type'],
      ['POST /v1/ws/{workspaceId}/Tasks', 'body', 'state', 'untold'],
    ]);
  });

  it('tells what its table knows and nothing used', async () => {
    const { check } = await whatIsFound(async (stage) => {
      await createTask(stage);
    });
    const unused = check.unused().map(({ call, place, property }) => [call, place, property]);
    expect(unused).toContainEqual(['POST /v1/ws/{workspaceId}/Tasks', 'body', 'deadline']);
    expect(unused).toContainEqual(['GET /v1/ws/{workspaceId}/Actors', 'query', 'filters']);
    expect(unused).toContainEqual(['DELETE /v1/WebHookUrls/{id}', 'call', '']);
    expect(unused).not.toContainEqual(['POST /v1/ws/{workspaceId}/Tasks', 'body', 'label']);
  });

  it('tells of a webhook that violates the document', async () => {
    const { webhooks } = await play({
      scene: async (stage) => {
        await stage.control('switches', { eventType: 'number' });
        const address = stage.openAddress();
        const subscription = 'triggers.new_task.operation.performSubscribe';
        await stage.run(subscription, { workspaceId: '101' }, address);
        await createTask(stage);
        await address.next();
      },
    });
    const check = new TrafficCheck(documentOf(changed(() => {})));
    for (const webhook of webhooks) check.checkWebhook(webhook);
    const told = check.findings.map(({ place, property, rule }) => [place, property, rule]);
    expect(told).toContainEqual(['webhook', 'eventType', 'type']);
  });

  it('tells of an operation that fails, and goes on', async () => {
    const { exchanges, failures } = await play({
      first: async (stage) => {
        await stage.control('faults', { method: 'POST', path: '*/Tasks', status: 409 });
        await createTask(stage);
      },
      second: async (stage) => {
        await createTask(stage);
      },
    });
    expect(failures).toEqual([
      expect.objectContaining({ call: 'Scene first', property: 'create_task', rule: 'failed' }),
    ]);
    expect(exchanges.map(({ status }) => status)).toEqual([409, 200]);
  });

  it('leaves the address of the API as it was', async () => {
    process.env.DASTRA_API_URL = 'https://api.dastra.example';
    await play({});
    expect(process.env.DASTRA_API_URL).toBe('https://api.dastra.example');
    delete process.env.DASTRA_API_URL;
    await play({});
    expect(process.env.DASTRA_API_URL).toBeUndefined();
  });
});
