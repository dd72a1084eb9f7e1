/** The query parameters that Dastra's lists have in common (fact sheet §1, Paging). */
import * as z from 'zod/mini';
import * as sent from './sent.ts';

export const number = z.int();
export const text = z.string();
export const flag = z.boolean();

/** `page` counts from 1; a page holds at most 500 items. */
export const paging = { page: number, size: number };

/** What to sort by is undocumented; `asc` tells the direction. */
export const sorting = { sortBy: text, asc: flag };

/** Rules in JSON (`filters.ts`), and full-text search. */
export const search = { filters: text, q: text };

/** The unit that a record belongs to. */
export const unit = { areaId: sent.recordId };
