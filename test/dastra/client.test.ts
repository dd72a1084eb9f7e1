import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import nock from 'nock';
import * as z from 'zod/mini';
import { apiUrl, type Dastra, limits } from '../../src/dastra/client.ts';
import { defineEndpoint, defineList, type Effect, pathOf } from '../../src/dastra/endpoint.ts';
import { faultOf, KEY, withClient } from '../support/client.ts';

const API = 'https://api.dastra.eu';

// It changes Node's http module, which other tests of this process use.
nock.restore();

/** Lets no request of a test leave this machine, and none of its answers reach the next test. */
const useNock = () => {
  beforeAll(() => nock.activate());
  afterAll(() => nock.restore());
  beforeEach(() => nock.disableNetConnect());
  afterEach(() => {
    nock.abortPendingRequests();
    nock.cleanAll();
    nock.enableNetConnect();
  });
};

const doing = 'try';

/** Any call that reads. */
const read = (dastra: Dastra, path: string, query: object = {}) =>
  dastra.call(
    defineEndpoint({ method: 'GET', path, effect: 'read', doing, query: shapeOf(query) }),
    {},
    { query },
  );
const shapeOf = (values: object) =>
  Object.fromEntries(Object.keys(values).map((name) => [name, z.any()]));
/** Any call that writes, and that makes one record more each time unless told otherwise. */
const write = <Answer = unknown>(
  dastra: Dastra,
  path: string,
  body: object = {},
  { answer, effect = 'create' }: { answer?: z.ZodMiniType<Answer>; effect?: Effect } = {},
) =>
  dastra.call(
    defineEndpoint({
      method: 'POST',
      path,
      effect,
      doing,
      body: shapeOf(body),
      ...(answer ? { answer } : {}),
    }),
    {},
    { body },
  );
/** Any list. */
const list = (
  dastra: Dastra,
  item: z.ZodMiniType<unknown>,
  more: { in?: string; select?: string[] } = {},
) => dastra.list(defineList({ path: '/v1/list', doing, items: item, in: 'page', ...more }), {});

const get = (url: string, query?: Record<string, string>) =>
  faultOf((dastra) => read(dastra, url, query));

describe('The address of the API', () => {
  afterEach(() => {
    delete process.env.DASTRA_API_URL;
  });

  it.each([
    [undefined, API],
    ['', API],
    ['https://dastra.example.com/', 'https://dastra.example.com'],
    ['https://example.com/proxy/', 'https://example.com/proxy'],
    ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
    ['http://127.8.8.8:1', 'http://127.8.8.8:1'],
    ['http://localhost:8787/', 'http://localhost:8787'],
    ['http://[::1]:8787', 'http://[::1]:8787'],
  ])('%p is %s', (given, expected) => {
    if (given !== undefined) process.env.DASTRA_API_URL = given;
    expect(apiUrl()).toBe(expected);
  });

  it.each([
    'http://api.dastra.eu',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'http://user@example.com',
    'ftp://127.0.0.1',
    'file:///etc/hosts',
    'javascript:alert(1)',
    'api.dastra.eu',
    '//api.dastra.eu',
  ])('refuses %s', (given) => {
    process.env.DASTRA_API_URL = given;
    expect(apiUrl).toThrow('DASTRA_API_URL must be an https address');
  });
});

describe('A path', () => {
  it('keeps each value in one segment', () => {
    expect(pathOf('/v1/ws/{ws}/Actors/{id}', { ws: 12, id: 'a b/c?d#e%' })).toBe(
      '/v1/ws/12/Actors/a%20b%2Fc%3Fd%23e%25',
    );
  });

  it.each(['.', '..'])('refuses %s, which no encoding would keep from being a step', (value) => {
    expect(() => pathOf('/v1/ws/{ws}/Tasks', { ws: value })).toThrow(
      'A path segment cannot be dots.',
    );
  });
});

