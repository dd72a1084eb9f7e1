/**
 * What can be chosen from Dastra's own records: one table of lists. The editor shows them as drop-downs
 * (`src/zapier/dropdowns.ts`), and where a form holds a name instead of an ID, it is looked up in them
 * (`src/zapier/names.ts`). A form names its list by key (`listedBy` in `src/zapier/fields.ts`).
 */
import * as z from 'zod/mini';
import type { Dastra } from '../dastra/client.ts';
import { countries } from '../dastra/countries.ts';
import { isFault } from '../dastra/fault.ts';
import * as sent from '../dastra/sent.ts';
import { type DropdownKey, workspaceField } from '../zapier/fields.ts';
import { defineForm, type Form } from '../zapier/form.ts';
import { actorTags, listActors } from './actors/calls.ts';
import { assetTags } from './assets/calls.ts';
import { breachTags, breachWorkflow, listDataBreaches } from './data-breaches/calls.ts';
import { processingTags } from './processings/activities.ts';
import { listProcessings } from './processings/calls.ts';
import { listQuestionnaireTemplates } from './questionnaires/calls.ts';
import { requestTags, requestWorkflow } from './rights-requests/calls.ts';
import { listSubjectCategories } from './rights-requests/categories.ts';
import { personCategories } from './rights-requests/choices.ts';
import { listTasks, taskTags, taskWorkflow } from './tasks/calls.ts';
import { relatedItemTypes } from './tasks/choices.ts';
import { listRelatedItems, type RelatedItem } from './tasks/related-items.ts';
import { OBJECT_TYPES } from './tasks/schema.ts';
import { listIterations, listProjects } from './workspace/projects.ts';
import { listSteps, type Workflow } from './workspace/steps.ts';
import { listTags, type TagTypes } from './workspace/tags.ts';
import { listUnits, type Unit } from './workspace/units.ts';
import { isPerson, listUsers, type User } from './workspace/users.ts';
import { listWorkspaces } from './workspace/workspaces.ts';

/** A choice; without a label of its own it shows its ID. */
export interface Choice {
  id: string;
  label?: string | undefined;
  /** What it may be called beside its label. */
  names?: readonly (string | undefined)[];
}

/** Where to look in a list. `page` counts from 1. */
interface Place<Input> {
  input: Input;
  page: number;
  size: number;
  /** Where a name is looked up: the text to search for, in lists that can be searched. */
  q?: string;
}

/** A row of the table. */
interface List<Input> {
  /** What is listed, in the singular and in title case. */
  noun: string;
  /** What it depends on, under the keys of the operations' own forms. */
  form: Form<Input>;
  /** Set where the list has pages; elsewhere all choices come at once. */
  paged?: true;
  /** Set where the list takes `q`. */
  searched?: true;
  /** Set where the order of the list tells something; elsewhere the choices go from A to Z. */
  ordered?: true;
  list(dastra: Dastra, place: Place<Input>): Promise<Choice[]>;
}

/** A row whatever its form holds. */
export interface AnyList
  extends Pick<List<unknown>, 'noun' | 'form' | 'paged' | 'searched' | 'ordered'> {
  list(dastra: Dastra, place: Place<never>): Promise<Choice[]>;
}

/** Makes a row. */
const dropdown = <Input>(list: List<Input>): AnyList => list;

/** The first of some texts that is not blank. */
const firstOf = (...texts: (string | undefined)[]) => texts.find((text) => text?.trim());

/** Choices in the order of the alphabet, without regard to case and accents. */
export const fromAToZ = (choices: readonly Choice[]): Choice[] =>
  [...choices].sort((one, other) =>
    (one.label ?? one.id).localeCompare(other.label ?? other.id, 'fr', { numeric: true }),
  );

/** The page that the editor is at, of a list that was read from its beginning. */
const pageOf = <Item>(items: Item[], { page, size }: Place<unknown>): Item[] =>
  items.slice((page - 1) * size, page * size);

