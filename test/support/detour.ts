/** A Dastra that reads its calls otherwise than the sandbox: a server between the app and a sandbox. */
import { text } from 'node:stream/consumers';
import { type Loopback, listen } from '../../tools/loopback.ts';

/** Changes the address of a call in place, or gives the status with which it is refused instead. */
type Change = (url: URL) => number | undefined;

/** Answers to a call on behalf of the sandbox: the body as text, from what the sandbox said. */
type Answer = (body: string, url: URL) => string;

/**
 * Gives a function that has the app of this test make a detour to its sandbox; call it once the
 * sandbox runs. The server ends with the test.
 */
export const useDetour = (sandbox: { url: string }) => {
  let server: Loopback | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });
  return async (change: Change, answered: Answer = (body) => body): Promise<void> => {
    const target = sandbox.url;
    server = await listen(async (request, response) => {
      const url = new URL(request.url ?? '/', target);
      const refused = change(url);
      if (refused) {
        response.writeHead(refused).end();
        return;
      }
      const { method = 'GET', headers } = request;
      const given = await text(request);
      const answer = await fetch(url, {
        method,
        headers: {
          'Content-Type': 'application/json',
          'X-API-Key': String(headers['x-api-key']),
        },
        ...(given ? { body: given } : {}),
      });
      const body = answered(await answer.text(), url);
      // An answer without content says so.
      response.writeHead(body ? answer.status : 204, { 'Content-Type': 'application/json' });
      response.end(body);
    });
    process.env.DASTRA_API_URL = server.url;
  };
};
