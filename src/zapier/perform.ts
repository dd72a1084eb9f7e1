import type { Bundle, ZObject } from 'zapier-platform-core';
import { Dastra } from '../dastra/client.ts';
import { DastraError } from '../dastra/fault.ts';
import type { Form } from './form.ts';
import { idsOfNames } from './names.ts';
import { toZapierError, withoutContext } from './outcomes.ts';

/** What a perform function gets beside its input, for the few that need it. */
export interface Zapier {
  z: ZObject;
  bundle: Bundle;
  /** The IDs of what the form names, by field. */
  ids: Record<string, unknown>;
}

/**
 * Makes a perform function: connects to Dastra with the user's key, looks up what the form
 * names instead of its ID, reads the form, and turns whatever goes wrong into an error that Zapier and the Zap builder understand.
 */
export const performWith =
  <Input, Output>(
    form: Form<Input>,
    perform: (dastra: Dastra, input: Input, zapier: Zapier) => Promise<Output> | Output,
  ) =>
  async (z: ZObject, bundle: Bundle): Promise<Output> => {
    try {
      const dastra = new Dastra(z, bundle.authData?.apiKey);
      const ids = await idsOfNames(dastra, form, bundle.inputData);
      const input = form.read({ ...bundle.inputData, ...ids });
      return await perform(dastra, input, { z, bundle, ids });
    } catch (error) {
      if (error instanceof DastraError) {
        throw toZapierError(z.errors, error, (field) => form.labelOf(field, bundle.inputData));
      }
      throw error instanceof Error ? withoutContext(error) : error;
    }
  };
