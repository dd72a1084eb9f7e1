import { definition } from '../../tools/definition.ts';
import { useSandbox } from '../support/sandbox.ts';

const KEY = 'create_asset';
const required = { workspaceId: '101', label: 'Payroll', type: 'Software' };
const OF_SOFTWARE = {
  applicationType: 'Software',
  applicationState: 'InProduction',
  hostingType: 'InHouse',
  developmentType: 'InHouse',
  maintenanceType: 'InHouse',
  supportType: 'InHouse',
};

/** For each input field: a value as a Zap holds it, and what Dastra must get for it. */
const fields: Record<string, { given: unknown; sent: Record<string, unknown> }> = {
  label: { given: 'Badge reader', sent: { label: 'Badge reader' } },
  type: { given: 'Equipment', sent: { type: 'Material' } },
  description: { given: 'x', sent: { description: 'x' } },
  applicationType: { given: 'SaaS', sent: { applicationType: 'Saas' } },
  applicationState: { given: 'Stopped', sent: { applicationState: 'Stopped' } },
  hostingType: { given: 'Outsourced', sent: { hostingType: 'OutSourced' } },
  developmentType: { given: 'OutSourced', sent: { developmentType: 'OutSourced' } },
  maintenanceType: { given: 'OutSourced', sent: { maintenanceType: 'OutSourced' } },
  supportType: { given: 'OutSourced', sent: { supportType: 'OutSourced' } },
  address: { given: '1 quai', sent: { address: '1 quai' } },
  zipCode: { given: 69003, sent: { zipCode: '69003' } },
  city: { given: 'Lyon', sent: { city: 'Lyon' } },
  countryCode: { given: 'fr', sent: { countryCode: 'FR' } },
  tagIds: {
    given: '310',
    sent: { tags: [{ id: 310, label: 'Cloud', type: 'Asset', color: '#3498DB' }] },
  },
  customFields: { given: { '51_text': 'x' }, sent: { customFields: { '51_text': 'x' } } },
  logoUrl: { given: 'https://example.com/l.png', sent: { logoUrl: 'https://example.com/l.png' } },
};

describe('Create Asset', () => {
  const sandbox = useSandbox();
  const sentBody = async () =>
    (await sandbox.calls()).find(({ method }) => method === 'POST')?.body;

  it('has a test for each field of its form', () => {
    const shown = definition.operation(KEY).fieldsFor({ type: 'Software' });
    const keys = shown.map(({ key }) => key);
    expect(keys.sort()).toEqual(['workspaceId', ...Object.keys(fields)].sort());
  });

  it.each(Object.entries(fields))('sends %s', async (key, { given, sent }) => {
    await sandbox.run(KEY, { ...required, [key]: given });
    expect(await sentBody()).toMatchObject(sent);
  });

  it('sends all that software has, as Dastra would choose for what is left out', async () => {
    await sandbox.run(KEY, { ...required, hostingType: '' });
    expect(await sentBody()).toEqual({ label: 'Payroll', type: 'Software', ...OF_SOFTWARE });
  });

  it.each(['Building', 'Network', 'Material', 'Data', 'People', 'Process'])(
    'sends nothing of what only software has for the type %s',
    async (type) => {
      await sandbox.run(KEY, { ...required, type, ...OF_SOFTWARE });
      expect(await sentBody()).toEqual({ label: 'Payroll', type });
    },
  );

  it('gives the asset with its ID, and the custom fields that Dastra dropped', async () => {
    const customFields = { '51_text': 'x', other: 'y' };
    const created = await sandbox.run(KEY, { ...required, customFields });
    expect(created).toMatchObject({
      id: expect.stringMatching(/^\d+$/),
      type: 'Software',
      ignoredCustomFields: ['other'],
    });
  });
});
