import * as z from 'zod/mini';
import { type Dastra, path } from './client.ts';
import type { ObjectType } from './tasks.ts';
import * as received from './values-received.ts';

/** The list that holds the records of each kind that a task can be about. */
const LISTS = {
  DataProcessing: 'DataProcessings',
  DataSubject: 'DataSubjectRequests',
  DataBreach: 'DataBreachs',
  AuditResponse: 'AuditResponses',
  Actor: 'Actors',
  Asset: 'Assets',
  DataRetentionRule: 'DataRetentionRules',
  RiskEvaluation: 'RiskEvaluations',
  ControlPoint: 'ControlPoints',
  SecurityMeasure: 'SecurityMeasures',
} as const satisfies Record<ObjectType, string>;

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
  const { items } = await dastra.list(
    path`/v1/ws/${workspaceId}/${LISTS[objectType]}`,
    relatedItem,
    { doing: 'list the records of this kind', workspaceId, query: { page, size } },
  );
  return items.map((item) => ({
    id: item.id,
    label: item.label ?? item.title ?? item.displayName ?? item.risk?.label,
  }));
};
