import type { Case } from './case.ts';

export default {
  french: 'Modifier une tâche',
  input: { taskId: '2004' },
  values: {
    parentId: '2002',
    priority: 'High',
    projectId: '00000101-0002-4000-8000-000000000002',
    workFlowStepId: '403',
    areaId: '201',
    tagIds: ['306'],
    customFields: { '21_text': 'A value' },
    fieldsToClear: ['deadline'],
  },
  situations: [
    { when: 'as a rule', input: { label: 'Another title' }, calls: 3, repeatable: true },
    {
      when: 'that is so already',
      input: { label: 'Mettre à jour la fiche de paie au registre' },
      calls: 1,
      repeatable: true,
    },
    {
      when: 'with tags',
      input: { tagIds: ['306'] },
      calls: 4,
      repeatable: true,
      failsWhere: ['filled'],
    },
    {
      when: 'to another step',
      input: { workFlowStepId: '403' },
      calls: 3,
      repeatable: true,
      failsWhere: ['empty'],
    },
    {
      when: 'with all of it',
      input: { label: 'Another title', tagIds: ['306'], tagMode: 'Replace', workFlowStepId: '403' },
      calls: 5,
      repeatable: true,
      failsWhere: ['empty'],
    },
  ],
  writesTo: '/v1/ws/101/Tasks/{taskId}',
  changes: (taskId) => ({ taskId, descriptionHtml: `Changed ${taskId}` }),
  sentAs: {
    taskId: 'text',
    tagIds: 'tags',
    workFlowStepId: 'stepId',
    tagMode: 'calls',
    customFields: 'calls',
    fieldsToClear: 'calls',
  },
  refuses: [
    {
      input: { deadline: '2030-01-31', fieldsToClear: ['deadline'] },
      message: 'Due Date is filled in and among the Fields to Clear. Choose one or the other.',
    },
  ],
} satisfies Case;
