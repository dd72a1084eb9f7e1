import { definition } from '../../tools/definition.ts';
import { useSandbox } from '../support/sandbox.ts';

const PROCESSING = '00000101-0001-4000-8000-000000000001';
const KEY = 'create_data_breach';
const required = {
  workspaceId: '101',
  label: 'Mail to the wrong list',
  areaId: '202',
  nature: ['Access'],
  startDate: '2026-11-23T17:40:00+01:00',
};

/** For each input field: a value as a Zap holds it, and what Dastra must get for it. */
const fields: Record<string, { given: unknown; sent: Record<string, unknown> }> = {
  label: { given: 'Fuite «RH»', sent: { label: 'Fuite «RH»' } },
  areaId: { given: '206', sent: { areaId: 206 } },
  nature: {
    given: ['Integrity', 'Availability'],
    sent: { access: false, integrity: true, availability: true },
  },
  startDate: {
    given: '2026-11-22T23:50:00+01:00',
    sent: { startDate: '2026-11-22T00:00:00Z', startHour: '23:50:00' },
  },
  constatationDate: {
    given: '2026-11-24T00:05:00+01:00',
    sent: { constatationDate: '2026-11-24T00:00:00Z', constatationHour: '00:05:00' },
  },
  endDate: {
    given: '2026-11-23T18:00+01:00',
    sent: { endDate: '2026-11-23T00:00:00Z', endHour: '18:00:00' },
  },
  descriptionHtml: { given: '<p>x</p>', sent: { descriptionHtml: '<p>x</p>' } },
  operatorId: { given: '14', sent: { operatorId: 14 } },
  location: { given: 'Lyon', sent: { location: 'Lyon' } },
  reason: { given: 'Internal, Accidental', sent: { reason: 'InternalAccident' } },
  personCategories: {
    given: ['Customers', 'Candidate'],
    sent: { personCategories: [{ type: 'Client' }, { type: 'Candidate' }] },
  },
  dataDescriptionHtml: { given: '<p>y</p>', sent: { dataDescriptionHtml: '<p>y</p>' } },
  sensitiveData: { given: 'yes', sent: { sensitiveData: true } },
  dataVolume: { given: '5000000000', sent: { dataVolume: 5_000_000_000 } },
  processorInvolved: { given: 'no', sent: { processorInvolved: false } },
  securityMeasures: { given: 'a', sent: { securityMeasures: 'a' } },
  adoptedSecurityMeasures: { given: 'b', sent: { adoptedSecurityMeasures: 'b' } },
  complementaryInformations: { given: 'c', sent: { complementaryInformations: 'c' } },
  tagIds: {
    given: '304',
    sent: { tags: [{ id: 304, label: 'À notifier', type: 'DataBreach', color: '#8E44AD' }] },
  },
  customFields: { given: { '61_text': 'x' }, sent: { customFields: { '61_text': 'x' } } },
  reasonDescription: { given: 'd', sent: { reasonDescription: 'd' } },
  dataSupport: { given: 'laptop', sent: { dataSupport: 'laptop' } },
  probabilityScore: { given: 'Limited', sent: { probabilityScore: 'Limited' } },
  impactScore: { given: 'Very Low', sent: { impactScore: 'VeryLow' } },
  dataProcessingId: { given: PROCESSING, sent: { dataProcessings: [{ id: PROCESSING }] } },
};

