/** The calls about questionnaires and their templates. */
import * as z from 'zod/mini';
import type { Dastra, Page } from '../../dastra/client.ts';
import { defineList } from '../../dastra/endpoint.ts';
import { DastraError } from '../../dastra/fault.ts';
import { newestFirst } from '../../dastra/newest.ts';
import * as query from '../../dastra/query.ts';
import * as received from '../../dastra/received.ts';
import * as sent from '../../dastra/sent.ts';
import type { WebhookEvent } from '../../dastra/webhooks.ts';
import {
  OUTCOMES,
  type Outcome,
  QUESTIONNAIRE_OBJECT_TYPES,
  type QuestionnaireResponse,
  questionnaire,
} from './schema.ts';

/** The state that each outcome leads to (assumption A73). */
const STATE_OF = {
  Finalized: 'PendingValidation',
  Validated: 'Published',
  Refused: 'InProgress',
} as const satisfies Record<Outcome, string>;

export const readQuestionnaires = defineList({
  path: '/v1/ws/{workspaceId}/AuditResponses',
  doing: 'list the questionnaires',
  query: {
    ...query.paging,
    ...query.sorting,
    areaId: sent.recordId,
    states: z.array(z.literal(Object.values(STATE_OF))),
    templateIds: z.array(sent.guid),
    objectType: z.enum(QUESTIONNAIRE_OBJECT_TYPES),
    ids: z.array(sent.guid),
  },
  items: questionnaire,
  in: 'page',
});

const template = z.object({
  id: received.id,
  label: received.maybeText,
  isRevision: received.maybeFlag,
});

export const readQuestionnaireTemplates = defineList({
  path: '/v1/ws/{workspaceId}/AuditTemplates',
  doing: 'list the questionnaire templates',
  query: { ...query.paging, Q: query.text },
  items: template,
  in: 'page',
  choices: true,
});

/** The event of each outcome. */
export const EVENT_OF = {
  Finalized: 'AuditResponseFinalized',
  Validated: 'AuditResponseValidated',
  Refused: 'AuditResponseRefused',
} as const satisfies Record<Outcome, WebhookEvent>;

/**
 * A questionnaire with what became of it: what the event says, else what its state shows. One that was
 * answered and is in progress again was presumably refused.
 */
export const withOutcome = (
  source: QuestionnaireResponse,
  event: WebhookEvent | undefined,
): QuestionnaireResponse => {
  const { state, responseDate } = source;
  const told = OUTCOMES.find((outcome) => EVENT_OF[outcome] === event);
  const shown = OUTCOMES.find((outcome) => STATE_OF[outcome] === state);
  const guess = shown === 'Refused' && !responseDate ? undefined : shown;
  return { ...source, outcome: told ?? guess };
};

/**
 * Reads one questionnaire without its answers, which a read by its path would bring all.
 * @throws DastraError `not-found` if the workspace has no such questionnaire
 */
export const getQuestionnaire = async (
  dastra: Dastra,
  workspaceId: number,
  id: string,
): Promise<QuestionnaireResponse> => {
  const { items } = await dastra.list(readQuestionnaires, { workspaceId }, { ids: [id] });
  const found = items.find((item) => item.id.toLowerCase() === id.toLowerCase());
  if (found) return { ...found, outcome: undefined };
  const doing = 'read the questionnaire';
  throw new DastraError('not-found', { doing, workspaceId, record: `questionnaire ${id}` });
};

/** What narrows a list of questionnaires. */
interface QuestionnaireFilter {
  outcomes: readonly Outcome[];
  templateId?: string | undefined;
  areaId?: number | undefined;
  objectType?: (typeof QUESTIONNAIRE_OBJECT_TYPES)[number] | undefined;
}

/** The newest questionnaires that were answered, the newest first. @param size how many */
export const newestQuestionnaires = async (
  dastra: Dastra,
  workspaceId: number,
  { outcomes, templateId, areaId, objectType }: QuestionnaireFilter,
  size: number,
): Promise<QuestionnaireResponse[]> => {
  const found = await newestFirst(dastra, readQuestionnaires, { workspaceId }, size, {
    templateIds: templateId === undefined ? undefined : [templateId],
    areaId,
    objectType,
    states: outcomes.map((outcome) => STATE_OF[outcome]),
  });
  return found.map((item) => ({ ...item, outcome: undefined }));
};

/** A page of a workspace's templates, without the revisions of others. @param page counts from 1 */
export const listQuestionnaireTemplates = async (
  dastra: Dastra,
  workspaceId: number,
  page: number,
  size: number,
  q?: string,
): Promise<Page<z.infer<typeof template>>> => {
  const query = { page, size, Q: q };
  const found = await dastra.list(readQuestionnaireTemplates, { workspaceId }, query);
  return { ...found, items: found.items.filter(({ isRevision }) => isRevision !== true) };
};
