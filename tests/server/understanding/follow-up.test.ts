import { beforeAll, describe, expect, it } from 'vitest'
import { describePeriod } from '../../../server/understanding/describe-understanding.ts'
import { understand } from '../../../server/understanding/understand.ts'
import type { Understanding } from '../../../server/understanding/understanding.ts'
import { knownFromCatalog } from './known-from-catalog.ts'

let ask: (question: string, ...before: string[]) => Understanding
beforeAll(async () => {
  const known = await knownFromCatalog()
  ask = (question, ...before) => understand(question, before, known)
})

/** All that was understood, in a word each. */
const understood = ({ names, periods }: Understanding) => [
  ...names.map(({ entities }) => entities[0]?.id),
  ...periods.map(describePeriod),
]

const HONECKER = 'What did Honecker tell Kim Il Sung in 1984?'
const PUEBLO = 'How did the Chinese react to the Pueblo in 1968?'
const RELEASE = 'How was the Pueblo crew released?'
const AXE = 'What did the Americans do after the axe murder?'
const MAO = 'Why did Mao send troops into the Korean War?'

describe('a question that leans on the one before inherits it', () => {
  it.each([
    // Something stands in it for what was said before.
    [HONECKER, 'What did he say about Vietnam?', ['erich-honecker', 'kim-il-sung', 'vietnam', '1984']],
    [HONECKER, 'How did the meeting end?', ['erich-honecker', 'kim-il-sung', '1984']],
    [
      HONECKER,
      'What was said at the meeting about China?',
      ['erich-honecker', 'kim-il-sung', 'china', '1984'],
    ],
    [PUEBLO, 'How did the crisis end?', ['china', 'uss-pueblo-seizure', '1968']],
    [PUEBLO, 'How did the Soviets react to it?', ['uss-pueblo-seizure', 'soviet-union', '1968']],
    [PUEBLO, 'What did the Poles think of that incident?', ['uss-pueblo-seizure', 'poland', '1968']],
    [MAO, 'Who told him?', ['mao-zedong', 'korean-war']],
    [MAO, 'Were they there?', ['mao-zedong', 'korean-war']],
    [MAO, 'What happened then?', ['mao-zedong', 'korean-war']],
    [MAO, 'What came of that?', ['mao-zedong', 'korean-war']],
    // A verb in it lacks what it is about.
    [PUEBLO, 'How did Moscow respond?', ['uss-pueblo-seizure', 'soviet-union', '1968']],
    // It asks for the sides, the people and the numbers of something.
    [RELEASE, 'Who negotiated for the Americans?', ['uss-pueblo-seizure', 'united-states']],
    [RELEASE, 'Who was the American negotiator?', ['uss-pueblo-seizure', 'united-states']],
    [RELEASE, 'How many sailors died?', ['uss-pueblo-seizure']],
    ['Seoul Olympics co-hosting', 'Did the Soviets attend?', ['seoul-olympics', 'soviet-union']],
    ['Was there an armistice agreement?', 'How long did it take?', ['korean-armistice-agreement']],
    // It is no whole sentence.
    [PUEBLO, 'Why?', ['china', 'uss-pueblo-seizure', '1968']],
    [HONECKER, 'In 1986?', ['erich-honecker', 'kim-il-sung', '1986']],
    [HONECKER, 'and Ceausescu?', ['kim-il-sung', 'nicolae-ceausescu', '1984']],
  ])('“%s” – “%s”', (before, question, expected) => {
    const { follows, ...rest } = ask(question, before)
    expect(understood(rest)).toEqual(expected)
    expect(follows).toBe(before)
  })
})

it.each(['소련은?', '苏联呢？', 'ソ連は？', 'А СССР?'])('“%s” is one too', (question) => {
  const { follows, ...rest } = ask(question, '푸에블로호 사건')
  expect(understood(rest)).toEqual(['uss-pueblo-seizure', 'soviet-union'])
  expect(follows).toBeDefined()
})

// Cubic matching took 42 s for 4,000 characters, which is longer than a test may run.
it('reading a question takes time in proportion to its length, whatever stands in it', () => {
  const { follows } = ask('Why?', `а ${'x'.repeat(8000)}`, 'Kim')
  expect(follows).toBeDefined()
})

describe('what a follow-up names drives out what contradicts it', () => {
  it.each([
    [
      'an event after the period',
      HONECKER,
      'And the Seoul Olympics?',
      ['erich-honecker', 'kim-il-sung', 'seoul-olympics'],
    ],
    ['an event of another time', PUEBLO, 'What about the EC-121?', ['china', 'ec-121-shootdown']],
    ['a period before the event', PUEBLO, 'And in 1962?', ['china', '1962']],
    [
      'an event of another time, though “he” refers back',
      HONECKER,
      'Did he mention it during the Korean War?',
      ['erich-honecker', 'kim-il-sung', 'korean-war', '25 June 1950 to 27 July 1953'],
    ],
  ])('%s', (_, before, question, expected) => {
    expect(understood(ask(question, before))).toEqual(expected)
  })

  it('but an event that was over can be spoken of in the period', () => {
    expect(understood(ask('And about the Korean War?', HONECKER))).toEqual([
      'erich-honecker',
      'kim-il-sung',
      'korean-war',
      '1984',
    ])
  })

  it('and its words are not searched for either', () => {
    expect(ask('What about the EC-121?', PUEBLO).question).not.toMatch(/1968|Pueblo/)
    expect(ask('and Brezhnev?', 'What did Ceaucescu tell Kim Il Sung?').question).not.toMatch(/ceau/i)
  })
})

describe('a topic of its own inherits nothing', () => {
  it.each([
    // It has a person, a time, a place, an event or a matter of its own.
    'Who was Pak Heon-yeong?',
    'How many tanks did the Soviets deliver in 1950?',
    'How many people died in Gwangju?',
    'Who signed the Agreed Framework?',
    'Did the Soviets deliver MiGs?',
    'Who attended the Geneva conference?',
    // A noun with its own complement refers to nothing before.
    'How did the crisis over the Pueblo end?',
    'What came of the talks with Japan?',
    'Who planned the attack on the Blue House?',
    'Why did the visit to Moscow fail?',
    'When did the war in Vietnam spread?',
    // What a pronoun stands for is in the question.
    'How did the Chinese explain their withdrawal?',
    'What did Stalin want before he died?',
    'Before he died, what did Stalin want?',
    'What did the Soviet ambassador report about his talk?',
    'Why did the regime hide its famine?',
    'When the Pueblo was seized, how did it get to Wonsan?',
    // Or it stands for nothing.
    'How many Soviet advisers were there in Korea?',
    'Was there a plan to withdraw?',
    'How long did it take to rebuild Hamhung?',
    'What happened to those who were purged?',
    'What does this archive hold on Albania?',
    // A time of its own is what “then” and “later” are reckoned from.
    'What did Stalin want in 1950 and what did he want later?',
    'How was the purge of 1956 later explained?',
    // A whole question about an event, though joined on with a word.
    'But why did China enter the Korean War?',
    'And how did the Americans learn of the Rangoon bombing?',
  ])('“%s”', (question) => {
    for (const before of [HONECKER, AXE]) expect(ask(question, before)).toEqual(ask(question))
  })
})
