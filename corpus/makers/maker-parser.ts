/**
 * Determines who made a record: from its title, else from its genre, the cities of a telegram, a cable's number or the first
 * words of its summary. Nothing is guessed beyond that: a wrong maker is worse than none.
 */
import type { ArchiveDocument } from '../document.ts'
import { CorpusError } from '../json-files.ts'
import type { Entity, EntityKey } from '../names/entity.ts'
import type { LinkedName } from '../names/name-linker.ts'
import type { Publishers } from '../publishers.ts'
import { capitalizeLinkedNames } from './capitalize-linked-names.ts'
import { type Country, Gazetteer } from './gazetteer.ts'
import type { Maker } from './maker.ts'
import { type FoundOffice, OFFICES_IN_QUESTIONS, OfficeParser, type ParsedText } from './office-parser.ts'
import { GENRES } from './offices/agencies.ts'
import { PEOPLE_AS_MAKERS } from './offices/organizations.ts'
import { makerByCallNumber } from './sources/call-number.ts'
import { makerOfCityTelegram } from './sources/city-telegram.ts'
import { FORWARDING_PARTICIPLES, JOURNAL_FORMS } from './sources/document-forms.ts'
import { isMakerEnd, makerPositions } from './sources/maker-positions.ts'
import {
  isFollowedByWritingWord,
  OFFICES_IN_SUMMARIES,
  SUMMARY_OPENING_CHARACTERS,
} from './sources/summary-opening.ts'
import { ListedPeople } from './title/listed-people.ts'
import { splitTitle } from './title/split-title.ts'
import { isWord } from './title/title-part.ts'

/** Maximum distance, in parts, between "transmitting" and the writer of the forwarded message. */
const MAX_PARTS_BEFORE_WRITER = 9

const TO = new Set(['to'])
const FROM = new Set(['from'])

export interface ParsedMaker {
  maker: Maker
  /** Phrase for a lead-in: "Hungarian embassy in Moscow", "Soviet ambassador Puzanov's journal", "Mao Zedong to Stalin". */
  phrase: string
}

/** An office named in a text, with UTF-16 offsets, end exclusive. */
export interface NamedOffice {
  maker: Maker
  start: number
  end: number
}

export class MakerParser {
  private readonly gazetteer: Gazetteer
  private readonly publishers: Publishers
  private readonly listedPeople: ListedPeople
  private readonly offices: OfficeParser

  /**
   * @param entities from `collectEntities`: makers refer to places and people by their keys
   * @throws {CorpusError} if a publisher's `madeBy` is a state that `countries.ts` lacks
   */
  constructor(entities: Iterable<Entity>, publishers: Publishers) {
    const all = [...entities]
    this.publishers = publishers
    this.gazetteer = new Gazetteer(all)
    for (const { name, madeBy } of publishers.all)
      if (madeBy !== undefined && !this.gazetteer.country(madeBy))
        throw new CorpusError(
          `The file of the publisher "${name}": madeBy: "${madeBy}" is no state that corpus/makers/countries.ts lists.`,
        )
    this.listedPeople = new ListedPeople(all)
    this.offices = new OfficeParser(this.gazetteer)
  }

  /** The maker; undefined if the record does not tell it. Lead-ins then use the document type. */
  parse(document: ArchiveDocument): ParsedMaker | undefined {
    const title = this.parseText(document, document.title)
    const found = this.makerInTitle(title)
    if (found) return { maker: found.maker, phrase: this.phraseOf(found, title) }
    const maker = this.makerFromOtherSources(document, title)
    return maker && { maker, phrase: maker.short }
  }

  /**
   * The states that may have made a document, most likely first: the maker's state, else the first in the record's list of
   * countries. Records list their maker's state first, or second after North Korea, the archive's subject.
   */
  statesOf(document: ArchiveDocument, maker: Maker | undefined): EntityKey[] {
    if (maker?.of) return [maker.of]
    if (maker?.kind === 'organization') return []
    const madeBy = this.madeBy(document)
    if (madeBy) return [madeBy.key]
    const states = document.countries.flatMap((name) => this.gazetteer.country(name)?.key ?? [])
    const [first] = states
    return states.slice(0, first === 'place:north-korea' ? 2 : 1)
  }

