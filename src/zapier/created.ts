/** What creating a record tells beside the record itself. */
import * as z from 'zod/mini';
import { maybeFlag, maybeList } from '../dastra/received.ts';
import { actorRecord } from '../resources/actors/record.ts';
import { rightsRequestRecord } from '../resources/rights-requests/record.ts';
import { taskRecord } from '../resources/tasks/record.ts';
import { extendRecord } from './record.ts';

const created = z.object({ ignoredCustomFields: maybeList(z.string()) });
const labels = { ignoredCustomFields: 'Ignored Custom Fields' };
const nothingIgnored = { ignoredCustomFields: undefined };

export const createdActorRecord = extendRecord(actorRecord, created, labels, nothingIgnored);

export const createdTaskRecord = extendRecord(taskRecord, created, labels, nothingIgnored);

export const createdRightsRequestRecord = extendRecord(
  rightsRequestRecord,
  z.object({ alreadyExisted: maybeFlag, ...created.shape }),
  { alreadyExisted: 'Already Existed', ...labels },
  { alreadyExisted: false, ...nothingIgnored },
);
