/** The file that says how the reader's probabilities are used. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CalibrationError } from '../../../server/archive/calibration.ts'
import { loadReaderCalibration, logisticProbability } from '../../../server/archive/reader-calibration.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aide-memoire-answering-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it.each([
  ['no JSON', '{', / is not JSON \(/],
  ['a weight missing', { worth: { intercept: 0, weights: {} } }, /worth\.weights\.probability: /],
  ['a share above 1', { quoted: { worth: 2, ofBest: 0 } }, /quoted\.worth: /],
])('with %s is refused by file and field', async (_, change, reason) => {
  const file = join(folder, 'answering.json')
  const content =
    typeof change === 'string' ? change : JSON.stringify({ ...loadReaderCalibration(), ...change })
  await writeFile(file, content)
  expect(() => loadReaderCalibration(file)).toThrow(CalibrationError)
  expect(() => loadReaderCalibration(file)).toThrow(reason)
  expect(() => loadReaderCalibration(file)).toThrow(file)
})

it('weighs signs by name', () => {
  const model = { intercept: 1, weights: { a: 2, b: -1 } }
  expect(logisticProbability(model, { a: 0, b: 1 })).toBeCloseTo(0.5)
  expect(logisticProbability(model, { a: 1, b: 0 })).toBeCloseTo(1 / (1 + Math.exp(-3)))
})
