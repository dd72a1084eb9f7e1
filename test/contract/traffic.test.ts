/** The dynamic part on its own: the traffic between the app and the sandbox, against the document. */

import { type Harness, runScenarios, type Scenario } from '../../contract/harness.ts';
import { TrafficCheck } from '../../contract/traffic-check.ts';
import { definition } from '../../tools/definition.ts';
import { changed, documentOf } from './official.ts';

const PERSON = 'Wilhelmina Fictitious';

const whatIsFound = async (scenario: Scenario) => {
  const { exchanges, failures } = await runScenarios({ scenario });
  const check = new TrafficCheck(documentOf(changed(() => {})));
  for (const exchange of exchanges) check.check(exchange);
  return { exchanges, failures, check, found: check.findings };
};

const createTask = (harness: Harness) =>
  harness.run('creates.create_task.operation.perform', {
    workspaceId: '101',
    areaId: '201',
    label: 'A task',
  });

describe('The traffic check', () => {
  it('reports an answer of the sandbox that violates the document, without its values', async () => {
    const { found } = await whatIsFound(async (harness) => {
      await harness.control('faults', {
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
      await createTask(harness);
    });
    const reported = found.map(({ call, place, property, rule, operations }) => {
      expect([call, place, operations]).toEqual([
        'POST /v1/ws/{workspaceId}/Tasks',
        'answer',
        ['create_task'],
      ]);
      return [property, rule];
    });
    expect(reported.sort()).toEqual([
      ['deadline', 'format'],
      ['label', 'type'],
      ['owner.nickname', 'unknown'],
      ['priority', 'value'],
      ['tags[].id', 'type'],
    ]);
    expect(JSON.stringify(found)).not.toContain(PERSON);
  });

  it('reports a request of the app that violates the document', async () => {
    const { found } = await whatIsFound(async (harness) => {
      // Between the two limits that Dastra's documents give; the sandbox refuses it.
      await harness
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

  it('reports calls, parameters and properties that no endpoint declares', async () => {
    const { found } = await whatIsFound(async () => {
      const headers = { 'X-API-Key': 'sandbox-key', 'Content-Type': 'application/json' };
      const url = process.env.DASTRA_API_URL;
      await fetch(`${url}/v1/ws/101/Teams/4`, { headers });
      await fetch(`${url}/v1/ws/101/Areas?parentId=x`, { headers });
      const body = JSON.stringify({ label: 'A task', state: 'Open' });
      await fetch(`${url}/v1/ws/101/Tasks`, { method: 'POST', headers, body });
    });
    expect(found.map(({ call, place, property, rule }) => [call, place, property, rule])).toEqual([
      ['GET /v1/ws/{…}/Teams/{…}', 'call', '', 'undeclared'],
      ['GET /v1/ws/{workspaceId}/Areas', 'query', 'parentId', 'undeclared'],
      ['GET /v1/ws/{workspaceId}/Areas', 'query', 'parentId', 'type'],
      ['POST /v1/ws/{workspaceId}/Tasks', 'body', 'state', 'undeclared'],
    ]);
  });

  it('reports what endpoints declare and nothing used', async () => {
    const { check } = await whatIsFound(async (harness) => {
      await createTask(harness);
    });
    const unused = check.unused().map(({ call, place, property }) => [call, place, property]);
    expect(unused).toContainEqual(['POST /v1/ws/{workspaceId}/Tasks', 'body', 'deadline']);
    expect(unused).toContainEqual(['GET /v1/ws/{workspaceId}/Actors', 'query', 'filters']);
    expect(unused).toContainEqual(['DELETE /v1/WebHookUrls/{id}', 'call', '']);
    expect(unused).not.toContainEqual(['POST /v1/ws/{workspaceId}/Tasks', 'body', 'label']);
  });

  it('reports a webhook that violates the document', async () => {
    const { webhooks } = await runScenarios({
      scenario: async (harness) => {
        await harness.control('switches', { eventType: 'number' });
        const address = harness.openAddress();
        const hook = definition.operations.find(
          ({ noun, type }) => noun === 'Task' && type === 'hook',
        );
        const subscription = `triggers.${hook?.key}.operation.performSubscribe`;
        await harness.run(subscription, { workspaceId: '101' }, address);
        await createTask(harness);
        await address.next();
      },
    });
    const check = new TrafficCheck(documentOf(changed(() => {})));
    for (const webhook of webhooks) check.checkWebhook(webhook);
    const reported = check.findings.map(({ place, property, rule }) => [place, property, rule]);
    expect(reported).toContainEqual(['webhook', 'eventType', 'type']);
  });

  it('reports an operation that fails, and goes on', async () => {
    const { exchanges, failures } = await runScenarios({
      first: async (harness) => {
        await harness.control('faults', { method: 'POST', path: '*/Tasks', status: 409 });
        await createTask(harness);
      },
      second: async (harness) => {
        await createTask(harness);
      },
    });
    expect(failures).toEqual([
      expect.objectContaining({ call: 'Scenario first', property: 'create_task', rule: 'failed' }),
    ]);
    expect(exchanges.map(({ status }) => status)).toEqual([409, 200]);
  });

  it('leaves the address of the API as it was', async () => {
    process.env.DASTRA_API_URL = 'https://api.dastra.example';
    await runScenarios({});
    expect(process.env.DASTRA_API_URL).toBe('https://api.dastra.example');
    delete process.env.DASTRA_API_URL;
    await runScenarios({});
    expect(process.env.DASTRA_API_URL).toBeUndefined();
  });
});
