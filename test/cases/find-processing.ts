import type { Case } from './case.ts';

export default {
  french: 'Rechercher un traitement',
  input: {},
  situations: [
    { when: 'by reference', input: { ref: 'T-001' }, calls: 1 },
    { when: 'by name', input: { label: 'Gestion de la paie', areaId: '203' }, calls: 1 },
    {
      when: 'by ID',
      input: { dataProcessingId: '00000101-0001-4000-8000-000000000001' },
      calls: 1,
    },
    {
      when: 'by a reference that is not there',
      input: { ref: 'NONE' },
      calls: 2,
      findsNothing: true,
    },
    {
      when: 'by an ID that is not there',
      input: { dataProcessingId: '00000101-0001-4000-8000-000000000099' },
      calls: 1,
      findsNothing: true,
    },
  ],
  sentAs: { ref: 'text', label: 'text', dataProcessingId: 'text' },
} satisfies Case;
