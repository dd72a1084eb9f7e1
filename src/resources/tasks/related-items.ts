/** The records that a task can be about, as a drop-down lists them. */
import * as z from 'zod/mini';
import type { Dastra } from '../../dastra/client.ts';
import { defineList } from '../../dastra/endpoint.ts';
import { allOf, textRule, unlessRefused } from '../../dastra/filters.ts';
import * as query from '../../dastra/query.ts';
import * as received from '../../dastra/received.ts';
import { comparableText } from '../../dastra/text.ts';
import type { ObjectType } from './schema.ts';

/** Each kind calls its name differently; a risk evaluation has only its risk's. */
interface Row {
  id: string;
  label?: string | undefined;
  title?: string | undefined;
  displayName?: string | undefined;
  email?: string | undefined;
  ref?: string | undefined;
  demandId?: string | undefined;
  risk?: { label?: string | undefined } | undefined;
}

const { id, maybe, maybeText } = received;
const labeled = z.object({ id, label: maybeText });
const ofRisk = z.object({ id, risk: maybe(z.object({ label: maybeText })) });

/**
 * The list of one kind.
 * @param items its name, and what tells it from others of that name
 * @param select these, and what the OpenAPI document requires of an answer; two lists take no `select`
 */
const listOf = (
  path: string,
  holds: 'page' | 'array',
  items: z.ZodMiniType<Row>,
  ...select: string[]
) =>
  defineList({
    path: `/v1/ws/{workspaceId}/${path}`,
    doing: 'list the records of this kind',
    query: { ...query.paging, q: query.text },
    items,
    in: holds,
    choices: true,
    ...(select.length > 0 ? { select } : {}),
  });

const processing = z.object({ id, label: maybeText, ref: maybeText });
const request = z.object({ id, title: maybeText, demandId: maybeText });
const actor = z.object({ id, displayName: maybeText, email: maybeText });

export const LISTS = {
  DataProcessing: listOf('DataProcessings', 'page', processing, 'id', 'label', 'ref'),
  DataBreach: listOf('DataBreachs', 'page', labeled, 'id', 'label', 'startDate'),
  AuditResponse: listOf(
    'AuditResponses',
    'page',
    labeled,
    'id',
    'label',
    'area',
    'dateCreation',
    'workspaceId',
  ),
  Actor: listOf('Actors', 'page', actor, 'id', 'displayName', 'email'),
  Asset: listOf('Assets', 'page', labeled, 'id', 'label', 'type'),
  DataRetentionRule: listOf('DataRetentionRules', 'page', labeled, 'id', 'label'),
  RiskEvaluation: listOf('RiskEvaluations', 'array', ofRisk, 'id', 'risk', 'riskId'),
  SecurityMeasure: listOf('SecurityMeasures', 'page', labeled),
};

/** Its full-text search regards the title alone, so that a number needs a filter. */
export const requests = defineList({
  ...listOf('DataSubjectRequests', 'page', request),
  select: ['id', 'title', 'demandId', 'locale', 'purposes', 'areaId'],
  query: { ...query.paging, ...query.search },
});

/** It has no full-text search of the usual name. */
export const controlPoints = defineList({
  ...listOf('ControlPoints', 'array', labeled),
  query: query.paging,
});

/** What is chosen from: `detail` tells it from others of the same name. */
export interface RelatedItem {
  id: string;
  label: string | undefined;
  detail: string | undefined;
  /** The number of a rights request. */
  number: string | undefined;
}

/** The number of a rights request, which has no blanks. */
const NUMBER = /^[A-Z\d-]{4,}$/i;

/** A request by its number; no item where Dastra refuses the filter. */
const requestsByNumber = async (dastra: Dastra, workspaceId: number, number: string) => {
  const filters = allOf([textRule('DemandId', 'equal', number)]);
  const page = await dastra.list(requests, { workspaceId }, { filters }).catch(unlessRefused);
  return (
    page?.items.filter(({ demandId }) => comparableText(demandId) === comparableText(number)) ?? []
  );
};

/**
 * A page of the records of one kind.
 * @param page counts from 1
 * @param q a text to search for, where the kind can be searched, or the number of a rights request
 */
export const listRelatedItems = async (
  dastra: Dastra,
  workspaceId: number,
  objectType: ObjectType,
  page: number,
  size: number,
  q?: string,
): Promise<RelatedItem[]> => {
  const paged = { page, size };
  const read = async () => {
    if (objectType === 'ControlPoint') return dastra.list(controlPoints, { workspaceId }, paged);
    const list = objectType === 'DataSubject' ? requests : LISTS[objectType];
    return dastra.list(list, { workspaceId }, { ...paged, q });
  };
  const byNumber =
    objectType === 'DataSubject' && q && NUMBER.test(q)
      ? await requestsByNumber(dastra, workspaceId, q)
      : [];
  const items = byNumber.length > 0 ? byNumber : (await read()).items;
  return items.map((item) => ({
    id: item.id,
    label: item.label ?? item.title ?? item.displayName ?? item.risk?.label,
    detail: item.email ?? item.ref,
    number: item.demandId,
  }));
};
