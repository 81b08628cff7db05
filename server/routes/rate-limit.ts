/** Limits the requests of each client in a minute; used where the server can be reached from other machines. */
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { rateLimiter } from 'hono-rate-limiter'
import ipaddr from 'ipaddr.js'
import { ProblemError } from './problem.ts'

export interface RateLimits {
  /** API requests that one client may make in a minute. */
  requests: number
  /** Questions among them that the language model answers. */
  answers: number
  /** Whether a proxy is in front of the server and appends its client to `X-Forwarded-For`. */
  behindProxy: boolean
}

const WINDOW_MS = 60_000

const messages = {
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

/** Middleware. @throws {ProblemError} 429, with `Retry-After`, for a request over the limit */
export function rateLimit(limits: RateLimits, what: keyof typeof messages): MiddlewareHandler {
  return rateLimiter({
    windowMs: WINDOW_MS,
    limit: limits[what],
    standardHeaders: 'draft-7',
    keyGenerator: (c: Context) => clientOf(c, limits.behindProxy),
    handler: (c: Context) => {
      const seconds = c.res.headers.get('retry-after') ?? '60'
      throw new ProblemError(
        429,
        `This server ${messages[what].limit(limits[what])} Please try again in ${seconds} seconds${messages[what].otherwise}.`,
      )
    },
  })
}

/** The client's IPv4 address, or its IPv6 network: within it one client can use any number of addresses. */
function clientOf(c: Context, behindProxy: boolean): string {
  const forwarded = behindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  const connected = getConnInfo(c).remote.address ?? ''
  const client = [withoutPort(forwarded ?? ''), connected].find((address) => ipaddr.isValid(address))
  if (client === undefined) return connected
  const address = ipaddr.process(client)
  return address.kind() === 'ipv6'
    ? ipaddr.IPv6.networkAddressFromCIDR(`${client}/${IPV6_NETWORK_BITS}`).toString()
    : address.toString()
}

/** Prefix length of the network in an IPv6 address. */
const IPV6_NETWORK_BITS = 64

/** Some proxies append the client's port: `192.0.2.1:5678`, `[2001:db8::1]:5678`. */
function withoutPort(address: string): string {
  return address.replace(/^\[([^[\]]+)\](?::\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1')
}

/** Whether an address to listen on can be reached only from this machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || (ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback')
}
