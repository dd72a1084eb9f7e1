/** The records that a task can be about, as a drop-down lists them. */
import * as z from 'zod/mini';
import type { Dastra } from '../../dastra/client.ts';
import { defineList, type Shape } from '../../dastra/endpoint.ts';
import { allOf, textRule, unlessRefused } from '../../dastra/filters.ts';
import * as query from '../../dastra/query.ts';
import * as received from '../../dastra/received.ts';
import { comparableText } from '../../dastra/text.ts';
import type { ObjectType } from './schema.ts';

/** A record that a task can be about; each kind calls its name differently. */
interface Row {
  id: string;
  label?: string | undefined;
  ref?: string | undefined;
  title?: string | undefined;
  demandId?: string | undefined;
  displayName?: string | undefined;
  email?: string | undefined;
  risk?: { label?: string | undefined } | undefined;
}

const { id, maybe, maybeText } = received;
const labeled = z.object({ id, label: maybeText });
const referenced = z.object({ id, label: maybeText, ref: maybeText });
const titled = z.object({ id, title: maybeText, demandId: maybeText });
const displayed = z.object({ id, displayName: maybeText, email: maybeText });
// A risk evaluation has only its risk's name.
const ofRisk = z.object({ id, risk: maybe(z.object({ label: maybeText })) });

const QUERY = { ...query.paging, q: query.text };

/** The list of one kind. */
const listOf = <const Query extends Shape = typeof QUERY>(
  path: string,
  holds: 'page' | 'array',
  items: z.ZodMiniType<Row>,
  select?: readonly string[],
  taken?: Query,
) =>
  defineList({
    path: `/v1/ws/{workspaceId}/${path}`,
    doing: 'list the records of this kind',
    query: (taken ?? QUERY) as Query,
    items,
    in: holds,
    choices: true,
    ...(select ? { select } : {}),
  });

/**
 * Beside the name and what tells it from others, `select` has what the OpenAPI document requires of an
 * answer; two lists take none.
 */
const LISTS = {
  DataProcessing: listOf('DataProcessings', 'page', referenced, ['id', 'label', 'ref']),
  DataBreach: listOf('DataBreachs', 'page', labeled, ['id', 'label', 'startDate']),
  AuditResponse: listOf('AuditResponses', 'page', labeled, [
    'id',
    'label',
    'area',
    'dateCreation',
    'workspaceId',
  ]),
  Actor: listOf('Actors', 'page', displayed, ['id', 'displayName', 'email']),
  Asset: listOf('Assets', 'page', labeled, ['id', 'label', 'type']),
  DataRetentionRule: listOf('DataRetentionRules', 'page', labeled, ['id', 'label']),
  RiskEvaluation: listOf('RiskEvaluations', 'array', ofRisk, ['id', 'risk', 'riskId']),
  SecurityMeasure: listOf('SecurityMeasures', 'page', labeled),
};

/** Its full-text search regards the title alone, so that a number needs a filter. */
const requests = listOf(
  'DataSubjectRequests',
  'page',
  titled,
  ['id', 'title', 'demandId', 'locale', 'purposes', 'areaId'],
  { ...query.paging, ...query.search },
);

/** It has no full-text search of the usual name. */
const controlPoints = listOf('ControlPoints', 'array', labeled, undefined, query.paging);

export const RELATED_ITEMS = { ...LISTS, DataSubject: requests, ControlPoint: controlPoints };

/** What is chosen from: `detail` tells it from others of the same name. */
interface RelatedItem {
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
