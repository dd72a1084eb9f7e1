/** Tasks (docs/dastra-api.md, Tasks). */
import { parseDate } from '../engine/dates.ts';
import { defineResource } from '../engine/define.ts';
import { amend, CUSTOM_FIELDS } from '../engine/document.ts';
import { type Fields, guid, type Row, type Scope } from '../engine/world.ts';
import { countedDays, isOvertaking } from './rights-requests.ts';

amend(['TaskDto', 'TaskCreateUpdateDto'], { customFields: CUSTOM_FIELDS });

/** The resource that holds what a task is linked to, and the property that names a record of it. */
const LINKABLE: Record<string, [path: string, text: string]> = {
  Actor: ['Actors', 'displayName'],
  Asset: ['Assets', 'label'],
  AuditResponse: ['AuditResponses', 'label'],
  ControlPoint: ['ControlPoints', 'label'],
  DataBreach: ['DataBreachs', 'label'],
  DataProcessing: ['DataProcessings', 'label'],
  DataRetentionRule: ['DataRetentionRules', 'label'],
  DataSubject: ['DataSubjectRequests', 'title'],
  RiskEvaluation: ['RiskEvaluations', 'risk'],
  SecurityMeasure: ['SecurityMeasures', 'label'],
};

/** Requests are stored under one name; a switch decides which one callers use. */
const storedType = (type: unknown) => (type === 'DataSubjectRequest' ? 'DataSubject' : type);

const linkedTo = ({ objectType, objectId }: Fields, scope: Scope) => {
  const [path, text] = LINKABLE[String(storedType(objectType))] ?? [];
  const record = path === undefined ? undefined : scope.find(path, objectId);
  return (
    record && { record, text: text === 'risk' ? (record.risk as Fields).label : record[text ?? ''] }
  );
};

