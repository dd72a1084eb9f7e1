/**
 * What the client's own schemas say, as JSON Schema, so that it can be compared with Dastra's. Two
 * registries of the client go with it: the limits that forms show, and the kinds of values read.
 */
import * as z from 'zod/mini';
import { kinds } from '../src/dastra/received.ts';
import { facts } from '../src/dastra/sent.ts';

/** A value as the client sends or reads it. */
export interface Shape {
  type?: string | string[];
  anyOf?: Shape[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  items?: Shape;
  properties?: Record<string, Shape>;
  required?: string[];
  /** The most characters, as the form says. */
  limit?: number;
  /** Users choose from all members of the enumeration; without it, we send some of them. */
  isChoice?: true;
  /** The type that Zapier gets for the value. */
  kind?: 'integer' | 'boolean' | 'datetime';
}

const shapeOf = (schema: z.ZodMiniType, io: 'input' | 'output') =>
  z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const limit = facts.get(zodSchema)?.maximum;
      const kind = kinds.get(zodSchema)?.type;
      if (limit !== undefined) jsonSchema.limit = limit;
      if (kind !== undefined) jsonSchema.kind = kind;
      if (zodSchema._zod.def.type === 'enum') jsonSchema.isChoice = true;
    },
  }) as Shape;

/** What leaves the client for Dastra: the end of all conversions. */
export const sentShape = (schema: z.ZodMiniType): Shape => shapeOf(schema, 'output');

/** What the client can read: the beginning of all conversions. */
export const readShape = (schema: z.ZodMiniType): Shape => shapeOf(schema, 'input');

/** Whether a shape takes `null`; one without a type takes anything. */
export const takesNull = ({ anyOf, type }: Shape): boolean =>
  anyOf ? anyOf.some(takesNull) : type === undefined || [type].flat().includes('null');

/** The alternatives of a shape, one type each, without `null`. */
export const alternatives = (shape: Shape): Shape[] => {
  if (shape.anyOf) return shape.anyOf.flatMap(alternatives);
  if (!Array.isArray(shape.type)) return shape.type === 'null' ? [] : [shape];
  return shape.type.filter((type) => type !== 'null').map((type) => ({ ...shape, type }));
};
