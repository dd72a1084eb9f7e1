/** Changing a rights request by the form of *Update Rights Request*. */
import type { Dastra } from '../../dastra/client.ts';
import type { Created } from '../../dastra/custom-fields.ts';
import { updateRecord } from '../../zapier/update.ts';
import { tagsByIds } from '../workspace/tags.ts';
import { getRightsRequest, moveRightsRequest, patchRightsRequest, requestTags } from './calls.ts';
import type { RightsRequest, UpdatedRightsRequest } from './schema.ts';

/** Notes with one more at their end; one that is the last already is not added again. */
const appended = (notes: string | undefined, note: string) => {
  if (!notes?.trim()) return note;
  return notes.trimEnd().endsWith(note.trim()) ? notes : `${notes}\n${note}`;
};

/**
 * Changes a rights request: what is filled in, and nothing else. Two calls where it is so already,
 * and five at most.
 * @throws DastraError with any fault, and what was saved before it
 */
export const updateRightsRequest = (
  dastra: Dastra,
  input: UpdatedRightsRequest,
): Promise<Created<RightsRequest>> => {
  const { workspaceId, requestId, description, descriptionMode, personCategory, ...rest } = input;
  const { tagIds, tagMode, fieldsToClear, workFlowStepId, ...fields } = rest;
  const ids = { workspaceId, id: requestId };
  const category =
    typeof personCategory === 'number' ? { subjectCategoryId: personCategory } : { personCategory };
  return updateRecord(
    {
      read: () => getRightsRequest(dastra, workspaceId, String(requestId)),
      patch: (changes) => dastra.call(patchRightsRequest, ids, { changes }),
      move: (stepId) =>
        dastra.call(
          moveRightsRequest,
          { workspaceId, requestId, stepId },
          { body: { id: requestId, stepId } },
        ),
      tags: (wanted, kept) => tagsByIds(dastra, workspaceId, requestTags, wanted, kept),
    },
    input,
    {
      values: (before: RightsRequest) => ({
        ...fields,
        ...category,
        description:
          description && descriptionMode === 'Append'
            ? appended(before.description, description)
            : description,
      }),
      tagIds,
      tagMode,
      fieldsToClear,
      workFlowStepId,
    },
  );
};
