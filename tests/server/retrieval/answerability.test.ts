/** Whether an archive may hold an answer, and what is said to be missing. */
import { describe, expect, it } from 'vitest'
import type { ArchiveDocument } from '../../../corpus/document.ts'
import { stem } from '../../../corpus/lexicon.ts'
import type { Archive } from '../../../server/archive/archive.ts'
import type { Calibration } from '../../../server/archive/calibration.ts'
import {
  type AnswerabilityInput,
  answerabilityFeatures,
  answerabilityProbability,
  judgeAnswerability,
} from '../../../server/retrieval/answerability.ts'
import type { Understanding } from '../../../server/understanding/understanding.ts'
import { entity, handMadeArchive, record, understood } from '../hand-made-archive.ts'

const DOCUMENTS = [
  record('Kim Il Sung receives a delegation', { date: '1950-06-25' }),
  record('The harvest of rice', { date: '1956' }),
  record('The harvest of barley', { date: '1960' }),
  record('The catch of squid', { date: '1968-01', type: 'telegram', publisher: 'FRUS' }),
]
const ENTITIES = [
  entity('person', 'Kim Il Sung'),
  entity('person', 'Pak Hon Yong'),
  entity('person', 'Alexander Puzanov'),
  entity('place', 'Romania'),
]

function archiveOf(
  calibration: Partial<Calibration['answerable']> = {},
  documents: ArchiveDocument[] = DOCUMENTS,
) {
  return handMadeArchive({ documents, entities: ENTITIES, calibration })
}

const LIKELY = archiveOf({ threshold: 0.5 })
const UNLIKELY = archiveOf({ threshold: 0.51 })
const ALL = [0, 1, 2, 3]

interface Changes extends Partial<Omit<AnswerabilityInput, 'understanding'>> {
  understanding?: Partial<Understanding>
}

function judged(
  question: string,
  archive: Archive,
  { understanding, ...more }: Changes = {},
): AnswerabilityInput {
  return {
    understanding: understood(question, archive, understanding),
    evidence: { best: { record: 0, sentence: 0, query: 0 } },
    rankedNumbers: ALL,
    widened: false,
    ...more,
  }
}

const judge = (question: string, changes: Changes = {}, archive = LIKELY) =>
  judgeAnswerability(judged(question, archive, changes), archive)
const signs = (question: string, changes: Changes = {}, archive = LIKELY) =>
  answerabilityFeatures(judged(question, archive, changes), archive)

describe('a question', () => {
  it('may be answered where documents share a word with it', () => {
    expect(judge('How was the harvest?')).toEqual({
      answerable: true,
      likelihood: 0.5,
      matchesAllCriteria: false,
    })
    expect(judge('How was the harvest?', {}, UNLIKELY)).toMatchObject({ answerable: true })
  })

  it('is not answered where the first three share no word with it, or nothing was found', () => {
    const reason = 'No document here shares a word with the question.'
    expect(judge('How do glaciers move?')).toMatchObject({ answerable: false, reason })
    expect(judge('How much squid?', { rankedNumbers: [0, 1, 2, 3] })).toMatchObject({
      answerable: false,
      reason,
    })
    expect(judge('How much squid?', { rankedNumbers: [0, 1, 3, 2] })).toMatchObject({ answerable: true })
    expect(judge('How was the harvest?', { rankedNumbers: [] })).toMatchObject({ answerable: false, reason })
  })

  it.each([
    ['a name', 'Why did Romania glaciate?', {}],
    ['a period', 'Which glaciers moved in 1956?', {}],
    ['a kind of document', 'glaciers in telegrams', {}],
    [
      'a maker',
      'How do glaciers move?',
      { makers: [{ value: { people: [] }, name: 'Romania', text: '', start: 0, end: 0, hard: true }] },
    ],
    [
      'a publisher',
      'How do glaciers move?',
      { publishers: [{ value: 'FRUS', text: '', start: 0, end: 0, hard: true }] },
    ],
  ])('of which %s is understood needs to share no word', (_, question, understanding) => {
    expect(judge(question, { understanding }).answerable).toBe(true)
  })
})

