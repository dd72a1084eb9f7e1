/** Reads the fields of an operation as the Zap editor does. */
import { createAppTester } from 'zapier-platform-core';
import app from '../../index.ts';
import type { RawField } from '../../release/definition.ts';
import { operationOf } from './sandbox.ts';

type InputFields = (
  | RawField
  | ((z: unknown, bundle: unknown) => RawField[] | Promise<RawField[]>)
)[];

/** The fields that the editor shows when the form holds the given values. */
export const inputFieldsOf = async (key: string, inputData: object = {}): Promise<RawField[]> => {
  const fields = operationOf(key).inputFields as InputFields;
  const tester = createAppTester(app);
  const shown = await Promise.all(
    fields.map((field) =>
      typeof field === 'function'
        ? tester(field as never, { inputData } as never)
        : [field as RawField],
    ),
  );
  return (shown as RawField[][]).flat();
};

/** Their keys. */
export const inputKeysOf = async (key: string, inputData: object = {}): Promise<string[]> =>
  (await inputFieldsOf(key, inputData)).map((field) => field.key);
