import type { Workspace } from '../../world.ts';
import { area, dayFrom, defaultSteps, emptyWorkspace, tag, workspaceInfo } from '../builders.ts';
import { actors } from './actors.ts';
import { iterationId, projectId } from './ids.ts';
import { links, processings } from './processings.ts';
import { related } from './related.ts';
import { requests } from './requests.ts';
import { tasks } from './tasks.ts';

/** Workspace 101: the main workspace of Brumelune, an invented maker of lamps. */
export function groupWorkspace(now: Date): Workspace {
  const workspace = emptyWorkspace(workspaceInfo(101, 'Groupe Brumelune'));
  const day = dayFrom(now);

  workspace.areas = [
    area(201, 'Brumelune SAS', null, { ref: 'FR-01', city: 'Lyon', zipCode: '69003' }),
    area(202, 'Direction commerciale', 201, { ref: 'FR-01-COM' }),
    area(203, 'Ressources humaines', 201, { ref: 'FR-01-RH' }),
    area(204, 'Service client', 202, { ref: 'FR-01-COM-SC' }),
    area(205, 'Brumelune Belgique SRL', null, { ref: 'BE-01', city: 'Namur', countryCode: 'BE' }),
    area(206, 'Logistique', 205, { ref: 'BE-01-LOG', countryCode: 'BE' }),
  ];

  workspace.tags = [
    tag(301, 'DataProcessing', 'Données sensibles', '#C0392B'),
    tag(302, 'DataSubject', 'Urgent', '#E67E22'),
    tag(303, 'DataSubject', 'Boutique en ligne', '#2980B9'),
    tag(304, 'DataBreach', 'À notifier', '#8E44AD'),
    tag(305, 'Task', 'Audit 2026', '#16A085'),
    tag(306, 'Task', 'Urgent', '#E67E22'),
    tag(307, 'Actor', 'Fournisseur clé', '#2C3E50'),
    tag(308, 'Actor', 'Hors UE', '#7F8C8D'),
    tag(309, 'SecurityMeasure', 'Chiffrement', '#27AE60'),
    tag(310, 'Asset', 'Cloud', '#3498DB'),
    tag(311, 'Risk', 'Élevé', '#C0392B'),
    tag(312, 'DataRetentionRule', 'Légal', '#95A5A6'),
    tag(313, 'AuditTemplate', 'Sous-traitants', '#D35400'),
  ];

  workspace.steps = defaultSteps(401);

  workspace.subjectCategories = [
    { id: 501, label: 'Clients' },
    { id: 502, label: 'Salariés' },
    { id: 503, label: 'Candidats' },
  ];

  workspace.projects = [
    {
      id: projectId(1),
      label: 'Mise en conformité 2026',
      archived: false,
      dateCreation: day(-200),
    },
    { id: projectId(2), label: 'Refonte de la boutique', archived: false, dateCreation: day(-90) },
    { id: projectId(3), label: 'Déménagement 2023', archived: true, dateCreation: day(-900) },
  ];

  workspace.iterations = [
    { id: iterationId(1), label: 'Sprint 12', start: day(-20), end: day(-7) },
    { id: iterationId(2), label: 'Sprint 13', start: day(-6), end: day(8) },
    { id: iterationId(3), label: 'Sprint 14', start: day(9), end: day(22) },
  ];

  workspace.actors = actors(now);
  workspace.processings = processings(now, workspace);
  workspace.links = links();
  workspace.related = related(now);
  workspace.requests = requests(now, workspace);
  workspace.tasks = tasks(now, workspace);
  return workspace;
}