describe('A call', () => {
  useNock();

  it('carries the key, asks for JSON and sends JSON', async () => {
    const call = nock(API, {
      reqheaders: {
        'x-api-key': KEY,
        accept: 'application/json',
        'content-type': 'application/json',
      },
    })
      .post('/v1/things', { text: '{{bundle.authData.apiKey}} {{x}} é 🇫🇷', zero: 0, no: false })
      .reply(200, { id: 1 });
    const body = {
      text: '{{bundle.authData.apiKey}} {{x}} é 🇫🇷',
      zero: 0,
      no: false,
      none: undefined,
    };
    const answer = await withClient((dastra) =>
      write(dastra, '/v1/things', body, { answer: z.object({ id: z.number() }) }),
    );
    expect(answer).toEqual({ id: 1 });
    expect(call.isDone()).toBe(true);
  });

  it('reads without a body', async () => {
    const call = nock(API, { badheaders: ['content-type'] })
      .get('/me')
      .reply(200, {});
    await withClient((dastra) => read(dastra, '/me'));
    expect(call.isDone()).toBe(true);
  });

  it('repeats lists in the query, leaves out what is undefined, and keeps braces', async () => {
    let asked = '';
    nock(API)
      .get(/.*/)
      .reply(200, (uri: string) => {
        asked = uri;
        return [];
      });
    const query = { tags: [1, 2], q: 'a&b={{x}} é', no: undefined, asc: false, page: 0 };
    await withClient((dastra) => read(dastra, '/v1/things', query));
    expect(asked).toBe('/v1/things?tags=1&tags=2&q=a%26b%3D%7B%7Bx%7D%7D+%C3%A9&asc=false&page=0');
  });

  it.each([
    ['a page', { items: [{ id: 1 }], total: 7, page: 1, size: 1 }, [{ id: 1 }], 7],
    ['a bare list', [{ id: 1 }], [{ id: 1 }], undefined],
    ['a list under another name', { others: [], rows: [{ id: 1 }] }, [{ id: 1 }], undefined],
    ['an empty page', { items: [], total: 0 }, [], 0],
    ['a page whose items are null, as the document allows', { items: null, total: 0 }, [], 0],
    ['a page of which only the size is known', { page: 1, size: 20 }, [], undefined],
    [
      'a page without items, which has a number all the same',
      { items: null, page: 1 },
      [],
      undefined,
    ],
    ['an empty object, as all parts of a page are optional', {}, [], undefined],
    ['null under another name', { rows: null }, [], undefined],
    ['null', 'null', [], undefined],
  ])('reads %s', async (_what, body, items, total) => {
    nock(API).get('/v1/list').reply(200, body);
    const item = z.object({ id: z.number() });
    const page = await withClient((dastra) => list(dastra, item, { in: 'rows' }));
    expect(page).toEqual({ items, total });
  });

  it('reads no items from an answer without content', async () => {
    nock(API).get('/v1/list').reply(204);
    const item = z.object({ id: z.number() });
    const page = await withClient((dastra) => list(dastra, item));
    expect(page.items).toEqual([]);
  });

  it('takes a page of HTML for unreadable, whatever the call is for', async () => {
    const login = '<!doctype html><title>Sign in</title>';
    nock(API).get('/me').reply(200, login, { 'content-type': 'text/html' });
    expect(await get('/me')).toMatchObject({ fault: 'unreadable' });
  });

  it.each([
    ['no list', { id: 1 }, 'items'],
    ['nothing', '', 'items'],
    ['a list with a wrong item', [{ id: 1 }, { id: 'x' }], 'items.1.id'],
  ])('takes %s for unreadable and names the place', async (_what, body, place) => {
    nock(API).get('/v1/list').reply(200, body);
    const item = z.object({ id: z.number() });
    const fault = await faultOf((dastra) => list(dastra, item));
    expect(fault).toMatchObject({ fault: 'unreadable', details: { maybeDone: false, place } });
  });

  it('asks for the fields that are wanted, and for all where Dastra refuses to choose', async () => {
    const item = z.object({ id: z.number() });
    const readChosen = () =>
      withClient((dastra) => list(dastra, item, { select: ['id', 'displayName'] }));
    const chosen = nock(API).get('/v1/list?select=Id%2CDisplayName');
    chosen.reply(200, [{ id: 1 }]);
    expect((await readChosen()).items).toEqual([{ id: 1 }]);
    nock(API).get('/v1/list?select=Id%2CDisplayName').reply(400, {});
    nock(API)
      .get('/v1/list')
      .reply(200, [{ id: 2 }]);
    expect((await readChosen()).items).toEqual([{ id: 2 }]);
  });

  it('tells a write that was taken but whose answer is unreadable', async () => {
    nock(API).post('/v1/things').reply(200, '{"id":1');
    const answer = z.object({ id: z.number() });
    const fault = await faultOf((dastra) => write(dastra, '/v1/things', {}, { answer }));
    expect(fault).toMatchObject({ fault: 'unreadable', details: { maybeDone: true, place: '' } });
  });

  it.each([
    [400, 'invalid'],
    [401, 'unauthorized'],
    [402, 'refused'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [405, 'not-found'],
    [409, 'conflict'],
    [410, 'not-found'],
    [412, 'conflict'],
    [413, 'too-large'],
    [415, 'refused'],
    [422, 'invalid'],
    [429, 'throttled'],
    [500, 'server'],
    [502, 'server'],
    [503, 'server'],
    [521, 'server'],
    [304, 'unreadable'],
  ])('makes of status %i the fault %s', async (status, fault) => {
    nock(API).get('/v1/x').times(3).reply(status, {});
    expect(await get('/v1/x')).toMatchObject({ fault, details: { doing, status } });
  });

  it('reads which fields Dastra refuses, as the API names them', async () => {
    const errors = {
      Label: ['too long'],
      'Tags[0].Label': ['missing'],
      '$.deadline': 'no date',
      $: ['bad'],
    };
    nock(API).get('/v1/x').reply(400, { title: 'One or more errors', status: 400, errors });
    expect((await get('/v1/x')).details.problems).toEqual([
      { field: 'label', message: 'too long' },
      { field: 'tags', message: 'missing' },
      { field: 'deadline', message: 'no date' },
      { message: 'bad' },
    ]);
  });

  it('reads which custom field Dastra refuses', async () => {
    const errors = { 'CustomFields.13_long': ['mandatory'], 'customFields[13_html]': 'too long' };
    nock(API).get('/v1/x').reply(400, { errors });
    expect((await get('/v1/x')).details.problems).toEqual([
      { field: 'customFields', part: '13_long', message: 'mandatory' },
      { field: 'customFields', part: '13_html', message: 'too long' },
    ]);
  });

  it('reads the fields of a bare ModelState', async () => {
    nock(API)
      .get('/v1/x')
      .reply(400, { Label: ['too long'] });
    expect((await get('/v1/x')).details.problems).toEqual([
      { field: 'label', message: 'too long' },
    ]);
  });

  it('reads a list of errors', async () => {
    const errors = ['bad', { propertyName: 'Label', errorMessage: 'too long' }, { code: 7 }];
    nock(API).get('/v1/x').reply(400, { errors });
    expect((await get('/v1/x')).details.problems).toEqual([
      { message: 'bad' },
      { field: 'label', message: 'too long' },
    ]);
  });

  it('takes what the step has sent, and email addresses, out of the words that it quotes', async () => {
    const body = { email: 'Jean.Dupont@example.com ', tags: [{ label: 'Fuite 2026' }], areaId: 12 };
    const errors = {
      Email: ["The value 'Jean.Dupont@example.com ' is not valid for Email."],
      Tags: ["'Fuite 2026' is unknown in unit 12; ask dpo@example.com."],
    };
    nock(API).post('/v1/x').reply(400, { errors });
    const fault = await faultOf((dastra) => write(dastra, '/v1/x', body));
    expect(fault.details.problems).toEqual([
      { field: 'email', message: "The value '…' is not valid for Email." },
      { field: 'tags', message: "'…' is unknown in unit 12; ask …." },
    ]);
  });

  it('shortens each text that it quotes, and quotes few', async () => {
    const errors = Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [`F${index}`, 'no '.repeat(900)]),
    );
    nock(API).get('/v1/x').reply(400, { errors });
    const { problems = [] } = (await get('/v1/x')).details;
    expect(problems).toHaveLength(5);
    for (const { message } of problems) expect(message.length).toBeLessThanOrEqual(301);
  });

  it.each([
    ['its detail', { title: 'Bad', detail: 'A field is wrong' }, [{ message: 'A field is wrong' }]],
    ['its title', { title: 'Bad' }, [{ message: 'Bad' }]],
    ['plain text', 'The field X is mandatory', [{ message: 'The field X is mandatory' }]],
    ['no page', '<html><body>Oops</body></html>', []],
    ['nothing where there is nothing', '', []],
    ['a text in JSON', '"Not now"', [{ message: 'Not now' }]],
    ['its message', { message: 'Mandatory' }, [{ message: 'Mandatory' }]],
    ['no JSON of another shape', { errors: [1] }, []],
  ])('quotes %s', async (_what, body, problems) => {
    nock(API).get('/v1/x').reply(400, body);
    expect((await get('/v1/x')).details.problems).toEqual(problems);
  });

  it.each([
    ['seconds', '17', 17],
    ['nothing', undefined, undefined],
    ['a word', 'soon', undefined],
    ['a fraction', '1.5', undefined],
    ['less than nothing', '-5', undefined],
    ['an age, which it shortens', '9'.repeat(22), 3600],
    ['a date in the past', 'Wed, 21 Oct 2015 07:28:00 GMT', 0],
  ])('reads from Retry-After %s', async (_what, header, seconds) => {
    nock(API)
      .get('/v1/x')
      .reply(429, '', header === undefined ? {} : { 'retry-after': header });
    expect((await get('/v1/x')).details.retryAfter).toBe(seconds);
  });

  it('reads Retry-After as a date', async () => {
    const date = new Date(Date.now() + 60_000).toUTCString();
    nock(API).get('/v1/x').reply(429, '', { 'retry-after': date });
    const { retryAfter } = (await get('/v1/x')).details;
    expect(retryAfter).toBeGreaterThan(55);
    expect(retryAfter).toBeLessThanOrEqual(60);
  });

  it('does not follow a redirect, which would carry the key along', async () => {
    const elsewhere = nock('https://elsewhere.example.com').get('/').reply(200, {});
    nock(API).get('/v1/x').reply(302, '', { location: 'https://elsewhere.example.com/' });
    expect(await get('/v1/x')).toMatchObject({ fault: 'unreadable', details: { status: 302 } });
    expect(elsewhere.isDone()).toBe(false);
  });

  it.each([
    ['ECONNREFUSED', 'unreachable'],
    ['ENOTFOUND', 'unreachable'],
    ['EAI_AGAIN', 'unreachable'],
    ['ECONNRESET', 'interrupted'],
    ['EPIPE', 'interrupted'],
  ])('makes of %s %s', async (code, fault) => {
    const error = Object.assign(new Error('failed'), { code });
    nock(API).get('/v1/x').times(3).replyWithError(error);
    expect(await get('/v1/x')).toMatchObject({ fault });
  });

  it.each(['', '   ', 'clé', 'two words', 'line\nbreak'])(
    'refuses the key %p before it could stand in an error',
    async (key) => {
      const fault = await faultOf((dastra) => read(dastra, '/me'), key);
      expect(fault).toMatchObject({ fault: 'unauthorized' });
    },
  );

  describe('that fails in passing', () => {
    const post = () => faultOf((dastra) => write(dastra, '/v1/x'));
    const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    const reset = Object.assign(new Error('reset'), { code: 'ECONNRESET' });

    it.each([
      ['a fault of Dastra', () => nock(API).get('/v1/x').reply(503)],
      ['a broken connection', () => nock(API).get('/v1/x').replyWithError(reset)],
    ])('is read again after %s, twice at most', async (_what, fail) => {
      fail();
      fail();
      nock(API).get('/v1/x').reply(200, [1]);
      expect(await withClient((dastra) => read(dastra, '/v1/x'))).toEqual([1]);
      fail();
      fail();
      fail();
      const fourth = nock(API).get('/v1/x').reply(200, []);
      expect((await get('/v1/x')).fault).not.toBe('unreadable');
      expect(fourth.isDone()).toBe(false);
    });

    it.each([400, 401, 403, 404, 409, 429])('is not read again after %i', async (status) => {
      nock(API).get('/v1/x').reply(status, {});
      const second = nock(API).get('/v1/x').reply(200, []);
      await get('/v1/x');
      expect(second.isDone()).toBe(false);
    });

    it('is written again only if it never reached Dastra', async () => {
      nock(API).post('/v1/x').replyWithError(refused);
      const second = nock(API).post('/v1/x').reply(200, [1]);
      expect(await withClient((dastra) => write(dastra, '/v1/x'))).toEqual([1]);
      expect(second.isDone()).toBe(true);
    });

    it.each([
      ['a fault of Dastra', () => nock(API).post('/v1/x').reply(502)],
      ['a broken connection', () => nock(API).post('/v1/x').replyWithError(reset)],
    ])('is not written again after %s, and may have been done', async (_what, fail) => {
      fail();
      const second = nock(API).post('/v1/x').reply(200, []);
      expect((await post()).details.maybeDone).toBe(true);
      expect(second.isDone()).toBe(false);
    });

    it.each([400, 401, 403, 404, 409, 413, 415, 429])(
      'has surely not been done after %i',
      async (status) => {
        nock(API).post('/v1/x').reply(status, {});
        expect((await post()).details.maybeDone).toBe(false);
      },
    );
  });

  it('never holds the key in an error', async () => {
    nock(API).get('/v1/x').times(3).reply(500, `The key ${KEY} is bad`);
    const fault = await get('/v1/x');
    expect(`${fault.message} ${fault.stack} ${JSON.stringify(fault)}`).not.toContain(KEY);
  });
});

