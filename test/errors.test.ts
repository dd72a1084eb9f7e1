import * as platform from 'zapier-platform-core';
import { DastraError, type Fault } from '../src/dastra/fault.ts';
import { toZapierError } from '../src/zapier/outcomes.ts';

const about = { doing: 'create a task', workspaceId: 12 };

const convert = (fault: Fault, details: object = {}) =>
  toZapierError(platform.errors, new DastraError(fault, { ...about, ...details }), (field) =>
    field === 'label' ? 'Title' : field,
  );

/** Each fault: the class of the error, and what the sentence must hold. */
const outcomes: [Fault, object, string, string[]][] = [
  ['invalid', {}, 'HaltedError', ['refused to create a task in workspace 12', 'Check each field']],
  [
    'invalid',
    { problems: [{ field: 'label', message: 'is missing.' }] },
    'HaltedError',
    ['Title is missing.'],
  ],
  [
    'invalid',
    { problems: [{ field: 'label', message: 'Too long' }] },
    'HaltedError',
    ['Title: Too long.'],
  ],
  ['invalid', { problems: [{ message: 'Bad value' }] }, 'HaltedError', ['Dastra says: Bad value.']],
  [
    'unauthorized',
    {},
    'ExpiredAuthError',
    ['refused the API key', 'https://app.dastra.eu/general-settings/api'],
  ],
  [
    'forbidden',
    { status: 403 },
    'AppError',
    ['lacks the permission to create a task in workspace 12'],
  ],
  ['not-found', {}, 'HaltedError', ['create a task in workspace 12', 'Check the Workspace']],
  [
    'not-found',
    { record: 'actor 5' },
    'HaltedError',
    ['no actor 5 in workspace 12', 'Check the ID'],
  ],
  [
    'refused',
    { status: 415 },
    'AppError',
    ['refused to create a task in workspace 12 (error 415)'],
  ],
  ['interrupted', {}, 'AppError', ['was lost', 'Try again']],
  [
    'conflict',
    { problems: [{ message: 'Changed' }] },
    'HaltedError',
    ['conflicts', 'Dastra says: Changed.'],
  ],
  ['conflict', {}, 'HaltedError', ['conflicts', 'Look at the record']],
  ['unproven', {}, 'AppError', ['for sure', 'Nothing was created']],
  ['too-large', {}, 'HaltedError', ['more data than it takes', 'Shorten']],
  ['throttled', { retryAfter: 17 }, 'ThrottledError', ['retry automatically', '"delay":17']],
  ['server', { status: 502 }, 'AppError', ['had a problem', '(error 502)', 'Try again']],
  ['timeout', {}, 'AppError', ['took too long', 'Try again']],
  ['unreachable', {}, 'AppError', ['could not be reached', 'Try again']],
  [
    'unreadable',
    { status: 302, place: 'area.id' },
    'AppError',
    ['could not be understood at “area.id” (error 302)', 'Try again'],
  ],
  ['unreadable', {}, 'AppError', ['could not be understood. Try again']],
  [
    'source',
    { problems: [{ field: 'File', message: 'takes too long to arrive.' }] },
    'AppError',
    ['File takes too long to arrive.'],
  ],
  ['unreadable', { maybeDone: true }, 'HaltedError', ['Check in Dastra', 'you would get it twice']],
  ['timeout', { maybeDone: true }, 'HaltedError', ['Check in Dastra', 'you would get it twice']],
];

describe('What a Zap builder reads', () => {
  it.each(outcomes)('of %s with %j is a %s', (fault, details, name, parts) => {
    const error = convert(fault, details);
    expect(error.name).toBe(name);
    for (const part of parts) expect(error.message).toContain(part);
    expect(error.message).not.toMatch(/undefined|null|\s{2}| \./);
  });

  it('is nothing that the platform may lengthen by the values of the step', () => {
    for (const [fault, details] of outcomes) {
      expect(convert(fault, details)).toMatchObject({ doNotContextify: true });
    }
  });

  it('covers every fault', () => {
    const faults: Record<Fault, true> = {
      invalid: true,
      unauthorized: true,
      forbidden: true,
      'not-found': true,
      conflict: true,
      'too-large': true,
      throttled: true,
      server: true,
      timeout: true,
      unreachable: true,
      unreadable: true,
      interrupted: true,
      refused: true,
      source: true,
      unproven: true,
    };
    expect([...new Set(outcomes.map(([fault]) => fault))].sort()).toEqual(
      Object.keys(faults).sort(),
    );
  });
});
