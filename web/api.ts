/** Requests to the server, with typed errors that the page can explain to the user. */
import type { Problem } from '../server/contract/problem.ts'

/** The server answered with an error, described as problem details (RFC 9457). */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title)
    this.name = 'ProblemError'
  }
}

/** No response came: the server is not running, or there is no network. */
export class UnreachableError extends Error {
  constructor(options?: ErrorOptions) {
    super('The server does not answer.', options)
    this.name = 'UnreachableError'
  }
}

/**
 * `fetch` that resolves only with a successful response (2xx).
 * @throws ProblemError for an error response. @throws UnreachableError when no response came
 */
export async function fetchOrThrow(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  let response: Response
  try {
    response = await fetch(input, init)
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw error
    throw new UnreachableError({ cause: error })
  }
  if (response.ok) return response
  throw new ProblemError(parseProblem(await response.text(), response.status))
}

/** GETs JSON from the API. `Body` is the response type declared in server/contract/; it is not checked here. */
export async function getJson<Body>(path: string, signal: AbortSignal): Promise<Body> {
  const response = await fetchOrThrow(path, { signal, headers: { accept: 'application/json' } })
  return response.json()
}

/**
 * Parses problem details from a response body. Any other body (e.g. a proxy's HTML page) becomes a problem with the
 * status.
 */
export function parseProblem(body: string, status: number): Problem {
  const plain: Problem = { type: 'about:blank', title: `The server answered with status ${status}.`, status }
  try {
    const parsed: unknown = JSON.parse(body)
    return isProblem(parsed) ? parsed : plain
  } catch {
    return plain
  }
}

function isProblem(value: unknown): value is Problem {
  return (
    typeof value === 'object' &&
    value !== null &&
    'title' in value &&
    typeof value.title === 'string' &&
    'status' in value &&
    typeof value.status === 'number' &&
    (!('detail' in value) || typeof value.detail === 'string')
  )
}

export function isNotFound(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status === 404
}

/** An error as a sentence or two for the user. */
export function explainError(error: unknown): string {
  if (error instanceof ProblemError) {
    const { title, detail, status } = error.problem
    if (status >= 500)
      return detail ?? 'The server could not do this. The fault is on its side, not in your question.'
    return detail ?? title
  }
  if (error instanceof UnreachableError) return 'The server does not answer. Is it still running?'
  // The AI SDK throws a TypeError when the connection breaks while an answer streams.
  if (error instanceof TypeError) return 'The connection broke before the answer was complete.'
  return error instanceof Error && error.message ? error.message : 'Something went wrong.'
}
