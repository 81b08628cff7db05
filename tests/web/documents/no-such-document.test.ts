import { describe, expect, it } from 'vitest'
import { searchWordsFromId } from '../../../web/documents/NoSuchDocument.tsx'

describe('an address that leads nowhere', () => {
  it.each([
    ['1984-05-30-honecker-kim-talk', 'honecker kim talk 1984'],
    ['1976-10-axe-murder', 'axe murder 1976'],
    ['1955-purge', 'purge 1955'],
    ['honecker', 'honecker'],
    ['Kim%20Il_Sung', 'Kim 20Il Sung'],
    ['no-such-document', 'no such document'],
    ['김일성-회담', '김일성 회담'],
  ])('with the id %s is searched for as “%s”', (id, words) => {
    expect(searchWordsFromId(id)).toBe(words)
  })

  it.each(['', '-', '1984', '1984-05-30', '...', '1984-05-30-7'])('without words (“%s”) is not', (id) => {
    expect(searchWordsFromId(id)).toBeUndefined()
  })

  it('of any length stays a search that the server takes', () => {
    expect(searchWordsFromId('word-'.repeat(500))?.length).toBeLessThanOrEqual(300)
  })
})
