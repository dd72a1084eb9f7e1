import type { Bundle, ZObject } from 'zapier-platform-core';
import { Dastra } from '../dastra/client.ts';
import { DastraError } from '../dastra/fault.ts';
import type { Form } from './form.ts';
import { toZapierError, withoutContext } from './outcomes.ts';

/** What a perform function gets beside its input, for the few that need it. */
export interface Zapier {
  z: ZObject;
  bundle: Bundle;
}

/**
 * Makes a perform function: reads the form, connects to Dastra with the user's key, and turns
 * whatever goes wrong into an error that Zapier and the Zap builder understand.
 */
export const performWith =
  <Input, Output>(
    form: Form<Input>,
    perform: (dastra: Dastra, input: Input, zapier: Zapier) => Promise<Output> | Output,
  ) =>
  async (z: ZObject, bundle: Bundle): Promise<Output> => {
    try {
      const dastra = new Dastra(z, bundle.authData?.apiKey);
      return await perform(dastra, form.read(bundle.inputData), { z, bundle });
    } catch (error) {
      if (error instanceof DastraError) {
        throw toZapierError(z.errors, error, (field) => form.labelOf(field, bundle.inputData));
      }
      throw error instanceof Error ? withoutContext(error) : error;
    }
  };
