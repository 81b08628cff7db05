/** Links a question to subjects of the thesaurus, using its words and the states that it names. */
import type { LinkedName, NameLinker } from '../names/name-linker.ts'
import type { Subject } from './subject.ts'
import { SubjectPhrases } from './subject-phrases.ts'
import type { Subjects } from './subjects.ts'

/** Words of a question with the subjects that they refer to. */
export interface AskedSubject {
  text: string
  /** Preferred form of a subject → how well it fits, above 0 and at most 1. */
  targets: ReadonlyMap<string, number>
}

/** Fit of a subject one level narrower than the one asked for. */
const NARROWER_SUBJECT_FIT = 0.5

export class SubjectLinker {
  readonly #phrases: SubjectPhrases
  /** Subject → ids of the places in its preferred form, or of a broader subject if that one names two. */
  readonly #placesBySubject: ReadonlyMap<Subject, ReadonlySet<string>>
  /** Ids of the places that the whole archive is about. Questions often leave them out. */
  readonly #archivePlaces: ReadonlySet<string>

  constructor(
    private readonly subjects: Subjects,
    names: NameLinker,
  ) {
    this.#phrases = new SubjectPhrases(subjects.entries, names)
    const named = ({ preferred }: Subject) => linkedPlaceIds(names.link(preferred, { exact: true }))
    this.#placesBySubject = new Map(
      subjects.entries.map((subject) => {
        const all = [subject, ...subjects.broaderOf(subject)].map(named)
        return [subject, all.find(({ size }) => size === 2) ?? all[0] ?? new Set<string>()]
      }),
    )
    this.#archivePlaces = new Set(
      [...names.entities].filter(({ kind, subject }) => kind === 'place' && subject).map(({ id }) => id),
    )
  }

  /** @param names names in the question, including names inherited from earlier questions */
  linkSubjects(question: string, names: readonly LinkedName[]): AskedSubject[] {
    const states = linkedPlaceIds(names)
    const asked = this.#phrases.findIn(question).map(({ text, subjects }) => {
      const targets = new Map<string, number>()
      for (const subject of subjects)
        for (const [{ preferred }, fit] of this.#targetsOf(subject, states))
          targets.set(preferred, Math.max(fit, targets.get(preferred) ?? 0))
      return { text, targets }
    })
    // "Why did Sino-North Korean relations sour?": "sour" selects the part of "Sino-North Korean relations" that is asked for.
    const fullyMatched = new Set(
      asked.flatMap(({ targets }) => [...targets].flatMap(([name, fit]) => (fit === 1 ? [name] : []))),
    )
    return asked.map(({ text, targets }) => ({
      text,
      targets: new Map([...targets].map(([name, fit]) => [name, fullyMatched.has(name) ? 1 : fit])),
    }))
  }

  #targetsOf(subject: Subject, states: ReadonlySet<string>): Map<Subject, number> {
    const narrower = this.subjects.narrowerOf(subject)
    const own = this.#placesOf(subject)
    // A narrower subject with the same states is another part of the subject, not a case of it.
    const inStates = narrower.filter((each) => !isSubset(this.#placesOf(each), own))
    const cases = this.#casesOf(inStates, states)
    // No record has the subject "Deterioration of relations": if states are named, only the subjects of these states match.
    const isHead = subject.variants.length === 0 && inStates.some((each) => this.#placesOf(each).size > 0)
    const matched = isHead && states.size > 0 ? cases : [subject, ...cases]
    const below = isHead && states.size > 0 ? [] : narrower
    return new Map([
      ...[...below, ...cases.flatMap((each) => this.subjects.narrowerOf(each))].map(
        (each) => [each, NARROWER_SUBJECT_FIT] as const,
      ),
      ...matched.map((each) => [each, 1] as const),
    ])
  }

  /** The narrower subjects whose states the question names. The archive's own places need not be named. */
  #casesOf(narrower: readonly Subject[], states: ReadonlySet<string>): Subject[] {
    const within = (places: ReadonlySet<string>) =>
      narrower.filter((each) => isSubset(this.#placesOf(each), places))
    const named = within(states)
    if (named.length > 0) return named
    const touches = (each: Subject) =>
      states.size === 0 || [...this.#placesOf(each)].some((place) => states.has(place))
    return within(new Set([...states, ...this.#archivePlaces])).filter(touches)
  }

  #placesOf(subject: Subject): ReadonlySet<string> {
    return this.#placesBySubject.get(subject) ?? new Set()
  }
}

function linkedPlaceIds(names: readonly LinkedName[]): Set<string> {
  return new Set(names.flatMap(({ entities: [entity] }) => (entity?.kind === 'place' ? [entity.id] : [])))
}

function isSubset(places: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return places.size > 0 && [...places].every((place) => others.has(place))
}
