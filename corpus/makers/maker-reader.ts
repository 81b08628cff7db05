/**
 * Who made a record: by its title or, where that is silent, by the kind of paper it is, the cities of a telegram, a cable's
 * number or the first words of its summary. What these do not tell is not guessed: a wrong maker is worse than none.
 */
import type { ArchiveDocument } from '../document.ts'
import type { Entity } from '../names/entity.ts'
import { Gazetteer } from './gazetteer.ts'
import type { Maker } from './maker.ts'
import { type Found, OfficeReader, type Reading } from './office-reader.ts'
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

/** Publishers whose records are American documents. */
const AMERICAN_PUBLISHERS = new Set(['Foreign Relations of the United States'])

/** Parts between "transmitting" and the person whose message it is. */
const PASSED_ON_WITHIN = 9

const TO = new Set(['to'])
const FROM = new Set(['from'])

export class MakerReader {
  private readonly gazetteer: Gazetteer
  private readonly listedPeople: ListedPeople
  private readonly offices: OfficeReader

  /** @param entities those of `entitiesOf`: the places and people whose keys makers carry. */
  constructor(entities: Iterable<Entity>) {
    const all = [...entities]
    this.gazetteer = new Gazetteer(all)
    this.listedPeople = new ListedPeople(all)
    this.offices = new OfficeReader(this.gazetteer)
  }

  /** Undefined where the record does not tell. */
  maker(document: ArchiveDocument): Maker | undefined {
    const title = this.reading(document, document.title)
    return this.byTitle(title)?.maker ?? this.otherwise(document, title)
  }

  /**
   * The maker for a lead-in: "Hungarian embassy in Moscow", "Soviet ambassador Puzanov's journal", "Mao Zedong to Stalin".
   * Undefined where the record does not tell; then the type of the document has to do.
   */
  phrase(document: ArchiveDocument): string | undefined {
    const title = this.reading(document, document.title)
    const found = this.byTitle(title)
    return found ? this.phraseOf(found, title) : this.otherwise(document, title)?.short
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
    const isAmerican = AMERICAN_PUBLISHERS.has(document.publisher)
    // "Korea" of an American embassy is the one Korea that had one.
    const listed = new Set(document.countries.filter((name) => !isAmerican || name !== 'North Korea'))
    return {
      text,
      parts: titleParts(text, document.people, listed, this.gazetteer, this.listedPeople),
      isAmerican,
      first: this.gazetteer.country(isAmerican ? 'United States' : document.countries[0]),
    }
  }
}
