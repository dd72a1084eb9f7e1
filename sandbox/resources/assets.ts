/** Assets (docs/dastra-api.md, Assets). */
import { defineResource } from '../engine/define.ts';
import { amend, CUSTOM_FIELDS } from '../engine/document.ts';

amend(['AssetDto'], { customFields: CUSTOM_FIELDS });

export const assets = defineResource({
  path: 'Assets',
  name: 'Asset',
  serves: ['list', 'get', 'post'],
  searched: ['label'],
  writable: `
    label type description applicationType applicationState hostingType developmentType
    maintenanceType supportType address zipCode city countryCode logoUrl tags customFields
  `,
  tagType: 'Asset',
  customFields: ['51_text'],
  seed: () => ({
    101: ['Logiciel de paie', 'Boutique en ligne', 'Entrepôt de Namur'].map((label, index) => ({
      id: 1101 + index,
      label,
      type: label.startsWith('Entrepôt') ? 'Building' : 'Software',
      daysOld: 100,
    })),
  }),
  many: (number) => ({ label: `Asset ${number}`, type: 'Software' }),
});
