/** All that the sandbox serves; what others name is seeded before them. */
import { me, tenantUsers, users, workspaces } from './account.ts';
import { actors } from './actors.ts';
import { assets } from './assets.ts';
import { dataBreaches } from './data-breaches.ts';
import { files } from './files.ts';
import { messages } from './messages.ts';
import { links, processings } from './processings.ts';
import { questionnaires, templates } from './questionnaires.ts';
import { RELATED } from './related-items.ts';
import { rightsRequests } from './rights-requests.ts';
import { tasks } from './tasks.ts';
import { webhookUrls } from './webhooks.ts';
import { areas, iterations, projects, steps, subjectCategories, tags } from './workspace.ts';

export const RESOURCES = [
  me,
  workspaces,
  tenantUsers,
  users,
  areas,
  tags,
  steps,
  projects,
  iterations,
  subjectCategories,
  actors,
  processings,
  links,
  rightsRequests,
  files,
  messages,
  tasks,
  dataBreaches,
  assets,
  templates,
  questionnaires,
  ...RELATED,
  webhookUrls,
];
