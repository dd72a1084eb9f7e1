/** The records that a task can be about, as a drop-down lists them. */
import * as z from 'zod/mini';
import type { Dastra } from '../../dastra/client.ts';
import { defineList } from '../../dastra/endpoint.ts';
import * as query from '../../dastra/query.ts';
import * as received from '../../dastra/received.ts';
import type { ObjectType } from './schema.ts';

/** Each kind calls its name differently; a risk evaluation has but its risk's. */
const relatedItem = z.object({
  id: received.id,
  label: received.maybeText,
  title: received.maybeText,
  displayName: received.maybeText,
  risk: received.maybe(z.object({ label: received.maybeText })),
});

/**
 * The list of one kind.
 * @param select its name, and what the OpenAPI document requires of an answer; two lists take no `select`
 */
const listOf = (path: string, holds: 'page' | 'array', ...select: string[]) =>
  defineList({
    path: `/v1/ws/{workspaceId}/${path}`,
    doing: 'list the records of this kind',
    query: query.paging,
    items: relatedItem,
    in: holds,
    choices: true,
    ...(select.length > 0 ? { select } : {}),
  });

export const RELATED_ITEMS: Record<ObjectType, ReturnType<typeof listOf>> = {
  DataProcessing: listOf('DataProcessings', 'page', 'id', 'label'),
  DataSubject: listOf('DataSubjectRequests', 'page', 'id', 'title', 'locale', 'purposes', 'areaId'),
  DataBreach: listOf('DataBreachs', 'page', 'id', 'label', 'startDate'),
  AuditResponse: listOf(
    'AuditResponses',
    'page',
    'id',
    'label',
    'area',
    'dateCreation',
    'workspaceId',
  ),
  Actor: listOf('Actors', 'page', 'id', 'displayName'),
  Asset: listOf('Assets', 'page', 'id', 'label', 'type'),
  DataRetentionRule: listOf('DataRetentionRules', 'page', 'id', 'label'),
  RiskEvaluation: listOf('RiskEvaluations', 'array', 'id', 'risk', 'riskId'),
  ControlPoint: listOf('ControlPoints', 'array'),
  SecurityMeasure: listOf('SecurityMeasures', 'page'),
};

/** A page of the records of one kind. @param page counts from 1 */
export const listRelatedItems = async (
  dastra: Dastra,
  workspaceId: number,
  objectType: ObjectType,
  page: number,
  size: number,
): Promise<{ id: string; label: string | undefined }[]> => {
  const list = RELATED_ITEMS[objectType];
  const { items } = await dastra.list(list, { workspaceId }, { page, size });
  return items.map((item) => ({
    id: item.id,
    label: item.label ?? item.title ?? item.displayName ?? item.risk?.label,
  }));
};
