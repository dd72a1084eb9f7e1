/** What is written: fields as they are stored, whether they make sense, and the step they are in. */
import { toServerDate } from './dates.ts';
import { membersOf, type Properties } from './document.ts';
import { type FieldErrors, invalid } from './problems.ts';
import type { Definition } from './resource.ts';
import { pascal } from './validate.ts';
import { type Fields, type Row, type Scope, sameId } from './world.ts';

/** Fields as they are stored: dates in Dastra's form, tags by id, custom fields that are known. */
export const stored = (
  { tags, customFields, ...fields }: Fields,
  properties: Properties,
  known: readonly string[] = [],
): Fields => ({
  ...Object.fromEntries(
    Object.entries(fields).map(([property, value]) => {
      const isDate = properties[property]?.format === 'date-time';
      return [property, isDate ? toServerDate(value as string | null) : value];
    }),
  ),
  ...(tags !== undefined && { tagIds: ((tags ?? []) as Row[]).map(({ id }) => id) }),
  ...(customFields !== undefined && {
    customFields: Object.fromEntries(
      Object.entries(customFields ?? {}).filter(([key]) => known.includes(key)),
    ),
  }),
});

/**
 * Refuses fields that name records which do not exist, and what the resource itself refuses.
 * @param changed the part of the fields that is new
 * @throws a 400 on each such field
 */
export const checkMeaning = (
  { references = {}, workflow, tagType, customFields: known = [], refuses }: Definition,
  fields: Fields,
  scope: Scope,
  changed = fields,
): void => {
  const errors: FieldErrors = {};
  const refuse = (property: string, message: string) => {
    errors[pascal(property)] = [`${pascal(property)}: ${message}`];
  };
  const checkReference = (property: string, id: unknown, among: Row[]) => {
    if (id != null && !among.some((row) => sameId(row.id, id))) {
      refuse(property, `There is no record ${id}`);
    }
  };
  for (const [property, named] of Object.entries(references)) {
    checkReference(property, changed[property], scope.rows(named));
  }
  checkReference('workFlowStepId', changed.workFlowStepId, stepsOf(scope, workflow));
  const tags = scope.rows('Tags').filter(({ type }) => type === tagType);
  const [wanted] = tags.map((tag) => scope.complete('Tags', tag).type);
  for (const [index, tag] of ((changed.tags ?? []) as Row[]).entries()) {
    checkReference(`tags[${index}].Id`, tag.id, tags);
    if (tag.type !== wanted) refuse(`tags[${index}].Type`, `Expected ${wanted}`);
  }
  const customFields = (fields.customFields ?? {}) as Fields;
  for (const key of scope.switches.mandatoryCustomFields) {
    const isEmpty = [undefined, null, ''].some((empty) => empty === customFields[key]);
    if (isEmpty && known.includes(key)) refuse(`customFields.${key}`, 'A value is required');
  }
  for (const [property, message] of Object.entries(refuses?.(fields, scope) ?? {})) {
    if (message) refuse(property, message);
  }
  if (Object.keys(errors).length > 0) throw invalid(errors);
};

/** The steps of a workflow. */
export const stepsOf = (scope: Scope, workflow: string | undefined): Row[] =>
  scope.rows('Workflows').filter(({ type }) => type === workflow);

/** The step that a new record is in: the one named, the one of its state, or the initial one. */
export const stepOf = (scope: Scope, workflow: string, { workFlowStepId, state }: Fields) => {
  const steps = stepsOf(scope, workflow);
  return (
    steps.find(({ id }) => id === workFlowStepId) ??
    steps.find(({ mappedState }) => mappedState === state) ??
    steps.find(({ initialStep }) => initialStep)
  );
};

/** The state of a record in a step (assumption A27); the first one where the step has none. */
export const stateOf = ({ state = {} }: Properties, { mappedState }: Row): unknown => {
  const states = membersOf(state);
  return states.find((one) => one === mappedState) ?? states[0];
};
