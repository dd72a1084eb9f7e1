import { BREACH_DUE_DATE, type Case } from './case.ts';

const label = 'Courriel envoyé au mauvais client';

export default {
  french: 'Rechercher une violation de données',
  // Dastra's document has hours only.
  ownTests: BREACH_DUE_DATE,
  input: {},
  values: { openOnly: false },
  situations: [
    { when: 'by title', input: { label }, calls: 1 },
    { when: 'by title and unit', input: { label, areaId: '202' }, calls: 1 },
    {
      when: 'by ID',
      input: { dataBreachId: '00000101-0005-4000-8000-000000000001' },
      calls: 1,
    },
    {
      when: 'by a title that is not there',
      input: { label: 'No such breach' },
      calls: 2,
      findsNothing: true,
    },
    {
      when: 'by an ID that is not there',
      input: { dataBreachId: '00000101-0005-4000-8000-000000000009' },
      calls: 1,
      findsNothing: true,
    },
  ],
  sentAs: { label: 'text', openOnly: 'calls', dataBreachId: 'text' },
  refuses: [
    {
      input: {},
      message: 'Title is missing. To find a data breach, fill in its Title.',
    },
    {
      input: { label: 'x', dataBreachId: '00000101-0005-4000-8000-000000000001' },
      message: 'Data Breach and Title may mean different breaches. Fill in one or the other.',
    },
  ],
} satisfies Case;
