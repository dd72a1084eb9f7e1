/**
 * Drop-downs of the Zap editor are hidden triggers that list what can be chosen. This makes one of a
 * list of Dastra.
 */
import type { Trigger } from 'zapier-platform-core';
import * as z from 'zod/mini';
import type { Dastra } from '../../dastra/client.ts';
import { isFault } from '../../dastra/errors.ts';
import * as sent from '../../dastra/values-sent.ts';
import { defineForm, type Form } from '../../fields/form.ts';
import { workspaceField } from '../../fields/workspace.ts';
import { operation, type Zapier } from '../../operation.ts';

/** How many choices the editor gets at a time; its "load more" asks for the next page. */
const PAGE_SIZE = 100;

/** A choice; without a label of its own it shows its ID. */
interface Choice {
  id: string;
  label?: string | undefined;
}

/** Where to look in a list. `page` counts from 1. */
interface Place<Input> {
  input: Input;
  page: number;
  size: number;
}

interface Dropdown<Input> {
  key: string;
  /** What is listed, in the singular and in title case. */
  noun: string;
  form: Form<Input>;
  /** Set where the list has pages; elsewhere all choices come at once. */
  paged?: true;
  list(dastra: Dastra, place: Place<Input>): Promise<Choice[]>;
}

/** The form of a drop-down that lists what is in the chosen workspace. */
export const inWorkspace = defineForm(z.object({ workspaceId: sent.recordId }), {
  workspaceId: workspaceField,
});

/** A missing or forbidden list is no dead end: the field takes an ID, and the editor says why. */
const explain = (error: unknown, noun: string, { z: zapier }: Zapier): unknown => {
  if (!isFault(error, 'not-found', 'forbidden')) return error;
  const reason =
    error.fault === 'forbidden'
      ? 'This API key may not read this list. Ask an account owner for the permission, or type'
      : 'This workspace of Dastra has no such list. Type';
  return new zapier.errors.Error(
    `${reason} the ID of the ${noun.toLowerCase()} as a custom value.`,
    error.fault,
    error.details.status,
  );
};

export const defineDropdown = <Input>({ key, noun, form, paged, list }: Dropdown<Input>) =>
  ({
    key,
    noun,
    display: {
      label: `List ${noun} Choices`,
      description: `Triggers when the editor lists the choices of a ${noun.toLowerCase()} field.`,
      hidden: true,
    },
    operation: {
      type: 'polling',
      canPaginate: paged === true,
      inputFields: form.inputFields,
      perform: operation(form, async (dastra, input, zapier) => {
        const page = (zapier.bundle.meta?.page ?? 0) + 1;
        try {
          const choices = await list(dastra, { input, page, size: PAGE_SIZE });
          return choices.map(({ id, label }) => ({ id, label: label ?? id }));
        } catch (error) {
          throw explain(error, noun, zapier);
        }
      }),
      sample: { id: '1', label: noun },
      outputFields: [
        { key: 'id', label: 'ID', type: 'string' },
        { key: 'label', label: 'Label', type: 'string' },
      ],
    },
  }) satisfies Trigger;
