/** The cross-encoder of the repository, over sentences of the archive. */
import { beforeAll, describe, expect, it } from 'vitest'
import { type AnswerReader, loadAnswerReader } from '../../embeddings/answer-reader.ts'

const QUESTION = 'How many war orphans did Poland offer to take in 1953?'
const ANSWER = {
  title: 'Report from the Polish Embassy in Pyongyang',
  date: '1953-06-25',
  sentence: 'The embassy passes on the invitation of 1,000 orphans to Poland.',
}
const UNRELATED = {
  title: 'Minutes of the National Security Council',
  date: '1968-01-24',
  sentence: 'McNamara says that the seizure of the ship was planned beforehand.',
}

let reader: AnswerReader
beforeAll(async () => {
  reader = await loadAnswerReader()
})

describe('the reader', () => {
  it('tells what answers from what does not', async () => {
    const [answer = 0, unrelated = 1] = await reader.read(QUESTION, [ANSWER, UNRELATED])
    expect(answer).toBeGreaterThan(0.3)
    expect(unrelated).toBeLessThan(0.01)
  })

  it('says the same of a pair whatever else is read', async () => {
    const alone = await (await loadAnswerReader()).read(QUESTION, [ANSWER])
    const after = await (await loadAnswerReader()).read(QUESTION, [UNRELATED, ANSWER])
    expect(after[1]).toBe(alone[0])
  })

  it('stops when nobody waits any longer', async () => {
    const left = AbortSignal.abort(new Error('The client left.'))
    await expect(reader.read('Who was it?', [ANSWER], left)).rejects.toThrow('The client left.')
  })

  it('names the folder that holds none', async () => {
    await expect(loadAnswerReader('/nowhere/reader')).rejects.toThrow(/\/nowhere\/reader/)
  })
})
