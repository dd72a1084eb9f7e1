/** What creating a record tells beside the record itself. */
import * as z from 'zod/mini';
import { maybeFlag, maybeList } from '../dastra/values-received.ts';
import { actorRecord } from './actor.ts';
import { extendRecord } from './record.ts';
import { rightsRequestRecord } from './rights-request.ts';
import { taskRecord } from './task.ts';

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
