/** Example questions, and what is offered where a catalog has none. */
import { beforeAll, describe, expect, it } from 'vitest'
import {
  availableExamples,
  exampleQuestions,
  withdrawExample,
} from '../../../server/answer/example-questions.ts'
import type { Archive } from '../../../server/archive/archive.ts'
import { openTestArchive } from '../../open-test-archive.ts'
import { openApp } from '../ask.ts'

let archive: Archive
beforeAll(async () => {
  archive = await openTestArchive()
})

const SEEDS = [0, 1, 2, 3, 20_788]
/** One in so many is asked: an answer takes tenths of a second. */
const EVERY = 9

/** The same archive under a catalog object of its own, so that what is withdrawn from it is withdrawn from no other test. */
function withExamples(exampleQuestions: Archive['catalog']['exampleQuestions']): Archive {
  return { ...archive, catalog: { ...archive.catalog, exampleQuestions } }
}

describe('the example questions', () => {
  it('are all offered by the catalog that they were written for', () => {
    expect(availableExamples(archive)).toEqual(archive.catalog.exampleQuestions)
    expect(archive.catalog.exampleQuestions.length).toBeGreaterThanOrEqual(40)
  })

  it('are answered', async () => {
    const app = await openApp({ archive: withExamples(archive.catalog.exampleQuestions) })
    const asked = archive.catalog.exampleQuestions.filter((_, index) => index % EVERY === 0)
    for (const { question, documents } of asked) {
      const { outcome, sources } = await app.chat(question)
      expect(outcome.outcome, question).toBe('answered')
      const shown = sources.map(({ document }) => document.id)
      expect(
        documents.some((id) => shown.includes(id)),
        question,
      ).toBe(true)
    }
  }, 60_000)

  it('that are shown together are of different decades, earliest first', async () => {
    const { catalog } = archive
    for (const seed of SEEDS) {
      const shown = await exampleQuestions(archive, { count: 5, seed })
      const decades = shown.map(
        (question) => catalog.exampleQuestions.find((each) => each.question === question)?.decade,
      )
      expect(new Set(decades).size, String(seed)).toBe(5)
      expect(decades).toEqual(decades.toSorted())
    }
  })

  it('are the same for the same day, and others on others', async () => {
    const shown = (seed: number) => exampleQuestions(archive, { count: 5, seed })
    expect(await shown(7)).toEqual(await shown(7))
    const all = await Promise.all(SEEDS.map(shown))
    expect(new Set(all.flat()).size).toBeGreaterThan(12)
  })

  it('lose one that was asked and not answered', () => {
    const own = withExamples(archive.catalog.exampleQuestions)
    const [first] = own.catalog.exampleQuestions
    withdrawExample(first?.question ?? '', own)
    withdrawExample('How long should I knead sourdough?', own)
    expect(availableExamples(own)).toEqual(own.catalog.exampleQuestions.slice(1))
    expect(availableExamples(archive)).toContain(first)
  })

  it('whose documents are not here are not offered; questions of the expansions take their place', async () => {
    const example = { question: 'Why is it so?', decade: '1950s', partner: 'China', documents: ['not-here'] }
    const own = withExamples([example])
    expect(availableExamples(own)).toEqual([])
    const shown = await exampleQuestions(own, { count: 3, seed: 1 })
    expect(shown).toHaveLength(3)
    expect(shown).not.toContain(example.question)
    for (const question of shown) {
      const names = archive.linker.link(question)
      expect(
        names.some(({ metonym }) => metonym),
        question,
      ).toBe(false)
    }
  })
})
