/**
 * `npm run tune`: finds the numbers that depend on the embedding model, with the model that `EMBEDDING_MODEL` names, and
 * writes them with their cross-validated scores to `calibration.json` beside it. `npm run tune -- verification` finds only
 * those of the check of sentences anew, `npm run tune -- answers` those by which the reader's probabilities are used
 * (`--readers <folder>` with the readers of the folds reads the sentences anew).
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Archive } from '../../server/archive/archive.ts'
import { type Calibration, calibrationFile, calibrationSchema } from '../../server/archive/calibration.ts'
import { READER_CALIBRATION_FILE, readerCalibrationSchema } from '../../server/archive/reader-calibration.ts'
import { openHeldOut, saveAnswerings } from './held-out.ts'
import { openQuietly } from './open-archive.ts'
import { tuneAnswerable } from './tune-answerable.ts'
import { tuneAnswers } from './tune-answers.ts'
import { carryOver, measureCosines, tuneListed, tuneRelatedClose } from './tune-closeness.ts'
import { readCases, tuneRanking } from './tune-ranking.ts'
import { tuneVerification } from './tune-verification.ts'

const [only] = process.argv.slice(2)
if (only !== undefined && only !== 'verification' && only !== 'answers')
  throw new Error(
    `There is nothing to tune by the name "${only}". Leave it out, or say "verification" or "answers".`,
  )

const archive = await openQuietly()
if (only === 'answers') await withAnswers(archive)
else await withCalibration(archive)

async function withAnswers(archive: Archive): Promise<void> {
  const { values } = parseArgs({ allowPositionals: true, options: { readers: { type: 'string' } } })
  const heldOut = await openHeldOut(archive, values.readers)
  const { answering, byFold } = await tuneAnswers(archive, heldOut, console.log)
  saveAnswerings(byFold.map((each) => readerCalibrationSchema.parse(rounded(each))))
  writeFileSync(
    READER_CALIBRATION_FILE,
    `${JSON.stringify(readerCalibrationSchema.parse(rounded(answering)), null, 2)}\n`,
  )
  if (values.readers) heldOut.save()
  console.log(`Written to ${READER_CALIBRATION_FILE}.`)
}

async function withCalibration(archive: Archive): Promise<void> {
  const found = only ? await withVerification(archive) : await withVerification(await withRetrieval(archive))
  const file = calibrationFile(archive.model)
  const calibration = calibrationSchema.parse(rounded({ ...found.calibration, model: archive.model.id }))
  writeFileSync(file, `${JSON.stringify(calibration, null, 2)}\n`)
  console.log(calibration)
  console.log(`Written to ${file}.`)
}

async function withRetrieval(archive: Archive): Promise<Archive> {
  const cases = await readCases(archive)
  const scaled = calibrated(archive, carryOver(archive.calibration, await measureCosines(cases, archive)))
  const { weights, scores: ranking } = tuneRanking(cases, scaled)
  const weighed = calibrated(scaled, { ranking: weights })
  const { answerable, scores } = tuneAnswerable(cases, weighed)
  const judging = calibrated(weighed, { answerable })
  return calibrated(judging, {
    listed: await tuneListed(cases, judging),
    relatedClose: await tuneRelatedClose(judging),
    crossValidated: { ...archive.calibration.crossValidated, ranking: { ...ranking, ...scores } },
  })
}

async function withVerification(archive: Archive): Promise<Archive> {
  const { near, scores } = await tuneVerification(archive)
  return calibrated(archive, {
    verification: { ...archive.calibration.verification, near },
    crossValidated: { ...archive.calibration.crossValidated, verification: scores },
  })
}

function calibrated(archive: Archive, found: Partial<Calibration>): Archive {
  return { ...archive, calibration: { ...archive.calibration, ...found } }
}

/** All numbers in it to three digits: more would be noise. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toFixed(3))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, rounded(each)]))
}
