/** Greetings, thanks and questions about the archive itself are told from what is to be searched for. */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Archive } from '../../../server/archive/archive.ts'
import { archiveTopicOf, archiveTopics } from '../../../server/understanding/archive-topic.ts'
import { developmentSets, judgedQuestions, ownSets } from '../../eval/judged-questions.ts'
import { openTestArchive } from '../../open-test-archive.ts'

const phrasesSchema = z.record(z.enum([...archiveTopics, 'none']), z.array(z.string()))
/** The phrases by which the threshold was chosen, and those that nobody looked at before it stood. */
const { choosing, heldOut } = z
  .strictObject({ choosing: phrasesSchema, heldOut: phrasesSchema })
  .parse(JSON.parse(readFileSync(new URL('archive-topic-phrases.json', import.meta.url), 'utf8')))

let archive: Archive
beforeAll(async () => {
  archive = await openTestArchive()
})

describe.each([
  ['chosen by', choosing],
  ['held out', heldOut],
])('of the phrases %s', (_, phrases) => {
  it('nineteen of twenty are recognized, and nine of ten as what they are', async () => {
    const outcomes: { meant: string; found: string | undefined }[] = []
    for (const topic of archiveTopics)
      for (const phrase of phrases[topic])
        outcomes.push({ meant: topic, found: await archiveTopicOf(phrase, archive) })
    expect(outcomes.length).toBeGreaterThan(35)
    const share = (isRight: (outcome: (typeof outcomes)[number]) => boolean) =>
      outcomes.filter(isRight).length / outcomes.length
    expect(share(({ found }) => found !== undefined)).toBeGreaterThanOrEqual(0.95)
    expect(share(({ meant, found }) => found === meant)).toBeGreaterThanOrEqual(0.9)
  })

  it('none that asks the documents is taken for one', async () => {
    for (const phrase of phrases.none) expect(await archiveTopicOf(phrase, archive), phrase).toBeUndefined()
  })
})

it('no judged question is taken for one', async () => {
  for (const set of [...developmentSets, ...ownSets])
    for (const { question } of judgedQuestions(set))
      expect(await archiveTopicOf(question, archive), question).toBeUndefined()
})

it.each(['answers-dev', 'asked-questions', 'asked-conversations'])('no question of %s is', async (name) => {
  const lines = readFileSync(new URL(`../../eval/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  const turnSchema = z.union([
    z.string(),
    z.looseObject({ question: z.string() }).transform(({ question }) => question),
  ])
  const lineSchema = z.looseObject({ question: z.string().optional(), turns: z.array(turnSchema).optional() })
  const questions = lines
    .map((line) => lineSchema.parse(JSON.parse(line)))
    .flatMap(({ question, turns = [] }) => (question === undefined ? turns : [question]))
  expect(questions.length).toBeGreaterThanOrEqual(lines.length)
  for (const question of questions) expect(await archiveTopicOf(question, archive), question).toBeUndefined()
})

it.each([
  ['안녕하세요!', 'greeting'],
  ['Спасибо.', 'thanks'],
  ['谢谢', 'thanks'],
])('“%s” is recognized by its words, which the model cannot read', async (question, topic) => {
  expect(await archiveTopicOf(question, archive)).toBe(topic)
})

it.each(['평양', 'Кто это написал?', 'Who wrote Middlemarch?', 'How many documents are there from 1968?'])(
  '“%s” is searched for',
  async (question) => {
    expect(await archiveTopicOf(question, archive)).toBeUndefined()
  },
)
