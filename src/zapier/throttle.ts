import { CALLS_A_MINUTE } from '../dastra/client.ts';

/**
 * The most calls that a search or an action makes; test/calls.test.ts holds them to it. It may be one
 * more where a request has tags, may exist, and Dastra refuses to filter requests by their reference.
 */
export const MOST_CALLS = 4;

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
