/** What our own code costs on the way from an answer of Dastra to Zapier. */
import type { Bundle, ZObject } from 'zapier-platform-core';
import * as z from 'zod/mini';
import { remoteOf } from '../sandbox/remote.ts';
import type { Sandbox } from '../sandbox/server.ts';
import createTask from '../src/creates/create-task.ts';
import { rightsRequestRecord } from '../src/resources/rights-requests/record.ts';
import { rightsRequest } from '../src/resources/rights-requests/schema.ts';
import newRightsRequest from '../src/triggers/new-rights-request.ts';
import { event, webhook } from '../test/support/webhooks.ts';
import { type Line, median, progress } from './measure.ts';

const PAGE = 500;
const GOALS = {
  record: { value: 50, unit: 'µs a record' },
  /** What our own code may add to a warm invocation. */
  invocation: { value: 1, unit: 'ms' },
};
const ROUNDS = 41;

/** The median time of one round in milliseconds, the first of which warm the code up. */
const time = async (act: () => unknown): Promise<number> => {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const begin = performance.now();
    await act();
    times.push(performance.now() - begin);
  }
  return median(times.slice(5));
};

/** What a mapper without any check would do: copy what is there, and skip what is not. */
const copyPlainly = (source: Record<string, unknown>) => {
  const copy: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(source)) {
    if (value !== null && value !== undefined) copy[name] = value;
  }
  return copy;
};

const benchMapping = async (one: Record<string, unknown>): Promise<Line> => {
  const page = Array.from({ length: PAGE }, (_, index) => ({ ...one, id: index + 1 }));
  const schema = z.array(rightsRequest);
  const perRecord = (milliseconds: number) => (milliseconds * 1000) / PAGE;
  const place = { workspaceId: 101 };
  const map = () => z.parse(schema, page).map((one) => rightsRequestRecord.toRecord(one, place));
  const ours = perRecord(await time(map));
  const plain = perRecord(await time(() => page.map(copyPlainly)));
  return {
    what: `Reading a page of ${PAGE} requests`,
    measured: [{ value: ours, unit: GOALS.record.unit }],
    baseline: { what: 'plain copy', measured: [{ value: plain, unit: GOALS.record.unit }] },
    goal: GOALS.record,
    met: ours <= GOALS.record.value,
  };
};

const benchWebhook = async (data: Record<string, unknown>): Promise<Line> => {
  const hook = webhook(event('DataSubjectCreation', data));
  const { perform } = newRightsRequest.operation as unknown as {
    perform(zapier: ZObject, bundle: Bundle): Promise<unknown[]>;
  };
  // Only what a signed webhook needs of Zapier: no request is made.
  const zapier = { cache: { get: async () => null, set: async () => true } } as unknown as ZObject;
  const bundle = {
    ...hook,
    authData: { apiKey: 'key' },
    inputData: { workspaceId: '101' },
  } as unknown as Bundle;
  const ours = await time(async () => {
    const records = await perform(zapier, bundle);
    if (records.length !== 1) throw new Error('The webhook was not taken.');
  });
  const plain = await time(() => JSON.parse(hook.rawRequest.content));
  return {
    what: 'Answering a signed webhook',
    measured: [{ value: ours, unit: GOALS.invocation.unit }],
    baseline: { what: 'parsing it', measured: [{ value: plain, unit: GOALS.invocation.unit }] },
    goal: GOALS.invocation,
    met: ours <= GOALS.invocation.value,
  };
};

/** Create Task with an answer that is there at once: all that is left is the code of the app. */
const benchCreate = async (task: Record<string, unknown>): Promise<Line> => {
  const { perform } = createTask.operation as unknown as {
    perform(zapier: ZObject, bundle: Bundle): Promise<{ id: string }>;
  };
  const content = JSON.stringify(task);
  const answer = () => ({ status: 200, content, data: JSON.parse(content) });
  const zapier = { request: async () => answer() } as unknown as ZObject;
  const bundle = {
    authData: { apiKey: 'key' },
    inputData: { workspaceId: '101', label: 'Call back', areaId: '201' },
  } as unknown as Bundle;
  const ours = await time(async () => {
    const { id } = await perform(zapier, bundle);
    if (!id) throw new Error('No task was created.');
  });
  const plain = await time(answer);
  return {
    what: 'Our own code in Create Task',
    measured: [{ value: ours, unit: GOALS.invocation.unit }],
    baseline: { what: 'parsing the answer', measured: [{ value: plain, unit: 'ms' }] },
    goal: GOALS.invocation,
    met: ours <= GOALS.invocation.value,
  };
};

export const benchRecords = async (sandbox: Sandbox): Promise<Line[]> => {
  progress('Reading records');
  const one = await remoteOf(sandbox).api<Record<string, unknown>>(
    '/v1/ws/101/DataSubjectRequests/3004',
  );
  const tasks = await remoteOf(sandbox).api<{ items: [Record<string, unknown>] }>(
    '/v1/ws/101/Tasks',
  );
  return [await benchMapping(one), await benchWebhook(one), await benchCreate(tasks.items[0])];
};
