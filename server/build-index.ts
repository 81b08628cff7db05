/** `npm run index`: builds the index anew, whether or not it is up to date. */
import { readConfiguration } from './start/configuration.ts'
import { endWith } from './start/foreseen.ts'
import { openArchive } from './start/open-archive.ts'
import { terminal } from './start/terminal.ts'

const ending = new AbortController()
for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => ending.abort())

try {
  await openArchive({
    configuration: readConfiguration(process.env),
    terminal,
    rebuild: true,
    signal: ending.signal,
  })
  terminal.say(`Peak memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`)
} catch (error) {
  if (!ending.signal.aborted) endWith(error)
  terminal.say('The build was ended; the index is as it was before.')
  process.exit(1)
}
