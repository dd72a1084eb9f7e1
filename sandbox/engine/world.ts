/** The records of a sandbox, and how a call reads them. */
import { addDays, serverDate } from './dates.ts';
import { notFound } from './problems.ts';
import type { Switches } from './switches.ts';

/** A record as it is stored: it names others by id. */
export interface Row {
  id: number | string;
  [property: string]: unknown;
}

/** Properties of a new record. */
export type Fields = Record<string, unknown>;

/** How the records of a resource are kept and read. */
export interface Table {
  /** As the path names it: `Tasks`. */
  path: string;
  /** One record, in a 404: `Task`. */
  name: string;
  /** Records of the account, under `/v1/`; others are of a workspace, under `/v1/ws/{workspaceId}/`. */
  ofAccount?: true;
  id: 'int' | 'guid';
  /** Where rows come from, if they are another resource's. */
  rows?: (scope: Scope) => Row[];
  /** Properties computed from other records when they are read. */
  joins: Record<string, (row: Row, scope: Scope) => unknown>;
  /** The records to start with by workspace, 0 for the account; `day` is so many days from now. */
  seed?: (day: (days: number) => string) => Record<number, Fields[]>;
  /** Further records, to fill a workspace with. */
  many?: (number: number) => Fields;
  /** A full row of the fields given. */
  build(scope: Scope, fields: Fields, now: Date): Row;
}

/** The user that an API key appears as (assumption A2). */
export const API_USER_ID = 19;

/** Who does what people do in Dastra's own pages. */
export const COLLEAGUE_ID = 11;

/** Whether two ids name one record; GUIDs are the same in either case. */
export const sameId = (one: unknown, other: unknown): boolean =>
  one === other || String(one).toLowerCase() === String(other).toLowerCase();

/** A GUID that shows its workspace, its kind of record and its number. */
export const guid = (workspaceId: number, kind: number, number: number): string =>
  `00000${workspaceId}-${String(kind).padStart(4, '0')}-4000-8000-${String(number).padStart(12, '0')}`;

/** Puts the records to start with into a table. */
type Fill = (rows: Row[], path: string, workspaceId: number) => void;

/** All records: those of the account, and those of each workspace. */
export class World {
  /** The id of the next record, whatever its kind: no two records made here share one. */
  nextId = 9001;
  readonly #tables = new Map<string, Row[]>();
  readonly #fill: Fill;

  /** @param fill what a table starts with; asked when it is first used, since most calls use a few */
  constructor(fill: Fill) {
    this.#fill = fill;
  }

  /** @param workspaceId 0 for records of the account */
  table(path: string, workspaceId: number): Row[] {
    const name = `${path} of ${workspaceId}`;
    const found = this.#tables.get(name);
    if (found) return found;
    const rows: Row[] = [];
    this.#tables.set(name, rows);
    this.#fill(rows, path, workspaceId);
    return rows;
  }
}

/** What a call reads and writes: one workspace, or the account. */
export class Scope {
  readonly workspaceId: number;
  readonly world: World;
  readonly switches: Switches;
  readonly #resources: readonly Table[];

  constructor(
    {
      resources,
      world,
      switches,
    }: Pick<Scope, 'world' | 'switches'> & {
      resources: readonly Table[];
    },
    workspaceId: number,
  ) {
    this.#resources = resources;
    this.world = world;
    this.switches = switches;
    this.workspaceId = workspaceId;
  }

  /** The rows that this scope has of a resource, oldest first. */
  rows(path: string): Row[] {
    const resource = this.#table(path);
    return (
      resource.rows?.(this) ?? this.world.table(path, resource.ofAccount ? 0 : this.workspaceId)
    );
  }

  /** The record of that id, completed as it is read; undefined for none. */
  find(path: string, id: unknown): Row | undefined {
    if (id == null) return undefined;
    const row = this.rows(path).find((candidate) => sameId(candidate.id, id));
    return row && this.complete(path, row);
  }

  /** The stored row of that id. @throws a 404 */
  row(path: string, id: unknown): Row {
    const row = this.rows(path).find((candidate) => sameId(candidate.id, id));
    if (row === undefined) throw notFound(this.#table(path).name);
    return row;
  }

  /** A row with the properties that are computed from others, each when it is read. */
  complete(path: string, row: Row): Row {
    const { joins } = this.#table(path);
    const { rightsRequestType } = this.switches;
    return new Proxy(row, {
      has: (_row, name) => name in row || name in joins,
      get: (_row, name) => {
        const join = joins[String(name)];
        const value = join ? join(row, this) : Reflect.get(row, name);
        // Where a type names requests, a switch decides how (assumption A25).
        const isType = value === 'DataSubject' && (name === 'type' || name === 'objectType');
        return isType ? rightsRequestType : value;
      },
    });
  }

  #table(path: string): Table {
    const resource = this.#resources.find((candidate) => candidate.path === path);
    if (resource === undefined) throw new Error(`There is no resource ${path}`);
    return resource;
  }
}

/** Ids of further records begin here, far from those of the tables. */
const FIRST_FURTHER_ID = 1_000_001;

/**
 * The fictional organization that a sandbox starts with; each table is filled when it is first used.
 * @param records how many further records of each kind the first workspace holds, to show that what
 *   the app does is independent of their number
 * @param now the moment that ages and due dates count from
 */
export const seed = (
  resources: readonly Table[],
  switches: Switches,
  records: number,
  now: Date,
): World => {
  // A table filled late is as one filled at once: a switch that is set meanwhile does not change it.
  const atStart = { ...switches };
  const day = (days: number) => serverDate(addDays(now, days));
  const world = new World((rows, path, workspaceId) => {
    const resource = resources.find((one) => one.path === path);
    const seeds = resource?.seed?.(day)[workspaceId];
    if (!resource || !seeds) return;
    const scope = new Scope({ resources, world, switches: atStart }, workspaceId);
    const add = ({ daysOld = 0, ...fields }: Fields) =>
      rows.push(resource.build(scope, fields, addDays(now, -Number(daysOld))));
    seeds.forEach(add);
    if (workspaceId !== 101 || !resource.many) return;
    for (let number = 1; number <= records; number += 1) {
      // All are older than the records of the tables, which stay the newest.
      const daysOld = 1000 + (number - 1) / 1000;
      const id = resource.id === 'guid' ? guid(101, 9, number) : FIRST_FURTHER_ID + number - 1;
      add({ id, daysOld, creatorId: 13, areaId: 201, ...resource.many(number) });
    }
  });
  return world;
};
