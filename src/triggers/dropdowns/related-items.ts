import * as z from 'zod/mini';
import { listRelatedItems } from '../../dastra/related-items.ts';
import { OBJECT_TYPES } from '../../dastra/tasks.ts';
import * as sent from '../../dastra/values-sent.ts';
import { relatedItemTypes } from '../../fields/choices.ts';
import { defineForm } from '../../fields/form.ts';
import { workspaceField } from '../../fields/workspace.ts';
import { defineDropdown } from './dropdown.ts';

const ofOneKind = defineForm(
  z.object({ workspaceId: sent.recordId, objectType: sent.oneOf(OBJECT_TYPES) }),
  {
    workspaceId: workspaceField,
    objectType: { label: 'Related Item Type', choices: relatedItemTypes },
  },
);

export default defineDropdown({
  key: 'list_related_items',
  noun: 'Related Item',
  form: ofOneKind,
  paged: true,
  list: (dastra, { input: { workspaceId, objectType }, page, size }) =>
    listRelatedItems(dastra, workspaceId, objectType, page, size),
});
