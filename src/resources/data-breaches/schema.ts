/** A data breach, as Dastra takes it and as it answers. */
import * as z from 'zod/mini';
import * as received from '../../dastra/received.ts';
import * as sent from '../../dastra/sent.ts';
import { PERSON_CATEGORIES } from '../rights-requests/schema.ts';

/** What a breach affects (`DataBreachType`); a record has a property for each, in lower case. */
export const NATURES = ['Access', 'Integrity', 'Availability'] as const;

/** The states that a breach can be in (`DataBreachState`); `Archived2` means nothing to users. */
export const OPEN_STATES = ['Open', 'Active'] as const;
export const CLOSED = 'Closed';
export const STATES = [...OPEN_STATES, CLOSED] as const;

/** Who or what caused it (`DataBreachReason`). */
export const REASONS = [
  'Unknown',
  'InternalIntentional',
  'InternalAccident',
  'ExternalIntentional',
  'ExternalAccident',
  'Other',
] as const;

/** `DataBreachProbabilityScore` and `DataBreachImpactScore`. */
export const SCORES = ['Unset', 'VeryLow', 'Limited', 'Important', 'Maximal'] as const;

/** What can be written of a breach (`DataBreachDto`; docs/dastra-api.md, Data breaches). */
export const writable = {
  label: sent.text(),
  areaId: sent.recordId,
  access: sent.flag,
  integrity: sent.flag,
  availability: sent.flag,
  startDate: sent.day,
  startHour: sent.text(),
  constatationDate: sent.day,
  constatationHour: sent.text(),
  endDate: sent.day,
  endHour: sent.text(),
  descriptionHtml: sent.text(),
  location: sent.text(),
  dataDescriptionHtml: sent.text(),
  complementaryInformations: sent.text(),
  securityMeasures: sent.text(),
  adoptedSecurityMeasures: sent.text(),
  operatorId: sent.recordId,
  reason: sent.oneOf(REASONS),
  reasonDescription: sent.text(1000),
  dataSupport: sent.text(1000),
  sensitiveData: sent.flag,
  dataVolume: sent.count,
  processorInvolved: sent.flag,
  personCategories: z.array(z.object({ type: z.enum(PERSON_CATEGORIES) })),
  probabilityScore: sent.oneOf(SCORES),
  impactScore: sent.oneOf(SCORES),
  dataProcessings: z.array(z.object({ id: sent.guid })),
  customFields: sent.customFields,
};

/** What a new breach is sent with: what may be left out is optional. */
export const bodyFields = {
  ...sent.optional(writable),
  label: writable.label,
  areaId: writable.areaId,
  access: writable.access,
  integrity: writable.integrity,
  availability: writable.availability,
  startDate: writable.startDate,
  constatationDate: writable.constatationDate,
  reason: writable.reason,
  probabilityScore: writable.probabilityScore,
  impactScore: writable.impactScore,
};

const { access, integrity, availability, startHour, constatationHour, endHour, ...inForm } =
  writable;
const { personCategories, dataProcessings, ...alike } = inForm;

/**
 * The form of a new breach. A day and its hour are one field, and what it affects is one list. What
 * cannot be null and would become its first member where it is left out (assumption A56) has a value.
 * `returnExisting` is ours: an open breach of the same title and unit is returned instead.
 */
export const newDataBreach = z.object({
  workspaceId: sent.recordId,
  ...sent.optional(alike),
  label: writable.label,
  areaId: writable.areaId,
  nature: sent.listOf(sent.oneOf(NATURES)),
  startDate: sent.moment,
  constatationDate: z.optional(sent.moment),
  endDate: z.optional(sent.moment),
  reason: z._default(writable.reason, 'Unknown'),
  probabilityScore: z._default(writable.probabilityScore, 'Unset'),
  impactScore: z._default(writable.impactScore, 'Unset'),
  personCategories: z.optional(sent.listOf(sent.oneOf(PERSON_CATEGORIES))),
  dataProcessingId: z.optional(sent.guid),
  tagIds: z.optional(sent.listOf(sent.recordId)),
  returnExisting: z.optional(sent.flag),
});
export type NewDataBreach = z.infer<typeof newDataBreach>;

/** The form that finds breaches. Its names are those of the form of a new one: in a pair they are one field. */
export const dataBreachQuery = z.object({
  workspaceId: sent.recordId,
  label: z.optional(sent.text()),
  areaId: z.optional(sent.recordId),
  openOnly: z._default(sent.flag, true),
  dataBreachId: z.optional(sent.guid),
});
export type DataBreachQuery = z.infer<typeof dataBreachQuery>;

/** A breach as Dastra answers (`DataBreachDto`), with what only newer documents name. */
export const dataBreach = z.object({
  id: received.id,
  label: received.maybeText,
  state: received.maybeText,
  access: received.maybeFlag,
  integrity: received.maybeFlag,
  availability: received.maybeFlag,
  startDate: received.maybeDate,
  startHour: received.maybeText,
  constatationDate: received.maybeDate,
  constatationHour: received.maybeText,
  endDate: received.maybeDate,
  endHour: received.maybeText,
  /** Hours that are left, or a date (assumption A71). */
  notificationDueTime: received.maybe(z.union([z.number(), z.string()])),
  riskLevel: received.maybeText,
  score: received.maybeNumber,
  probabilityScore: received.maybeText,
  impactScore: received.maybeText,
  areaId: received.maybeId,
  area: received.maybeNamed,
  operatorId: received.maybeId,
  operator: received.maybeUser,
  workFlowStep: received.maybeNamed,
  workSpace: received.maybeNamed,
  descriptionHtml: received.maybeText,
  location: received.maybeText,
  dataDescriptionHtml: received.maybeText,
  complementaryInformations: received.maybeText,
  securityMeasures: received.maybeText,
  adoptedSecurityMeasures: received.maybeText,
  reason: received.maybeText,
  reasonDescription: received.maybeText,
  dataSupport: received.maybeText,
  sensitiveData: received.maybeFlag,
  dataVolume: received.maybeNumber,
  processorInvolved: received.maybeFlag,
  personCategories: received.maybeList(
    z.object({ type: received.maybeText, label: received.maybeText, volume: received.maybeNumber }),
  ),
  dataProcessings: received.maybeList(
    z.object({ id: received.maybeId, label: received.maybeText, ref: received.maybeText }),
  ),
  tags: received.maybeTags,
  archived: received.maybeFlag,
  dateCreation: received.maybeDate,
  dateUpdate: received.maybeDate,
  dateClosed: received.maybeDate,
  creator: received.maybeUser,
  customFields: received.maybeObject,
});
export type DataBreach = z.infer<typeof dataBreach>;
