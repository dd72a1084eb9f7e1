/** The query parameters that Dastra's lists have in common (docs/dastra-api.md, Paging). */
import * as z from 'zod/mini';

export const text = z.string();
export const flag = z.boolean();

/** The most items that Dastra puts on a page. */
export const LARGEST_PAGE = 500;

/** `page` counts from 1. */
export const paging = { page: z.int(), size: z.int().check(z.maximum(LARGEST_PAGE)) };

/** What to sort by is undocumented; `asc` tells the direction. */
export const sorting = { sortBy: text, asc: flag };

/** Rules in JSON (`filters.ts`), and full-text search. */
export const search = { filters: text, q: text };
