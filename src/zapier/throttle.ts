import { CALLS_A_MINUTE } from '../dastra/client.ts';

/**
 * The most calls that a search or an action makes; test/calls.test.ts holds them to it. Closing a
 * request where Dastra has no call for it needs them all: read, try, patch, list the steps, move, read.
 * It may be one more where the steps go by the older of two names.
 */
export const MOST_CALLS = 6;

/**
 * Has Zapier hold searches and actions back before Dastra refuses them, so that a Zap with much to
 * do waits instead of failing. The limit is one for all of them, as it is for the calls of a key.
 * Hooks cannot have it.
 */
export const throttle = {
  window: 60,
  limit: Math.floor(CALLS_A_MINUTE / MOST_CALLS),
  scope: ['auth' as const],
};
