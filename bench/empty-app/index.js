/** An app with nothing of its own: one action, which sends the request that it is given. */
import { version } from 'zapier-platform-core';

export default {
  version: '1.0.0',
  platformVersion: version,
  creates: {
    send_request: {
      key: 'send_request',
      noun: 'Request',
      display: { label: 'Send Request', description: 'Sends the request that it is given.' },
      operation: {
        perform: async (z, bundle) => (await z.request(bundle.inputData)).data,
        sample: { id: 1 },
      },
    },
  },
};
