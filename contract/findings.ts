/** What the contract finds: one deviation between Dastra's document and this app or its sandbox. */

/** What kind of deviation it is. */
export type Rule =
  /** The document has no such path and method. */
  | 'endpoint'
  /** It has no such query parameter, or no such property of a body or an answer. */
  | 'unknown'
  /** Its type does not fit. */
  | 'type'
  /** It may be null, which we do not read. */
  | 'null'
  /** Its members differ from those that users choose from, or that we send. */
  | 'choices'
  /** Its limits differ: lengths, smallest and largest numbers, patterns. */
  | 'limit'
  /** The form has its limit, and the client lets more through. */
  | 'lenient'
  /** Its format differs: a date, a GUID. */
  | 'format'
  /** A date without time zone, which JSON Schema does not know. */
  | 'zone'
  /** A value is not among those that the document lists. */
  | 'value'
  /** The same, and it is the newer name of rights requests. */
  | 'newer-name'
  /** Dastra requires what we cannot send, or may leave out; or the sandbox leaves out what it must answer. */
  | 'required'
  /** Only Dastra sets it. */
  | 'read-only'
  /** The media type, or a body where there should be none. */
  | 'content'
  /** The document gives no schema. */
  | 'schema'
  /** How calls are authenticated. */
  | 'security'
  /** Where the API is served. */
  | 'server'
  /** The app does what no endpoint of the client declares. */
  | 'undeclared'
  /** An endpoint declares what no operation does. */
  | 'unused'
  /** An operation failed. */
  | 'failed'
  /** A waiver that matches no finding. */
  | 'stale';

/** Where in a call a deviation is. */
export type Place = 'call' | 'path' | 'query' | 'body' | 'answer' | 'webhook';

export interface Finding {
  /** The call, as `POST /v1/ws/{workspaceId}/Tasks`; or what else it is about. */
  call: string;
  place: Place;
  /** The path of names to the value, such as `items[].tags[].type`; empty for the whole. */
  property: string;
  rule: Rule;
  /** A sentence: what the document says, and what we do. Names, never values. */
  message: string;
  /** The operations of the app that showed it, for what was seen in traffic. */
  operations: string[];
}

/** The name of a property inside another one. */
export const within = (property: string, name: string): string =>
  property === '' ? name : `${property}.${name}`;

const keyOf = ({ call, place, property, rule }: Finding) =>
  [call, place, property, rule].join('\n');

/** One finding for each deviation: what was seen in several operations, or in two ways, is one. */
export const merge = (findings: readonly Finding[]): Finding[] => {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const known = merged.get(keyOf(finding)) ?? { ...finding, operations: [] };
    const operations = new Set([...known.operations, ...finding.operations]);
    merged.set(keyOf(finding), { ...known, operations: [...operations] });
  }
  return [...merged.values()];
};

/** `Tasks` for `GET /v1/ws/{workspaceId}/Tasks/{id}`, `me` for `GET /me`. */
export const resourceOf = (call: string): string =>
  / (?:\/v1)?(?:\/ws\/[^/]+)?\/([^/]+)/.exec(call)?.[1] ?? '';

/** `$.items[].id` for `items[].id`. */
export const jsonPath = (property: string): string =>
  property === '' || property.startsWith('[') ? `$${property}` : `$.${property}`;
