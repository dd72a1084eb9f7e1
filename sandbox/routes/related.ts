import type { App, Context } from '../context.ts';
import { pagedQuery, selectQuery } from '../listing.ts';
import { text } from '../schemas/fields.ts';
import { relatedDtos } from '../schemas/related.ts';
import { addWorkspaceList } from './workspace-list.ts';

/** Lists for the choice of a task's linked record; of their own filters only `q` is served. */
export function addRelatedRoutes(app: App, context: Context): void {
  const labelled = ['DataBreachs', 'AuditResponses', 'Assets', 'DataRetentionRules'] as const;
  for (const resource of labelled) {
    addWorkspaceList<{ label: string }, typeof selectQuery._zod.output>(app, context, resource, {
      query: selectQuery,
      dto: relatedDtos[resource],
      rows: ({ workspace }) => workspace.related[resource],
      view: (_scope, row) => row,
      searched: ({ label }) => [label],
    });
  }

  addWorkspaceList(app, context, 'SecurityMeasures', {
    query: pagedQuery,
    dto: relatedDtos.SecurityMeasures,
    rows: ({ workspace }) => workspace.related.SecurityMeasures,
    view: (_scope, row) => row,
    searched: ({ label }) => [label],
  });

  addWorkspaceList(app, context, 'RiskEvaluations', {
    bare: true,
    query: selectQuery,
    dto: relatedDtos.RiskEvaluations,
    rows: ({ workspace }) => workspace.related.RiskEvaluations,
    view: (_scope, row) => row,
    searched: ({ risk, description }) => [risk.label, risk.ref, description],
  });

  // This list names its search `Query`, and has no `q`.
  addWorkspaceList(app, context, 'ControlPoints', {
    bare: true,
    query: pagedQuery.omit({ q: true }).extend({ Query: text().optional() }),
    dto: relatedDtos.ControlPoints,
    rows: ({ workspace }, { Query: wanted = '' }) =>
      workspace.related.ControlPoints.filter(({ label }) =>
        label.toLowerCase().includes(wanted.toLowerCase()),
      ),
    view: (_scope, row) => row,
    searched: ({ label, ref }) => [label, ref],
  });
}
