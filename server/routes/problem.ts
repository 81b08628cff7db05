/** Error responses as RFC 9457 problem details: what was wrong and in which field, without server internals. */
import { STATUS_CODES } from 'node:http'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { z } from 'zod'
import type { Problem } from '../contract/problem.ts'

export interface FieldError {
  field: string
  message: string
}

/** An error whose status and message are sent to the client. */
export class ProblemError extends Error {
  override name = 'ProblemError'
  constructor(
    readonly status: ContentfulStatusCode,
    readonly detail: string,
    readonly errors?: FieldError[],
  ) {
    super(detail)
  }
}

export function notFound(what: string): ProblemError {
  return new ProblemError(404, `${what} is not here.`)
}

/** 400 for a request that does not match its schema; lists each invalid field. */
export function badRequest(error: Pick<z.ZodError, 'issues'>): ProblemError {
  const errors = error.issues.map(({ path, message }) => ({ field: path.join('.') || 'body', message }))
  return new ProblemError(400, errors.map(({ field, message }) => `${field}: ${message}`).join('; '), errors)
}

/** Turns anything thrown into a response. An unexpected error goes to `report`, and to the client only as 500. */
export function problemResponse(c: Context, error: Error, report: (error: Error) => void): Response {
  if (error instanceof ProblemError) return respond(c, error.status, error.detail, error.errors)
  if (error instanceof HTTPException) return respond(c, error.status as ContentfulStatusCode, error.message)
  report(error)
  return respond(c, 500, 'The server could not answer this. The cause stands in its log.')
}

function respond(c: Context, status: ContentfulStatusCode, detail: string, errors?: FieldError[]): Response {
  const problem: Problem = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    ...(detail ? { detail } : {}),
    ...(errors ? { errors } : {}),
  }
  return c.body(JSON.stringify(problem), status, { 'content-type': 'application/problem+json' })
}
