/**
 * Who made a record: by its title or, where that is silent, by the kind of paper it is, the cities of a telegram, a cable's
 * number or the first words of its summary. What these do not tell is not guessed: a wrong maker is worse than none.
 */
import type { ArchiveDocument } from '../document.ts'
import { CorpusError } from '../json-files.ts'
import type { Entity, EntityKey } from '../names/entity.ts'
import type { LinkedName } from '../names/name-linker.ts'
import type { Publishers } from '../publishers.ts'
import { type Country, Gazetteer } from './gazetteer.ts'
import type { Maker } from './maker.ts'
import { capitalized } from './name-capitals.ts'
import { type Found, NAMED_BY_QUESTIONS, OfficeReader, type Reading } from './office-reader.ts'
import { GENRES } from './offices/agencies.ts'
import { PEOPLE } from './offices/organizations.ts'
import { makerByCallNumber } from './sources/call-number.ts'
import { cityTelegram } from './sources/city-telegram.ts'
import { JOURNALS, PASSES_ON } from './sources/forms.ts'
import { NAMED_IN_SUMMARIES, OPENING_CHARACTERS, writes } from './sources/in-summary.ts'
import { isEnd, openings } from './sources/sender.ts'
import { ListedPeople } from './title/listed-people.ts'
import { isWord } from './title/part.ts'
import { titleParts } from './title/title-parts.ts'

/** Parts between "transmitting" and the person whose message it is. */
const PASSED_ON_WITHIN = 9

const TO = new Set(['to'])
const FROM = new Set(['from'])

export interface ReadMaker {
  maker: Maker
  /** The maker for a lead-in: "Hungarian embassy in Moscow", "Soviet ambassador Puzanov's journal", "Mao Zedong to Stalin". */
  phrase: string
}

/** An office that a text names: UTF-16 offsets, the end excluded. */
export interface NamedOffice {
  maker: Maker
  start: number
  end: number
}

export class MakerReader {
  private readonly gazetteer: Gazetteer
  private readonly publishers: Publishers
  private readonly listedPeople: ListedPeople
  private readonly offices: OfficeReader

  /**
   * @param entities those of `entitiesOf`: the places and people whose keys makers carry.
   * @throws {CorpusError} for a publisher made by a state that `countries.ts` lacks.
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
    this.offices = new OfficeReader(this.gazetteer)
  }

  /** Undefined where the record does not tell; then the type of the document has to do. */
  read(document: ArchiveDocument): ReadMaker | undefined {
    const title = this.reading(document, document.title)
    const found = this.byTitle(title)
    if (found) return { maker: found.maker, phrase: this.phraseOf(found, title) }
    const maker = this.otherwise(document, title)
    return maker && { maker, phrase: maker.short }
  }

  /**
   * The states whose document a record can be, most likely first: its maker's; else those that it lists first, since records
   * list the state of their maker first or behind North Korea, the archive's subject.
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

  /** The offices that a question names. @param names those that are linked in it; they may be in lower case. */
  officesIn(question: string, names: readonly LinkedName[]): NamedOffice[] {
    const text = capitalized(question, names)
    const listed = new Set(names.flatMap(({ entities }) => entities.map(({ name }) => name)))
    const parts = titleParts(text, [], listed, this.gazetteer, this.listedPeople)
    const reading = { text, parts, isAmerican: false, first: undefined }
    const offices: NamedOffice[] = []
    for (let at = 0; at < parts.length; ) {
      const found = this.offices.at(reading, at, () => true, NAMED_BY_QUESTIONS)
      const [first, last] = [parts[at], parts[(found?.end ?? 0) - 1]]
      if (found && first && last) offices.push({ maker: found.maker, start: first.start, end: last.end })
      at = found?.end ?? at + 1
    }
    return offices
  }

  private phraseOf({ maker, at, end }: Found, title: Reading): string {
    const form = title.parts[at - 2]
    if (form?.kind === 'word' && JOURNALS.has(form.word)) return `${maker.short}'s ${form.word}`
    if (maker.kind !== 'person') return maker.short
    const receiver = isWord(title.parts[end], TO)
      ? this.offices.at(title, end + 1, (last) => isEnd(title.parts, last))
      : undefined
    const to = receiver?.maker.kind === 'person' ? ` to ${receiver.maker.short}` : ''
    return `${maker.short}${to}${this.passedOn(title, receiver?.end ?? end, maker)}`
  }

  /** Whose message a covering letter passes on: its words are not those of the maker. */
  private passedOn(title: Reading, end: number, { short }: Maker): string {
    const { parts } = title
    const verb = parts.findIndex((part, at) => at >= end && isWord(part, PASSES_ON))
    if (verb < 0) return ''
    for (let at = verb + 1; at < Math.min(parts.length, verb + PASSED_ON_WITHIN); at += 1) {
      const writer = isWord(parts[at], FROM)
        ? this.offices.at(title, at + 1, () => true, PEOPLE)?.maker.short
        : undefined
      if (writer !== undefined) return writer === short ? '' : ` with a message from ${writer}`
    }
    return ''
  }

  private byTitle(title: Reading): Found | undefined {
    for (const { at, accepts } of openings(title.parts)) {
      const found = this.offices.at(title, at, accepts)
      if (found) return found
    }
    return undefined
  }

  private otherwise(document: ArchiveDocument, title: Reading): Maker | undefined {
    return (
      this.offices.at(title, 0, () => true, GENRES)?.maker ??
      cityTelegram(title.parts, title.first) ??
      makerByCallNumber(document, this.gazetteer) ??
      this.bySummary(document)
    )
  }

  private bySummary(document: ArchiveDocument): Maker | undefined {
    if (document.summary === null) return undefined
    const opening = this.reading(document, document.summary.slice(0, OPENING_CHARACTERS))
    return this.offices.at(opening, 0, (end) => writes(opening.parts, end), NAMED_IN_SUMMARIES)?.maker
  }

  private reading(document: ArchiveDocument, text: string): Reading {
    const madeBy = this.madeBy(document)
    const isAmerican = madeBy?.title === 'United States'
    // "Korea" of an American embassy is the one Korea that had one.
    const listed = new Set(document.countries.filter((name) => !isAmerican || name !== 'North Korea'))
    return {
      text,
      parts: titleParts(text, document.people, listed, this.gazetteer, this.listedPeople),
      isAmerican,
      first: madeBy ?? this.gazetteer.country(document.countries[0]),
    }
  }

  private madeBy({ publisher }: ArchiveDocument): Country | undefined {
    return this.gazetteer.country(this.publishers.named(publisher)?.madeBy)
  }
}
