import { describe, expect, it } from 'vitest'
import { plainText } from '../../../../server/answer/writer/markdown/markdown-stream-parser.ts'
import { isNoAnswerSentence } from '../../../../server/answer/writer/no-answer-sentence.ts'

describe('a sentence says that the archive does not say', () => {
  it.each([
    'The archive does not say.',
    '**The archive does not say.**',
    '**The archive does not say**.',
    '_The archive does not say._ [1]',
    '- The archive does not say.',
    '“The archive does not say.”',
    'The archive doesn’t say.',
    'The archive does not say [1].',
    'The archive does not say. [1][2]',
    'The archive does not say how many U.S. bakers there were.',
    'The archive does not say what Mr. Kim thought of it [3].',
    'The archive does not say why Muccio, the ambassador, sent it.',
    'The archive does not say who came, when, or by whom they were sent.',
    'The archive does not say whether Kim and Mao met in 1950.',
    'The archive does not say more.',
  ])('in %s', (text) => {
    expect(isNoAnswerSentence(plainText(text))).toBe(true)
  })

  it.each([
    'The archive does not say that Kim resigned; he stayed.',
    'The archive does not say that Kim resigned.',
    'The archive does not say who sent it, but Kim received it.',
    'The archive does not say why; Kim left in 1950.',
    'The archive does not say when he left, he died in 1994.',
    'The archive does not say why, and Kim, the leader, left.',
    'The archive does not say when. Kim left in 1950.',
    'The archive does not say when they met, although Kim went to Moscow.',
    'Kim left Berlin in 1984 [1].',
    'The archive says nothing of the kind.',
  ])('and more, or something else, in %s', (text) => {
    expect(isNoAnswerSentence(plainText(text))).toBe(false)
  })
})
