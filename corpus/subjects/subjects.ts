/**
 * The thesaurus of subjects: preferred forms shown to users, variants, and broader subjects. Records keep the strings that
 * their archives gave them. A string without an entry is its own preferred form, so another catalog may have any subjects.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { CorpusError, readJson } from '../json-files.ts'
import { slug } from '../slug.ts'
import { type Subject, subjectSchema } from './subject.ts'

/**
 * Reads `<folder>/subjects.json`; the thesaurus is empty if there is no such file.
 * @throws {CorpusError} for a file that violates the schema, an unknown broader subject, a string in two entries, or a cycle
 */
export async function loadSubjects(folder: string): Promise<Subjects> {
  const file = join(folder, 'subjects.json')
  return new Subjects(existsSync(file) ? await readJson(file, z.array(subjectSchema)) : [], file)
}

export class Subjects {
  readonly #byKey = new Map<string, Subject>()
  readonly #narrower = new Map<Subject, Subject[]>()

  /**
   * @param file path for error messages
   * @throws {CorpusError}
   */
  constructor(
    readonly entries: readonly Subject[],
    file: string,
  ) {
    const fault = (entry: Subject, what: string) =>
      new CorpusError(`${file}: entry ${entries.indexOf(entry)} ("${entry.preferred}"): ${what}`)
    for (const entry of entries) {
      for (const string of [entry.preferred, ...entry.variants]) {
        const other = this.#byKey.get(subjectKey(string))
        if (other && other !== entry) throw fault(entry, `"${string}" stands already in "${other.preferred}"`)
        this.#byKey.set(subjectKey(string), entry)
      }
      const twice = entry.variants.find((variant, position) => entry.variants.indexOf(variant) !== position)
      if (twice !== undefined) throw fault(entry, `variants: "${twice}" stands there twice`)
    }
    for (const entry of entries)
      for (const broader of entry.broader) {
        const parent = this.#byKey.get(subjectKey(broader))
        if (parent?.preferred !== broader)
          throw fault(entry, `broader: "${broader}" is no entry's preferred form`)
        this.#narrower.set(parent, [...this.narrowerOf(parent), entry])
      }
    const cycle = this.#findCircle()?.map(({ preferred }) => `"${preferred}"`)
    if (cycle) throw new CorpusError(`${file}: broader goes in a circle: ${cycle.join(' → ')}`)
  }

  /** The entry for a preferred form, a variant, or the slug of either. */
  find(string: string): Subject | undefined {
    return this.#byKey.get(subjectKey(string))
  }

  /** The preferred form of a record's string. */
  preferred(string: string): string {
    return this.find(string)?.preferred ?? string
  }

  /** The distinct preferred forms of a record's strings. */
  preferredOf(strings: readonly string[]): string[] {
    return [...new Set(strings.map((string) => this.preferred(string)))]
  }

  /** One level up. */
  broaderOf({ broader }: Subject): Subject[] {
    return broader.flatMap((preferred) => this.find(preferred) ?? [])
  }

  /** One level down. */
  narrowerOf(subject: Subject): readonly Subject[] {
    return this.#narrower.get(subject) ?? []
  }

  /** A cycle of broader subjects (the first is repeated at the end), or undefined. */
  #findCircle(): Subject[] | undefined {
    const cleared = new Set<Subject>()
    const search = (subject: Subject, path: readonly Subject[]): Subject[] | undefined => {
      if (path.includes(subject)) return [...path.slice(path.indexOf(subject)), subject]
      if (cleared.has(subject)) return undefined
      for (const broader of this.broaderOf(subject)) {
        const circle = search(broader, [...path, subject])
        if (circle) return circle
      }
      cleared.add(subject)
      return undefined
    }
    for (const subject of this.entries) {
      const circle = search(subject, [])
      if (circle) return circle
    }
    return undefined
  }
}

/** The slug, which ignores case, accents and punctuation; strings without Latin letters have none and are their own key. */
function subjectKey(string: string): string {
  return slug(string) || string
}
