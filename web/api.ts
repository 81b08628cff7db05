/** Speaking with the server: requests, and what goes wrong in them as errors that the page can put in words. */
import type { Problem } from '../server/contract/problem.ts'

/** The server answered, and said what is wrong (RFC 9457). */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title)
    this.name = 'ProblemError'
  }
}

/** No answer came: the server is not running, or the network is gone. */
export class UnreachableError extends Error {
  constructor(options?: ErrorOptions) {
    super('The server does not answer.', options)
    this.name = 'UnreachableError'
  }
}

/** `fetch` whose promise is kept only by a good response. Throws `ProblemError` or `UnreachableError`. */
export async function fetchOrProblem(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
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

/** GET an address of the API; its shape is the contract of server/contract/. */
export async function get<Body>(path: string, signal: AbortSignal): Promise<Body> {
  const response = await fetchOrProblem(path, { signal, headers: { accept: 'application/json' } })
  return response.json()
}

/** Problem details from a body; a body of another kind (a proxy's page) becomes a problem with its status. */
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

/** What went wrong, in a sentence or two for the reader. */
export function explain(error: unknown): string {
  if (error instanceof ProblemError) {
    const { title, detail, status } = error.problem
    if (status >= 500)
      return detail ?? 'The server could not do this. The fault is on its side, not in your question.'
    return detail ?? title
  }
  if (error instanceof UnreachableError) return 'The server does not answer. Is it still running?'
  // The SDK's reader fails with a TypeError when the connection breaks in the middle of an answer.
  if (error instanceof TypeError) return 'The connection broke before the answer was complete.'
  return error instanceof Error && error.message ? error.message : 'Something went wrong.'
}
