/** The records that a task can be about, as a drop-down lists them. */
import * as z from 'zod/mini';
import type { Dastra } from '../../dastra/client.ts';
import { defineList } from '../../dastra/endpoint.ts';
import * as query from '../../dastra/query.ts';
import * as received from '../../dastra/received.ts';
import type { ObjectType } from './schema.ts';

/** Each kind calls its name differently; a risk evaluation has only its risk's. */
interface RelatedItem {
  id: string;
  label?: string | undefined;
  title?: string | undefined;
  displayName?: string | undefined;
  risk?: { label?: string | undefined } | undefined;
}

const { id, maybe, maybeText } = received;
const labeled = z.object({ id, label: maybeText });
const titled = z.object({ id, title: maybeText });
const displayed = z.object({ id, displayName: maybeText });
const ofRisk = z.object({ id, risk: maybe(z.object({ label: maybeText })) });

/** The list of one kind. */
const listOf = (
  path: string,
  holds: 'page' | 'array',
  items: z.ZodMiniType<RelatedItem>,
  select?: readonly string[],
) =>
  defineList({
    path: `/v1/ws/{workspaceId}/${path}`,
    doing: 'list the records of this kind',
    query: query.paging,
    items,
    in: holds,
    choices: true,
    ...(select ? { select } : {}),
  });

/** Beside the name, `select` has what the OpenAPI document requires of an answer; two lists take none. */
export const RELATED_ITEMS: Record<ObjectType, ReturnType<typeof listOf>> = {
  DataProcessing: listOf('DataProcessings', 'page', labeled, ['id', 'label']),
  DataSubject: listOf('DataSubjectRequests', 'page', titled, [
    'id',
    'title',
    'locale',
    'purposes',
    'areaId',
  ]),
  DataBreach: listOf('DataBreachs', 'page', labeled, ['id', 'label', 'startDate']),
  AuditResponse: listOf('AuditResponses', 'page', labeled, [
    'id',
    'label',
    'area',
    'dateCreation',
    'workspaceId',
  ]),
  Actor: listOf('Actors', 'page', displayed, ['id', 'displayName']),
  Asset: listOf('Assets', 'page', labeled, ['id', 'label', 'type']),
  DataRetentionRule: listOf('DataRetentionRules', 'page', labeled, ['id', 'label']),
  RiskEvaluation: listOf('RiskEvaluations', 'array', ofRisk, ['id', 'risk', 'riskId']),
  ControlPoint: listOf('ControlPoints', 'array', labeled),
  SecurityMeasure: listOf('SecurityMeasures', 'page', labeled),
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
