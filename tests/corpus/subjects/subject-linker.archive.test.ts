import { beforeAll, describe, expect, it } from 'vitest'
import { loadCatalog } from '../../../corpus/catalog.ts'
import { createNameLinker } from '../../../corpus/names/create-name-linker.ts'
import type { NameLinker } from '../../../corpus/names/name-linker.ts'
import { SubjectLinker } from '../../../corpus/subjects/subject-linker.ts'

let linker: NameLinker
let reader: SubjectLinker
beforeAll(async () => {
  const catalog = await loadCatalog()
  linker = createNameLinker(catalog)
  reader = new SubjectLinker(catalog.subjects, linker)
})

describe('the subjects of a question', () => {
  const read = (question: string) => reader.linkSubjects(question, linker.link(question))
  /** Those that its words mean, without what is part of them. */
  const meant = (question: string) =>
    read(question).flatMap(({ targets }) => [...targets].filter(([, fit]) => fit === 1).map(([name]) => name))

  it.each([
    ['What do the records say of defectors?', 'Defection'],
    ['How was the leader worshipped?', 'Personality cult'],
    ['truce talks', 'Armistice negotiations'],
    ['Did Pyongyang repay its debts?', 'Foreign debt'],
  ])('are those that its words mean: %s', (question, subject) => {
    expect(meant(question)).toContain(subject)
  })

  it('are found by the longest words that fit, and by whole words', () => {
    expect(meant('the Sino-Soviet quarrel')).toEqual(['Sino-Soviet split'])
    expect(meant('air force aid')).toEqual(['Air force aid'])
    expect(meant('a culture of debtlessness, and one of the spyglasses')).toEqual([])
  })

  it.each([
    'the border between North Korea and China',
    "North Korea's border with China",
    'the border between Beijing and Pyongyang',
    'the Sino-DPRK border',
  ])('lie between two states in any order and under any name: %s', (question) => {
    expect(meant(question)).toEqual(['China-North Korea border'])
  })

  it.each([
    ['Why did Sino-North Korean relations sour in the 1960s?', 'China-North Korea estrangement'],
    ['When did Pyongyang fall out with the Kremlin?', 'Soviet Union-North Korea friction'],
    ['Did China and the Soviet Union split?', 'Sino-Soviet split'],
    ['How did relations with China warm up?', 'China-North Korea rapprochement'],
    ['Did the Romanians mediate?', 'Romanian mediation'],
  ])('are what happened between the states that it names: %s', (question, subject) => {
    expect(meant(question)).toContain(subject)
    const others = [
      'China-North Korea estrangement',
      'Soviet Union-North Korea friction',
      'Sino-Soviet split',
    ]
    expect(meant(question).filter((each) => each !== subject && others.includes(each))).toEqual([])
  })

  it('are nothing where nothing is known to have happened between these states', () => {
    expect(meant('Why did Cuba and Japan fall out?')).toEqual([])
  })

  it('are all cases of what happened where no state is named', () => {
    const fits = new Map(read('falling out').flatMap(({ targets }) => [...targets]))
    expect(fits.get('Sino-Soviet split')).toBeGreaterThan(0)
    expect(fits.get('Sino-Soviet split')).toBeLessThan(1)
    expect(fits.has('Hungary-North Korea rupture')).toBe(true)
  })

  it('are the motives of North Korea where it is asked why that state did something', () => {
    expect(meant('Why did Pyongyang capture the Pueblo?')).toContain('North Korean intentions')
    expect(meant('Why did Nixon not hit back?')).not.toContain('North Korean intentions')
  })
})
