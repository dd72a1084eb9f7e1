import type { Display } from '../zapier/form.ts';
import { listedBy } from './workspace.ts';

/** Tags; each kind of record has its own. @param trigger the hidden trigger that lists them */
export const tagsField = (
  trigger: 'list_task_tags' | 'list_actor_tags' | 'list_rights_request_tags',
): Display => ({ label: 'Tags', ...listedBy(trigger) });
