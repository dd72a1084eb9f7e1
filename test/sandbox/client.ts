import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';

export interface Answer<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

export interface Problem {
  title: string;
  status: number;
  traceId: string;
  errors?: Record<string, string[]>;
}

/** A fresh sandbox for each test of a file, and calls to it. */
export function useSandboxApi() {
  let sandbox: Sandbox;

  beforeEach(async () => {
    sandbox = await startSandbox();
  });
  afterEach(async () => {
    for (const receiver of receivers.splice(0)) receiver.close();
    await sandbox.close();
  });

  async function send<Body>(
    method: string,
    path: string,
    init: RequestInit = {},
  ): Promise<Answer<Body>> {
    const headers = { 'x-api-key': sandbox.apiKey, ...init.headers };
    const response = await fetch(sandbox.url + path, { ...init, method, headers });
    const received = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    const body = isJson ? JSON.parse(received) : received;
    return { status: response.status, headers: response.headers, body };
  }

  const get = <Body>(path: string) => send<Body>('GET', path);
  const post = <Body>(path: string, body: unknown) =>
    send<Body>('POST', path, {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });

  return {
    url: () => sandbox.url,
    send,
    get,
    post,
    /** The ids of a paged list. */
    async ids(path: string): Promise<(number | string)[]> {
      const { body } = await get<{ items: { id: number | string }[] }>(path);
      return body.items.map(({ id }) => id);
    },
    async set(switches: object): Promise<void> {
      const { status } = await post('/_sandbox/switches', switches);
      expect(status).toBe(200);
    },
    /** Webhook deliveries, once none is on its way. */
    async deliveries(): Promise<Delivery[]> {
      return (await get<Delivery[]>('/_sandbox/deliveries?settled=true')).body;
    },
    async subscribe(
      url: string,
      subscribedEvents: string[],
      workSpaceId: number | null = null,
    ): Promise<{ id: number; signatureKey: string }> {
      const hook = { url, subscribedEvents, workSpaceId };
      return (await post<{ id: number; signatureKey: string }>('/v1/WebHookUrls', hook)).body;
    },
  };
}

export interface Delivery {
  webhookId: number;
  url: string;
  event: string;
  body: {
    eventType: unknown;
    eventName: string;
    signatureUrl: string;
    data: Record<string, unknown>;
  };
  signature: string | null;
  status: number | null;
  error: string | null;
}

export interface Receiver {
  url: string;
  received: { body: string; signature: string | undefined }[];
  close(): void;
}

/** Those of the running test, which end with it. */
const receivers: Receiver[] = [];

/** A receiver of webhooks that gives every delivery the same answer; 'none' never answers. */
export async function startReceiver(status: number | 'none' = 200): Promise<Receiver> {
  const received: Receiver['received'] = [];
  const server: Server = createServer(async (request, response) => {
    const signature = request.headers['dastra-signature'];
    received.push({ body: await text(request), signature: signature?.toString() });
    // A sender that followed redirects would come back here for ever.
    if (status !== 'none') response.writeHead(status, { location: '/hook' }).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The receiver has no port');
  const receiver = {
    url: `http://127.0.0.1:${address.port}/hook`,
    received,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  receivers.push(receiver);
  return receiver;
}

/** A request, an actor and a task that the sandbox accepts. */
export const validRequest = {
  title: 'Accès au dossier',
  locale: 'fr',
  purposes: ['Access'],
  areaId: 201,
};
export const validActor = { actorType: 'Morale', companyName: 'Verrerie Aubépine' };
export const validTask = { label: 'Relire le contrat', areaId: 201, priority: 'Medium' };
