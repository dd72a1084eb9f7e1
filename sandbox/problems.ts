import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';

/** Messages by field, named as ASP.NET names them: `Label`, `Tags[0].Label`. */
type FieldErrors = Record<string, string[]>;

/** An answer other than 200; thrown anywhere, it becomes RFC 7807 JSON (fact sheet §1, Errors [I]). */
export class Problem extends Error {
  readonly status: number;
  readonly errors: FieldErrors | undefined;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    title: string,
    extra: { errors?: FieldErrors; headers?: Record<string, string> | undefined } = {},
  ) {
    super(title);
    this.status = status;
    this.errors = extra.errors;
    this.headers = extra.headers ?? {};
  }
}

/** A 400 that names fields. */
export function invalid(errors: FieldErrors): Problem {
  return new Problem(400, 'One or more validation errors occurred.', { errors });
}

/** A 404 that names what is missing. */
export function notFound(what: string): Problem {
  return new Problem(404, `${what} not found`);
}

/** Fastify's error handler: whatever was thrown leaves as `application/problem+json`. */
export function sendProblem(
  error: FastifyError | Problem,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const problem = toProblem(error);
  return reply
    .code(problem.status)
    .headers(problem.headers)
    .type('application/problem+json')
    .send({
      type: 'about:blank',
      title: problem.message,
      status: problem.status,
      traceId: `sandbox-${request.id}`,
      ...(problem.errors && { errors: problem.errors }),
    });
}

function toProblem(error: FastifyError | Problem): Problem {
  if (error instanceof Problem) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    // An id in the path that is no number or GUID matches no route of ASP.NET.
    if (error.validationContext === 'params') return notFound('Resource');
    const errors: FieldErrors = {};
    for (const { instancePath, message = 'Invalid', params } of error.validation) {
      for (const unknownKey of unrecognizedKeys(params)) {
        add(errors, fieldName([...segments(instancePath), unknownKey]), 'Unknown field');
      }
      if (unrecognizedKeys(params).length === 0) {
        add(errors, fieldName(segments(instancePath)), message);
      }
    }
    return invalid(errors);
  }
  return new Problem(error.statusCode ?? 500, error.message);
}

/** Every message starts with its field, since clients often show messages alone. */
function add(errors: FieldErrors, field: string, message: string): void {
  const name = field || 'Body';
  errors[name] = [...(errors[name] ?? []), `${name}: ${message}`];
}

function unrecognizedKeys(params: Record<string, unknown>): string[] {
  return Array.isArray(params.keys) ? params.keys.map(String) : [];
}

function segments(instancePath: string): string[] {
  return instancePath.split('/').filter((segment) => segment !== '');
}

/** `['tags', '0', 'label']` → `Tags[0].Label`. */
function fieldName(path: string[]): string {
  return path.reduce((name, segment) => {
    if (/^\d+$/.test(segment)) return `${name}[${segment}]`;
    const pascal = segment.charAt(0).toUpperCase() + segment.slice(1);
    return name === '' ? pascal : `${name}.${pascal}`;
  }, '');
}
