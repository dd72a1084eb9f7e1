/** The factory of polling triggers, tried with one that the app does not have. */
import { createAppTester, type ZObject } from 'zapier-platform-core';
import * as z from 'zod/mini';
import app from '../../index.ts';
import * as sent from '../../src/dastra/sent.ts';
import { newestTasks } from '../../src/resources/tasks/calls.ts';
import { taskRecord } from '../../src/resources/tasks/record.ts';
import { workspaceField } from '../../src/zapier/fields.ts';
import { defineForm } from '../../src/zapier/form.ts';
import { definePolling } from '../../src/zapier/polling.ts';
import { useSandbox } from '../support/sandbox.ts';

const { display, operation } = definePolling({
  key: 'urgent_task_listed',
  noun: 'Task',
  label: 'Urgent Task Listed',
  description: 'Triggers when a task of high priority is on the list.',
  form: defineForm(z.object({ workspaceId: sent.recordId }), { workspaceId: workspaceField }),
  record: taskRecord,
  seenBy: ['id', 'deadline'],
  list: (dastra, { workspaceId }) => newestTasks(dastra, workspaceId, { priority: 'High' }, 50),
});

describe('A polling trigger', () => {
  useSandbox();
  const run = (inputData: object) =>
    (createAppTester(app) as unknown as (perform: unknown, bundle: object) => Promise<object[]>)(
      operation.perform as (z: ZObject, bundle: never) => unknown,
      { authData: { apiKey: 'sandbox-key' }, inputData },
    );

  it('lists the records as every operation yields them', async () => {
    expect(await run({ workspaceId: '101' })).toMatchObject([
      { id: '2005', priority: 'High', workspaceId: '101' },
      { id: '2002', priority: 'High', workspaceId: '101' },
    ]);
  });

  it('says in the words of the form what is missing', async () => {
    await expect(run({})).rejects.toThrow('Fill in Workspace.');
  });

  it('declares the fields that together tell whether an item has been seen', () => {
    expect(operation.type).toBe('polling');
    expect(display.label).toBe('Urgent Task Listed');
    const primary = operation.outputFields.filter((field) => 'primary' in field);
    expect(primary.map((field) => 'key' in field && field.key).sort()).toEqual(['deadline', 'id']);
  });
});
