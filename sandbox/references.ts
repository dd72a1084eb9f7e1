import { invalid } from './problems.ts';
import type { TagDto } from './schemas/organization.ts';
import { type Scope, sameId } from './scope.ts';
import { driftedType } from './views/organization.ts';

/** A field of a body that names a record, and the records it may name. */
export interface Reference {
  field: string;
  id: string | number | null | undefined;
  among: { id: string | number }[];
}

/** Refuses a body that names records which do not exist: 400 on each such field. */
export function checkReferences(references: Reference[]): void {
  const dangling = references.filter(
    ({ id, among }) => id != null && !among.some((row) => sameId(row.id, id)),
  );
  if (dangling.length === 0) return;
  throw invalid(
    Object.fromEntries(
      dangling.map(({ field, id }) => [field, [`${field}: there is no record ${id}`]]),
    ),
  );
}

/** The tags of a body as references: each must exist, with the type of the record it is put on. */
export function tagReferences(
  scope: Scope,
  tags: TagDto[] | null | undefined,
  type: TagDto['type'],
): Reference[] {
  const among = scope.workspace.tags.filter((tag) => tag.type === type);
  const wanted = driftedType(scope.state.switches, type);
  return (tags ?? []).flatMap((tag, index) => [
    { field: `Tags[${index}].Id`, id: tag.id, among },
    { field: `Tags[${index}].Type`, id: tag.type, among: [{ id: wanted }] },
  ]);
}
