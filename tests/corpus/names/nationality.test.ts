import { expect, it } from 'vitest'
import { nationalityOf } from '../../../corpus/names/nationality.ts'

it.each([
  ['bolivian', 'Bolivia'],
  ['zimbabwean', 'Zimbabwe'],
  ['peruvian', 'Peru'],
  ['nigerian', 'Nigeria'],
  ['lebanese', 'Lebanon'],
  ['argentine', 'Argentina'],
  ['spanish', undefined],
  ['portuguese', undefined],
])('“%s” is an adjective of nationality, of %s', (word, state) =>
  expect(nationalityOf(word)).toEqual(state === undefined ? {} : { state }),
)

it.each(['bolivia', 'harare', 'singapore', 'mattern', 'malik', 'pueblo', 'oman'])('“%s” is none', (word) =>
  expect(nationalityOf(word)).toBeUndefined(),
)
