import * as z from 'zod/mini';
import { maybeFlag, maybeText } from '../../dastra/received.ts';
import { namedLabels, tagLabels, userLabels } from '../../zapier/labels.ts';
import { defineRecord, extendRecord } from '../../zapier/record.ts';
import { processing } from './schema.ts';

/** What Zapier gets of a processing. */
export const processingRecord = defineRecord(
  processing,
  {
    id: 'Processing ID',
    label: 'Name',
    ref: 'Reference',
    description: 'Description',
    state: 'Status',
    processingState: 'Stage',
    processingType: 'Processing Type',
    areaId: 'Organizational Unit ID',
    area: namedLabels('Organizational Unit'),
    workFlowStepId: 'Step ID',
    workflowStep: namedLabels('Step'),
    ownerId: 'Owner ID',
    owner: userLabels('Owner'),
    datePublication: 'Date Published',
    dateCreation: 'Date Created',
    dateUpdate: 'Date Updated',
    versionDescription: 'Version Description',
    progression: 'Progress',
    quality: 'Quality',
    isDPIARequired: 'DPIA Required',
    tags: tagLabels,
    archived: 'Archived',
    customFields: null,
  },
  {
    id: '3fa85f64-5717-4562-b3fc-2c963f66afa6',
    label: 'Management of customer accounts',
    ref: 'CUST-01',
    description: 'Opening, maintaining and closing the accounts of customers.',
    state: 'Active',
    processingState: 'InProduction',
    processingType: 'Default',
    areaId: '12',
    area: { id: '12', label: 'Customer Service' },
    workFlowStepId: '42',
    workflowStep: { id: '42', label: 'Published' },
    ownerId: '7',
    owner: { id: '7', displayName: 'Claire Martin', email: 'claire.martin@example.com' },
    datePublication: '2026-11-24T09:12:45.123Z',
    dateCreation: '2026-10-02T14:05:10.250Z',
    dateUpdate: '2026-11-24T09:12:45.123Z',
    progression: 82.5,
    quality: 74,
    isDPIARequired: false,
    tags: [{ id: '2', label: 'Customers' }],
    archived: false,
  },
  (source) => ({
    ...source,
    areaId: source.areaId ?? source.area?.id,
    workFlowStepId: source.workFlowStepId ?? source.workflowStep?.id,
    ownerId: source.ownerId ?? source.owner?.id,
  }),
);

/** What Zapier gets of a processing from the action that creates it. */
export const createdProcessingRecord = extendRecord(
  processingRecord,
  z.object({ detailsSaved: maybeFlag, detailsProblem: maybeText }),
  { detailsSaved: 'Details Saved', detailsProblem: 'Problem with the Details' },
  { detailsSaved: true },
);
