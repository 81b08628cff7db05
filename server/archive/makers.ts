/** Who made each document, read once from the records, and which documents a maker that a question asks for can have made. */
import type { Catalog } from '../../corpus/catalog.ts'
import type { ArchiveDocument } from '../../corpus/document.ts'
import type { Maker } from '../../corpus/makers/maker.ts'
import { MakerReader, type NamedOffice, type ReadMaker } from '../../corpus/makers/maker-reader.ts'
import type { EntityKey } from '../../corpus/names/entity.ts'
import type { LinkedName, NameLinker } from '../../corpus/names/name-linker.ts'
import type { ArchiveIndex } from '../../embeddings/index/archive-index.ts'
import type { DocumentNumber } from '../../embeddings/index/document-number.ts'

/** Whose documents are asked for: a state's, an office's, or a person's, where one is named. */
export interface WantedMaker {
  /** Several where they share the name that the question uses: "Russian", "German". */
  of?: readonly EntityKey[]
  office?: Pick<Maker, 'kind' | 'name'>
  /** The state that a mission sat in. */
  in?: EntityKey
  people: readonly EntityKey[]
}

interface Made {
  read: ReadMaker | undefined
  /** The states whose document it can be. */
  states: readonly EntityKey[]
  /** Whom its title names. */
  named: ReadonlySet<EntityKey>
  /** Whether its publisher's titles name the office wherever there is one. */
  namesOffices: boolean
}

/** All by document number. */
export class Makers {
  private readonly reader: MakerReader
  private readonly made: readonly (Made | undefined)[]

  /** @throws {CorpusError} for a publisher made by a state that is not known. */
  constructor(
    documents: readonly (ArchiveDocument | undefined)[],
    index: Pick<ArchiveIndex, 'documents'>,
    { catalog, linker }: { catalog: Pick<Catalog, 'publishers'>; linker: NameLinker },
  ) {
    this.reader = new MakerReader(linker.entities, catalog.publishers)
    this.made = documents.map((document, number) => {
      if (!document) return undefined
      const read = this.reader.read(document)
      const named = index.documents[number]?.titleEntities ?? new Set()
      const states = this.reader.statesOf(document, read?.maker)
      const namesOffices = catalog.publishers.named(document.publisher)?.madeBy !== undefined
      return { read, states, named, namesOffices }
    })
  }

  /** Undefined where the record does not tell. */
  of(number: DocumentNumber): Maker | undefined {
    return this.made[number]?.read?.maker
  }

  /** With the phrase for a lead-in. */
  read(number: DocumentNumber): ReadMaker | undefined {
    return this.made[number]?.read
  }

  /** The offices that a question names. */
  namedIn(question: string, names: readonly LinkedName[]): NamedOffice[] {
    return this.reader.officesIn(question, names)
  }

  /**
   * Whether the document can be by the maker asked for: by what its record tells of its maker or, where that is silent, of the
   * state that it is from. By a person it is where the title names that person: others may have passed on what they wrote.
   */
  canBeBy({ of, office, in: seat, people }: WantedMaker, number: DocumentNumber): boolean {
    const made = this.made[number]
    if (!made) return false
    const maker = made.read?.maker
    if (people.length > 0)
      return people.some((person) => made.named.has(person) || maker?.people.includes(person))
    if (of && !of.some((state) => made.states.includes(state))) return false
    if (!office || office.kind === 'government') return of !== undefined
    if (maker?.kind === 'embassy')
      return office.kind === 'embassy' && (!seat || !maker.in || maker.in === seat)
    return maker?.name === office.name || (of !== undefined && !made.namesOffices && isUntold(maker, office))
  }
}

/** Whether a record leaves it open which office of its state it is from, so that it can be the one asked for. */
function isUntold(maker: Maker | undefined, { kind }: Pick<Maker, 'kind'>): boolean {
  // Intelligence services and armies are named by what they make; embassies and ministries often are not.
  if (kind !== 'embassy' && kind !== 'ministry') return false
  if (!maker || maker.kind === 'person') return true
  return kind === 'ministry' && maker.kind === 'ministry' && !WHOLE_MINISTRY.test(maker.name)
}

/** A ministry as such; others are parts of one that is not named: "First Directorate of Romania". */
const WHOLE_MINISTRY = /\bMinistr(?:y|ies)\b|^Departments? of\b/
