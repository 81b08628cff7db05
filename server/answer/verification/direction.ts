/** Acts that a sentence tells the other way round, or of somebody else, than its records do. */
import { type Act, TRANSFER } from './act.ts'
import { LIGHT } from './meanings.ts'
import type { Mention } from './mentions.ts'

export interface Misdirection {
  text: string
  finding: 'reversed' | 'other actor'
}

/**
 * Acts of the sentence that the records tell the other way round, or of somebody else.
 * @param near the acts of the record's sentences that are nearest to the sentence.
 */
export function misdirected(
  acts: readonly Act[],
  recorded: readonly Act[],
  near: readonly Act[],
): Misdirection[] {
  const found: Misdirection[] = []
  for (const act of acts) {
    if (!act.agent || overlap(act.agent, act.patient)) continue
    const sameRoot = recorded.filter(
      ({ root, agent, patient }) => verbOf(root) === verbOf(act.root) && (agent || patient),
    )
    const sameMeaning = recorded.filter(
      (other) =>
        other.meanings.some((each) => act.meanings.includes(each)) &&
        // A telegram from one capital to another is not from state to state.
        (other.root !== TRANSFER || (isPerson(other.agent) && isPerson(other.patient))),
    )
    const same = sameRoot.some(({ agent }) => agent) ? sameRoot : [...sameRoot, ...sameMeaning]
    const both = LIGHT.has(act.root) ? sameRoot : [...sameRoot, ...sameMeaning]
    const turned = both.some(
      (other) => overlap(act.agent, other.patient) && overlap(act.patient, other.agent),
    )
    if (
      turned &&
      !both.some(
        (other) =>
          overlap(act.agent, other.agent) &&
          (overlap(act.patient, other.patient) || (!other.patient && other.root.startsWith('of '))),
      )
    ) {
      // Who wrote to whom is not always who asked whom.
      const written = both.every(({ root }) => root === TRANSFER) && act.root !== TRANSFER
      found.push({ text: act.text, finding: written ? 'other actor' : 'reversed' })
      continue
    }
    if (isVague(act) || same.some((other) => overlap(act.agent, other.agent))) continue
    const received = same.some(
      (other) =>
        overlap(act.agent, other.patient) &&
        (!act.patient || !other.agent || overlap(act.patient, other.agent)),
    )
    const does = same.some(({ agent }) => overlap(act.patient, agent))
    if (received || does || sameRoot.some((other) => isComparable(act, other)) || isInverted(act, near))
      found.push({ text: act.text, finding: 'other actor' })
  }
  return found
}

/** "X's proposal" is what X proposes. */
function verbOf(root: string): string {
  return root.replace(/^of /, '')
}

/** Whatever it is that one does to the other: the record tells only of what the other does to the one. */
function isInverted(act: Act, near: readonly Act[]): boolean {
  const between = near.filter(({ root }) => !root.startsWith('of '))
  return (
    between.some((other) => overlap(act.agent, other.patient) && overlap(act.patient, other.agent)) &&
    !between.some((other) => overlap(act.agent, other.agent) && overlap(act.patient, other.patient))
  )
}

/** "To see" is to meet, and "to leave it to somebody" says who decides. */
function isVague({ root, text, phrase }: Act): boolean {
  return !phrase && LIGHT.has(root) && text !== 'see'
}

function isPerson(mention: Mention | undefined): boolean {
  return mention?.keys.some((key) => key.startsWith('person:')) ?? false
}

/** Somebody else is known only where both are people or both states, and what they do is not done to different ones. */
function isComparable(act: Act, other: Act): boolean {
  const kinds = (mention: Mention | undefined) => mention?.keys.map((key) => key.split(':')[0]) ?? []
  // Of "the American charge" and "the Communist charge" one is not the other.
  const isWord = (mention: Mention | undefined) => kinds(mention).includes('word')
  const named = act.root.startsWith('of ') && isWord(act.agent) !== isWord(other.agent)
  if (!named && !kinds(act.agent).some((kind) => kinds(other.agent).includes(kind))) return false
  if (overlap(act.agent, other.patient)) return true
  return (
    !act.patient || !other.patient || overlap(act.patient, other.patient) || overlap(act.patient, other.agent)
  )
}

function overlap(a: Mention | undefined, b: Mention | undefined): boolean {
  return a !== undefined && b !== undefined && a.keys.some((key) => b.keys.includes(key))
}
