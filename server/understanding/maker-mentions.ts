/** Finds the possible document makers that a question mentions: states, their offices and diplomats, and people. */
import { COUNTRIES, SHARED_NAMES } from '../../corpus/makers/countries.ts'
import { type Entity, type EntityKey, entityKey } from '../../corpus/names/entity.ts'
import type { LinkedName } from '../../corpus/names/name-linker.ts'
import { nameKey } from '../../corpus/names/name-tokens.ts'
import type { Makers, RequestedMaker } from '../archive/makers.ts'
import type { Mention } from './requested-types.ts'

export interface MakerMention extends Mention<RequestedMaker> {
  kind: 'state' | 'office' | 'person'
  /** Usable within a sentence: "the Hungarian embassy in Moscow", "Hungary", "Alexander Puzanov". */
  name: string
}

const DIPLOMATS = /^ (?:diplomats?|envoys?|ambassadors|embassies|missions?|legations?)\b/i

/** In the order of the text. */
export function findMakerMentions(
  question: string,
  names: readonly LinkedName[],
  makers: Pick<Makers, 'officesNamedIn'>,
): MakerMention[] {
  const offices = makers.officesNamedIn(question, names).map(({ maker, start, end }): MakerMention => {
    const { kind, name, of, in: seat } = maker
    const value = {
      office: { kind, name },
      ...(of ? { of: [of] } : {}),
      ...(seat ? { in: seat } : {}),
      people: [],
    }
    return { kind: 'office', value, name: `the ${maker.short}`, text: question.slice(start, end), start, end }
  })
  const isApart = ({ start, end }: LinkedName) =>
    start >= 0 && !offices.some((office) => start < office.end && office.start < end)
  const linked = names.filter(isApart).flatMap((name): MakerMention[] => {
    for (const entity of name.entities) {
      const mention = entity.kind === 'place' ? stateOf(entity, name, question) : personOf(entity, name)
      if (mention) return [mention]
    }
    return []
  })
  return [...offices, ...linked].sort((a, b) => a.start - b.start)
}

function personOf(entity: Entity, { text, start, end }: LinkedName): MakerMention | undefined {
  if (entity.kind !== 'person') return undefined
  return { kind: 'person', value: { people: [entityKey(entity)] }, name: entity.name, text, start, end }
}

/** A state or, followed by "diplomats", all its missions. A capital does not mean the state here: telegrams come from it. */
function stateOf(
  entity: Entity,
  { text, start, end }: LinkedName,
  question: string,
): MakerMention | undefined {
  const words = COUNTRIES[entity.id]
  // "Sino-Soviet messages" are by two states.
  if (!words || /[-–]$/.test(question.slice(0, start))) return undefined
  if (words.capitals?.some((capital) => nameKey(capital) === nameKey(text))) return undefined
  const shared = Object.entries(SHARED_NAMES).find(([name]) => nameKey(name) === nameKey(text))?.[1]
  const of = (shared ?? [entity.id]).map((id): EntityKey => `place:${id}`)
  const diplomats = DIPLOMATS.exec(question.slice(end))?.[0]
  if (diplomats === undefined) {
    const name = words.article ? `the ${entity.name}` : entity.name
    return { kind: 'state', value: { of, people: [] }, name, text, start, end }
  }
  return {
    kind: 'office',
    value: { of, office: { kind: 'embassy', name: '' }, people: [] },
    name: `${words.adjectives[0]} diplomats`,
    text: text + diplomats,
    start,
    end: end + diplomats.length,
  }
}

/** Whether a state is mentioned by its adjective: "Soviet". */
export function isAdjective({ value, text }: MakerMention): boolean {
  const adjectives = COUNTRIES[value.of?.[0]?.slice('place:'.length) ?? '']?.adjectives ?? []
  return adjectives.some((adjective) => nameKey(adjective) === nameKey(text))
}
