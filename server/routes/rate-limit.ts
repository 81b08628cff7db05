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
  const connected = getConnInfo(c).remote.address ?? ''
  const client = [withoutPort(forwarded ?? ''), connected].find((address) => ipaddr.isValid(address))
  if (client === undefined) return connected
  const address = ipaddr.process(client)
  return address.kind() === 'ipv6'
    ? ipaddr.IPv6.networkAddressFromCIDR(`${client}/${CLIENTS_BITS}`).toString()
    : address.toString()
}

/** Of an IPv6 address, those that name the network. */
const CLIENTS_BITS = 64

/** Some proxies name the client's port: `192.0.2.1:5678`, `[2001:db8::1]:5678`. */
function withoutPort(address: string): string {
  return address.replace(/^\[([^[\]]+)\](?::\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1')
}

/** Whether an address to listen on is reached from this machine alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || (ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback')
}