/** The text of a piece of HTML: tags away, the five entities of XML and the hard space resolved. */
const plainText = (html: string): string => {
  const entities: Record<string, string> = {
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
    '&nbsp;': ' ',
    '&amp;': '&',
  };
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(lt|gt|quot|#39|nbsp|amp);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
};

const childrenOf = ({ id }: Row, scope: Scope) =>
  scope.rows('Tasks').filter(({ parentId }) => parentId === id);

const created = ({ dateCreation }: Row) => parseDate(String(dateCreation));

export const tasks = defineResource({
  path: 'Tasks',
  name: 'Task',
  serves: ['list', 'get', 'post', 'patch', 'workflow'],
  joins: {
    ...countedDays('deadline'),
    order: ({ id }) => id,
    workSpace: (_row, scope) => scope.find('WorkSpaces', scope.workspaceId),
    descriptionPlainText: ({ descriptionHtml }) =>
      descriptionHtml && plainText(String(descriptionHtml)),
    children: childrenOf,
    nbSubTasks: (row, scope) => childrenOf(row, scope).length,
    nbSubTasksClosed: (row, scope) =>
      childrenOf(row, scope).filter(({ state }) => state === 'Closed').length,
    objectTypeDetails: (row, scope) => {
      const linked = linkedTo(row, scope);
      if (!linked) return undefined;
      const { id } = linked.record;
      const valueId = typeof id === 'number' ? id : 0;
      return { value: String(id), text: linked.text, valueId, workspaceId: scope.workspaceId };
    },
  },
  searched: ['label'],
  // That `users` are assignees and `start`, `end` days of creation is an inference
  // (docs/dastra-api.md, Tasks).
  filters: {
    users: 'assignedToUserId',
    objectType: 'objectType',
    objectIds: 'objectId',
    prios: 'priority',
    projectId: 'projectId',
    iteration: 'iterationId',
    overtaking: (task, wanted: boolean) => !wanted || isOvertaking(task.deadline, task),
    start: (task, wanted: string) => created(task) >= parseDate(wanted),
    end: (task, wanted: string) => created(task) <= parseDate(wanted),
    excludeDone: ({ state }, wanted: boolean) => !wanted || state !== 'Closed',
    includeChildren: ({ parentId }, wanted: boolean) => wanted || parentId == null,
    parentId: 'parentId',
  },
  // Unless asked for, sub-tasks stay away (assumption A18).
  defaults: ({ parentId }) => (parentId === undefined ? { includeChildren: false } : {}),
  writable: `
    label descriptionHtml deadline assignedToUserId ownerId projectId iterationId objectType
    objectId workFlowStepId parentId color additionalDatas areaId priority tags customFields
  `,
  changes: 'state',
  references: {
    areaId: 'Areas',
    assignedToUserId: 'Users',
    ownerId: 'Users',
    projectId: 'Projects',
    iterationId: 'Iterations',
    parentId: 'Tasks',
  },
  tagType: 'Task',
  workflow: 'Task',
  customFields: ['21_text', '22_list'],
  refuses: (fields, scope) => {
    const { objectType, objectId } = fields;
    const names = ['DataSubject', 'DataSubjectRequest'];
    const isOtherName =
      names.includes(String(objectType)) && objectType !== scope.switches.rightsRequestType;
    return {
      objectType: isOtherName && `Expected ${scope.switches.rightsRequestType}`,
      objectId:
        (objectType === undefined) !== (objectId == null)
          ? 'objectType and objectId go together'
          : objectId != null && !linkedTo(fields, scope) && `There is no record ${objectId}`,
    };
  },
  fresh: ({ objectType }) => ({ objectType: storedType(objectType) }),
  events: { created: 'TaskCreation', changed: 'TaskEdit', moved: 'TaskChangeState' },
  // One archived, one overdue with a sub-task, one done, some linked to other records.
  seed: (day) => {
    const task = (...parts: Fields[]): Fields =>
      Object.assign({ creatorId: 13, priority: 'Medium', areaId: 203 }, ...parts);
    return {
      101: [
        task(
          { id: 2001, daysOld: 100, label: 'Archiver les anciens registres', areaId: 201 },
          { priority: 'Low', workFlowStepId: 404, archived: true, dateClosed: day(-95) },
        ),
        task(
          { id: 2002, daysOld: 50, label: 'Renouveler le contrat de sous-traitance' },
          { descriptionHtml: '<p>Vérifier les clauses &amp; la durée</p>', priority: 'High' },
          { deadline: day(-2), assignedToUserId: 14, ownerId: 13, workFlowStepId: 403 },
          { projectId: guid(101, 2, 1), iterationId: guid(101, 3, 2), tagIds: [305, 306] },
          { objectType: 'Actor', objectId: '1001' },
        ),
        task(
          { id: 2003, daysOld: 40, label: 'Relire les clauses de sécurité' },
          { assignedToUserId: 16, parentId: 2002 },
        ),
        task(
          { id: 2004, daysOld: 30, label: 'Mettre à jour la fiche de paie au registre' },
          { creatorId: 11, deadline: day(15), projectId: guid(101, 2, 1), tagIds: [305] },
          { objectType: 'DataProcessing', objectId: guid(101, 1, 1) },
        ),
        task(
          { id: 2005, daysOld: 12, label: 'Vérifier l’identité du demandeur', creatorId: 14 },
          { areaId: 202, priority: 'High', workFlowStepId: 402 },
          { objectType: 'DataSubject', objectId: '3004' },
          { customFields: { '21_text': 'Carte reçue' } },
        ),
        task(
          { id: 2006, daysOld: 9, label: 'Supprimer le compte boutique', creatorId: 14 },
          // Today, so that an edit may be the news of it.
          { areaId: 204, workFlowStepId: 404, dateClosed: day(-0.5), assignedToUserId: 15 },
          { projectId: guid(101, 2, 2), objectType: 'DataProcessing', objectId: guid(101, 1, 2) },
        ),
      ],
      102: [
        task(
          { id: 2031, daysOld: 3, label: "Préparer la réponse à l'hôpital" },
          { creatorId: 12, areaId: 231 },
        ),
      ],
    };
  },
  many: (number) => ({ label: `Task ${number}`, deadline: '2099-12-31T17:00:00' }),
});
