import type { TaskRow, Workspace } from '../../world.ts';
import { dayFrom, task } from '../builders.ts';
import { iterationId, processingId, projectId } from './ids.ts';

/** One archived, one overdue with a sub-task, one done, some linked to other records. */
export function tasks(now: Date, workspace: Workspace): TaskRow[] {
  const day = dayFrom(now);
  return [
    task(now, workspace, {
      id: 2001,
      creatorId: 13,
      daysOld: 100,
      label: 'Archiver les anciens registres',
      areaId: 201,
      priority: 'Low',
      workFlowStepId: 404,
      later: { archived: true, dateClosed: day(-95) },
    }),
    task(now, workspace, {
      id: 2002,
      creatorId: 13,
      daysOld: 50,
      label: 'Renouveler le contrat de sous-traitance',
      areaId: 203,
      priority: 'High',
      descriptionHtml: '<p>Vérifier les clauses &amp; la durée</p>',
      deadline: day(-2),
      assignedToUserId: 14,
      ownerId: 13,
      projectId: projectId(1),
      iterationId: iterationId(2),
      objectType: 'Actor',
      objectId: '1001',
      workFlowStepId: 403,
      tagIds: [305, 306],
    }),
    task(now, workspace, {
      id: 2003,
      creatorId: 13,
      daysOld: 40,
      label: 'Relire les clauses de sécurité',
      areaId: 203,
      priority: 'Medium',
      assignedToUserId: 16,
      parentId: 2002,
    }),
    task(now, workspace, {
      id: 2004,
      creatorId: 11,
      daysOld: 30,
      label: 'Mettre à jour la fiche de paie au registre',
      areaId: 203,
      priority: 'Medium',
      deadline: day(15),
      projectId: projectId(1),
      objectType: 'DataProcessing',
      objectId: processingId(1),
      tagIds: [305],
    }),
    task(now, workspace, {
      id: 2005,
      creatorId: 14,
      daysOld: 12,
      label: 'Vérifier l’identité du demandeur',
      areaId: 202,
      priority: 'High',
      objectType: 'DataSubject',
      objectId: '3004',
      workFlowStepId: 402,
      customFields: { '21_text': 'Carte reçue' },
    }),
    task(now, workspace, {
      id: 2006,
      creatorId: 14,
      daysOld: 9,
      label: 'Supprimer le compte boutique',
      areaId: 204,
      priority: 'Medium',
      workFlowStepId: 404,
      later: { dateClosed: day(-8) },
    }),
  ];
}
