/** The numbers that depend on the embedding model: where they come from, and what they are carried over to. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BUNDLED_MODEL, weightsHash } from '../../../embeddings/embedding-model.ts'
import {
  CalibrationError,
  calibrationFile,
  isCalibrated,
  readCalibration,
} from '../../../server/archive/calibration.ts'
import { carryOver } from '../../eval/tune-closeness.ts'

const bundled = { id: `model@${(await weightsHash(BUNDLED_MODEL)).slice(0, 12)}`, folder: BUNDLED_MODEL }
const shipped = readCalibration(bundled)

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aide-memoire-calibration-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const file = () => join(folder, 'calibration.json')
const write = (content: unknown) =>
  writeFile(file(), typeof content === 'string' ? content : JSON.stringify(content))

describe('the calibration', () => {
  it('that is shipped is that of the shipped model', () => {
    expect(isCalibrated(shipped, bundled)).toBe(true)
  })

  it('of another model stands among its files', async () => {
    await write({ ...shipped, model: 'other@123', listed: 0.2 })
    const other = { id: 'other@123', folder }
    expect(readCalibration(other).listed).toBe(0.2)
    expect(isCalibrated(readCalibration(other), other)).toBe(true)
  })

  it('of the same weights used otherwise is a file beside it, so that neither overwrites the other', async () => {
    const [plain, otherwise] = ['other@123', 'other@123+abcdef01'].map((id) => ({ id, folder }))
    expect(calibrationFile(plain ?? bundled)).toBe(file())
    expect(calibrationFile(otherwise ?? bundled)).toBe(join(folder, 'calibration+abcdef01.json'))
  })

  it('stays with a model whose folder is renamed', async () => {
    await write({ ...shipped, model: 'former-name@123', listed: 0.2 })
    expect(readCalibration({ id: 'new-name@123', folder }).listed).toBe(0.2)
  })

  it.each([
    ['has none', undefined],
    ['has that of other weights', 'other@456'],
    ['is used otherwise than it was', 'other@123+abcdef01'],
    ['is another one on the hub', 'owner/model'],
  ])('is the shipped one, as a guess, for a model that %s', async (_, model) => {
    if (model) await write({ ...shipped, model, listed: 0.2 })
    const other = { id: 'other@123', folder }
    expect(readCalibration(other)).toEqual(shipped)
    expect(isCalibrated(readCalibration(other), other)).toBe(false)
  })

  it.each([
    ['no JSON', '{', / is not JSON \(/],
    ['a number missing', { ...shipped, listed: undefined }, /: listed: .*`npm run tune` writes it anew\.$/],
    [
      'a share above 1',
      { ...shipped, verification: { ...shipped.verification, sure: 2 } },
      /: verification\.sure: /,
    ],
    ['a field that is none', { ...shipped, spoken: 1 }, /"spoken"/],
  ])('with %s is refused by file and field', async (_, content, reason) => {
    await write(content)
    const read = () => readCalibration({ id: 'other@123', folder })
    expect(read).toThrow(CalibrationError)
    expect(read).toThrow(reason)
    expect(read).toThrow(file())
  })
})

describe('what is carried over to another model', () => {
  it('is the same where the model spreads its cosines in the same way', () => {
    const same = carryOver(shipped, shipped.cosines)
    expect(same.sameQuestion).toBeCloseTo(shipped.sameQuestion)
    expect(same.passageShown).toBeCloseTo(shipped.passageShown)
    expect(same.verification.asClose).toBeCloseTo(shipped.verification.asClose)
    expect(same.verification.worthShowing).toBeCloseTo(shipped.verification.worthShowing)
  })

  it('fits a model whose cosines all lie close together, as those of E5 do', () => {
    const cosines = { unrelated: 0.72, closest: 0.86 }
    const { sameQuestion, passageShown, verification } = carryOver(shipped, cosines)
    // Between what is closest and 1, in the same proportion.
    expect(sameQuestion).toBeGreaterThan(0.9)
    expect(sameQuestion).toBeLessThan(1)
    // Half of the closest cosine would let everything through.
    expect(passageShown * cosines.closest).toBeGreaterThan(cosines.unrelated)
    expect(passageShown).toBeLessThan(1)
    expect(verification.worthShowing).toBeGreaterThan(cosines.unrelated)
    expect(verification.worthShowing).toBeLessThan(cosines.closest)
  })
})
