import * as z from 'zod/mini';
import * as received from '../../dastra/received.ts';
import { createdPart } from '../../zapier/created.ts';
import { namedLabels, tagLabels, userLabels } from '../../zapier/labels.ts';
import { defineRecord, extendRecord } from '../../zapier/record.ts';
import { natureOf } from './calls.ts';
import { type DataBreach, dataBreach } from './schema.ts';

const { notificationDueTime, ...shape } = dataBreach.shape;

const record = defineRecord(
  z.object({
    ...shape,
    nature: received.maybeList(z.string()),
    hoursToNotify: received.maybeNumber,
    notificationDueDate: received.maybeDate,
  }),
  {
    id: 'Breach ID',
    label: 'Title',
    state: 'Status',
    nature: 'Nature of Breach',
    access: 'Confidentiality Affected',
    integrity: 'Integrity Affected',
    availability: 'Availability Affected',
    constatationDate: 'Aware Since (Day)',
    constatationHour: 'Aware Since (Hour)',
    hoursToNotify: 'Hours Left to Notify',
    notificationDueDate: 'Notification Due Date',
    startDate: 'Start (Day)',
    startHour: 'Start (Hour)',
    endDate: 'End (Day)',
    endHour: 'End (Hour)',
    riskLevel: 'Risk Level',
    score: 'Risk Score',
    probabilityScore: 'Probability',
    impactScore: 'Impact',
    areaId: 'Organizational Unit ID',
    area: namedLabels('Organizational Unit'),
    operatorId: 'Assigned To ID',
    operator: userLabels('Assigned To'),
    workFlowStep: namedLabels('Step'),
    descriptionHtml: 'Description (HTML)',
    location: 'Location',
    dataDescriptionHtml: 'Data Affected (HTML)',
    complementaryInformations: 'Further Information',
    securityMeasures: 'Security Measures Before',
    adoptedSecurityMeasures: 'Security Measures Taken',
    reason: 'Cause',
    reasonDescription: 'Cause Description',
    dataSupport: 'Data Medium',
    sensitiveData: 'Sensitive Data',
    dataVolume: 'Number of Records',
    processorInvolved: 'Processor Involved',
    personCategories: {
      type: 'Data Subject Categories',
      label: 'Data Subject Category Labels',
      volume: 'Data Subject Category Volumes',
    },
    dataProcessings: {
      id: 'Processing IDs',
      label: 'Processings',
      ref: 'Processing References',
    },
    tags: tagLabels,
    archived: 'Archived',
    dateCreation: 'Date Created',
    dateUpdate: 'Date Updated',
    dateClosed: 'Date Closed',
    creator: userLabels('Creator'),
    customFields: null,
  },
  {
    id: '5d1b2c7e-9a4f-4a0b-8c3e-2f6d7a8b9c01',
    label: 'Mailing list sent to the wrong recipients',
    state: 'Open',
    nature: ['Access'],
    access: true,
    integrity: false,
    availability: false,
    constatationDate: '2026-11-24T00:00:00.000Z',
    constatationHour: '09:15:00',
    hoursToNotify: 72,
    startDate: '2026-11-23T00:00:00.000Z',
    startHour: '17:40:00',
    riskLevel: 'Low',
    score: 0,
    probabilityScore: 'Unset',
    impactScore: 'Unset',
    areaId: '12',
    area: { id: '12', label: 'Customer Service' },
    operatorId: '7',
    operator: { id: '7', displayName: 'Claire Martin', email: 'claire.martin@example.com' },
    workFlowStep: { id: '51', label: 'New' },
    reason: 'InternalAccident',
    sensitiveData: false,
    dataVolume: 240,
    processorInvolved: false,
    personCategories: [{ type: 'Client', label: undefined, volume: undefined }],
    tags: [{ id: '14', label: 'To notify' }],
    archived: false,
    dateCreation: '2026-11-24T08:31:30.688Z',
    creator: { id: '7', displayName: 'Claire Martin', email: 'claire.martin@example.com' },
  },
);

const number = z.union([z.number(), z.string().check(z.regex(/^-?\d+(\.\d+)?$/))]);

/** What `notificationDueTime` says: hours that are left, or when they end (assumption A62). */
const dueOf = (value: DataBreach['notificationDueTime']) => {
  const hours = z.safeParse(number, value).data;
  return hours === undefined
    ? { notificationDueDate: z.safeParse(received.maybeDate, value).data }
    : { hoursToNotify: Number(hours) };
};

/** What Zapier gets of a data breach. */
export const dataBreachRecord = {
  ...record,
  toRecord: ({ notificationDueTime: due, ...source }: DataBreach) =>
    record.toRecord({
      ...source,
      ...dueOf(due),
      nature: natureOf(source),
      areaId: source.areaId ?? source.area?.id,
      operatorId: source.operatorId ?? source.operator?.id,
    }),
};

/** What Zapier gets of a data breach from the action that creates it. */
export const createdDataBreachRecord = extendRecord(
  dataBreachRecord,
  z.object({ awareSince: received.maybeDate, ...createdPart.schema }),
  { awareSince: 'Aware Since', ...createdPart.labels },
  { awareSince: '2026-11-24T08:15:00.000Z', ...createdPart.example },
);
