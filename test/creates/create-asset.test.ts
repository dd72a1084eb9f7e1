import { definition } from '../../tools/definition.ts';
import { useSandbox } from '../support/sandbox.ts';

const KEY = 'create_asset';
const input = { workspaceId: '101', label: 'Payroll' };
const OF_SOFTWARE = {
  applicationType: 'Software',
  applicationState: 'InProduction',
  hostingType: 'InHouse',
  developmentType: 'InHouse',
  maintenanceType: 'InHouse',
  supportType: 'InHouse',
};

describe('Create Asset', () => {
  const sandbox = useSandbox();
  const bodyFor = async (more: object) => {
    await sandbox.run(KEY, { ...input, ...more });
    return (await sandbox.calls()).find(({ method }) => method === 'POST')?.body;
  };

  it('sends all that software has, as Dastra would choose for what is left out', async () => {
    const body = await bodyFor({ type: 'Logiciel', hostingType: '', supportType: 'Externalisé' });
    expect(body).toEqual({
      label: 'Payroll',
      type: 'Software',
      ...OF_SOFTWARE,
      supportType: 'OutSourced',
    });
  });

  it.each(['Building', 'Network', 'Material', 'Data', 'People', 'Process'])(
    'neither asks for nor sends what only software has for the type %s',
    async (type) => {
      const keys = definition.operation(KEY).fieldsFor({ type });
      expect(keys.filter(({ key }) => key in OF_SOFTWARE)).toEqual([]);
      // A form keeps what was filled in before the type was changed.
      expect(await bodyFor({ type, ...OF_SOFTWARE })).toEqual({ label: 'Payroll', type });
    },
  );
});
