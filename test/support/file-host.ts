/** A site that holds files, on this machine. */
import { once } from 'node:events';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { type Loopback, listen } from '../../tools/loopback.ts';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

interface FileHost {
  /** The address of a file that the site answers for as it is told to. */
  serve(path: string, answer: Answer | string | Buffer, headers?: Record<string, string>): string;
  /** What has been asked of it, with the headers that came. */
  asked(): { path: string; headers: IncomingHttpHeaders }[];
  /** Waits until no answer is under way any more. */
  idle(): Promise<void>;
}

/** Gives each test of a file a site of its own. */
export const useFileHost = (): FileHost => {
  let host: Loopback;
  let files: Map<string, Answer>;
  let asked: { path: string; headers: IncomingHttpHeaders }[];
  let underWay: Set<Promise<unknown>>;

  beforeEach(async () => {
    files = new Map();
    asked = [];
    underWay = new Set();
    host = await listen((request, response) => {
      const path = request.url ?? '';
      asked.push({ path, headers: request.headers });
      underWay.add(once(response, 'close'));
      const answer = files.get(path);
      if (answer) answer(response, request);
      else response.writeHead(404).end();
    });
  });
  afterEach(() => host.close());

  return {
    serve: (path, answer, headers = {}) => {
      const send: Answer =
        typeof answer === 'function'
          ? answer
          : (response) => {
              const length = String(Buffer.byteLength(answer));
              response.writeHead(200, { 'content-length': length, ...headers }).end(answer);
            };
      files.set(path, send);
      return `${host.url}${path}`;
    },
    asked: () => asked,
    idle: async () => {
      await Promise.all(underWay);
    },
  };
};
