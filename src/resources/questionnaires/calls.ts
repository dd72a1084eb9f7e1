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
  ANSWERED_STATES,
  type Outcome,
  QUESTIONNAIRE_OBJECT_TYPES,
  type QuestionnaireResponse,
  questionnaire,
} from './schema.ts';

export const readQuestionnaires = defineList({
  path: '/v1/ws/{workspaceId}/AuditResponses',
  doing: 'list the questionnaires',
  query: {
    ...query.paging,
    ...query.sorting,
    areaId: sent.recordId,
    states: z.array(z.literal(ANSWERED_STATES)),
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
  query: query.paging,
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

/** The outcome that a state shows, where no event tells it (assumption A64). */
const OUTCOME_OF_STATE: Readonly<Record<string, Outcome>> = {
  PendingValidation: 'Finalized',
  Published: 'Validated',
};

/**
 * A questionnaire with what became of it: what the event says, else what its state shows. One that was
 * answered and is in progress again was presumably refused.
 */
export const withOutcome = (
  source: QuestionnaireResponse,
  event: WebhookEvent | undefined,
): QuestionnaireResponse => {
  const { state = '', responseDate } = source;
  const [told] = Object.entries(EVENT_OF).find(([, name]) => name === event) ?? [];
  const refused = state === 'InProgress' && responseDate ? 'Refused' : undefined;
  return { ...source, outcome: (told as Outcome) ?? OUTCOME_OF_STATE[state] ?? refused };
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
  templateId?: string | undefined;
  areaId?: number | undefined;
  objectType?: (typeof QUESTIONNAIRE_OBJECT_TYPES)[number] | undefined;
}

/** The newest questionnaires that were answered, the newest first. @param size how many */
export const newestQuestionnaires = async (
  dastra: Dastra,
  workspaceId: number,
  { templateId, areaId, objectType }: QuestionnaireFilter,
  size: number,
): Promise<QuestionnaireResponse[]> => {
  const found = await newestFirst(dastra, readQuestionnaires, { workspaceId }, size, {
    templateIds: templateId === undefined ? undefined : [templateId],
    areaId,
    objectType,
    states: [...ANSWERED_STATES],
  });
  return found.map((item) => ({ ...item, outcome: undefined }));
};

/** A page of a workspace's templates, without the revisions of others. @param page counts from 1 */
export const listQuestionnaireTemplates = async (
  dastra: Dastra,
  workspaceId: number,
  page: number,
  size: number,
): Promise<Page<z.infer<typeof template>>> => {
  const found = await dastra.list(readQuestionnaireTemplates, { workspaceId }, { page, size });
  return { ...found, items: found.items.filter(({ isRevision }) => isRevision !== true) };
};
