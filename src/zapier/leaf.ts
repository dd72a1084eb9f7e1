/**
 * What spares the platform work at each start, when it copies the definition and looks for functions in
 * it, twice. Written as JSON the definition is the same.
 */

/** By this tag lodash, with which the platform copies, tells what to copy. It sets it to look beneath. */
const notCopied = {
  get [Symbol.toStringTag](): unknown {
    return 'NotCopied';
  },
  set [Symbol.toStringTag](_tag: unknown) {},
};

/** The platform looks for functions in plain objects, which have another constructor. */
const notSearched = Object.create(notCopied, { constructor: { value: undefined } });

/** Marks an operation, which the platform then takes apart without a copy before. */
export const uncopied = <Operation extends object>(operation: Operation): Operation =>
  Object.setPrototypeOf(operation, notCopied);

/**
 * Marks data, such as a field: the platform takes them as they are. Operations that share a field count
 * each by themselves otherwise.
 */
export const leaf = <Properties extends object>(properties: Properties): Properties =>
  Object.setPrototypeOf(properties, notSearched);
