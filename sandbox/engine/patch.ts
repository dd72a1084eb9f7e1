/** JSON Patch (RFC 6902), as a JsonPatchDocument of .NET applies it: property names in any casing. */
import { isDeepStrictEqual } from 'node:util';
import { findProperty } from './filter.ts';
import { invalidField } from './problems.ts';
import { check, isObject } from './validate.ts';
import type { Fields } from './world.ts';

const OPERATIONS = {
  type: 'array',
  items: {
    type: 'object',
    required: ['op', 'path'],
    properties: {
      op: { type: 'string', enum: ['add', 'remove', 'replace', 'test'] },
      path: { type: 'string' },
      value: { nullable: true },
      from: { nullable: true },
    },
  },
};

interface Operation {
  op: 'add' | 'remove' | 'replace' | 'test';
  path: string;
  value?: unknown;
}

/**
 * A record as a patch leaves it.
 * @param record what of it can be changed
 * @param names the properties that a path may begin with
 * @throws a 400 for what cannot be applied
 */
export const applyPatch = (record: Fields, body: unknown, names: readonly string[]): Fields => {
  check(body, OPERATIONS);
  const known = Object.fromEntries(names.map((name) => [name, {}]));
  const after = structuredClone(record);
  for (const operation of body as Operation[]) {
    const [, first = '', ...rest] = operation.path.split('/').map(unescapePointer);
    const name = findProperty(known, first)?.[0];
    if (name === undefined || !operation.path.startsWith('/')) {
      throw notThere(operation.path);
    }
    applyAt(after, [name, ...rest], operation);
  }
  return after;
};

const unescapePointer = (part: string) => part.replaceAll('~1', '/').replaceAll('~0', '~');

const applyAt = (
  target: Fields | unknown[],
  [key = '', ...rest]: string[],
  { op, path, value = null }: Operation,
): void => {
  const index = key === '-' && Array.isArray(target) ? target.length : key;
  const current: unknown = Reflect.get(target, index);
  if (rest.length > 0) {
    // A property that has no value yet holds one as soon as a part of it is set.
    const inner = current ?? (op === 'add' || op === 'replace' ? {} : undefined);
    if (!Array.isArray(inner) && !isObject(inner)) throw notThere(path);
    Reflect.set(target, index, inner);
    applyAt(inner, rest, { op, path, value });
  } else if (op === 'test') {
    if (!isDeepStrictEqual(current, value)) {
      throw invalidField('Path', `The value at '${path}' is another`);
    }
  } else if (!Array.isArray(target)) {
    // A property without value is null, as in .NET: no property of a class can go.
    target[key] = op === 'remove' ? null : value;
  } else {
    const place = Number(index);
    if (!Number.isInteger(place) || place > target.length - (op === 'add' ? 0 : 1)) {
      throw notThere(path);
    }
    const items = op === 'remove' ? [] : [value];
    target.splice(place, op === 'add' ? 0 : 1, ...items);
  }
};

const notThere = (path: string) => invalidField('Path', `The target '${path}' was not found`);
