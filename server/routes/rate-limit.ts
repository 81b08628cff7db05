/** So many requests a minute for each client, where others than this machine can ask. */
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { rateLimiter } from 'hono-rate-limiter'
import ipaddr from 'ipaddr.js'
import { ProblemError } from './problem.ts'

export interface RateLimits {
  /** Requests to the API that one client may make in a minute. */
  requests: number
  /** Of these, questions that the language model answers. */
  answers: number
  /** Whether a proxy stands before the server and names its client last in `X-Forwarded-For`. */
  behindProxy: boolean
}

const MINUTE = 60_000

const told = {
  requests: {
    limit: (limit: number) => `takes ${limit} requests a minute from one client.`,
    otherwise: '',
  },
  answers: {
    limit: (limit: number) =>
      `lets its language model answer ${limit} ${limit === 1 ? 'question' : 'questions'} a minute for one client.`,
    otherwise: ', or ask for quotations only',
  },
}

/** Passes on what is within the limit. @throws {ProblemError} 429, with Retry-After, for what is not. */
export function rateLimit(limits: RateLimits, what: keyof typeof told): MiddlewareHandler {
  return rateLimiter({
    windowMs: MINUTE,
    limit: limits[what],
    standardHeaders: 'draft-7',
    keyGenerator: (c: Context) => clientOf(c, limits.behindProxy),
    handler: (c: Context) => {
      const seconds = c.res.headers.get('retry-after') ?? '60'
      throw new ProblemError(
        429,
        `This server ${told[what].limit(limits[what])} Please try again in ${seconds} seconds${told[what].otherwise}.`,
      )
    },
  })
}

/** The client's address; of IPv6 the network, in which one client has as many addresses as it likes. */
function clientOf(c: Context, behindProxy: boolean): string {
  const forwarded = behindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  const address = (forwarded || getConnInfo(c).remote.address) ?? ''
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  return parsed.kind() === 'ipv4' ? parsed.toString() : networkOf(parsed.toByteArray())
}

/** The first 64 bits, as text. */
function networkOf(bytes: readonly number[]): string {
  return ipaddr.fromByteArray(bytes.map((byte, index) => (index < 8 ? byte : 0))).toString()
}

/** Whether an address to listen on is reached from this machine alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || (ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback')
}
