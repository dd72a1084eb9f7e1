/** Closing a rights request, by Dastra's call for it or by its last step. */
import type { Dastra } from '../../dastra/client.ts';
import { defineEndpoint } from '../../dastra/endpoint.ts';
import { DastraError, invalid, isFault, UNCERTAIN } from '../../dastra/fault.ts';
import * as sent from '../../dastra/sent.ts';
import { withSaved } from '../../zapier/update.ts';
import { closingStep } from '../workspace/steps.ts';
import {
  getRightsRequest,
  moveRightsRequest,
  patchRightsRequest,
  REQUESTS,
  requestWorkflow,
} from './calls.ts';
import { CLOSED, type ClosedRightsRequest, closing, type RightsRequest } from './schema.ts';

const doing = 'close the rights request';

/** In Dastra's newer list only, without its body (assumption A54). It may send mail: never repeated. */
export const postClosing = defineEndpoint({
  method: 'POST',
  path: `${REQUESTS}/{id}/close`,
  effect: 'create',
  doing,
  body: { ...closing, dateClosed: sent.dateTime },
});

/** The move to the last step, which may send mail too. */
export const moveToClosing = defineEndpoint({ ...moveRightsRequest, effect: 'create', doing });

/** For what did not arrive with the closing. */
export const patchClosing = defineEndpoint({
  ...patchRightsRequest,
  doing: 'write the reason on the closed rights request',
});

/** Whether Dastra has no such call, or one with another body. */
const isOtherCall = (error: unknown): boolean => {
  if (isFault(error, 'not-found')) return true;
  if (isFault(error, 'refused')) return error.details.status === 415;
  if (!isFault(error, 'invalid')) return false;
  const { problems = [] } = error.details;
  return !problems.some(({ field }) => field && Object.hasOwn(postClosing.body ?? {}, field));
};

/** A request that is closed, and whether it was so before. */
interface Closed {
  of: RightsRequest;
  added: { alreadyClosed: boolean };
}

/**
 * Closes a rights request. It is read before, so that nothing is done twice; and after a lost answer,
 * so that what was done counts.
 * @throws DastraError with any fault; `invalid` on `requestId` if Dastra leaves it open
 */
export const closeRightsRequest = async (
  dastra: Dastra,
  { workspaceId, requestId, ...fields }: ClosedRightsRequest,
): Promise<Closed> => {
  const ids = { workspaceId, id: requestId };
  const read = () => getRightsRequest(dastra, workspaceId, String(requestId));
  const before = await read();
  if (before.state === CLOSED) return { of: before, added: { alreadyClosed: true } };

  const dateClosed = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  const values = { ...fields, dateClosed };
  /** Makes a call; where its answer is lost, the request tells whether it was done. */
  const attempt = async (call: () => Promise<unknown>) => {
    try {
      await call();
    } catch (error) {
      if (!isFault(error, ...UNCERTAIN)) throw error;
      const { state } = await read().catch(() => ({ state: undefined }));
      if (state !== CLOSED) throw error;
    }
  };
  const closeByStep = async () => {
    await dastra.call({ ...patchRightsRequest, doing }, ids, { changes: values });
    await withSaved(Object.keys(fields), async () => {
      const step = await closingStep(dastra, workspaceId, requestWorkflow);
      if (!step) throw new DastraError('refused', { doing, workspaceId });
      const stepId = Number(step.id);
      const about = { workspaceId, requestId, stepId };
      const body = { id: requestId, stepId };
      await attempt(() => dastra.call(moveToClosing, about, { body, looksFirst: true }));
    });
  };

  await attempt(() => dastra.call(postClosing, ids, { body: values, looksFirst: true })).catch(
    (error: unknown) => {
      if (!isOtherCall(error)) throw error;
      return closeByStep();
    },
  );
  const after = await read();
  if (after.state !== CLOSED) {
    throw invalid(
      'requestId',
      'is still open, though Dastra did not refuse to close it. Close it in Dastra.',
    );
  }
  // Names that Dastra does not know pass silently.
  const missing = Object.entries(fields).filter(
    ([name, value]) =>
      name.startsWith('closedReason') && value && value !== Reflect.get(after, name),
  );
  if (missing.length === 0) return { of: after, added: { alreadyClosed: false } };
  await dastra.call(patchClosing, ids, { changes: Object.fromEntries(missing) });
  return { of: await read(), added: { alreadyClosed: false } };
};
