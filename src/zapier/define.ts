/**
 * What an action and a search of this app are: a form, a record, and what to do. Triggers have their
 * own factories in `hook.ts` and `polling.ts`.
 */
import type { Create, Search } from 'zapier-platform-core';
import * as z from 'zod/mini';
import type { Dastra } from '../dastra/client.ts';
import { maybeNumber } from '../dastra/received.ts';
import type { Form } from './form.ts';
import { leaf } from './leaf.ts';
import { performWith, type Zapier } from './perform.ts';
import { extendRecord, type Place, type RecordType, type ZapierRecord } from './record.ts';

/** How an operation is called in the editor. */
export interface Named<Key extends string> {
  /** Its key, which Zaps keep: never renamed after 1.0.0. */
  key: Key;
  /** The record that it is about, in title case. */
  noun: string;
  label: string;
  /** What it does, in sentences; also read by AI agents that look for a tool. */
  description: string;
}

/** The parts of an operation that come from its form and its record. */
export const partsOf = <Input, Source>(form: Form<Input>, record: RecordType<Source>) => ({
  inputFields: form.inputFields,
  ...(form.groups.length > 0 ? { inputFieldGroups: form.groups } : {}),
  sample: record.sample,
  outputFields: record.outputFields,
});

interface Operation<Key extends string, Input, Source> extends Named<Key> {
  form: Form<Input>;
  record: RecordType<Source>;
}

/** An action: what it makes or changes reaches Zapier as one record. */
export const defineCreate = <const Key extends string, Input extends Place, Source>({
  key,
  noun,
  label,
  description,
  form,
  record,
  perform,
}: Operation<Key, Input, Source> & {
  perform(dastra: Dastra, input: Input, zapier: Zapier): Promise<Source>;
}) =>
  ({
    key,
    noun,
    display: leaf({ label, description }),
    operation: {
      ...partsOf(form, record),
      perform: performWith(
        form,
        async (dastra, input, zapier): Promise<ZapierRecord> =>
          record.toRecord(await perform(dastra, input, zapier), input),
      ),
    },
  }) satisfies Create;

/** A search: what it finds, the best match first, and how many; nothing found is an empty list. */
export const defineSearch = <const Key extends string, Input extends Place, Source>({
  key,
  noun,
  label,
  description,
  form,
  record,
  perform,
}: Operation<Key, Input, Source> & {
  perform(dastra: Dastra, input: Input): Promise<Source[]>;
}) => {
  const counted = extendRecord(
    record,
    z.object({ numberOfMatches: maybeNumber }),
    { numberOfMatches: 'Number of Matches' },
    { numberOfMatches: 1 },
  );
  return {
    key,
    noun,
    display: leaf({ label, description }),
    operation: {
      ...partsOf(form, counted),
      perform: performWith(form, async (dastra, input): Promise<ZapierRecord[]> => {
        const found = await perform(dastra, input);
        const added = { numberOfMatches: found.length };
        return found.map((of) => counted.toRecord({ of, added }, input));
      }),
    },
  } satisfies Search;
};
