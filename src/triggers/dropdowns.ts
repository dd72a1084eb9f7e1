/**
 * The drop-downs of the Zap editor: one table of hidden triggers that list what can be chosen. A form
 * names its drop-down by key (`listedBy` in `src/zapier/fields.ts`).
 */
import type { Trigger } from 'zapier-platform-core';
import * as z from 'zod/mini';
import type { Dastra } from '../dastra/client.ts';
import { isFault } from '../dastra/fault.ts';
import * as sent from '../dastra/sent.ts';
import { actorTags, listActors } from '../resources/actors/calls.ts';
import { assetTags } from '../resources/assets/calls.ts';
import { breachTags, breachWorkflow, listDataBreaches } from '../resources/data-breaches/calls.ts';
import { processingTags } from '../resources/processings/activities.ts';
import { listProcessings } from '../resources/processings/calls.ts';
import { listQuestionnaireTemplates } from '../resources/questionnaires/calls.ts';
import { requestTags, requestWorkflow } from '../resources/rights-requests/calls.ts';
import { listSubjectCategories } from '../resources/rights-requests/categories.ts';
import { PERSON_CATEGORIES } from '../resources/rights-requests/schema.ts';
import { listTasks, taskTags, taskWorkflow } from '../resources/tasks/calls.ts';
import { relatedItemTypes } from '../resources/tasks/choices.ts';
import { listRelatedItems } from '../resources/tasks/related-items.ts';
import { OBJECT_TYPES } from '../resources/tasks/schema.ts';
import { listIterations, listProjects } from '../resources/workspace/projects.ts';
import { listSteps, type Workflow } from '../resources/workspace/steps.ts';
import { listTags, type TagTypes } from '../resources/workspace/tags.ts';
import { listUnits, type Unit } from '../resources/workspace/units.ts';
import { listUsers, type User } from '../resources/workspace/users.ts';
import { listWorkspaces } from '../resources/workspace/workspaces.ts';
import { type DropdownKey, workspaceField } from '../zapier/fields.ts';
import { defineForm, type Form } from '../zapier/form.ts';
import { performWith, type Zapier } from '../zapier/perform.ts';

/** How many choices the editor gets at a time; its "load more" asks for the next page. */
const PAGE_SIZE = 100;

/** A choice; without a label of its own it shows its ID. */
interface Choice {
  id: string;
  label?: string | undefined;
}

/** Where to look in a list. `page` counts from 1. */
interface Place<Input> {
  input: Input;
  page: number;
  size: number;
}

/** A row of the table. */
interface Dropdown<Input> {
  /** What is listed, in the singular and in title case. */
  noun: string;
  form: Form<Input>;
  /** Set where the list has pages; elsewhere all choices come at once. */
  paged?: true;
  list(dastra: Dastra, place: Place<Input>): Promise<Choice[]>;
}

/** A missing or forbidden list is no dead end: the field takes an ID, and the editor says why. */
const explain = (error: unknown, noun: string, { z: zapier }: Zapier): unknown => {
  if (!isFault(error, 'not-found', 'forbidden')) return error;
  const reason =
    error.fault === 'forbidden'
      ? 'This API key may not read this list. Ask an account owner for the permission, or type'
      : 'This workspace of Dastra has no such list. Type';
  return new zapier.errors.Error(
    `${reason} the ID of the ${noun.toLowerCase()} as a custom value.`,
    error.fault,
    error.details.status,
  );
};

/** Makes a hidden trigger of a row. */
const dropdown = <Input>({ noun, form, paged, list }: Dropdown<Input>) =>
  ({
    noun,
    display: {
      label: `List ${noun} Choices`,
      description: `Triggers when the editor lists the choices of a ${noun.toLowerCase()} field.`,
      hidden: true,
    },
    operation: {
      type: 'polling',
      canPaginate: paged === true,
      inputFields: form.inputFields,
      perform: performWith(form, async (dastra, input, zapier) => {
        const page = (zapier.bundle.meta?.page ?? 0) + 1;
        try {
          const choices = await list(dastra, { input, page, size: PAGE_SIZE });
          return choices.map(({ id, label }) => ({ id, label: label?.trim() || id }));
        } catch (error) {
          throw explain(error, noun, zapier);
        }
      }),
      sample: { id: '1', label: noun },
      outputFields: [
        { key: 'id', label: 'ID', type: 'string' },
        { key: 'label', label: 'Label', type: 'string' },
      ],
    },
  }) satisfies Omit<Trigger, 'key'>;

/** The first of some texts that is not blank. */
const firstOf = (...texts: (string | undefined)[]) => texts.find((text) => text?.trim());

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
  return units.map((unit) => ({ id: unit.id, label: pathOf(unit).join(' › ') }));
};