/** The form of a drop-down that lists what is in the chosen workspace. */
const inWorkspace = defineForm(z.object({ workspaceId: sent.recordId }), {
  workspaceId: workspaceField,
});

const ofOneKind = defineForm(
  z.object({ workspaceId: sent.recordId, objectType: sent.oneOf(OBJECT_TYPES) }),
  {
    workspaceId: workspaceField,
    objectType: { label: 'Related Item Type', choices: relatedItemTypes },
  },
);

/** Departments of several entities are often called the same: each shows all that it belongs to. */
const withPath = (units: Unit[]): Choice[] => {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const pathOf = (unit: Unit): string[] => {
    // Taken out while its parents are looked up, so that a circle of units comes to an end.
    byId.delete(unit.id);
    const parent = byId.get(unit.parentId ?? '');
    const path = [...(parent ? pathOf(parent) : []), unit.label?.trim() || unit.id];
    byId.set(unit.id, unit);
    return path;
  };
  return units.map((unit) => ({
    id: unit.id,
    label: pathOf(unit).join(' › '),
    names: [unit.label],
  }));
};

/** A label with what tells it from others of the same name. */
const withDetail = (label: string | undefined, detail: string | undefined) =>
  firstOf(label) && firstOf(detail) && label !== detail
    ? `${label} (${detail})`
    : firstOf(label, detail);

/** A record that others are about; the titles that Dastra gives to requests begin with their number. */
const relatedChoice = ({ id, label, detail, number }: RelatedItem): Choice => ({
  id,
  label:
    firstOf(number) && !label?.includes(number ?? '')
      ? `${number} · ${label ?? id}`
      : withDetail(label, detail),
  names: [label, detail, number],
});

const userChoice = ({ id, displayName, givenName, familyName, email }: User): Choice => {
  const fullName = [givenName, familyName].filter(Boolean).join(' ');
  const name = firstOf(displayName, fullName);
  return { id, label: withDetail(name, email), names: [name, fullName, email] };
};

const tagsOf = (types: TagTypes) =>
  dropdown({
    noun: 'Tag',
    form: inWorkspace,
    list: (dastra, { input }) => listTags(dastra, input.workspaceId, types),
  });

const stepsOf = (workflow: Workflow) =>
  dropdown({
    noun: 'Step',
    form: inWorkspace,
    ordered: true,
    list: (dastra, { input }) => listSteps(dastra, input.workspaceId, workflow),
  });

