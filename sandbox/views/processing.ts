import { areaBaseDto } from '../schemas/organization.ts';
import {
  dataControllerDto,
  processingActorCompleteDto,
  processingActorDto,
  processingDto,
} from '../schemas/processing.ts';
import type { Scope } from '../scope.ts';
import type { LinkRow, ProcessingRow } from '../world.ts';
import { actorDisplayName, actorLightView, processingLightView } from './actor.ts';
import { stepView, tagViews, userLightView } from './organization.ts';
import { present } from './present.ts';

export function processingView(scope: Scope, processing: ProcessingRow) {
  const links = scope.workspace.links.filter((link) => link.processingId === processing.id);
  const ofType = (...types: LinkRow['type'][]) =>
    links.filter((link) => types.includes(link.type)).map((link) => linkParts(scope, link));
  const area = scope.workspace.areas.find(({ id }) => id === processing.areaId);
  return present(processingDto, {
    ...processing,
    area: area && present(areaBaseDto, area),
    owner: userLightView(scope, processing.ownerId),
    creatorUser: userLightView(scope, processing.creatorId),
    workflowStep: stepView(scope, processing.workFlowStepId),
    tags: tagViews(scope, processing.tagIds),
    recipients: ofType('Recipient').map((link) => present(processingActorDto, link)),
    stakeHolders: ofType('Stakeholder', 'Referent').map((link) =>
      present(processingActorDto, link),
    ),
    dataControllers: ofType('DataController').map((link) => present(dataControllerDto, link)),
  });
}

/** A link with its processing, as the list of an actor's links shows it. */
export function linkView(scope: Scope, link: LinkRow, processing: ProcessingRow) {
  return present(processingActorCompleteDto, {
    ...linkParts(scope, link),
    dataProcessing: processingLightView(processing),
  });
}

function linkParts({ workspace }: Scope, link: LinkRow) {
  const actor = workspace.actors.find(({ id }) => id === link.actorId);
  return {
    ...link,
    displayName: actor && actorDisplayName(actor),
    actor: actor && actorLightView(actor),
    purposes: [],
    dataRetentionRules: [],
    transfers: [],
    readonly: false,
  };
}