describe('somebody or something that no record names', () => {
  it('makes a question unanswerable where it is a person of the authority file', () => {
    const reason = 'No document here names Pak Hon Yong.'
    expect(judge('Did Pak Hon Yong see the harvest?')).toMatchObject({ answerable: false, reason })
    expect(judge('Did Kim Il Sung see the harvest?')).not.toHaveProperty('reason')
  })

  it('may be a slip where all else makes an answer likely', () => {
    const question = 'Did Zorblatt see the harvest?'
    expect(judge(question)).toMatchObject({ answerable: true })
    expect(judge(question)).not.toHaveProperty('reason')
    expect(judge(question, {}, UNLIKELY)).toMatchObject({
      answerable: false,
      reason: 'No document here names Zorblatt.',
    })
  })

  it('is listed, each once', () => {
    expect(judge('Did Pak Hon Yong and Alexander Puzanov see the harvest?').reason).toBe(
      'No document here names Pak Hon Yong or Alexander Puzanov.',
    )
    expect(judge('Did Zorblatt, Pak Hon Yong and Alexander Puzanov meet Zorblatt?').reason).toBe(
      'No document here names Pak Hon Yong, Alexander Puzanov or Zorblatt.',
    )
  })
})

describe('a period', () => {
  const LATER = 'No document here is later than 1968.'
  const EARLIER = 'No document here is earlier than 1950.'

  it.each([
    ['in February 1968', LATER],
    ['after January 1968', LATER],
    ['on 31 January 1968', undefined],
    ['since 31 January 1968', undefined],
    ['before 25 June 1950', EARLIER],
    ['on 24 June 1950', EARLIER],
    ['until 25 June 1950', undefined],
    ['on 25 June 1950', undefined],
    ['in 1956', undefined],
    ['in 1940 or in 1956', undefined],
    ['in 1975 and in 1956', undefined],
    ['in 1975 and in 1980', LATER],
    ['in 1930 and in 1940', EARLIER],
  ])('“%s” may lie outside of all documents', (words, reason) => {
    expect(judge(`How was the harvest ${words}?`)).toMatchObject(
      reason ? { answerable: false, reason } : { answerable: true },
    )
  })

  it('lies nowhere in an archive without documents, nor outside of it', () => {
    const reason = 'No document here shares a word with the question.'
    expect(judge('What was in 1975?', { rankedNumbers: [] }, archiveOf({}, [])).reason).toBe(reason)
  })
})

describe('a call number', () => {
  it('that documents bear is answered, whatever words it shares', () => {
    expect(judge('SEOUL 06928', { matchesCallNumber: true })).toMatchObject({
      answerable: true,
      matchesAllCriteria: true,
    })
    expect(judge('SEOUL 06928', { matchesCallNumber: false })).toMatchObject({ matchesAllCriteria: false })
  })

  it('that none bears is said to be borne by none', () => {
    expect(judge('harvest 06928', { isUnknownCallNumber: true })).toMatchObject({
      answerable: false,
      reason: 'No document here bears this call number.',
    })
  })

  it('is none where one of the first three documents has all of its words', () => {
    const inVain = { isUnknownCallNumber: true }
    expect(judge('harvest rice', inVain)).toMatchObject({ answerable: true })
    expect(judge('squid', { ...inVain, rankedNumbers: [0, 1, 3] })).toMatchObject({ answerable: true })
    expect(judge('squid', { ...inVain, rankedNumbers: ALL })).toMatchObject({ answerable: false })
    expect(judge('harvest rice barley', inVain)).toMatchObject({ answerable: false })
  })
})

describe('words in another script', () => {
  const unread = (count: number) => Array.from({ length: count }, (_, n) => `слово${n}`)
  const REST =
    'The records are in English; of a question in another script only names and years are understood'

  it('leave enough to go by where one word in five is understood', () => {
    expect(judge('Romania', { understanding: { unreadableWords: unread(4) } }).answerable).toBe(true)
    expect(judge('Romania', { understanding: { unreadableWords: unread(5) } }).answerable).toBe(false)
    expect(judge('Romania in 1956', { understanding: { unreadableWords: unread(8) } }).answerable).toBe(true)
    expect(judge('Romania in 1956', { understanding: { unreadableWords: unread(9) } }).answerable).toBe(false)
  })

  it('are answered only where that is likely', () => {
    expect(judge('Romania', { understanding: { unreadableWords: unread(1) } }, UNLIKELY).answerable).toBe(
      false,
    )
  })

  it('are told of, with what is understood', () => {
    expect(judge('Romania in 1956', { understanding: { unreadableWords: unread(1) } }).reason).toBe(
      `${REST}: here Romania, 1956.`,
    )
    expect(judge('harvest', { understanding: { unreadableWords: unread(1) } }).reason).toBe(
      `${REST}, and here none was.`,
    )
  })

  it('lower the share of the question that is covered', () => {
    expect(signs('Kim Il Sung', { understanding: { unreadableWords: unread(1) } }).coverage).toBeCloseTo(
      1 / 2,
    )
    expect(signs('Kim Il Sung', { understanding: { unreadableWords: unread(3) } }).coverage).toBeCloseTo(
      1 / 4,
    )
  })
})

