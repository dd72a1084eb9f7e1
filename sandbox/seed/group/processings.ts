import type { LinkRow, ProcessingRow, Workspace } from '../../world.ts';
import { guid, link, processing } from '../builders.ts';
import { processingId } from './ids.ts';

/** Of both kinds, in several states of their life. */
export function processings(now: Date, workspace: Workspace): ProcessingRow[] {
  const row = (
    number: number,
    label: string,
    areaId: number,
    daysOld: number,
    extra: Partial<ProcessingRow> = {},
  ) => {
    const fields = { id: processingId(number), ref: `T-00${number}`, label, areaId, daysOld };
    return processing(now, workspace, { ...fields, creatorId: 13, ...extra });
  };
  return [
    row(1, 'Gestion de la paie', 203, 390, { tagIds: [301] }),
    row(2, 'Recrutement', 203, 380),
    row(3, 'Suivi des commandes', 204, 300, { ownerId: 14 }),
    row(4, "Lettre d'information", 202, 220),
    row(5, 'Vidéosurveillance des entrepôts', 206, 180),
    row(6, 'Livraison pour le compte de tiers', 206, 90, { processingType: 'Vendor' }),
    row(7, 'Programme de fidélité', 202, 20, { state: 'Draft' }),
    row(8, 'Badgeuse biométrique', 203, 700, { state: 'Archived' }),
  ];
}

/** One link of each type at least. */
export function links(): LinkRow[] {
  const id = (number: number) => guid(101, 4, number);
  return [
    link(id(1), processingId(1), 1001, { type: 'Recipient', recipientType: 'Vendor' }),
    link(id(2), processingId(1), 1006, { type: 'Recipient', recipientType: 'ThirdParty' }),
    link(id(3), processingId(1), 1008, {
      type: 'Stakeholder',
      jobTitle: 'DataProtectionOfficer',
    }),
    link(id(4), processingId(3), 1003, { type: 'Recipient', recipientType: 'Vendor' }),
    link(id(5), processingId(6), 1005, { type: 'DataController' }),
    link(id(6), processingId(2), 1009, { type: 'Referent' }),
  ];
}
