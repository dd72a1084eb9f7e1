/** All drop-downs. Each is registered in the app as a hidden trigger. */
export { default as actors } from './actors.ts';
export { default as iterations } from './iterations.ts';
export { default as organizationalUnits } from './organizational-units.ts';
export { default as processings } from './processings.ts';
export { default as projects } from './projects.ts';
export { default as relatedItems } from './related-items.ts';
export { rightsRequestSteps, taskSteps } from './steps.ts';
export { default as subjectCategories } from './subject-categories.ts';
export { actorTags, rightsRequestTags, taskTags } from './tags.ts';
export { default as tasks } from './tasks.ts';
export { default as users } from './users.ts';
export { default as workspaces } from './workspaces.ts';
