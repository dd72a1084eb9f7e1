/** Data breaches, the records with a GUID that go through steps of their own. */
import { addDays, parseDate, serverDate } from '../engine/dates.ts';
import { defineResource } from '../engine/define.ts';
import { amend, CUSTOM_FIELDS } from '../engine/document.ts';
import { type Fields, guid, type Row } from '../engine/world.ts';

amend(['DataBreachDto'], { customFields: CUSTOM_FIELDS });

const HOURS = ['startHour', 'endHour', 'constatationHour'];
const TIME = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;

/** When the 72 hours end: the clock on the wall is taken for UTC. */
const dueOf = ({ constatationDate, constatationHour }: Row) => {
  const day = String(constatationDate).slice(0, 10);
  return addDays(parseDate(`${day}T${constatationHour ?? '00:00:00'}Z`), 3);
};

const HOUR_MS = 3_600_000;

export const dataBreaches = defineResource({
  path: 'DataBreachs',
  name: 'Breach',
  id: 'guid',
  serves: ['list', 'get', 'post', 'patch', 'workflow'],
  joins: {
    notificationDueTime: (row, { switches }) => {
      if (!row.constatationDate || row.state === 'Closed') return null;
      const due = dueOf(row);
      const hours = Math.ceil((due.getTime() - Date.now()) / HOUR_MS);
      return switches.breachDueTime === 'date' ? serverDate(due) : hours;
    },
  },
  searched: ['label'],
  filters: {
    Operators: 'operatorId',
    workflows: 'workFlowStepId',
    // Each is a property of its own, in lower case.
    types: (row, wanted: string[]) => wanted.some((type) => row[type.toLowerCase()] === true),
  },
  writable: `
    label areaId access integrity availability startDate startHour endDate endHour
    constatationDate constatationHour descriptionHtml location dataDescriptionHtml
    complementaryInformations securityMeasures adoptedSecurityMeasures operatorId tags reason
    reasonDescription dataSupport sensitiveData dataVolume processorInvolved personCategories
    probabilityScore impactScore dataProcessings customFields
  `,
  references: { areaId: 'Areas', operatorId: 'Users' },
  tagType: 'DataBreach',
  workflow: 'DataBreach',
  customFields: ['61_text'],
  refuses: (fields, scope) => ({
    ...Object.fromEntries(
      HOURS.map((name) => [
        name,
        fields[name] != null && !TIME.test(String(fields[name])) && 'Expected hh:mm:ss',
      ]),
    ),
    dataProcessings: ((fields.dataProcessings ?? []) as Row[]).some(
      ({ id }) =>
        scope.switches.breachProcessings === 'refused' || !scope.find('DataProcessings', id),
    )
      ? 'There is no such record'
      : undefined,
  }),
  events: {
    created: 'DataBreachCreation',
    changed: 'DataBreachModification',
    moved: 'DataBreachChangeState',
  },
  // Still open and new, open and old, closed.
  seed: (day) => {
    const row = (number: number, label: string, daysOld: number, extra: Fields): Fields => ({
      ...{ id: guid(101, 5, number), label, daysOld, creatorId: 13, riskLevel: 'Low' },
      ...{ startDate: day(-daysOld - 1), constatationDate: day(-daysOld), ...extra },
    });
    return {
      101: [
        row(1, 'Courriel envoyé au mauvais client', 2, {
          ...{ areaId: 202, access: true, operatorId: 14, tagIds: [304] },
          personCategories: [{ type: 'Client', volume: 3 }],
        }),
        row(2, "Vol d'un ordinateur portable", 100, {
          ...{ areaId: 201, access: true, availability: true, workFlowStepId: 412 },
        }),
        row(3, 'Rançongiciel sur un poste', 300, {
          ...{ areaId: 206, integrity: true, availability: true },
          ...{ workFlowStepId: 413, dateClosed: day(-280) },
        }),
      ],
      102: [row(1, 'Dossier médical égaré', 5, { id: guid(102, 5, 1), areaId: 231, access: true })],
    };
  },
  many: (number) => ({ label: `Breach ${number}`, startDate: '2020-01-01T00:00:00' }),
});
