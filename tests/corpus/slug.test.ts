import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slug } from '../../corpus/slug.ts'

describe('the slug of a title', () => {
  it.each([
    ['Détente, 1973–75', 'detente-1973-75'],
    ['Kim Il Sung’s April 1975 Trip', 'kim-il-sungs-april-1975-trip'],
    ['  "Lips & Teeth"  ', 'lips-teeth'],
    ['Część № 2', 'czesc-no-2'],
  ])('of %j is %s', (title, expected) => expect(slug(title)).toBe(expected))

  it('is fit for an address, whatever the title, and stays itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        expect(slug(title)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/)
        expect(slug(slug(title))).toBe(slug(title))
      }),
    )
  })
})
