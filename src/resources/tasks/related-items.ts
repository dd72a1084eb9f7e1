import * as z from 'zod/mini';
import { type Dastra, path } from '../../dastra/client.ts';
import * as received from '../../dastra/received.ts';
import { listRows } from '../../dastra/rows.ts';
import type { ObjectType } from './calls.ts';

/**
 * Of each kind of record that a task can be about: its list, and the fields that the list is to be
 * trimmed to, which are its name and what the OpenAPI document requires of an answer. Two lists take
 * no `select`.
 */
const LISTS: Record<ObjectType, { list: string; select?: readonly string[] }> = {
  DataProcessing: { list: 'DataProcessings', select: ['id', 'label'] },
  DataSubject: {
    list: 'DataSubjectRequests',
    select: ['id', 'title', 'locale', 'purposes', 'areaId'],
  },
  DataBreach: { list: 'DataBreachs', select: ['id', 'label', 'startDate'] },
  AuditResponse: {
    list: 'AuditResponses',
    select: ['id', 'label', 'area', 'dateCreation', 'workspaceId'],
  },
  Actor: { list: 'Actors', select: ['id', 'displayName'] },
  Asset: { list: 'Assets', select: ['id', 'label', 'type'] },
  DataRetentionRule: { list: 'DataRetentionRules', select: ['id', 'label'] },
  RiskEvaluation: { list: 'RiskEvaluations', select: ['id', 'risk', 'riskId'] },
  ControlPoint: { list: 'ControlPoints' },
  SecurityMeasure: { list: 'SecurityMeasures' },
};

/** Each kind calls its name differently; a risk evaluation has but its risk's. */
export const relatedItem = z.object({
  id: received.id,
  label: received.maybeText,
  title: received.maybeText,
  displayName: received.maybeText,
  risk: received.maybe(z.object({ label: received.maybeText })),
});

/** A page of the records of one kind. @param page counts from 1 */
export const listRelatedItems = async (
  dastra: Dastra,
  workspaceId: number,
  objectType: ObjectType,
  page: number,
  size: number,
): Promise<{ id: string; label: string | undefined }[]> => {
  const { list, select } = LISTS[objectType];
  const { items } = await listRows(dastra, path`/v1/ws/${workspaceId}/${list}`, relatedItem, {
    doing: 'list the records of this kind',
    workspaceId,
    query: { page, size },
    ...(select ? { select } : {}),
  });
  return items.map((item) => ({
    id: item.id,
    label: item.label ?? item.title ?? item.displayName ?? item.risk?.label,
  }));
};
