/** Looking into any JSON. */

export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** All objects in a value, at any depth. */
export const objectsIn = (value: unknown): Json[] => {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return isObject(value) ? [value, ...inner] : inner;
};

/**
 * A record of Dastra with what the builder chose where it says nothing: an app may tell either. An ID
 * that was chosen stands for the record that it names, and is told by it.
 */
export const withChosen = (record: Json, input: Json): Json => {
  const has = (name: string) =>
    [name, name.replace(/Id$/, ''), name.replace(/^workspaceId$/, 'workSpace')].some(
      (one) => record[one] != null,
    );
  const chosen = Object.entries(input).filter(([name]) => !has(name));
  const named = chosen
    .filter(([name]) => /[a-z]Id$/.test(name))
    .map(([name, id]) => [name.replace(/Id$/, ''), { id }]);
  const said = Object.entries(record).filter(([, value]) => value != null);
  return { ...record, ...Object.fromEntries([...named, ...chosen, ...said]) };
};
