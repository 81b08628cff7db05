/** The sides of a comparison, and where there are none. */
import { beforeAll, expect, it } from 'vitest'
import { sidesOf } from '../../server/understanding/sides.ts'
import { understandAlone } from '../../server/understanding/understand.ts'
import { openTestArchive } from '../open-test-archive.ts'

let sides: (question: string) => string[]
beforeAll(async () => {
  const archive = await openTestArchive()
  sides = (question) => sidesOf(question, understandAlone(question, archive)).map(({ label }) => label)
})

it.each([
  ['How did the Soviets and the Americans each judge the departure?', ['Soviet Union', 'United States']],
  ['Was Kim friendlier to Mao or to Khrushchev?', ['Mao Zedong', 'Nikita Khrushchev']],
  [
    'How did the EC-121 shootdown differ from the Pueblo seizure?',
    ['EC-121 shootdown', 'USS Pueblo seizure'],
  ],
  ['Compare the harvest in 1949 with that of 1956', ['1949', '1956']],
  ['What did Mao and Stalin agree on?', []],
  ['What did Park Chung Hee and Nixon say to each other?', []],
  ['Why did Romania close its embassy?', []],
])('of “%s” are %j', (question, expected) => {
  expect(sides(question)).toEqual(expected)
})
