import { describe, expect, it } from 'vitest'
import { PAGE_SIZE, pageNumbers, rangeInWords, readOffset } from '../../web/documents/paging.ts'

describe('the pages of a list', () => {
  it('say which documents they show', () => {
    expect(rangeInWords({ offset: 380, limit: 10 }, 913)).toBe('381–390 of 913')
    expect(rangeInWords({ offset: 900, limit: 20 }, 913)).toBe('901–913 of 913')
    expect(rangeInWords({ offset: 0, limit: 20 }, 1)).toBe('1 of 1')
    expect(rangeInWords({ offset: 20, limit: 20 }, 7)).toBe('0 of 7')
  })

  it.each(['-20', 'two', '1e99', '', '3.5'])('begin at the first where the address says "%s"', (offset) => {
    expect(readOffset(new URLSearchParams({ offset }))).toBe(0)
  })

  it('begin where a page begins', () => {
    expect(readOffset(new URLSearchParams({ offset: String(PAGE_SIZE * 3 + 1) }))).toBe(PAGE_SIZE * 3)
  })

  it('are linked around the current one, with the first and the last', () => {
    expect(pageNumbers(20, 46)).toEqual([1, undefined, 19, 20, 21, undefined, 46])
    expect(pageNumbers(1, 3)).toEqual([1, 2, 3])
    expect(pageNumbers(4, 46)).toEqual([1, 2, 3, 4, 5, undefined, 46])
  })
})
