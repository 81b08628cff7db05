/** Documents that were written long before the event asked about. */
import { expect, it } from 'vitest'
import { documentsLongBeforeEvents } from '../../../server/retrieval/documents-long-before-events.ts'
import { dated, entity, handMadeArchive, record, understood } from '../hand-made-archive.ts'

const archive = handMadeArchive({
  documents: [
    record('Of 1962', { date: '1962-12-31' }),
    record('Of 1963', { date: '1963-01-01' }),
    record('The Pueblo seizure foretold', { date: '1950' }),
    record('Of 1944', { date: '1944' }),
  ],
  entities: [
    entity('event', 'Pueblo seizure', dated('1968-01-23', '1968-12-23')),
    entity('event', 'Korean War', dated('1950-06-25', '1953-07-27')),
    entity('person', 'Stalin', dated('1960', '1970')),
    entity('event', 'Harvest'),
  ],
})
const early = (question: string) => [...documentsLongBeforeEvents(understood(question, archive), archive)]

it('they are those of more than five years before it that do not name it', () => {
  expect(early('What led to the Pueblo seizure?')).toEqual([0, 3])
})

it('the first of several events decides', () => {
  expect(early('How did the Pueblo seizure differ from the Korean War?')).toEqual([3])
})

it('they are none where the question names a period, or no event with a date', () => {
  expect(early('What was said of the Pueblo seizure in 1950?')).toEqual([])
  expect(early('What did Stalin say of the Harvest?')).toEqual([])
  expect(early('What was said?')).toEqual([])
})