const userLabel = ({ displayName, givenName, familyName, email }: User) => {
  const name = firstOf(displayName, [givenName, familyName].filter(Boolean).join(' '));
  return name && firstOf(email) && name !== email ? `${name} (${email})` : firstOf(name, email);
};

/** `FormerClient` becomes "Former Client". */
const spaced = (name: string) => name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');

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
    list: (dastra, { input }) => listSteps(dastra, input.workspaceId, workflow),
  });

const TABLE: Record<DropdownKey, Omit<Trigger, 'key'>> = {
  list_actor_tags: tagsOf(actorTags),
  list_actors: dropdown({
    noun: 'Actor',
    form: inWorkspace,
    paged: true,
    list: async (dastra, { input, page, size }) => {
      const { items } = await listActors(dastra, input.workspaceId, page, size);
      return items.map(({ id, displayName, email }) => ({
        id,
        label: firstOf(displayName, email),
      }));
    },
  }),
  list_asset_tags: tagsOf(assetTags),
  list_data_breach_steps: stepsOf(breachWorkflow),
  list_data_breach_tags: tagsOf(breachTags),
  list_data_breaches: dropdown({
    noun: 'Data Breach',
    form: inWorkspace,
    paged: true,
    list: async (dastra, { input, page, size }) =>
      (await listDataBreaches(dastra, input.workspaceId, page, size)).items,
  }),
  list_iterations: dropdown({
    noun: 'Iteration',
    form: inWorkspace,
    list: async (dastra, { input }) => {
      const iterations = await listIterations(dastra, input.workspaceId);
      return iterations.map(({ id, label, displayName }) => ({
        id,
        label: firstOf(displayName, label),
      }));
    },
  }),
  list_organizational_units: dropdown({
    noun: 'Organizational Unit',
    form: inWorkspace,
    paged: true,
    list: async (dastra, place) =>
      pageOf(withPath(await listUnits(dastra, place.input.workspaceId)), place),
  }),
  list_processing_tags: tagsOf(processingTags),
  list_processings: dropdown({
    noun: 'Processing',
    form: inWorkspace,
    paged: true,
    list: async (dastra, { input, page, size }) => {
      const { items } = await listProcessings(dastra, input.workspaceId, page, size);
      return items.map(({ id, label, ref }) => ({
        id,
        label: firstOf(label) && firstOf(ref) ? `${label} (${ref})` : firstOf(label, ref),
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
    list: async (dastra, { input, page, size }) =>
      (await listQuestionnaireTemplates(dastra, input.workspaceId, page, size)).items,
  }),
  list_related_items: dropdown({
    noun: 'Related Item',
    form: ofOneKind,
    paged: true,
    list: (dastra, { input: { workspaceId, objectType }, page, size }) =>
      listRelatedItems(dastra, workspaceId, objectType, page, size),
  }),
  list_rights_request_steps: stepsOf(requestWorkflow),
  list_rights_request_tags: tagsOf(requestTags),
  /** The workspace's own categories; where this Dastra has none, the fixed ones of its older documents. */
  list_subject_categories: dropdown({
    noun: 'Data Subject Category',
    form: inWorkspace,
    list: async (dastra, { input }) => {
      try {
        return await listSubjectCategories(dastra, input.workspaceId);
      } catch (error) {
        if (!isFault(error, 'not-found')) throw error;
        return PERSON_CATEGORIES.map((name) => ({ id: name, label: spaced(name) }));
      }
    },
  }),
  list_task_steps: stepsOf(taskWorkflow),
  list_task_tags: tagsOf(taskTags),
  list_tasks: dropdown({
    noun: 'Task',
    form: inWorkspace,
    paged: true,
    list: async (dastra, { input, page, size }) =>
      (await listTasks(dastra, input.workspaceId, page, size)).items,
  }),
  list_users: dropdown({
    noun: 'User',
    form: inWorkspace,
    paged: true,
    list: async (dastra, place) => {
      const { input, page, size } = place;
      const users = await listUsers(dastra, input.workspaceId, page * size);
      return pageOf(users, place).map((user) => ({ id: user.id, label: userLabel(user) }));
    },
  }),
  list_workspaces: dropdown({
    noun: 'Workspace',
    form: defineForm(z.object({}), {}),
    paged: true,
    list: async (dastra, place) => pageOf(await listWorkspaces(dastra), place),
  }),
};

/** All drop-downs, as hidden triggers of the app. */
export const dropdowns: (Trigger & { key: DropdownKey })[] = Object.entries(TABLE).map(
  ([key, trigger]) => ({ key: key as DropdownKey, ...trigger }),
);
