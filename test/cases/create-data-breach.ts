import type { Case } from './case.ts';

export default {
  french: 'Créer une violation de données',
  ownTests: ['nature', 'hoursToNotify', 'notificationDueDate', 'awareSince'],
  input: {
    label: 'Mail to the wrong list',
    areaId: '201',
    nature: ['Access'],
    startDate: '2026-11-23T17:40:00+01:00',
  },
  values: { customFields: { '61_text': 'A value' } },
  situations: [
    { when: 'as a rule', calls: 1 },
    { when: 'with tags', input: { tagIds: ['304'] }, calls: 2 },
  ],
  writesTo: '/v1/ws/101/DataBreachs?size=500',
  // A day and its hour, a flag for each nature and an object for each category go out for these.
  sentAs: {
    nature: 'calls',
    startDate: 'calls',
    constatationDate: 'calls',
    endDate: 'calls',
    personCategories: 'calls',
    tagIds: 'tags',
    dataProcessingId: 'dataProcessings',
  },
} satisfies Case;
