import type { Case } from './case.ts';

export default {
  french: 'Modifier une demande d’exercice de droits',
  input: { requestId: '3004' },
  values: {
    purposes: ['Access'],
    areaId: '204',
    complex: 'false',
    customFields: { '13_long': 'A value' },
    fieldsToClear: ['email'],
    workFlowStepId: '407',
  },
  situations: [
    { when: 'as a rule', input: { operatorId: '14' }, calls: 3, repeatable: true },
    {
      when: 'with tags',
      input: { tagIds: ['302'] },
      calls: 4,
      repeatable: true,
      failsWhere: ['filled'],
    },
    {
      when: 'to another step',
      input: { workFlowStepId: '407' },
      calls: 3,
      repeatable: true,
      failsWhere: ['empty'],
    },
    {
      when: 'that is so already',
      input: { workFlowStepId: '406' },
      calls: 1,
      repeatable: true,
      failsWhere: ['empty'],
    },
    {
      when: 'with all of it',
      input: {
        requestId: '3003',
        operatorId: '14',
        tagIds: ['303'],
        tagMode: 'Replace',
        workFlowStepId: '408',
      },
      calls: 5,
      repeatable: true,
      failsWhere: ['empty'],
    },
    {
      when: 'with a note more',
      input: { requestId: '3003', description: 'Called back.', descriptionMode: 'Append' },
      calls: 3,
      repeatable: true,
    },
  ],
  writesTo: '/v1/ws/101/DataSubjectRequests/{requestId}',
  changes: (requestId) => ({ requestId, refId: `Changed ${requestId}` }),
  sentAs: {
    requestId: 'text',
    tagIds: 'tags',
    personCategory: 'subjectCategoryId',
    workFlowStepId: 'stepId',
    tagMode: 'calls',
    // It is added to what is there.
    description: 'calls',
    descriptionMode: 'calls',
    customFields: 'calls',
    fieldsToClear: 'calls',
  },
  refuses: [
    {
      input: { email: 'ada@example.com', fieldsToClear: ['email'] },
      message: 'Email is filled in and among the Fields to Clear. Choose one or the other.',
    },
  ],
} satisfies Case;
