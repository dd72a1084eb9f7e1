import { daysBetween, parseDate } from '../dates.ts';
import { requestDto, requestLightDto } from '../schemas/request.ts';
import type { Scope } from '../scope.ts';
import type { RequestRow } from '../world.ts';
import { areaView, stepView, tagViews, userLightView } from './organization.ts';
import { present } from './present.ts';

export function requestView(scope: Scope, request: RequestRow) {
  const area = scope.workspace.areas.find(({ id }) => id === request.areaId);
  return present(requestDto, {
    ...requestLightView(scope, request),
    area: area && areaView(area),
    creator: userLightView(scope, request.creatorId),
    operatorId: request.operatorId,
    operator: userLightView(scope, request.operatorId),
    closedByUser: userLightView(scope, request.closedByUserId),
    tags: tagViews(scope, request.tagIds),
    attachments: request.attachments,
  });
}

/** What a create answers (fact sheet §2.3). */
export function requestLightView(scope: Scope, request: RequestRow) {
  return present(requestLightDto, {
    ...request,
    workFlowStep: stepView(scope, request.workFlowStepId),
    subjectCategory: scope.workspace.subjectCategories.find(
      ({ id }) => id === request.subjectCategoryId,
    ),
    ...countedDays(request.dateCreation, request.expiryTime, request.dateClosed),
  });
}

/** Days left of an open record, days taken by a closed one. */
export function countedDays(
  created: string,
  due: string | null | undefined,
  closed: string | null | undefined,
) {
  return {
    remainingDays: due && !closed ? daysBetween(new Date(), parseDate(due)) : null,
    closingTime: closed ? daysBetween(parseDate(created), parseDate(closed)) : null,
  };
}
