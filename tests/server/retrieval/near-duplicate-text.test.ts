/** Whether two sentences say the same, by the runs of three words that they share. */
import { expect, it } from 'vitest'
import { isNearDuplicateText } from '../../../server/retrieval/near-duplicate-text.ts'

it('sentences that share half of their runs of three words say the same', () => {
  // Four runs each, of which two are shared.
  expect(isNearDuplicateText('one two three four five six', 'one two three four eight nine')).toBe(true)
  // Five runs each, of which two are shared.
  expect(isNearDuplicateText('one two three four five six seven', 'one two three four eight nine ten')).toBe(
    false,
  )
})

it('the shorter sentence decides: one that contains another says the same', () => {
  expect(isNearDuplicateText('one two three four five six seven eight', 'three four five')).toBe(true)
  expect(isNearDuplicateText('three four five', 'one two three four five six seven eight')).toBe(true)
})

it('case and punctuation do not count', () => {
  expect(isNearDuplicateText('Kim asks for oil, and coal.', 'kim asks “for oil” and coal')).toBe(true)
})

it('sentences of one or two words say the same only where they are equal', () => {
  expect(isNearDuplicateText('No comment.', 'no comment')).toBe(true)
  expect(isNearDuplicateText('No comment.', 'No answer.')).toBe(false)
  expect(isNearDuplicateText('Some comment was', 'was some comment')).toBe(false)
})
