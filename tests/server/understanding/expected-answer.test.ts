/** What kind of answer a question asks for. */
import { describe, expect, it } from 'vitest'
import { expectedAnswer } from '../../../server/understanding/expected-answer.ts'
import { entity, handMadeArchive, understood } from '../hand-made-archive.ts'

const archive = handMadeArchive({
  entities: [entity('person', 'Kim Il Sung'), entity('event', 'EC-121'), entity('place', 'China')],
})
const form = (question: string) => expectedAnswer(understood(question, archive))

describe('a single value', () => {
  it.each([
    ['How many tanks came?', 'number'],
    ['By how much did it rise?', 'number'],
    ['For how long did he stay?', 'number'],
    ['What share of the harvest was lost?', 'number'],
    ['When did he come?', 'date'],
    ['On what day did he come?', 'date'],
    ['In which month did he come?', 'date'],
    ['He came to China; and when did he leave?', 'date'],
    ['Where did he stay?', 'place'],
    ['In which country did he stay?', 'place'],
    ['What city’s mayor received him?', 'place'],
    ['Who came?', 'name'],
    ['According to the report, who signed it?', 'name'],
    ['How many came, and when?', 'number'],
    ['When and where did he stay, and who signed?', 'date'],
    ['Where did he who signed stay?', 'place'],
  ])('“%s” asks for a %s', (question, value) => {
    expect(form(question)).toEqual({ valueType: value, chronological: /who was/i.test(question) })
  })

  it.each([
    'Why did he come?',
    'What did he say when he came?',
    'Did he say where he was?',
    'Who was Kim Il Sung?',
    'How did he who came here speak?',
    'How far-reaching'.replace('How far', 'How wide'),
  ])('is not what “%s” asks for', (question) => {
    expect(form(question)).not.toHaveProperty('value')
  })
})

describe('a course of events', () => {
  it.each([
    'How did relations change over time?',
    'What is the history of the talks?',
    'Trace the course of the talks',
    'What happened at the border?',
    'What became of the crew?',
    'Who was Kim Il Sung?',
    'How did the relations with China develop?',
    'How have the talks unfolded?',
    'The plan changed from month to month. In which way?',
  ])('is what “%s” asks for', (question) => {
    expect(form(question).chronological).toBe(true)
  })

  it.each([
    'How did he come?',
    'What has changed, and how did he come?',
    'Why did China enter the war?',
    'What did Kim Il Sung say?',
    'When did he come?',
  ])('is not what “%s” asks for', (question) => {
    expect(form(question).chronological).toBe(false)
  })

  it.each([
    ['Kim Il Sung', true],
    ['Kim Il Sung and the EC-121 in China', true],
    ['EC-121, 1969', true],
    ['Kim Il Sung at it', true],
    ['Kim Il Sung oil', false],
    ['oil', false],
    ['?', false],
  ])('is meant by nothing but names and periods: “%s”, %s', (question, course) => {
    expect(form(question).chronological).toBe(course)
  })
})
