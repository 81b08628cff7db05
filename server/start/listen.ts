/** Opens the port, and ends in good order: what streams is finished, for at most ten seconds. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import { type Configuration, ConfigurationError } from './configuration.ts'

/** How long open answers may go on after a signal to end, in ms. */
const GRACE = 9_000

/** Listens and answers the address. @throws {ConfigurationError} that names PORT or HOST. */
export async function listen(app: Pick<Hono, 'fetch'>, { host, port }: Pick<Configuration, 'host' | 'port'>) {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, host, port)))
    server.listen(port, host, resolve)
  })
  const address = server.address() as AddressInfo
  const shownHost = host.includes(':') ? `[${host}]` : host === '127.0.0.1' ? 'localhost' : host
  return { url: `http://${shownHost}:${address.port}`, close: () => close(server) }
}

/** Takes no new connections, waits for open answers, and cuts what is still open after `GRACE`. */
async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  const late = setTimeout(() => server.closeAllConnections(), GRACE)
  await closed
  clearTimeout(late)
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const reasons: Record<string, string> = {
    EADDRINUSE: `PORT is ${port}, and something else listens there already. End it, or set PORT to another number.`,
    EACCES: `PORT is ${port}, which this user may not open. Set PORT to a number above 1023.`,
    EADDRNOTAVAIL: `HOST is "${host}", which is not an address of this machine. Set HOST to 127.0.0.1 or 0.0.0.0.`,
    ENOTFOUND: `HOST is "${host}", a name that is not known here. Set HOST to 127.0.0.1 or 0.0.0.0.`,
  }
  const reason = reasons[error.code ?? '']
  return reason ? new ConfigurationError(reason) : error
}
