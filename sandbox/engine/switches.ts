/**
 * What the documents leave open or contradict, to be set by a test (docs/dastra-api.md,
 * Contradictions). A switch is one line; the defaults follow the OpenAPI document where it speaks.
 */
import { z } from 'zod';

const names = z.array(z.string()).default([]);
const off = z.boolean().default(false);
const atLeast = (least: number, value: number) => z.int().min(least).default(value);
const oneOf = <const Names extends [string, ...string[]]>(...all: Names) =>
  // Without a choice, the first.
  z.enum(all).default(all[0] as never);

export const switchesSchema = z.strictObject({
  /** Resources that answer 404, such as `Projects` or `Workflows` (assumption A28). */
  missingEndpoints: names,
  /** Resources that answer 403, as to a key of limited reach (assumption A5). */
  forbiddenEndpoints: names,
  /** `{workSpaces}`, `{items, total}` or a bare array (assumption A3). */
  workspacesShape: oneOf('workSpaces', 'items', 'array'),
  /** The name of requests as workflow type, tag type and task object (assumption A25). */
  rightsRequestType: oneOf('DataSubject', 'DataSubjectRequest'),
  /** Filters name fields in PascalCase or are refused (assumption A15). */
  strictFilterCasing: off,
  /** How filters compare texts; on the server the SQL collation decides (assumption A16). */
  stringCollation: oneOf('insensitive', 'sensitive'),
  /** Whether an actor may get the same link twice (assumption A35). */
  duplicateLinks: oneOf('allow', 'refuse'),
  /** `recipients/{actorId}` lists links of type Recipient only (assumption A36). */
  recipientsListRecipientsOnly: off,
  /** The event of a request from the web form (assumption A43). */
  widgetEvents: oneOf('widget', 'creation', 'both'),
  /** The events of a step that closes a record: whether it counts as a change of state or of fields. */
  closeEvents: oneOf('state', 'update', 'both'),
  /** Whether a newer list's call that closes a request is there (assumption A54). */
  closeEndpoint: oneOf('present', 'absent'),
  /** The names in its body: ours; another one that it demands (400); or others, so that ours are lost. */
  closeBody: oneOf('ours', 'demands-other', 'ignores-ours'),
  /** Whether a request closed by its step sends the mail that `sendNotification` asks for. */
  stepSendsMail: off,
  /** What `notificationDueTime` of a breach says (assumption A71). */
  breachDueTime: oneOf('hours', 'date'),
  /** Whether a new breach takes processings by their IDs alone (assumption A72). */
  breachProcessings: oneOf('taken', 'refused'),
  /** The events of a questionnaire that needs no validation (assumption A73). */
  unreviewedEvents: oneOf('finalized', 'validated', 'both'),
  /** The state of a questionnaire that was refused (assumption A73). */
  refusedState: oneOf('InProgress', 'Standby'),
  /** Whether a move to a step takes effect (assumption A51). */
  workflowMoves: oneOf('done', 'ignored'),
  /** Whether a change of `complex` moves the due date (docs/dastra-api.md does not say). */
  complexMovesDueDate: off,
  /** Whether a patch takes `customFields` (assumption A50). */
  patchesCustomFields: oneOf('taken', 'refused'),
  /** Whether changes by the key itself fire webhooks, and whether these name its user (assumption A60). */
  ownChanges: oneOf('announced', 'unnamed', 'silent'),
  /** Whether a webhook carries the full record or a light one (assumption A42). */
  hookData: oneOf('full', 'light'),
  /** Whether `eventType` is the event's name or its number (assumption A41). */
  eventType: oneOf('name', 'number'),
  /** What becomes of a second subscription of one URL (docs/dastra-api.md does not say). */
  secondSubscription: oneOf('create', 'refuse', 'replace'),
  /** What stands in the header `Dastra-Signature`. */
  signature: oneOf('valid', 'missing', 'wrong'),
  /** Milliseconds between a change and its webhook. */
  hookDelayMs: atLeast(0, 20),
  /**
   * Milliseconds a receiver has to answer: 10 s in the documents (docs/dastra-api.md, Delivery).
   */
  hookTimeoutMs: atLeast(1, 10_000),
  /** Content types of a JSON Patch: the document names both; `json` refuses json-patch+json (415). */
  patchMediaTypes: oneOf('both', 'json'),
  /** What a PATCH answers: the document has no schema for it. */
  patchAnswer: oneOf('nothing', 'record'),
  /** What the event of a message carries: the message, or its request (assumption A42). */
  messageData: oneOf('message', 'request'),
  /** The author of a requester's message: no user, or one that is the requester (assumption A53). */
  requesterAs: oneOf('nobody', 'user'),
  /** What sending a message answers: the document has no schema for it. */
  messageAnswer: oneOf('nothing', 'message'),
  /** Custom fields that no record may be written without. */
  mandatoryCustomFields: names,
  /**
   * Bytes that a request with a file may have: the default of Dastra's server (assumption A52),
   * else 413.
   */
  uploadLimit: atLeast(0, 30_000_000),
  /** Calls a minute before 429 (docs/dastra-api.md, Rate limit). */
  rateLimitPerMinute: atLeast(0, 500),
  /** Dates end in `Z`, as in the generated samples (docs/dastra-api.md, Dates). */
  datesWithZone: off,
  /** Lists come oldest first whatever `sortBy` asks (assumption A14). */
  sortIgnored: off,
});

export type Switches = z.output<typeof switchesSchema>;

/** The switches of a fresh sandbox. */
export const defaultSwitches = (): Switches => switchesSchema.parse({});
