/** Opens the port, and shuts down gracefully: open responses get a few seconds to finish. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import { type Configuration, ConfigurationError } from './configuration.ts'

/** Time that open responses get after a signal to end. */
const SHUTDOWN_TIMEOUT_MS = 9_000

/** Starts to listen. @returns the server's address and a function that shuts it down. @throws {ConfigurationError} naming PORT or HOST */
export async function listen(app: Pick<Hono, 'fetch'>, { host, port }: Pick<Configuration, 'host' | 'port'>) {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explainListenError(error, host, port)))
    server.listen(port, host, resolve)
  })
  const address = server.address() as AddressInfo
  const shownHost = host.includes(':') ? `[${host}]` : host === '127.0.0.1' ? 'localhost' : host
  return { url: `http://${shownHost}:${address.port}`, close: () => close(server) }
}

/** Accepts no new connections, waits for open responses, and closes the rest after `SHUTDOWN_TIMEOUT_MS`. */
async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  const timer = setTimeout(() => server.closeAllConnections(), SHUTDOWN_TIMEOUT_MS)
  await closed
  clearTimeout(timer)
}

function explainListenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const reasons: Record<string, string> = {
    EADDRINUSE: `PORT is ${port}, and something else listens there already. End it, or set PORT to another number.`,
    EACCES: `PORT is ${port}, which this user may not open. Set PORT to a number above 1023.`,
    EADDRNOTAVAIL: `HOST is "${host}", which is not an address of this machine. Set HOST to 127.0.0.1 or 0.0.0.0.`,
    ENOTFOUND: `HOST is "${host}", a name that is not known here. Set HOST to 127.0.0.1 or 0.0.0.0.`,
  }
  const reason = reasons[error.code ?? '']
  return reason ? new ConfigurationError(reason) : error
}
