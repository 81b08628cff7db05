import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CheckedSentence } from '../../server/chat/message.ts'
import { parseAnswer } from '../../web/conversation/parse-answer.ts'
import { parseProse } from '../../web/conversation/parse-prose.ts'

const checked = (text: string, verdict: CheckedSentence['verdict'] = 'supported'): CheckedSentence => ({
  text,
  verdict,
  citations: [],
  found: [],
})
const SOURCES = new Set([1, 2])
const words = (paragraphs: ReturnType<typeof parseProse>) =>
  paragraphs.map((statements) => statements.map(({ text }) => text).join(''))

describe('an answer that a model wrote', () => {
  const text = 'Kim asks. [1] He waits [2]. Nobody knows.\n\nMao agrees. [9]'
  const sentences = [
    checked('Kim asks. [1]'),
    checked('He waits [2].', 'unclear'),
    checked('Nobody knows.', 'uncited'),
    checked('Mao agrees. [9]', 'unknown-source'),
  ]

  it('has the verdict on each sentence at its end', () => {
    const paragraphs = parseProse(text, SOURCES, sentences)
    expect(paragraphs).toHaveLength(2)
    const verdicts = paragraphs.map((statements) => statements.flatMap(({ check }) => check?.verdict ?? []))
    expect(verdicts).toEqual([['supported', 'unclear', 'uncited'], ['unknown-source']])
  })

  it('reads as it does without verdicts, and shows an unknown number as it stands', () => {
    expect(words(parseProse(text, SOURCES, sentences))).toEqual(words(parseAnswer(text, SOURCES)))
    expect(words(parseProse(text, SOURCES, sentences))[1]).toContain('[9]')
  })

  it('counts the places of its citations through the text', () => {
    const places = parseProse(text, SOURCES, sentences)
      .flat()
      .flatMap(({ citations }) => citations)
    expect(places).toEqual([
      { n: 1, place: 0 },
      { n: 2, place: 1 },
    ])
  })

  it('reads the same while its sentences are still being checked, whatever their number', () => {
    fc.assert(
      fc.property(fc.nat(4), (count) => {
        expect(words(parseProse(text, SOURCES, sentences.slice(0, count)))).toEqual(
          words(parseAnswer(text, SOURCES)),
        )
      }),
    )
  })

  it('holds back a marker that has only begun', () => {
    expect(words(parseProse('Kim asks. [1] He waits. [', SOURCES, [checked('Kim asks. [1]')], true))).toEqual(
      ['Kim asks. He waits.'],
    )
  })
})
