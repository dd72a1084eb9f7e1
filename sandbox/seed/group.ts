import { addDays, serverDate } from '../dates.ts';
import { API_USER_ID, type Workspace } from '../world.ts';
import {
  actor,
  area,
  defaultSteps,
  emptyWorkspace,
  guid,
  link,
  processing,
  request,
  tag,
  task,
  workspaceInfo,
} from './builders.ts';

/** Workspace 101: the main workspace of Brumelune, an invented maker of lamps. */
export function groupWorkspace(now: Date): Workspace {
  const workspace = emptyWorkspace(workspaceInfo(101, 'Groupe Brumelune'));
  const day = (days: number) => serverDate(addDays(now, days));
  const id = (kind: number, number: number) => guid(101, kind, number);
  const processingId = (number: number) => id(1, number);
  const projectId = (number: number) => id(2, number);
  const iterationId = (number: number) => id(3, number);

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

  const organization = { actorType: 'Morale', creatorId: 13 } as const;
  const person = { actorType: 'Physical', creatorId: 13 } as const;
  workspace.actors = [
    actor(now, {
      ...organization,
      id: 1001,
      daysOld: 400,
      companyName: 'Hélianthe Paie',
      email: 'contact@helianthe.example.com',
      contactName: 'Odile Perrinaud',
      city: 'Nantes',
      countryCode: 'FR',
      tagIds: [307],
      customFields: { '31_text': 'F-0042', '32_bool': true },
      dpaSignatureDate: day(-390),
    }),
    actor(now, {
      ...organization,
      id: 1002,
      daysOld: 380,
      companyName: 'Nuage Cobalt',
      email: 'privacy@nuage-cobalt.example.org',
      countryCode: 'IE',
      tagIds: [307, 308],
    }),
    actor(now, {
      ...organization,
      id: 1003,
      daysOld: 350,
      companyName: 'Transports Quercygne',
      email: 'dpo@quercygne.example.com',
      countryCode: 'FR',
    }),
    actor(now, {
      ...organization,
      id: 1004,
      daysOld: 320,
      companyName: 'Études Marjolaine',
      countryCode: 'BE',
    }),
    actor(now, {
      ...organization,
      id: 1005,
      daysOld: 300,
      companyName: 'Lampisterie Ostrevent',
      email: 'achats@ostrevent.example.com',
      vendorType: 'B2C',
    }),
    actor(now, {
      ...organization,
      id: 1006,
      daysOld: 250,
      companyName: 'Mutuelle Trois-Rivages',
      email: 'shared@rivages.example.org',
    }),
    actor(now, {
      ...organization,
      id: 1007,
      daysOld: 240,
      companyName: 'Mutuelle Trois-Rivages Prévoyance',
      email: 'shared@rivages.example.org',
    }),
    actor(now, {
      ...person,
      id: 1008,
      daysOld: 200,
      givenName: 'Éloïse',
      familyName: 'Bréhaut',
      email: 'eloise.brehaut@example.com',
    }),
    actor(now, {
      ...person,
      id: 1009,
      daysOld: 150,
      givenName: 'Jérôme',
      familyName: "L'Hospitalier",
      email: 'jerome@example.org',
      companyName: 'Études Marjolaine',
    }),
    actor(now, {
      ...person,
      id: 1010,
      daysOld: 120,
      givenName: 'Agnieszka',
      familyName: 'Łuczakowa',
      countryCode: 'PL',
    }),
    actor(now, { ...person, id: 1011, daysOld: 60, givenName: 'Noël', familyName: 'Ancelot' }),
    actor(now, {
      ...organization,
      id: 1012,
      daysOld: 10,
      companyName: 'Imprimerie du Vieux Gué',
      email: 'atelier@vieux-gue.example.com',
    }),
  ];

  const mine = { creatorId: 13 };
  workspace.processings = [
    {
      ...mine,
      id: processingId(1),
      ref: 'T-001',
      label: 'Gestion de la paie',
      areaId: 203,
      daysOld: 390,
      tagIds: [301],
    },
    { ...mine, id: processingId(2), ref: 'T-002', label: 'Recrutement', areaId: 203, daysOld: 380 },
    {
      ...mine,
      id: processingId(3),
      ref: 'T-003',
      label: 'Suivi des commandes',
      areaId: 204,
      daysOld: 300,
      ownerId: 14,
    },
    {
      ...mine,
      id: processingId(4),
      ref: 'T-004',
      label: "Lettre d'information",
      areaId: 202,
      daysOld: 220,
    },
    {
      ...mine,
      id: processingId(5),
      ref: 'T-005',
      label: 'Vidéosurveillance des entrepôts',
      areaId: 206,
      daysOld: 180,
    },
    {
      ...mine,
      id: processingId(6),
      ref: 'T-006',
      label: 'Livraison pour le compte de tiers',
      areaId: 206,
      daysOld: 90,
      processingType: 'Vendor' as const,
    },
    {
      ...mine,
      id: processingId(7),
      ref: 'T-007',
      label: 'Programme de fidélité',
      areaId: 202,
      daysOld: 20,
      state: 'Draft' as const,
    },
    {
      ...mine,
      id: processingId(8),
      ref: 'T-008',
      label: 'Badgeuse biométrique',
      areaId: 203,
      daysOld: 700,
      state: 'Archived' as const,
    },
  ].map((row) => processing(now, workspace, row));

  workspace.links = [
    link(id(4, 1), processingId(1), 1001, { type: 'Recipient', recipientType: 'Vendor' }),
    link(id(4, 2), processingId(1), 1006, { type: 'Recipient', recipientType: 'ThirdParty' }),
    link(id(4, 3), processingId(1), 1008, {
      type: 'Stakeholder',
      jobTitle: 'DataProtectionOfficer',
    }),
    link(id(4, 4), processingId(3), 1003, { type: 'Recipient', recipientType: 'Vendor' }),
    link(id(4, 5), processingId(6), 1005, { type: 'DataController' }),
    link(id(4, 6), processingId(2), 1009, { type: 'Referent' }),
  ];

  const breaches = ['Courriel envoyé au mauvais client', "Vol d'un ordinateur portable"];
  const assets = ['Logiciel de paie', 'Boutique en ligne', 'Entrepôt de Namur'];
  const audits = ['Revue annuelle du sous-traitant de paie', 'AIPD vidéosurveillance'];
  const dateCreation = day(-100);
  workspace.related = {
    DataBreachs: breaches.map((label, index) => ({
      id: id(5, index + 1),
      label,
      state: 'Open',
      areaId: 201,
      archived: false,
      startDate: day(-101),
      dateCreation,
    })),
    AuditResponses: audits.map((label, index) => ({
      id: id(6, index + 1),
      label,
      workspaceId: 101,
      areaId: 201,
      area: area(201, 'Brumelune SAS', null),
      archived: false,
      dateCreation,
    })),
    Assets: assets.map((label, index) => ({
      id: 1101 + index,
      label,
      type: label.startsWith('Entrepôt') ? 'Building' : 'Software',
      dateCreation,
    })),
    DataRetentionRules: ['Bulletins de paie', 'Commandes'].map((label, index) => ({
      id: id(7, index + 1),
      label,
      dateCreation,
    })),
    SecurityMeasures: ['Chiffrement des disques', 'Charte informatique'].map((label, index) => ({
      id: 1201 + index,
      label,
      type: index === 0 ? 'Technical' : 'Organizational',
      dateCreation,
    })),
    RiskEvaluations: ['Fuite de données clients', 'Perte de disponibilité'].map((label, index) => ({
      id: id(8, index + 1),
      riskId: id(9, index + 1),
      risk: { id: id(9, index + 1), label, ref: `R-${index + 1}` },
      areaId: 201,
      dateCreation,
    })),
    ControlPoints: ['Revue des accès', 'Test de restauration'].map((label, index) => ({
      id: id(10, index + 1),
      label,
      ref: `C-${index + 1}`,
      priority: index + 1,
      answers: [{ label: 'Conforme' }, { label: 'Non conforme' }],
      dateCreation,
    })),
  };

  const asked = { locale: 'fr', creatorId: API_USER_ID };
  workspace.requests = [
    request(now, workspace, {
      ...asked,
      id: 3001,
      daysOld: 130,
      title: 'Accès au dossier de Clovis Hardouillet',
      purposes: ['Access'],
      areaId: 204,
      givenName: 'Clovis',
      familyName: 'Hardouillet',
      email: 'clovis@example.com',
      workFlowStepId: 409,
      channel: 'Form',
      subjectCategoryId: 501,
      later: {
        dateClosed: day(-110),
        closedReason: 'Accepted',
        closedByUserId: 14,
        archived: true,
        archivedDate: day(-80),
      },
    }),
    request(now, workspace, {
      ...asked,
      id: 3002,
      daysOld: 60,
      title: 'Effacement du compte boutique',
      purposes: ['Erasure', 'Opposition'],
      areaId: 204,
      email: 'ysaline@example.org',
      workFlowStepId: 409,
      channel: 'IncomingEmail',
      operatorId: 14,
      tagIds: [303],
      later: { dateClosed: day(-45), closedReason: 'Accepted', closedByUserId: 14 },
    }),
    request(now, workspace, {
      ...asked,
      id: 3003,
      daysOld: 45,
      title: 'Rectification des coordonnées bancaires',
      purposes: ['Rectification'],
      areaId: 203,
      givenName: 'Bérengère',
      familyName: 'Toussac',
      workFlowStepId: 407,
      operatorId: 13,
      tagIds: [302],
      subjectCategoryId: 502,
    }),
    request(now, workspace, {
      ...asked,
      id: 3004,
      daysOld: 20,
      title: 'Portabilité des données de fidélité',
      purposes: ['Portability'],
      areaId: 202,
      email: 'leopold@example.com',
      complex: true,
      workFlowStepId: 406,
      channel: 'Widget',
      widgetId: 61,
      customFields: { '13_long': 'Carte 77-1204', '13_html': '<p>Deux comptes</p>' },
      later: {
        mailValidated: true,
        emailValidationDate: day(-20),
        attachments: [
          {
            id: id(11, 1),
            fileName: 'piece.pdf',
            extension: 'pdf',
            size: 48_213,
            transmitted: true,
          },
        ],
      },
    }),
    request(now, workspace, {
      ...asked,
      id: 3005,
      daysOld: 6,
      locale: 'nl',
      title: 'Access request from a Belgian customer',
      purposes: ['Access', 'Information'],
      areaId: 206,
      countryCode: 'BE',
      channel: 'Internal',
    }),
    request(now, workspace, {
      ...asked,
      id: 3006,
      daysOld: 1,
      title: 'Opposition à la prospection',
      purposes: ['Opposition'],
      areaId: 202,
      email: 'clovis@example.com',
      channel: 'Form',
      tagIds: [302, 303],
    }),
  ];

  workspace.tasks = [
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

  return workspace;
}
