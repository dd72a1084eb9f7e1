import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that listens. */
export interface Loopback {
  /** `http://127.0.0.1:<port>` */
  url: string;
  /** Stops it at once and closes all its connections. */
  close(): Promise<void>;
}

/** Starts a server on a free port of the loopback interface: only this machine can reach it. */
export const listen = async (answer: RequestListener): Promise<Loopback> => {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