describe('A call to a server that is slow', () => {
  const { now } = Date;
  const timers = new Set<NodeJS.Timeout>();
  const before = { ...limits };
  let answer: RequestListener;
  let server: Server;

  beforeEach(async () => {
    server = createServer((request, response) => answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    process.env.DASTRA_API_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    Date.now = now;
    Object.assign(limits, before);
    for (const timer of timers) clearInterval(timer);
    timers.clear();
    delete process.env.DASTRA_API_URL;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('times out without an answer, in the time that is left to the operation', async () => {
    answer = () => undefined;
    const fault = await faultOf(async (dastra) => {
      // As if the operation had been at work for 24.9 of its 25 seconds.
      Date.now = () => now() + 24_900;
      return read(dastra, '/v1/x');
    });
    expect(fault).toMatchObject({ fault: 'timeout' });
  });

  it.each([
    ['stalls in the body', () => undefined],
    ['drips without an end', (write: () => void) => timers.add(setInterval(write, 20))],
  ])('times out by the same clock when it %s', async (_what, go) => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('[');
      go(() => response.write(' '));
    };
    Object.assign(limits, { operation: 1_500, read: 400, write: 700 });
    const reading = performance.now();
    expect(await get('/v1/x')).toMatchObject({ fault: 'timeout' });
    // Three attempts of 400 ms each, headers and body together.
    expect(performance.now() - reading).toBeLessThan(1_500 + 400);
    const writing = performance.now();
    const fault = await faultOf((dastra) => write(dastra, '/v1/x'));
    expect(fault).toMatchObject({ fault: 'timeout', details: { maybeDone: true } });
    expect(performance.now() - writing).toBeLessThan(700 + 400);
  });

  it('holds the limit of the operation over several calls', async () => {
    answer = (_request, response) => {
      timers.add(setTimeout(() => response.end('{}'), 150));
    };
    Object.assign(limits, { operation: 400 });
    const begun = performance.now();
    const fault = await faultOf(async (dastra) => {
      for (;;) await read(dastra, '/v1/x');
    });
    expect(fault).toMatchObject({ fault: 'timeout' });
    expect(performance.now() - begun).toBeLessThan(400 + 400);
  });
});
