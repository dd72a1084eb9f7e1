/** What creating a record tells beside the record itself. */
import * as z from 'zod/mini';
import { maybeList } from '../dastra/received.ts';
import { extendRecord, type RecordType } from './record.ts';

/** The part of the schema, the labels and the example that all actions that create have. */
export const createdPart = {
  schema: { ignoredCustomFields: maybeList(z.string()) },
  labels: { ignoredCustomFields: 'Ignored Custom Fields' },
  example: { ignoredCustomFields: undefined },
};

/** A record from the action that creates it. */
export const whenCreated = <Source>(record: RecordType<Source>) =>
  extendRecord(record, z.object(createdPart.schema), createdPart.labels, createdPart.example);
