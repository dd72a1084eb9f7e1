import * as z from 'zod/mini';
import {
  dateOf,
  maybeDate,
  maybeFlag,
  maybeId,
  maybeList,
  maybeNumber,
} from '../../dastra/received.ts';
import { createdPart } from '../../zapier/created.ts';
import { namedLabels, tagLabels, userLabels } from '../../zapier/labels.ts';
import { defineRecord, extendRecord, named, timestamp } from '../../zapier/record.ts';
import { personCategories } from '../rights-requests/choices.ts';
import { natureOf } from './calls.ts';
import { breachStates, natures, reasons, riskLevels, scores } from './choices.ts';
import { type DataBreach, dataBreach } from './schema.ts';

const { notificationDueTime, ...shape } = dataBreach.shape;

const number = z.union([z.number(), z.string().check(z.regex(/^-?\d+(\.\d+)?$/))]);

/** What `notificationDueTime` says: hours that are left, or when they end (assumption A71). */
const dueOf = (value: DataBreach['notificationDueTime']) => {
  const hours = z.safeParse(number, value).data;
  return hours === undefined
    ? { notificationDueDate: dateOf(value === undefined ? undefined : String(value)) }
    : { hoursToNotify: Math.round(Number(hours)) };
};

/** What Zapier gets of a data breach. */
export const dataBreachRecord = defineRecord(
  z.object({
    ...shape,
    nature: maybeList(z.string()),
    workspaceId: maybeId,
    hoursToNotify: maybeNumber,
    notificationDueDate: maybeDate,
  }),
  {
    label: 'Title',
    state: named('Status', breachStates),
    workFlowStep: namedLabels('Step'),
    nature: named('Nature of Breach', natures),
    constatationDate: 'Aware Since',
    constatationHour: 'Aware Since (Hour)',
    notificationDueDate: 'Notification Due Date',
    hoursToNotify: 'Hours Left to Notify',
    area: namedLabels('Organizational Unit'),
    operator: userLabels('Assigned To'),
    riskLevel: named('Risk Level', riskLevels),
    startDate: 'Start',
    startHour: 'Start (Hour)',
    endDate: 'End',
    endHour: 'End (Hour)',
    descriptionHtml: 'Description (HTML)',
    location: 'Location',
    personCategories: {
      type: named('Data Subject Categories', personCategories),
      label: 'Data Subject Category Labels',
      volume: 'Data Subject Category Volumes',
    },
    dataDescriptionHtml: 'Data Affected (HTML)',
    sensitiveData: 'Sensitive Data',
    dataVolume: 'Number of Records',
    dataProcessings: {
      label: 'Processings',
      ref: 'Processing References',
      id: 'Processing IDs',
    },
    processorInvolved: 'Processor Involved',
    securityMeasures: 'Security Measures Before',
    adoptedSecurityMeasures: 'Security Measures Taken',
    complementaryInformations: 'Further Information',
    reason: named('Cause', reasons),
    reasonDescription: 'Cause Description',
    dataSupport: 'Data Medium',
    probabilityScore: named('Probability', scores),
    impactScore: named('Impact', scores),
    score: 'Risk Score',
    access: 'Confidentiality Affected',
    integrity: 'Integrity Affected',
    availability: 'Availability Affected',
    tags: tagLabels,
    archived: 'Archived',
    dateCreation: 'Date Created',
    dateUpdate: timestamp('Date Updated'),
    dateClosed: 'Date Closed',
    creator: userLabels('Creator'),
    workSpace: namedLabels('Workspace'),
    id: 'Breach ID',
    areaId: 'Organizational Unit ID',
    operatorId: 'Assigned To ID',
    workspaceId: 'Workspace ID',
    customFields: null,
  },
  {
    id: '5d1b2c7e-9a4f-4a0b-8c3e-2f6d7a8b9c01',
    label: 'Mailing list sent to the wrong recipients',
    state: 'Open',
    access: true,
    integrity: false,
    availability: false,
    constatationDate: '2026-11-24T00:00:00.000Z',
    constatationHour: '09:15:00',
    notificationDueTime: 72,
    startDate: '2026-11-23T00:00:00.000Z',
    startHour: '17:40:00',
    riskLevel: 'Low',
    score: 0,
    probabilityScore: 'Unset',
    impactScore: 'Unset',
    workSpace: { id: '101', label: 'Exemplia' },
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
  ({ notificationDueTime: due, ...source }: DataBreach) => ({
    ...source,
    ...dueOf(due),
    nature: natureOf(source),
    workspaceId: undefined,
  }),
);

/** What Zapier gets of a data breach from the action that creates it, or finds it there. */
export const createdDataBreachRecord = extendRecord(
  dataBreachRecord,
  z.object({ awareSince: maybeDate, alreadyExisted: maybeFlag, ...createdPart.schema }),
  {
    awareSince: timestamp('Aware Since (Moment)'),
    alreadyExisted: 'Already Existed',
    ...createdPart.labels,
  },
  { awareSince: '2026-11-24T08:15:00.000Z', alreadyExisted: false, ...createdPart.example },
);
