/** The makers, publishers and kinds that a question asks for: which documents have them, and what is said if none has. */
import { describe, expect, it } from 'vitest'
import {
  describeUnmetCriteria,
  documentsMatchingProvenance,
  hasCriteria,
  NO_CRITERIA,
  namesTopic,
  requiredProvenance,
  withoutDocumentTypes,
  withoutRequiredMakers,
} from '../../../server/retrieval/provenance.ts'
import { entity, handMadeArchive, record, understood } from '../hand-made-archive.ts'

const archive = handMadeArchive({
  documents: [
    record('Report, Embassy of Hungary in North Korea to the Hungarian Foreign Ministry'),
    record('A telegram', { type: 'telegram', publisher: 'FRUS' }),
    record('A report', { publisher: 'FRUS' }),
    record('Pueblo seizure'),
  ],
  entities: [
    entity('place', 'Hungary', { metonyms: ['Hungarian'] }),
    entity('place', 'North Korea', { subject: true }),
    entity('event', 'Pueblo seizure'),
    entity('person', 'Mao Zedong'),
  ],
})
const at = { text: '', start: 0, end: 0, hard: true }
const maker = (name: string, changes: object = {}) => ({
  ...at,
  name,
  value: { of: ['place:hungary' as const], people: [] },
  ...changes,
})
const person = (name: string) => maker(name, { value: { people: ['person:mao-zedong' as const] } })
const publisher = (value: string) => ({ ...at, value })
const type = (value: 'telegram' | 'agreement' | 'report') => ({ ...at, value })

describe('the criteria of a question', () => {
  it('are those that it requires', () => {
    const soft = { ...at, hard: false }
    expect(
      requiredProvenance({
        makers: [maker('Hungary'), maker('China', { hard: false })],
        publishers: [publisher('FRUS'), { ...soft, value: 'Other' }],
        types: [type('telegram'), { ...soft, value: 'report' }],
      }),
    ).toEqual({ makers: [maker('Hungary')], publishers: [publisher('FRUS')], types: [type('telegram')] })
  })

  it('are any of the three', () => {
    expect(hasCriteria(NO_CRITERIA)).toBe(false)
    expect(hasCriteria({ ...NO_CRITERIA, makers: [maker('Hungary')] })).toBe(true)
    expect(hasCriteria({ ...NO_CRITERIA, publishers: [publisher('FRUS')] })).toBe(true)
    expect(hasCriteria({ ...NO_CRITERIA, types: [type('telegram')] })).toBe(true)
  })

  it('are met by documents that have one of each', () => {
    const matching = (criteria: object) =>
      documentsMatchingProvenance({ ...NO_CRITERIA, ...criteria }, archive.facts)
    expect(matching({})).toEqual([0, 1, 2, 3])
    expect(matching({ makers: [maker('Hungary')] })).toEqual([0])
    expect(matching({ publishers: [publisher('FRUS')] })).toEqual([1, 2])
    expect(matching({ types: [type('telegram')] })).toEqual([1])
    expect(matching({ publishers: [publisher('FRUS')], types: [type('telegram')] })).toEqual([1])
    expect(matching({ types: [type('telegram'), type('report')] })).toEqual([0, 1, 2, 3])
  })

  it('are left without the kinds where something else is left', () => {
    const makers = [maker('Hungary')]
    expect(withoutDocumentTypes({ ...NO_CRITERIA, makers, types: [type('report')] })).toEqual({
      ...NO_CRITERIA,
      makers,
    })
    expect(withoutDocumentTypes({ ...NO_CRITERIA, makers })).toBeUndefined()
    expect(withoutDocumentTypes({ ...NO_CRITERIA, types: [type('report')] })).toBeUndefined()
  })
})

describe('the topic of a question', () => {
  const ranked = (...numbers: number[]) => numbers.map((number) => ({ number }))
  const names = (question: string, numbers: number[], changes: object = {}) =>
    namesTopic(understood(question, archive, changes), ranked(...numbers), archive.index)

  it('is named by one of the first five documents', () => {
    expect(names('the Pueblo seizure', [0, 1, 2, 0, 3])).toBe(true)
    expect(names('the Pueblo seizure', [0, 1, 2, 0, 1, 3])).toBe(false)
    expect(names('the Pueblo seizure', [])).toBe(false)
  })

  it('is no state, not what the archive is about, and none of the makers', () => {
    expect(names('Hungary', [1])).toBe(true)
    expect(names('the Pueblo seizure in Hungary', [0])).toBe(false)
    expect(names('Mao Zedong', [1])).toBe(false)
    expect(names('Mao Zedong', [1], { makers: [{ ...person('Mao'), start: 0, end: 10 }] })).toBe(true)
    expect(names('Mao Zedong', [1], { makers: [{ ...person('Mao'), start: 1, end: 10 }] })).toBe(false)
    expect(names('Mao Zedong', [1], { makers: [{ ...person('Mao'), start: 0, end: 9 }] })).toBe(false)
  })
})

describe('a question without its makers', () => {
  const question = 'Hungarian reports on coal'
  const asked = (hard: boolean, text = 'Hungarian reports') =>
    understood(question, archive, {
      makers: [{ ...maker('Hungary'), hard, text, start: 0, end: text.length }],
    })

  it('is searched for where something is left of it', () => {
    expect(withoutRequiredMakers(asked(true))).toMatchObject({ question: '  on coal', names: [], makers: [] })
    const whole = understood('Hungarian reports', archive, {
      types: [],
      makers: [{ ...maker('Hungary'), text: 'Hungarian reports', start: 0, end: 17 }],
    })
    expect(withoutRequiredMakers(whole)).toBe(whole)
  })

  it('keeps what is merely preferred', () => {
    expect(withoutRequiredMakers(asked(false))).toMatchObject({
      question,
      names: [{ text: 'Hungarian' }],
      makers: [],
    })
  })
})

describe('what no document is', () => {
  const unmet = (criteria: object, left: object = {}) =>
    describeUnmetCriteria({ ...NO_CRITERIA, ...criteria }, { ...NO_CRITERIA, ...left })

  it.each([
    [{ makers: [maker('Hungary')] }, 'was made by Hungary; these are by others.'],
    [
      { makers: [maker('A'), maker('B'), maker('C'), maker('A')] },
      'was made by A, B or C; these are by others.',
    ],
    [{ makers: [person('Mao')] }, 'has Mao in its title; these are by others.'],
    [
      { makers: [maker('Hungary'), person('Mao')] },
      'was made by Hungary and has Mao in its title; these are by others.',
    ],
    [{ publishers: [publisher('FRUS')] }, 'was published by the FRUS; these are from elsewhere.'],
    [{ types: [type('telegram')] }, 'is a telegram; these are of other kinds.'],
    [
      { types: [type('agreement'), type('report')] },
      'is an agreement or a report; these are of other kinds.',
    ],
    [
      { publishers: [publisher('FRUS')], types: [type('report')] },
      'was published by the FRUS and is a report; these are from elsewhere.',
    ],
  ])('is said: %#', (criteria, sentence) => {
    expect(unmet(criteria)).toBe(`No document here that speaks to this ${sentence}`)
  })

  it('is not what the search kept to', () => {
    const makers = [maker('Hungary')]
    const publishers = [publisher('FRUS')]
    expect(unmet({ makers, types: [type('report')] }, { makers })).toBe(
      'No document here by Hungary that speaks to this is a report; these are of other kinds.',
    )
    expect(unmet({ makers, publishers }, { publishers })).toBe(
      'No document here that speaks to this was made by Hungary; these are by others.',
    )
  })
})
