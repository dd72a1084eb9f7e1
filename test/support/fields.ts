/** Reads the fields of an operation as the Zap editor does. */
import { createAppTester } from 'zapier-platform-core';
import app from '../../index.ts';
import { operationOf } from './sandbox.ts';

export interface Field {
  key: string;
  label?: string;
  type?: string;
  required?: boolean;
  list?: boolean;
  dict?: boolean;
  helpText?: string;
  default?: string;
  dynamic?: string;
  search?: string;
  dependsOn?: string[];
  group?: string;
  altersDynamicFields?: boolean;
  choices?: Record<string, string>;
}

type InputFields = (Field | ((z: unknown, bundle: unknown) => Field[] | Promise<Field[]>))[];

/** The fields that the editor shows when the form holds the given values. */
export const inputFieldsOf = async (key: string, inputData: object = {}): Promise<Field[]> => {
  const fields = operationOf(key).inputFields as InputFields;
  const tester = createAppTester(app);
  const shown = await Promise.all(
    fields.map((field) =>
      typeof field === 'function'
        ? tester(field as never, { inputData } as never)
        : [field as Field],
    ),
  );
  return (shown as Field[][]).flat();
};

/** Their keys. */
export const inputKeysOf = async (key: string, inputData: object = {}): Promise<string[]> =>
  (await inputFieldsOf(key, inputData)).map((field) => field.key);
