/** Data breaches, the records with a GUID that go through steps of their own. */
import { defineResource } from '../engine/define.ts';
import { guid } from '../engine/world.ts';

export const dataBreaches = defineResource({
  path: 'DataBreachs',
  name: 'Breach',
  id: 'guid',
  serves: ['list', 'get', 'post', 'patch', 'workflow'],
  searched: ['label'],
  filters: { Operators: 'operatorId' },
  writable: `
    label areaId access integrity availability startDate startHour endDate endHour
    constatationDate constatationHour descriptionHtml location dataDescriptionHtml
    complementaryInformations securityMeasures adoptedSecurityMeasures operatorId tags reason
    reasonDescription dataSupport sensitiveData dataVolume processorInvolved personCategories
    probabilityScore impactScore
  `,
  references: { areaId: 'Areas', operatorId: 'Users' },
  tagType: 'DataBreach',
  workflow: 'DataBreach',
  events: {
    created: 'DataBreachCreation',
    changed: 'DataBreachModification',
    moved: 'DataBreachChangeState',
  },
  seed: (day) => ({
    101: ['Courriel envoyé au mauvais client', "Vol d'un ordinateur portable"].map(
      (label, index) => ({
        id: guid(101, 5, index + 1),
        label,
        areaId: 201,
        startDate: day(-101),
        daysOld: 100,
      }),
    ),
  }),
});
