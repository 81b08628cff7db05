/**
 * The thesaurus of subjects. Records keep the strings that their archives gave them; here are the preferred forms that
 * readers see, the strings that mean the same, and which subject is part of which. A string that no entry has stands for
 * itself, so a catalog of one's own may have any subjects.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { CorpusError, readJson } from '../json-files.ts'
import { slug } from '../slug.ts'
import { type Subject, subjectSchema } from './subject.ts'

/**
 * Reads `<folder>/subjects.json`; a corpus without that file has no thesaurus.
 * @throws {CorpusError} for a file that breaks the schema, an unknown broader subject, a string in two entries, or a circle.
 */
export async function loadSubjects(folder: string): Promise<Subjects> {
  const file = join(folder, 'subjects.json')
  return new Subjects(existsSync(file) ? await readJson(file, z.array(subjectSchema)) : [], file)
}

export class Subjects {
  readonly #byKey = new Map<string, Subject>()
  readonly #narrower = new Map<Subject, Subject[]>()

  /**
   * @param file named in errors.
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
        const other = this.#byKey.get(keyOf(string))
        if (other && other !== entry) throw fault(entry, `"${string}" stands already in "${other.preferred}"`)
        this.#byKey.set(keyOf(string), entry)
      }
      const twice = entry.variants.find((variant, place) => entry.variants.indexOf(variant) !== place)
      if (twice !== undefined) throw fault(entry, `variants: "${twice}" stands there twice`)
    }
    for (const entry of entries)
      for (const broader of entry.broader) {
        const parent = this.#byKey.get(keyOf(broader))
        if (parent?.preferred !== broader)
          throw fault(entry, `broader: "${broader}" is no entry's preferred form`)
        this.#narrower.set(parent, [...this.narrowerOf(parent), entry])
      }
    const circle = this.#findCircle()?.map(({ preferred }) => `"${preferred}"`)
    if (circle) throw new CorpusError(`${file}: broader goes in a circle: ${circle.join(' → ')}`)
  }

  /** The entry that a string means: a preferred form, a variant, or either as it stands in an address. */
  find(string: string): Subject | undefined {
    return this.#byKey.get(keyOf(string))
  }

  /** What readers see for a record's string. */
  preferred(string: string): string {
    return this.find(string)?.preferred ?? string
  }

  /** What readers see for a record's strings, each once. */
  preferredOf(strings: readonly string[]): string[] {
    return [...new Set(strings.map((string) => this.preferred(string)))]
  }

  /** One level. */
  broaderOf({ broader }: Subject): Subject[] {
    return broader.flatMap((preferred) => this.find(preferred) ?? [])
  }

  /** One level. */
  narrowerOf(subject: Subject): readonly Subject[] {
    return this.#narrower.get(subject) ?? []
  }

  /** Subjects each of which is broader than the one before, the last being the first again. */
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

/** As in an address, so that case, accents and punctuation do not count; a string without Latin letters is its own key. */
function keyOf(string: string): string {
  return slug(string) || string
}