describe('the signs of an answer', () => {
  it('are the cosine of the closest passage of any kind', () => {
    for (const kind of ['record', 'sentence', 'query'] as const) {
      const best = { record: 0.1, sentence: 0.1, query: 0.1, [kind]: 0.7 }
      expect(signs('harvest', { evidence: { best } }).similarity).toBe(0.7)
    }
  })

  it('are the share of its words that the first three documents have, by rarity', () => {
    expect(signs('rice and barley').coverage).toBe(1)
    expect(signs('squid').coverage).toBe(0)
    expect(signs('squid', { rankedNumbers: [0, 1, 3] }).coverage).toBe(1)
    const [common, rare] = [LIKELY.lexicon.rarity('harvest'), LIKELY.lexicon.rarity(stem('squid'))]
    expect(common).toBeLessThan(rare)
    expect(signs('harvest squid').coverage).toBeCloseTo(common / (common + rare))
    expect(signs('What was it?').coverage).toBe(0)
  })

  it('are how many names no record has, two at most', () => {
    expect(signs('Did the harvest fail?').unknownNames).toBe(0)
    expect(signs('Did Zorblatt fail?').unknownNames).toBe(1)
    expect(signs('Did Zorblatt or Quoxley fail?').unknownNames).toBe(2)
    expect(signs('Did Zorblatt or Quoxley or Mumfred fail?').unknownNames).toBe(2)
  })

  it('are whether a person of the authority file is named by no record', () => {
    expect(signs('Did Pak Hon Yong fail?').absentPerson).toBe(1)
    expect(signs('Did Kim Il Sung fail?').absentPerson).toBe(0)
    expect(signs('Did Romania fail?').absentPerson).toBe(0)
  })

  it('are whether the period asked for had nothing', () => {
    expect(signs('harvest', { widened: true }).widened).toBe(1)
    expect(signs('harvest', { widened: false }).widened).toBe(0)
  })

  it('are weighed, each by its own weight', () => {
    const weights = {
      intercept: -1,
      similarity: 2,
      coverage: 3,
      unknownNames: -1,
      absentPerson: -2,
      widened: -4,
      threshold: 0.9,
    }
    const all = { similarity: 0.5, coverage: 1, unknownNames: 2, absentPerson: 1, widened: 1 }
    expect(answerabilityProbability(all, weights)).toBeCloseTo(1 / (1 + Math.exp(5)))
    const archive = archiveOf(weights)
    expect(judge('rice', {}, archive).likelihood).toBeCloseTo(1 / (1 + Math.exp(-2)))
  })
})

describe('what is asked for is named outright', () => {
  it.each([
    ['Kim Il Sung', true],
    ['Kim Il Sung in 1950', true],
    ['Kim Il Sung in 1956', false],
    ['documents on Kim Il Sung', true],
    ['Kim Il Sung delegation', false],
    ['Romania', false],
    ['1956', true],
    ['1957', false],
    ['harvest', false],
  ])('by “%s”: %s', (question, outright) => {
    expect(judge(question).matchesAllCriteria).toBe(outright)
  })

  it('by what one of the first three documents is', () => {
    expect(judge('telegrams', { rankedNumbers: [0, 1, 3] }).matchesAllCriteria).toBe(true)
    expect(judge('telegrams', { rankedNumbers: ALL }).matchesAllCriteria).toBe(false)
    const publishers = [{ value: 'FRUS', text: 'FRUS', start: 0, end: 4, hard: true }]
    expect(judge('FRUS', { rankedNumbers: [3], understanding: { publishers } }).matchesAllCriteria).toBe(true)
    expect(judge('FRUS', { rankedNumbers: [0], understanding: { publishers } }).matchesAllCriteria).toBe(
      false,
    )
  })
})
