import { describe, expect, it } from 'vitest'
import {
  PAGE_SIZE,
  pageBefore,
  pageNumbers,
  rangeInWords,
  readOffset,
} from '../../../web/documents/paging.ts'

describe('the pages of a list', () => {
  it('say which documents they show', () => {
    expect(rangeInWords({ offset: 380, limit: 10 }, 913)).toBe('381–390 of 913')
    expect(rangeInWords({ offset: 900, limit: 20 }, 913)).toBe('901–913 of 913')
    expect(rangeInWords({ offset: 0, limit: 20 }, 1)).toBe('1 of 1')
    expect(rangeInWords({ offset: 20, limit: 20 }, 7)).toBe('Beyond the last of 7')
  })

  it.each(['-20', 'two', '1e99', '', '3.5'])('begin at the first where the address says "%s"', (offset) => {
    expect(readOffset(new URLSearchParams({ offset }))).toBe(0)
  })

  it('begin where a page begins', () => {
    expect(readOffset(new URLSearchParams({ offset: String(PAGE_SIZE * 3 + 1) }))).toBe(PAGE_SIZE * 3)
  })

  it('lie no further than the server reads', () => {
    expect(readOffset(new URLSearchParams({ offset: '9999999999' }))).toBe(1_000_000)
    expect(readOffset(new URLSearchParams({ offset: '9999999999' }), 30)).toBe(999_990)
  })

  it('before one beyond the end are the last', () => {
    expect(pageBefore(1, 3)).toBe(undefined)
    expect(pageBefore(3, 3)).toBe(2)
    expect(pageBefore(200, 37)).toBe(37)
    expect(pageBefore(2, 1)).toBe(1)
    expect(pageBefore(2, 0)).toBe(undefined)
  })

  it('are linked around the current one, with the first and the last', () => {
    expect(pageNumbers(20, 46)).toEqual([1, undefined, 19, 20, 21, undefined, 46])
    expect(pageNumbers(1, 3)).toEqual([1, 2, 3])
    expect(pageNumbers(4, 46)).toEqual([1, 2, 3, 4, 5, undefined, 46])
  })
})
