import type { Case } from './case.ts';

export default {
  french: 'Rechercher une tâche',
  input: {},
  values: {
    label: 'Relire les clauses de sécurité',
    objectId: '1001',
    openOnly: false,
  },
  situations: [
    { when: 'by title', input: { label: 'Relire les clauses de sécurité' }, calls: 1 },
    { when: 'by related item', input: { objectType: 'Actor', objectId: '1001' }, calls: 1 },
    { when: 'by ID', input: { taskId: '2002' }, calls: 1 },
    {
      when: 'by a title that is not there',
      input: { label: 'Nobody wrote this' },
      calls: 2,
      findsNothing: true,
    },
    {
      when: 'by an item that has none',
      input: { objectType: 'Actor', objectId: '1002' },
      calls: 1,
      findsNothing: true,
    },
    {
      when: 'by an ID that is not there',
      input: { taskId: '999999' },
      calls: 1,
      findsNothing: true,
    },
  ],
  sentAs: {
    label: 'text',
    objectType: 'calls',
    objectId: 'objectIds',
    openOnly: 'calls',
    taskId: 'text',
  },
  refuses: [
    {
      input: {},
      message: 'Title is missing. To find a task, fill in Title, or choose its Related Item.',
    },
    {
      input: { objectType: 'Actor' },
      message: 'Related Item is missing. Choose the record that this task is about.',
    },
  ],
} satisfies Case;
