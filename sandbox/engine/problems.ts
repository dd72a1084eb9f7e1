/** Answers other than 200: RFC 7807 JSON (assumption A20). */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';

/** Messages by field, named as ASP.NET names them: `Label`, `Tags[0].Label`. */
export type FieldErrors = Record<string, string[]>;

/** An answer other than 200; it may be thrown anywhere. */
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
export const invalid = (errors: FieldErrors): Problem =>
  new Problem(400, 'One or more validation errors occurred.', { errors });

/** A 400 on one field, whose name the message starts with. */
export const invalidField = (field: string, message: string): Problem =>
  invalid({ [field]: [`${field}: ${message}`] });

/** A 404 that names what is missing. */
export const notFound = (what: string): Problem => new Problem(404, `${what} not found`);

/** What a caller of the control plane sent. @throws a 400 if it does not fit */
export const parse = <Schema extends z.ZodType>(schema: Schema, value: unknown) => {
  const { data, error } = schema.safeParse(value);
  if (error) throw invalid({ Body: error.issues.map(({ message }) => message) });
  return data as z.output<Schema>;
};

/** Fastify's error handler: whatever was thrown leaves as `application/problem+json`. */
export const sendProblem = (
  error: FastifyError | Problem,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply => {
  const problem =
    error instanceof Problem ? error : new Problem(error.statusCode ?? 500, error.message);
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
};
