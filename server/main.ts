/** `npm start`: opens the port, builds page and index if they are out of date, and serves. */
import { join } from 'node:path'
import { pino } from 'pino'
import { CORPUS_FOLDER } from '../corpus/catalog.ts'
import { loadPublishers } from '../corpus/publishers.ts'
import { createWriter, describeWriter } from './answer/writer/writer.ts'
import type { Archive } from './archive/archive.ts'
import { isCalibrated } from './archive/calibration.ts'
import { createApp } from './routes/app.ts'
import { buildPage } from './start/build-page.ts'
import { DATA_FOLDER, readConfiguration } from './start/configuration.ts'
import { exitWithError } from './start/expected-errors.ts'
import { listen } from './start/listen.ts'
import { ServedArchive } from './start/served-archive.ts'
import { terminal } from './start/terminal.ts'

/** With this argument the page is not built: Vite's own server serves it (`npm run dev`). */
const withoutPage = process.argv.includes('--without-page')

async function start(): Promise<void> {
  const configuration = readConfiguration(process.env)
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2))
  const pageFolder = join(DATA_FOLDER, 'page')
  const ending = new AbortController()

  const writer = configuration.writer && createWriter(configuration.writer, (line) => log.warn(line))

  const served = new ServedArchive({ configuration, terminal, signal: ending.signal })
  const app = createApp({
    archive: () => (ending.signal.aborted ? undefined : served.archive),
    index: () => served.index,
    pageFolder,
    publicUrl: configuration.publicUrl,
    writer,
    limits: configuration.limits,
    report: (error) => log.error({ err: error }, 'A request failed.'),
  })
  const { url, close } = await listen(app, configuration)
  for (const name of ['SIGTERM', 'SIGINT'] as const)
    process.once(name, async () => {
      ending.abort()
      await close()
      process.exit(0)
    })

  try {
    // The page bundles these files, too; checked here, an invalid one gives a clearer error than Vite's.
    await loadPublishers(CORPUS_FOLDER)
    if (!withoutPage) await buildPage(pageFolder, terminal)
    reportReady(await served.open())
  } catch (error) {
    if (ending.signal.aborted) return
    throw error
  }

  function reportReady({ catalog, model, calibration }: Archive): void {
    const { documents, publishers } = catalog
    for (const name of publishers.namesWithoutFile(documents))
      terminal.say(
        `No file in corpus/publishers/ describes "${name}": its documents are found and cited, but link to no publisher.`,
      )
    if (!isCalibrated(calibration, model))
      terminal.say(
        `Ranking is not calibrated for the model ${model.id}: \`npm run tune\`, with the same settings, calibrates it.`,
      )
    terminal.say(describeWriter(configuration.writer))
    terminal.say(`Aide-Mémoire answers at ${url} (${documents.length} documents). Ctrl+C ends it.`)
  }
}

await start().catch(exitWithError)
