/** The subjects that a question is about, by its words and by the states between which something happens. */
import type { LinkedName, NameLinker } from '../names/name-linker.ts'
import { SubjectPhrases } from './phrases.ts'
import type { Subject } from './subject.ts'
import type { Subjects } from './subjects.ts'

/** A subject that words of a question mean. */
export interface AskedSubject {
  /** The words. */
  text: string
  /** Preferred forms of subjects that records on it have, each with how well it fits, above 0 and at most 1. */
  targets: ReadonlyMap<string, number>
}

/** How well a narrower subject fits: one level below the one asked for. */
const NARROWER = 0.5

export class SubjectReader {
  readonly #phrases: SubjectPhrases
  /** Ids of the places between which each subject lies. */
  readonly #places: ReadonlyMap<Subject, ReadonlySet<string>>
  /** Ids of the places that the archive as a whole is about: a question need not name them. */
  readonly #own: ReadonlySet<string>

  constructor(
    private readonly subjects: Subjects,
    names: NameLinker,
  ) {
    this.#phrases = new SubjectPhrases(subjects.entries, names)
    const named = ({ preferred }: Subject) => placesIn(names.link(preferred, { exact: true }))
    this.#places = new Map(
      subjects.entries.map((subject) => {
        const all = [subject, ...subjects.broaderOf(subject)].map(named)
        return [subject, all.find(({ size }) => size === 2) ?? all[0] ?? new Set<string>()]
      }),
    )
    this.#own = new Set(
      [...names.entities].filter(({ kind, subject }) => kind === 'place' && subject).map(({ id }) => id),
    )
  }

  /** @param names those that the question names, also outside of its words. */
  read(question: string, names: readonly LinkedName[]): AskedSubject[] {
    const states = placesIn(names)
    const asked = this.#phrases.findIn(question).map(({ text, subjects }) => {
      const targets = new Map<string, number>()
      for (const subject of subjects)
        for (const [{ preferred }, fit] of this.#targetsOf(subject, states))
          targets.set(preferred, Math.max(fit, targets.get(preferred) ?? 0))
      return { text, targets }
    })
    // "Why did Sino-North Korean relations sour?": what the second words mean is just the part of the first that is meant.
    const meant = new Set(
      asked.flatMap(({ targets }) => [...targets].flatMap(([name, fit]) => (fit === 1 ? [name] : []))),
    )
    return asked.map(({ text, targets }) => ({
      text,
      targets: new Map([...targets].map(([name, fit]) => [name, meant.has(name) ? 1 : fit])),
    }))
  }

  #targetsOf(subject: Subject, states: ReadonlySet<string>): Map<Subject, number> {
    const narrower = this.subjects.narrowerOf(subject)
    const own = this.#placesOf(subject)
    // What lies in the same states is only another part of the subject, and no case of it.
    const inStates = narrower.filter((each) => !isWithin(this.#placesOf(each), own))
    const cases = this.#casesOf(inStates, states)
    // "Deterioration of relations" is no record's subject: where states are named, only what is between these is meant.
    const isHead = subject.variants.length === 0 && inStates.some((each) => this.#placesOf(each).size > 0)
    const meant = isHead && states.size > 0 ? cases : [subject, ...cases]
    const below = isHead && states.size > 0 ? [] : narrower
    return new Map([
      ...[...below, ...cases.flatMap((each) => this.subjects.narrowerOf(each))].map(
        (each) => [each, NARROWER] as const,
      ),
      ...meant.map((each) => [each, 1] as const),
    ])
  }

  /** Those that lie in the states that the question names; what it is about in any case, it need not name. */
  #casesOf(narrower: readonly Subject[], states: ReadonlySet<string>): Subject[] {
    const within = (places: ReadonlySet<string>) =>
      narrower.filter((each) => isWithin(this.#placesOf(each), places))
    const named = within(states)
    if (named.length > 0) return named
    const touches = (each: Subject) =>
      states.size === 0 || [...this.#placesOf(each)].some((place) => states.has(place))
    return within(new Set([...states, ...this.#own])).filter(touches)
  }

  #placesOf(subject: Subject): ReadonlySet<string> {
    return this.#places.get(subject) ?? new Set()
  }
}

function placesIn(names: readonly LinkedName[]): Set<string> {
  return new Set(names.flatMap(({ entities: [entity] }) => (entity?.kind === 'place' ? [entity.id] : [])))
}

function isWithin(places: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return places.size > 0 && [...places].every((place) => others.has(place))
}
