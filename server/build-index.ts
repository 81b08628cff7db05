/**
 * `npm run index`: builds the index anew, whether or not it is up to date. The server starts it, too, and is told how far it
 * is (`start/build-in-process.ts`).
 */
import { constants, setPriority } from 'node:os'
import { reasonOf, senderToServer, terminalThrough } from './start/build-messages.ts'
import { readConfiguration } from './start/configuration.ts'
import { endWith } from './start/foreseen.ts'
import { openArchive } from './start/open-archive.ts'
import { terminal } from './start/terminal.ts'

const ending = new AbortController()
for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => ending.abort())

const send = senderToServer()
if (send) {
  // Whoever asks comes first; a server that was killed leaves nobody to build for.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  process.once('disconnect', () => ending.abort())
  if (!process.connected) ending.abort()
}

try {
  const { index } = await openArchive({
    configuration: readConfiguration(process.env),
    terminal: send ? terminalThrough(send) : terminal,
    rebuild: true,
    signal: ending.signal,
  })
  if (send) await send({ kind: 'built', generation: index.generation.name })
  else terminal.say(`Peak memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`)
  process.exit(0)
} catch (error) {
  if (send && !ending.signal.aborted) await send({ kind: 'failed', reason: reasonOf(error) })
  else if (!ending.signal.aborted) endWith(error)
  else if (!send) terminal.say('The build was ended; the index is as it was before.')
  process.exit(1)
}
