import { z } from 'zod';
import { dateTime, flag, guid, int32, optionalText, text } from './fields.ts';
import { areaDto } from './organization.ts';

/**
 * The records a task can be linked to beside processings, requests and actors: what a drop-down
 * needs, and what the OpenAPI document requires.
 */
export const relatedDtos = {
  DataBreachs: z.object({
    id: guid,
    label: text(),
    state: z.enum(['Open', 'Active', 'Closed', 'Archived2']),
    areaId: int32,
    archived: flag,
    startDate: dateTime,
    dateCreation: dateTime,
  }),
  AuditResponses: z.object({
    id: guid,
    label: text(150),
    workspaceId: int32,
    areaId: int32,
    area: areaDto,
    archived: flag,
    dateCreation: dateTime,
  }),
  Assets: z.object({
    id: int32,
    label: text(655),
    type: z.enum(['Software', 'Building', 'Network', 'Material', 'Data', 'People', 'Process']),
    dateCreation: dateTime,
  }),
  DataRetentionRules: z.object({
    id: guid,
    label: text(400),
    description: optionalText(3000),
    dateCreation: dateTime,
  }),
  SecurityMeasures: z.object({
    id: int32,
    label: text(150),
    type: z.enum(['Technical', 'Organizational', 'Physical']),
    dateCreation: dateTime,
  }),
  RiskEvaluations: z.object({
    id: guid,
    riskId: guid,
    risk: z.object({ id: guid, label: text(), ref: text() }),
    description: optionalText(3500),
    areaId: int32.nullish(),
    dateCreation: dateTime,
  }),
  ControlPoints: z.object({
    id: guid,
    label: text(250),
    ref: text(20),
    priority: int32,
    answers: z.array(z.object({ label: text() })),
    dateCreation: dateTime,
  }),
};

type RelatedResource = keyof typeof relatedDtos;
export type RelatedItems = {
  [Resource in RelatedResource]: z.output<(typeof relatedDtos)[Resource]>[];
};