/** The lists, by the key of their drop-down. */
export const LISTS: Readonly<Record<DropdownKey, AnyList>> = {
  list_actor_tags: tagsOf(actorTags),
  list_actors: dropdown({
    noun: 'Actor',
    form: inWorkspace,
    paged: true,
    searched: true,
    list: async (dastra, { input, page, size, q }) => {
      const { items } = await listActors(dastra, input.workspaceId, page, size, q);
      return items.map(({ id, displayName, email }) => ({
        id,
        label: withDetail(displayName, email),
        names: [displayName, email],
      }));
    },
  }),
  list_asset_tags: tagsOf(assetTags),
  /** The only list that is not Dastra's: as a list of its own it is in the app once. */
  list_countries: dropdown({
    noun: 'Country',
    form: defineForm(z.object({}), {}),
    list: async () =>
      countries().map(({ code, name, fr }) => ({
        id: code,
        label: name === fr ? name : `${name} (${fr})`,
      })),
  }),
  list_data_breach_steps: stepsOf(breachWorkflow),
  list_data_breach_tags: tagsOf(breachTags),
  list_data_breaches: dropdown({
    noun: 'Data Breach',
    form: inWorkspace,
    paged: true,
    searched: true,
    list: async (dastra, { input, page, size, q }) =>
      (await listDataBreaches(dastra, input.workspaceId, page, size, q)).items,
  }),
  list_iterations: dropdown({
    noun: 'Iteration',
    form: inWorkspace,
    ordered: true,
    list: async (dastra, { input }) => {
      const iterations = await listIterations(dastra, input.workspaceId);
      return iterations.map(({ id, label, displayName }) => ({
        id,
        label: firstOf(displayName, label),
        names: [label],
      }));
    },
  }),
  list_organizational_units: dropdown({
    noun: 'Organizational Unit',
    form: inWorkspace,
    paged: true,
    list: async (dastra, place) =>
      pageOf(fromAToZ(withPath(await listUnits(dastra, place.input.workspaceId))), place),
  }),
  list_processing_tags: tagsOf(processingTags),
  list_processings: dropdown({
    noun: 'Processing',
    form: inWorkspace,
    paged: true,
    searched: true,
    list: async (dastra, { input, page, size, q }) => {
      const { items } = await listProcessings(dastra, input.workspaceId, page, size, q);
      return items.map(({ id, label, ref }) => ({
        id,
        label: withDetail(label, ref),
        names: [label, ref],
      }));
    },
  }),
  list_projects: dropdown({
    noun: 'Project',
    form: inWorkspace,
    list: (dastra, { input }) => listProjects(dastra, input.workspaceId),
  }),
  list_questionnaire_templates: dropdown({
    noun: 'Questionnaire Template',
    form: inWorkspace,
    paged: true,
    searched: true,
    list: async (dastra, { input, page, size, q }) =>
      (await listQuestionnaireTemplates(dastra, input.workspaceId, page, size, q)).items,
  }),
  list_related_items: dropdown({
    noun: 'Related Item',
    form: ofOneKind,
    paged: true,
    searched: true,
    list: async (dastra, { input: { workspaceId, objectType }, page, size, q }) => {
      const items = await listRelatedItems(dastra, workspaceId, objectType, page, size, q);
      return items.map(relatedChoice);
    },
  }),
  list_rights_request_steps: stepsOf(requestWorkflow),
  list_rights_request_tags: tagsOf(requestTags),
  list_rights_requests: dropdown({
    noun: 'Rights Request',
    form: inWorkspace,
    paged: true,
    searched: true,
    list: async (dastra, { input, page, size, q }) => {
      const items = await listRelatedItems(dastra, input.workspaceId, 'DataSubject', page, size, q);
      return items.map(relatedChoice);
    },
  }),
  /** The workspace's own categories; where this Dastra has none, the fixed ones of its older documents. */
  list_subject_categories: dropdown({
    noun: 'Data Subject Category',
    form: inWorkspace,
    list: async (dastra, { input }) => {
      try {
        return await listSubjectCategories(dastra, input.workspaceId);
      } catch (error) {
        if (!isFault(error, 'not-found')) throw error;
        return Object.entries(personCategories).map(([id, { label, fr, also = [] }]) => ({
          id,
          label,
          names: [fr, ...also],
        }));
      }
    },
  }),
  list_task_steps: stepsOf(taskWorkflow),
  list_task_tags: tagsOf(taskTags),
  list_tasks: dropdown({
    noun: 'Task',
    form: inWorkspace,
    paged: true,
    searched: true,
    list: async (dastra, { input, page, size, q }) => {
      const { items } = await listTasks(dastra, input.workspaceId, page, size, q);
      return items.map(({ id, label, deadline }) => ({
        id,
        label: withDetail(label, deadline && `due ${deadline.slice(0, 10)}`),
        names: [label],
      }));
    },
  }),
  list_users: dropdown({
    noun: 'User',
    form: inWorkspace,
    paged: true,
    list: async (dastra, place) => {
      const { input, page, size } = place;
      const users = await listUsers(dastra, input.workspaceId, page * size);
      const people = users.filter(isPerson).map(userChoice);
      return pageOf(fromAToZ(people), place);
    },
  }),
  list_workspaces: dropdown({
    noun: 'Workspace',
    form: defineForm(z.object({}), {}),
    paged: true,
    list: async (dastra, place) => pageOf(fromAToZ(await listWorkspaces(dastra)), place),
  }),
};