describe('Create Data Breach', () => {
  const sandbox = useSandbox();
  const sentBody = async () =>
    (await sandbox.calls()).find(({ method }) => method === 'POST')?.body as Record<
      string,
      unknown
    >;

  it('has a test for each field of its form', () => {
    const keys = definition
      .operation(KEY)
      .fieldsFor({})
      .map(({ key }) => key);
    expect(keys.sort()).toEqual(['workspaceId', ...Object.keys(fields)].sort());
  });

  it.each(Object.entries(fields))('sends %s', async (key, { given, sent }) => {
    await sandbox.run(KEY, { ...required, [key]: given });
    expect(await sentBody()).toMatchObject(sent);
  });

  it('always sends what Dastra would fill with a first member or the year 1', async () => {
    const before = Date.now();
    await sandbox.run(KEY, { ...required, nature: 'Confidentiality', constatationDate: '' });
    const { constatationDate, constatationHour, ...body } = await sentBody();
    expect(body).toEqual({
      label: 'Mail to the wrong list',
      areaId: 202,
      access: true,
      integrity: false,
      availability: false,
      startDate: '2026-11-23T00:00:00Z',
      startHour: '17:40:00',
      reason: 'Unknown',
      probabilityScore: 'Unset',
      impactScore: 'Unset',
    });
    const aware = Date.parse(`${String(constatationDate).slice(0, 10)}T${constatationHour}Z`);
    expect(aware).toBeGreaterThan(before - 1000);
    expect(aware).toBeLessThanOrEqual(Date.now());
  });

  it('writes the present moment, and what comes in UTC, as the user’s clock shows them', async () => {
    const meta = { timezone: 'Pacific/Kiritimati' };
    const startDate = '2026-11-23T12:00:00Z';
    const created = await sandbox.run(KEY, { ...required, startDate }, { meta });
    const body = await sentBody();
    expect(body).toMatchObject({ startDate: '2026-11-24T00:00:00Z', startHour: '02:00:00' });
    const day = String(body.constatationDate).slice(0, 10);
    // Fourteen hours before the clocks of UTC.
    const aware = Date.parse(`${day}T${body.constatationHour}+14:00`);
    expect(Math.abs(aware - Date.parse(String(created.awareSince)))).toBeLessThan(1000);
    expect(Math.abs(aware - Date.now())).toBeLessThan(10_000);
  });

  it('tells the exact moment of awareness, which Dastra’s day and hour do not', async () => {
    const constatationDate = '2026-10-25T02:30:00+01:00';
    const created = await sandbox.run(KEY, { ...required, constatationDate });
    expect(created).toMatchObject({
      awareSince: '2026-10-25T01:30:00.000Z',
      constatationDate: '2026-10-25T00:00:00.000Z',
      constatationHour: '02:30:00',
    });
  });

  it('shows the hours that are left to notify, or the date where Dastra gives one', async () => {
    const now = new Date().toISOString().replace(/\.\d+Z$/, '+00:00');
    const aware = { ...required, constatationDate: now };
    const withHours = await sandbox.run(KEY, aware);
    expect(withHours.hoursToNotify).toBe(72);
    expect(withHours).not.toHaveProperty('notificationDueDate');
    await sandbox.control('switches', { breachDueTime: 'date' });
    const withDate = await sandbox.run(KEY, aware);
    expect(Date.parse(String(withDate.notificationDueDate))).toBe(Date.parse(now) + 72 * 3_600_000);
    expect(withDate).not.toHaveProperty('hoursToNotify');
  });

  it('makes one call, and one more to read the tags where there are any', async () => {
    await sandbox.run(KEY, required);
    expect(await sandbox.calls()).toHaveLength(1);
    await sandbox.run(KEY, { ...required, tagIds: ['304'] });
    expect(await sandbox.calls()).toHaveLength(3);
  });

  it('has a person look first where nobody knows whether it was created', async () => {
    await sandbox.control('faults', {
      method: 'POST',
      path: '/v1/ws/101/DataBreachs',
      status: 502,
    });
    expect(await sandbox.failure(KEY, required)).toMatch(
      /^HaltedError: .*Look in Dastra whether it was done/,
    );
    expect(await sandbox.calls()).toHaveLength(1);
  });

  it.each([
    ['no nature', { nature: [] }, 'Nature of Breach is missing'],
    ['an unknown nature', { nature: ['Leak'] }, 'Nature of Breach must be one of'],
    ['no start', { startDate: '' }, 'Start is missing'],
    ['a start that is no date', { startDate: '2026-02-30' }, 'Start is not a date'],
    ['an awareness that is no date', { constatationDate: 'now-ish' }, 'Aware Since is not a date'],
    ['a number that is none', { dataVolume: '12,5' }, 'Number of Records must be a whole number'],
    ['a processing that is no ID', { dataProcessingId: '12' }, 'Processing must be the ID'],
  ])('refuses %s before any call', async (_what, wrong, message) => {
    const failure = await sandbox.failure(KEY, { ...required, ...wrong });
    expect(failure).toMatch(/^HaltedError: /);
    expect(failure).toContain(message);
    expect(await sandbox.calls()).toEqual([]);
  });

  it('names the field of the form where Dastra refuses a part of it', async () => {
    const errors = { StartHour: ['StartHour: Expected hh:mm:ss'] };
    await sandbox.control('faults', {
      method: 'POST',
      path: '/v1/ws/101/DataBreachs',
      status: 400,
      body: { errors },
    });
    expect(await sandbox.failure(KEY, required)).toMatch(/^HaltedError: Start: /);
  });
});
