/** The maker of each document, parsed once from its record, and which documents may be by a maker asked for. */
import type { Catalog } from '../../corpus/catalog.ts'
import type { ArchiveDocument } from '../../corpus/document.ts'
import type { Maker } from '../../corpus/makers/maker.ts'
import { MakerParser, type NamedOffice, type ParsedMaker } from '../../corpus/makers/maker-parser.ts'
import type { EntityKey } from '../../corpus/names/entity.ts'
import type { LinkedName, NameLinker } from '../../corpus/names/name-linker.ts'
import type { ArchiveIndex } from '../../embeddings/index/archive-index.ts'
import type { DocumentNumber } from '../../embeddings/index/document-number.ts'

/** The maker that a question asks for: a state, an office, or people. */
export interface RequestedMaker {
  /** States. Several if they share the name that the question uses: "Russian", "German". */
  of?: readonly EntityKey[]
  office?: Pick<Maker, 'kind' | 'name'>
  /** The state in which a mission was located. */
  in?: EntityKey
  people: readonly EntityKey[]
}

interface DocumentOrigin {
  read: ParsedMaker | undefined
  /** The states that may have made the document. */
  states: readonly EntityKey[]
  /** Entities named in its title. */
  named: ReadonlySet<EntityKey>
  /** Whether titles of its publisher always name the office that made the document. */
  namesOffices: boolean
}

/** Makers by document number. */
export class Makers {
  private readonly parser: MakerParser
  private readonly origins: readonly (DocumentOrigin | undefined)[]

  /** @throws {CorpusError} for a publisher made by a state that is not known. */
  constructor(
    documents: readonly (ArchiveDocument | undefined)[],
    index: Pick<ArchiveIndex, 'documents'>,
    { catalog, linker }: { catalog: Pick<Catalog, 'publishers'>; linker: NameLinker },
  ) {
    this.parser = new MakerParser(linker.entities, catalog.publishers)
    this.origins = documents.map((document, number) => {
      if (!document) return undefined
      const read = this.parser.parse(document)
      const named = index.documents[number]?.titleEntities ?? new Set()
      const states = this.parser.statesOf(document, read?.maker)
      const namesOffices = catalog.publishers.byName(document.publisher)?.madeBy !== undefined
      return { read, states, named, namesOffices }
    })
  }

  /** Undefined if the record does not tell its maker. */
  makerOf(number: DocumentNumber): Maker | undefined {
    return this.origins[number]?.read?.maker
  }

  /** The maker with its phrase for a lead-in ("Hungarian embassy in Moscow"). */
  parsedMaker(number: DocumentNumber): ParsedMaker | undefined {
    return this.origins[number]?.read
  }

  /** The offices that a question names. */
  officesNamedIn(question: string, names: readonly LinkedName[]): NamedOffice[] {
    return this.parser.officesIn(question, names)
  }

  /**
   * Whether the document may be by the maker asked for: from the maker in its record or, if the record does not tell one, from
   * the state it comes from. For a person it is enough that the title names them: others may have forwarded what they wrote.
   */
  canBeBy({ of, office, in: seat, people }: RequestedMaker, number: DocumentNumber): boolean {
    const made = this.origins[number]
    if (!made) return false
    const maker = made.read?.maker
    if (people.length > 0)
      return people.some((person) => made.named.has(person) || maker?.people.includes(person))
    if (of && !of.some((state) => made.states.includes(state))) return false
    if (!office || office.kind === 'government') return of !== undefined
    if (maker?.kind === 'embassy')
      return office.kind === 'embassy' && (!seat || !maker.in || maker.in === seat)
    return (
      maker?.name === office.name ||
      (of !== undefined && !made.namesOffices && isOfficeUnknown(maker, office))
    )
  }
}

/** Whether the record does not tell which office of its state made it, so that it may be the office asked for. */
function isOfficeUnknown(maker: Maker | undefined, { kind }: Pick<Maker, 'kind'>): boolean {
  // Records usually name intelligence services and armies, but often not embassies and ministries.
  if (kind !== 'embassy' && kind !== 'ministry') return false
  if (!maker || maker.kind === 'person') return true
  return kind === 'ministry' && maker.kind === 'ministry' && !WHOLE_MINISTRY.test(maker.name)
}

/** The name of a whole ministry. Other names are departments of an unnamed ministry: "First Directorate of Romania". */
const WHOLE_MINISTRY = /\bMinistr(?:y|ies)\b|^Departments? of\b/
