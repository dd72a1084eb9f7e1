import * as z from 'zod/mini';
import { maybeFlag, maybeText } from '../../dastra/received.ts';
import { namedLabels, tagLabels, userLabels } from '../../zapier/labels.ts';
import { defineRecord, extendRecord, named, timestamp } from '../../zapier/record.ts';
import { processingStages, processingTypes } from './choices.ts';
import { processingStatuses } from './names.ts';
import { processing } from './schema.ts';

/** What Zapier gets of a processing. */
export const processingRecord = defineRecord(
  processing,
  {
    label: 'Name',
    ref: 'Reference',
    description: 'Description',
    state: named('Status', processingStatuses),
    processingState: named('Stage', processingStages),
    processingType: named('Processing Type', processingTypes),
    area: namedLabels('Organizational Unit'),
    workflowStep: namedLabels('Step'),
    owner: userLabels('Owner'),
    datePublication: 'Date Published',
    dateCreation: 'Date Created',
    versionDescription: 'Version Description',
    progression: 'Progress',
    quality: 'Quality',
    isDPIARequired: 'DPIA Required',
    tags: tagLabels,
    dateUpdate: timestamp('Date Updated'),
    archived: 'Archived',
    id: 'Processing ID',
    areaId: 'Organizational Unit ID',
    workFlowStepId: 'Step ID',
    ownerId: 'Owner ID',
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
);

/** What Zapier gets of a processing from the action that creates it. */
export const createdProcessingRecord = extendRecord(
  processingRecord,
  z.object({ detailsSaved: maybeFlag, detailsProblem: maybeText }),
  { detailsSaved: 'Details Saved', detailsProblem: 'Problem with the Details' },
  { detailsSaved: true, detailsProblem: undefined },
);
