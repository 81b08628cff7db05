/**
 * `npm run index`: builds the index, even if it is up to date. The server also starts it as a child process and receives its
 * progress (`start/build-in-child-process.ts`).
 */
import { constants, setPriority } from 'node:os'
import { errorReason, remoteTerminal, serverMessageSender } from './start/build-messages.ts'
import { readConfiguration } from './start/configuration.ts'
import { exitWithError } from './start/expected-errors.ts'
import { openArchive } from './start/open-archive.ts'
import { terminal } from './start/terminal.ts'

const ending = new AbortController()
for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => ending.abort())

const send = serverMessageSender()
if (send) {
  // Requests to the server have priority. If the server was killed, the build is no longer needed.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  process.once('disconnect', () => ending.abort())
  if (!process.connected) ending.abort()
}

try {
  const { index } = await openArchive({
    configuration: readConfiguration(process.env),
    terminal: send ? remoteTerminal(send) : terminal,
    rebuild: true,
    signal: ending.signal,
  })
  if (send) await send({ kind: 'built', generation: index.generation.name })
  else terminal.say(`Peak memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`)
  process.exit(0)
} catch (error) {
  if (send && !ending.signal.aborted) await send({ kind: 'failed', reason: errorReason(error) })
  else if (!ending.signal.aborted) exitWithError(error)
  else if (!send) terminal.say('The build was ended; the index is as it was before.')
  process.exit(1)
}
