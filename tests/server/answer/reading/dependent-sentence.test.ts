/** Whether a sentence can be understood without the one before it. */
import { describe, expect, it } from 'vitest'
import { dependenceFeaturesOf, isDependent } from '../../../../server/answer/reading/dependent-sentence.ts'
import { answering } from '../../hand-made-archive.ts'

/** Only a sentence with "he" among its first words leans on the one before it. */
const PLAIN = answering({
  leaning: {
    intercept: -1,
    weights: { ...dependenceFeaturesOf('', '', 0), nameless: 0, personSubject: 2 },
    threshold: 0.5,
  },
})

describe('a sentence that leans on the one before it', () => {
  it('is never the first of a summary', () => {
    expect(isDependent('He wants oil.', 'Kim comes.', PLAIN, 1)).toBe(true)
    expect(isDependent('He wants oil.', 'Kim comes.', PLAIN, 0)).toBe(false)
    expect(isDependent('Kim wants oil.', 'Kim comes.', PLAIN, 1)).toBe(false)
  })

  it('is one from the threshold on', () => {
    const at = (threshold: number) => ({ leaning: { ...PLAIN.leaning, intercept: 0, threshold } })
    expect(isDependent('Kim wants oil.', 'Kim comes.', at(0.5), 1)).toBe(true)
    expect(isDependent('Kim wants oil.', 'Kim comes.', at(0.51), 1)).toBe(false)
  })

  it('is one by the shipped numbers where a pronoun is its subject', () => {
    const before = 'Stalin receives Kim Il Sung in Moscow.'
    expect(isDependent('He tells him that the plan must wait.', before, answering(), 1)).toBe(true)
    expect(isDependent('Beijing is to be asked for rice and coal.', before, answering(), 2)).toBe(false)
  })
})

describe('the signs that a sentence leans on the one before it', () => {
  const signs = (text: string, before = '', ordinal = 1) => dependenceFeaturesOf(text, before, ordinal)

  it.each([
    ['person', 'personSubject', 'her'],
    ['group', 'groupSubject', 'they'],
    ['thing', 'thingSubject', 'it'],
  ] as const)('are pronouns for a %s, and whether its subject has one', (sign, ofSubject, pronoun) => {
    expect(signs(`one two three four five ${pronoun}`)).toMatchObject({ [sign]: 1, [ofSubject]: 1 })
    expect(signs(`one two three four five six ${pronoun}`)).toMatchObject({ [sign]: 1, [ofSubject]: 0 })
    expect(signs('one two three four')).toMatchObject({ [sign]: 0, [ofSubject]: 0 })
  })

  it('are words that point to it', () => {
    expect(signs('Then the talks failed.').pointing).toBe(1)
    expect(signs('The talks failed.').pointing).toBe(0)
  })

  it('are names but for its first word', () => {
    expect(signs('Kim meets Mao in Beijing.')).toMatchObject({ names: Math.log(3), nameless: 0 })
    expect(signs('Kim speaks.')).toMatchObject({ names: 0, nameless: 1 })
  })

  it('are how it opens', () => {
    expect(signs('Kim speaks.', 'Mao meets Kim.').opensWithKnownName).toBe(1)
    expect(signs('Kim speaks.', 'Mao meets Stalin.').opensWithKnownName).toBe(0)
    expect(signs('', 'Mao meets Stalin.').opensWithKnownName).toBe(0)
    expect(signs('The talks failed.').opensWithThe).toBe(1)
    expect(signs('Of the talks nothing came.').opensWithThe).toBe(0)
  })

  it('are whether it is the second, and how long it is', () => {
    expect(signs('One two.', '', 1)).toMatchObject({ second: 1, words: Math.log(3) })
    expect(signs('One two three.', '', 2)).toMatchObject({ second: 0, words: Math.log(4) })
  })
})
