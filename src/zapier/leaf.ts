/**
 * A part of the definition that is data and nothing else, such as a field. At each start the platform
 * copies the definition and looks for functions in it, twice, in all that is a plain object; operations
 * that share a field count each by themselves. What has a class of its own it takes as it is, without a
 * copy. Written as JSON it is the same.
 */
class Leaf {
  /** By this lodash, with which the platform copies, tells what can be copied. It sets it to look beneath. */
  get [Symbol.toStringTag](): unknown {
    return 'Leaf';
  }
  set [Symbol.toStringTag](_tag: unknown) {}
}

/** Marks an object as data. It gets the class itself, as copies of large samples take a while. */
export const leaf = <Properties extends object>(properties: Properties): Properties =>
  Object.setPrototypeOf(properties, Leaf.prototype);