  /** The offices that a question names. @param names linked names of the question, which may be in lower case */
  officesIn(question: string, names: readonly LinkedName[]): NamedOffice[] {
    const text = capitalizeLinkedNames(question, names)
    const listed = new Set(names.flatMap(({ entities }) => entities.map(({ name }) => name)))
    const parts = splitTitle(text, [], listed, this.gazetteer, this.listedPeople)
    const reading = { text, parts, isAmerican: false, first: undefined }
    const offices: NamedOffice[] = []
    for (let at = 0; at < parts.length; ) {
      const found = this.offices.officeAt(reading, at, () => true, OFFICES_IN_QUESTIONS)
      const [first, last] = [parts[at], parts[(found?.end ?? 0) - 1]]
      if (found && first && last) offices.push({ maker: found.maker, start: first.start, end: last.end })
      at = found?.end ?? at + 1
    }
    return offices
  }

  private phraseOf({ maker, at, end }: FoundOffice, title: ParsedText): string {
    const form = title.parts[at - 2]
    if (form?.kind === 'word' && JOURNAL_FORMS.has(form.word)) return `${maker.short}'s ${form.word}`
    if (maker.kind !== 'person') return maker.short
    const receiver = isWord(title.parts[end], TO)
      ? this.offices.officeAt(title, end + 1, (last) => isMakerEnd(title.parts, last))
      : undefined
    const to = receiver?.maker.kind === 'person' ? ` to ${receiver.maker.short}` : ''
    return `${maker.short}${to}${this.forwardedMessage(title, receiver?.end ?? end, maker)}`
  }

  /** The suffix for a covering letter, whose content is by somebody else: " with a message from Kim Il Sung". */
  private forwardedMessage(title: ParsedText, end: number, { short }: Maker): string {
    const { parts } = title
    const verb = parts.findIndex((part, at) => at >= end && isWord(part, FORWARDING_PARTICIPLES))
    if (verb < 0) return ''
    for (let at = verb + 1; at < Math.min(parts.length, verb + MAX_PARTS_BEFORE_WRITER); at += 1) {
      const writer = isWord(parts[at], FROM)
        ? this.offices.officeAt(title, at + 1, () => true, PEOPLE_AS_MAKERS)?.maker.short
        : undefined
      if (writer !== undefined) return writer === short ? '' : ` with a message from ${writer}`
    }
    return ''
  }

  private makerInTitle(title: ParsedText): FoundOffice | undefined {
    for (const { at, accepts } of makerPositions(title.parts)) {
      const found = this.offices.officeAt(title, at, accepts)
      if (found) return found
    }
    return undefined
  }

  private makerFromOtherSources(document: ArchiveDocument, title: ParsedText): Maker | undefined {
    return (
      this.offices.officeAt(title, 0, () => true, GENRES)?.maker ??
      makerOfCityTelegram(title.parts, title.first) ??
      makerByCallNumber(document, this.gazetteer) ??
      this.makerInSummary(document)
    )
  }

  private makerInSummary(document: ArchiveDocument): Maker | undefined {
    if (document.summary === null) return undefined
    const opening = this.parseText(document, document.summary.slice(0, SUMMARY_OPENING_CHARACTERS))
    return this.offices.officeAt(
      opening,
      0,
      (end) => isFollowedByWritingWord(opening.parts, end),
      OFFICES_IN_SUMMARIES,
    )?.maker
  }

  private parseText(document: ArchiveDocument, text: string): ParsedText {
    const madeBy = this.madeBy(document)
    const isAmerican = madeBy?.title === 'United States'
    // There was no American embassy in North Korea, so "Korea" in an American record is South Korea.
    const listed = new Set(document.countries.filter((name) => !isAmerican || name !== 'North Korea'))
    return {
      text,
      parts: splitTitle(text, document.people, listed, this.gazetteer, this.listedPeople),
      isAmerican,
      first: madeBy ?? this.gazetteer.country(document.countries[0]),
    }
  }

  private madeBy({ publisher }: ArchiveDocument): Country | undefined {
    return this.gazetteer.country(this.publishers.byName(publisher)?.madeBy)
  }
}
