import { actorDto, actorLightDto, processingLightDto } from '../schemas/actor.ts';
import type { Scope } from '../scope.ts';
import type { ActorRow, ProcessingRow } from '../world.ts';
import { tagViews, userLightView } from './organization.ts';
import { present } from './present.ts';

/** The organisation's name, or the person's full name (fact sheet §2.5 [I]). */
export function actorDisplayName(actor: ActorRow): string {
  const person = [actor.givenName, actor.familyName].filter(Boolean).join(' ');
  const company = actor.companyName ?? '';
  return actor.actorType === 'Morale' ? company || person : person || company;
}

export function actorLightView(actor: ActorRow) {
  return present(actorLightDto, { ...actor, displayName: actorDisplayName(actor) });
}

export function actorView(scope: Scope, actor: ActorRow) {
  const links = scope.workspace.links.filter((link) => link.actorId === actor.id);
  const recipients = links.flatMap(({ processingId, type, recipientType, jobTitle }) =>
    scope.workspace.processings
      .filter(({ id }) => id === processingId)
      .map((processing) => ({
        ...processingLightView(processing),
        type,
        recipientType,
        jobTitle,
      })),
  );
  return present(actorDto, {
    ...actor,
    displayName: actorDisplayName(actor),
    nbReferences: links.length,
    tags: tagViews(scope, actor.tagIds),
    creator: userLightView(scope, actor.creatorId),
    recipients,
  });
}

export function processingLightView(processing: ProcessingRow) {
  return present(processingLightDto, {
    ...processing,
    workspaceId: processing.workSpaceId,
    // Not nullable here, unlike in the full record.
    dateUpdate: processing.dateUpdate ?? processing.dateCreation,
  });
}
