import type { RelatedItems } from '../../schemas/related.ts';
import { area, dayFrom, guid } from '../builders.ts';

/** What else a task can be linked to. */
export function related(now: Date): RelatedItems {
  const day = dayFrom(now);
  const id = (kind: number, number: number) => guid(101, kind, number);
  const breaches = ['Courriel envoyé au mauvais client', "Vol d'un ordinateur portable"];
  const assets = ['Logiciel de paie', 'Boutique en ligne', 'Entrepôt de Namur'];
  const audits = ['Revue annuelle du sous-traitant de paie', 'AIPD vidéosurveillance'];
  const dateCreation = day(-100);
  return {
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
}
