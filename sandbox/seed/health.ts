import { API_USER_ID, type Workspace } from '../world.ts';
import {
  actor,
  area,
  defaultSteps,
  emptyWorkspace,
  guid,
  processing,
  request,
  tag,
  task,
  workspaceInfo,
} from './builders.ts';

/** Workspace 102: a small sister company; nothing in it has an id of workspace 101. */
export function healthWorkspace(now: Date): Workspace {
  const workspace = emptyWorkspace(workspaceInfo(102, 'Brumelune Santé'));
  workspace.areas = [
    area(231, 'Brumelune Santé SAS', null, { ref: 'SANTE', city: 'Rennes' }),
    area(232, 'Laboratoire de photothérapie', 231),
  ];
  workspace.tags = [
    tag(331, 'Task', 'Essai clinique', '#16A085'),
    tag(332, 'DataSubject', 'Patient', '#2980B9'),
    tag(333, 'Actor', 'Hôpital', '#2C3E50'),
  ];
  workspace.steps = defaultSteps(431);
  workspace.subjectCategories = [{ id: 531, label: 'Patients' }];
  workspace.actors = [
    actor(now, {
      id: 1031,
      creatorId: 12,
      daysOld: 80,
      actorType: 'Morale',
      companyName: 'Clinique des Alisiers',
      email: 'dpo@alisiers.example.org',
      tagIds: [333],
    }),
  ];
  workspace.processings = [
    processing(now, workspace, {
      id: guid(102, 1, 1),
      ref: 'S-001',
      label: 'Essais de photothérapie',
      areaId: 232,
      creatorId: 12,
      daysOld: 70,
    }),
  ];
  workspace.requests = [
    request(now, workspace, {
      id: 3031,
      creatorId: API_USER_ID,
      daysOld: 4,
      title: 'Accès au dossier médical',
      locale: 'fr',
      purposes: ['Access'],
      areaId: 231,
      personCategory: 'Patient',
    }),
  ];
  workspace.tasks = [
    task(now, workspace, {
      id: 2031,
      creatorId: 12,
      daysOld: 3,
      label: "Préparer la réponse à l'hôpital",
      areaId: 231,
      priority: 'Medium',
    }),
  ];
  return workspace;
}
