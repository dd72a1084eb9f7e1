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

/** For each input field that is sent as something else: a value as a Zap holds it, and what Dastra gets. */
const fields: Record<string, { given: unknown; sent: Record<string, unknown> }> = {
  nature: {
    given: 'Intégrité et disponibilité',
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
  personCategories: {
    given: ['Client', 'Candidat'],
    sent: { personCategories: [{ type: 'Client' }, { type: 'Candidate' }] },
  },
  dataVolume: { given: '5000000000', sent: { dataVolume: 5_000_000_000 } },
  dataProcessingId: { given: PROCESSING, sent: { dataProcessings: [{ id: PROCESSING }] } },
};

describe('Create Data Breach', () => {
  const sandbox = useSandbox();
  const sentBody = async () =>
    (await sandbox.calls()).find(({ method }) => method === 'POST')?.body as Record<
      string,
      unknown
    >;

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

  it.each([
    ['the same title in any case, and unit', {}, true],
    ['another title', { label: 'Another' }, false],
    ['another unit', { areaId: '201' }, false],
  ])(
    'may return the open breach of %s, rather than create a second one',
    async (_, more, isSame) => {
      const first = await sandbox.run(KEY, { ...required, returnExisting: true });
      const again = {
        ...required,
        label: ' mail to the WRONG list',
        returnExisting: 'oui',
        ...more,
      };
      const second = await sandbox.run(KEY, again);
      expect([first.alreadyExisted, second.alreadyExisted]).toEqual([false, isSame]);
      expect(second.id === first.id).toBe(isSame);
      expect('awareSince' in second).toBe(!isSame);
    },
  );

  it('returns no breach that is closed', async () => {
    const { id } = await sandbox.run(KEY, required);
    await sandbox.control('moves/DataBreachs', { workspaceId: 101, id, step: 'Closed' });
    const second = await sandbox.run(KEY, { ...required, returnExisting: true });
    expect(second.alreadyExisted).toBe(false);
  });

  it('says which field it is where Dastra does not take a processing by its ID alone', async () => {
    await sandbox.control('switches', { breachProcessings: 'refused' });
    const failure = await sandbox.failure(KEY, { ...required, dataProcessingId: PROCESSING });
    expect(failure).toBe('HaltedError: Processing: There is no such record.');
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
