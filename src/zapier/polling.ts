/**
 * Triggers for which Dastra has no event: Zapier asks for the list again and again, and starts the Zap
 * for each item whose key it has not seen. The first list only fills Zapier's memory.
 */
import type { Trigger } from 'zapier-platform-core';
import type { Dastra } from '../dastra/client.ts';
import { type Named, partsOf } from './define.ts';
import type { Form } from './form.ts';
import { leaf } from './leaf.ts';
import { performWith } from './perform.ts';
import type { Place, RecordType, ZapierRecord } from './record.ts';

interface Polling<Key extends string, Input, Source> extends Named<Key> {
  form: Form<Input>;
  record: RecordType<Source>;
  /**
   * The output fields that together tell whether Zapier has seen an item; `id` alone unless said
   * otherwise. An item starts the Zap again when one of them changes.
   */
  seenBy?: readonly string[];
  /** All items of now, in the order in which the Zap is to start; it pages by itself. */
  list(dastra: Dastra, input: Input): Promise<Source[]>;
}

/** Makes a polling trigger. */
export const definePolling = <const Key extends string, Input extends Place, Source>({
  key,
  noun,
  label,
  description,
  form,
  record,
  seenBy,
  list,
}: Polling<Key, Input, Source>) => {
  const parts = partsOf(form, record);
  const outputFields = parts.outputFields.map((field) =>
    seenBy && 'key' in field && seenBy.includes(field.key)
      ? leaf({ ...field, primary: true })
      : field,
  );
  return {
    key,
    noun,
    display: leaf({ label, description }),
    operation: {
      type: 'polling',
      ...parts,
      outputFields,
      perform: performWith(
        form,
        async (dastra, input): Promise<ZapierRecord[]> =>
          (await list(dastra, input)).map((source) => record.toRecord(source, input)),
      ),
    },
  } satisfies Trigger;
};
