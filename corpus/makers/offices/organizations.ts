/** International organizations, people without an office, and bodies that no other row matches. */
import { type Office, office } from './office.ts'

const IOC = 'International Olympic Committee'

export const ORGANIZATIONS: readonly Office[] = [
  office({
    kind: 'organization',
    name: IOC,
    short: ['IOC president {people}', 'IOC president'],
    patterns: [
      'international olympic committee president [{people}]',
      'president of international olympic committee [{people}]',
    ],
  }),
  office({
    kind: 'organization',
    name: IOC,
    short: ['IOC vice president {people}', 'IOC vice president'],
    patterns: [
      'international olympic committee vice president [{people}]',
      'vice president of international olympic committee [{people}]',
    ],
  }),
  office({ kind: 'organization', name: IOC, short: 'IOC', patterns: ['international olympic committee'] }),
  office({
    kind: 'organization',
    name: 'National Olympic Committee of {of}',
    short: '{adj} Olympic committee',
    patterns: [
      '{of} [national] olympic committee [president]',
      '[president of] {of} [national] olympic committee',
      '[president of] [national] olympic committee [,] [of] {of}',
    ],
  }),
  office({
    kind: 'organization',
    name: 'United Nations',
    short: 'UN secretary-general {people}',
    patterns: ['un secretary general {people}', 'united nations secretary general {people}'],
  }),
  office({
    kind: 'organization',
    name: 'UN Security Council',
    short: 'UN Security Council',
    patterns: ['united nations security council'],
  }),
  office({
    kind: 'organization',
    name: 'UNCURK',
    short: '{people} of UNCURK',
    patterns: ['uncurk principal secretary {people}'],
  }),
]

export const PEOPLE_AS_MAKERS: readonly Office[] = [
  // Records give the names of American officials in brackets: "the President's Special Assistant (Rostow)".
  office({
    kind: 'person',
    name: '{fullNames}',
    short: '{people}',
    patterns: ['[[deputy] assistant to president] {remit} ( {people} )'],
    state: 'united states publisher',
  }),
  office({
    kind: 'person',
    name: '{fullNames}',
    short: '{people}',
    patterns: [
      '{people}',
      '{of} premier|president|chairman {people}',
      '{of} leader {people} [and {of} communist leader {people}]',
      '{of} prime minister {people}',
      'president of {of} [,] {people}',
      'former {of} ambassador [in {in}] {people}',
    ],
  }),
]

/** Tried if no other office matches. The captured body gives the kind. */
export const NAMED_BODY = office({
  kind: 'organization',
  name: '{body}',
  short: '{bodyShort}',
  patterns: ['chairman|head|director of {body}', '{body}'],
  state: 'of the record',
})
