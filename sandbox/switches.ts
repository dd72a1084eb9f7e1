import { z } from 'zod';

/**
 * What the documents leave open or contradict, to be set by a test (fact sheet §9). The defaults
 * follow the OpenAPI document where it speaks.
 */
export const switchesSchema = z.strictObject({
  /** Resources that answer 404, such as `Projects` or `Workflows` (fact sheet §9, 7). */
  missingEndpoints: z.array(z.string()),
  /** Resources that answer 403, as to a key of limited reach (fact sheet §9, 17). */
  forbiddenEndpoints: z.array(z.string()),
  /** `{workSpaces}`, `{items, total}` or a bare array (fact sheet §9, 1). */
  workspacesShape: z.enum(['workSpaces', 'items', 'array']),
  /** The name of requests as workflow type, tag type and task object (fact sheet §9, 4). */
  rightsRequestType: z.enum(['DataSubject', 'DataSubjectRequest']),
  /** Filters name fields in PascalCase or are refused (fact sheet §1, field casing). */
  strictFilterCasing: z.boolean(),
  /** How filters compare texts; on the server the SQL collation decides [I] (fact sheet §1). */
  stringCollation: z.enum(['insensitive', 'sensitive']),
  /** Whether an actor may get the same link twice (fact sheet §3, Idempotency). */
  duplicateLinks: z.enum(['allow', 'refuse']),
  /** `recipients/{actorId}` lists links of type Recipient only (fact sheet §3, Idempotency). */
  recipientsListRecipientsOnly: z.boolean(),
  /** The event of a request from the web form (fact sheet §5, the biggest open question). */
  widgetEvents: z.enum(['widget', 'creation', 'both']),
  /** Whether a webhook carries the full record or a light one (fact sheet §5, Envelope). */
  hookData: z.enum(['full', 'light']),
  /** Whether `eventType` is the event's name or its number (fact sheet §9, 13). */
  eventType: z.enum(['name', 'number']),
  /** What becomes of a second subscription of one URL (fact sheet §5 is silent). */
  secondSubscription: z.enum(['create', 'refuse', 'replace']),
  /** What stands in the header `Dastra-Signature`. */
  signature: z.enum(['valid', 'missing', 'wrong']),
  /** Milliseconds between a create and its webhook. */
  hookDelayMs: z.int().min(0),
  /** Milliseconds a receiver has to answer: 10 s in the documents (fact sheet §5, Delivery). */
  hookTimeoutMs: z.int().min(1),
  /** Calls a minute before 429 (fact sheet §1, Rate limit). */
  rateLimitPerMinute: z.int().min(0),
  /** Dates end in `Z`, as in the generated samples (fact sheet §1, Dates). */
  datesWithZone: z.boolean(),
  /** Lists come oldest first whatever `sortBy` asks (fact sheet §6). */
  sortIgnored: z.boolean(),
});

export type Switches = z.output<typeof switchesSchema>;

/** The switches of a fresh sandbox. */
export function defaultSwitches(): Switches {
  return {
    missingEndpoints: [],
    forbiddenEndpoints: [],
    workspacesShape: 'workSpaces',
    rightsRequestType: 'DataSubject',
    strictFilterCasing: false,
    stringCollation: 'insensitive',
    duplicateLinks: 'allow',
    recipientsListRecipientsOnly: false,
    widgetEvents: 'widget',
    hookData: 'full',
    eventType: 'name',
    secondSubscription: 'create',
    signature: 'valid',
    hookDelayMs: 20,
    hookTimeoutMs: 10_000,
    rateLimitPerMinute: 500,
    datesWithZone: false,
    sortIgnored: false,
  };
}
