/** The drop-downs of the Zap editor: a hidden trigger for each list of `src/resources/lists.ts`. */
import type { Trigger } from 'zapier-platform-core';
import { isFault } from '../dastra/fault.ts';
import { type AnyList, fromAToZ, LISTS } from '../resources/lists.ts';
import type { DropdownKey } from './fields.ts';
import { leaf } from './leaf.ts';
import { performWith, type Zapier } from './perform.ts';

/** How many choices the editor gets at a time; its "load more" asks for the next page. */
const PAGE_SIZE = 100;

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

/** Makes a hidden trigger of a list. */
const dropdown = ({ noun, form, paged, ordered, list }: AnyList) =>
  ({
    noun,
    display: leaf({
      label: `List ${noun} Choices`,
      description: `Triggers when the editor lists the choices of a ${noun.toLowerCase()} field.`,
      hidden: true,
    }),
    operation: {
      type: 'polling',
      canPaginate: paged === true,
      inputFields: form.inputFields,
      perform: performWith(form, async (dastra, input, zapier) => {
        const page = (zapier.bundle.meta?.page ?? 0) + 1;
        try {
          const choices = await list(dastra, { input: input as never, page, size: PAGE_SIZE });
          // The order of one page of several would mislead.
          const isWhole = page === 1 && choices.length < PAGE_SIZE;
          return (isWhole && !ordered ? fromAToZ(choices) : choices).map(({ id, label }) => ({
            id,
            label: label?.trim() || id,
          }));
        } catch (error) {
          throw explain(error, noun, zapier);
        }
      }),
      sample: leaf({ id: '1', label: noun }),
    },
  }) satisfies Omit<Trigger, 'key'>;

/** All drop-downs, as hidden triggers of the app. */
export const dropdowns: (Trigger & { key: DropdownKey })[] = Object.entries(LISTS).map(
  ([key, list]) => ({
    key: key as DropdownKey,
    ...dropdown(list),
  }),
);
