/** Phrases with the periods that they name, written by somebody who had not seen the grammar. */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { loadCatalog } from '../../../../corpus/catalog.ts'
import { createNameLinker } from '../../../../corpus/names/create-name-linker.ts'
import type { NameLinker } from '../../../../corpus/names/name-linker.ts'
import { findPeriods } from '../../../../server/understanding/period.ts'

const day = z.iso.date().nullable()
const borders = z.strictObject({ from: day, to: day })
const phrase = z.union([
  z
    .strictObject({ phrase: z.string(), ...borders.shape, note: z.string().optional() })
    .transform(({ phrase, from, to }) => ({ phrase, periods: [{ from, to }] })),
  z.strictObject({ phrase: z.string(), periods: z.array(borders), note: z.string().optional() }),
])
const phrases = z
  .array(phrase)
  .min(150)
  .parse(JSON.parse(readFileSync(new URL('phrases.json', import.meta.url), 'utf8')))

let linker: NameLinker
beforeAll(async () => {
  linker = createNameLinker(await loadCatalog())
})

describe('the periods of', () => {
  it.each(phrases)('“$phrase”', ({ phrase, periods }) => {
    const found = findPeriods(phrase, linker.link(phrase))
    expect(found.map(({ from = null, to = null }) => ({ from, to }))).toEqual(periods)
    for (const { text, start, end } of found) expect(phrase.slice(start, end)).toBe(text)
  })
})
