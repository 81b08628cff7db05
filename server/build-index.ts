/** `npm run index`: builds the index anew, whether or not it is up to date. */
import { readConfiguration } from './configuration.ts'
import { endWith } from './start/foreseen.ts'
import { openArchive } from './start/open-archive.ts'
import { terminal } from './start/terminal.ts'

const ending = new AbortController()
for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => ending.abort(new Error('Ended.')))

await openArchive({
  configuration: readConfiguration(process.env),
  terminal,
  rebuild: true,
  signal: ending.signal,
}).catch(endWith)
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
terminal.say(`Peak memory: ${megabytes} MB.`)
