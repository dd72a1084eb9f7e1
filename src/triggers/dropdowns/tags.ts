import { listTags, type TagUse } from '../../dastra/tags.ts';
import { defineDropdown, inWorkspace } from './dropdown.ts';

const tagDropdown = (key: string, use: TagUse) =>
  defineDropdown({
    key,
    noun: 'Tag',
    form: inWorkspace,
    list: (dastra, { input }) => listTags(dastra, input.workspaceId, use),
  });

export const taskTags = tagDropdown('list_task_tags', 'Task');
export const actorTags = tagDropdown('list_actor_tags', 'Actor');
export const rightsRequestTags = tagDropdown('list_rights_request_tags', 'RightsRequest');
