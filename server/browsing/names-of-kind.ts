/** The names of one kind with what the archive holds of each, and one of them by its id or any of its names. */
import { type Entity, type EntityKind, entityKey } from '../../corpus/names/entity.ts'
import { languageOfName } from '../../corpus/names/name-language.ts'
import { nameFinder } from '../../corpus/names/name-search.ts'
import { nameKey } from '../../corpus/names/name-tokens.ts'
import { compareDates, type ReducedDate } from '../../corpus/reduced-date.ts'
import type { Archive } from '../archive/archive.ts'
import type { NameForm, NameSummary } from '../contract/names.ts'
import type { NameSort } from '../contract/sorts.ts'

/** Those whose names have what was typed, in order. */
export function namesOfKind(
  kind: EntityKind,
  archive: Archive,
  { typed, sort }: { typed: string; sort: NameSort },
): NameSummary[] {
  const find = nameFinder(typed)
  const found = [...archive.linker.entities].flatMap((entity) => {
    const matched = entity.kind === kind ? find(entity) : undefined
    if (matched === undefined) return []
    const summary = summaryOf(entity, archive)
    return matched === entity.name ? [summary] : [{ ...summary, matched: nameForm(matched, entity) }]
  })
  return found.sort((a, b) => ORDERS[sort](a, b) || byName(a, b))
}

const collator = new Intl.Collator('en', { numeric: true })
const byName = (a: NameSummary, b: NameSummary) => collator.compare(a.name, b.name)
const ORDERS: Record<NameSort, (a: NameSummary, b: NameSummary) => number> = {
  count: (a, b) => b.count - a.count,
  name: byName,
  date: (a, b) => compareKnown(a.period?.from ?? a.from, b.period?.from ?? b.from),
}

/** What has no date comes last. */
function compareKnown(a: ReducedDate | undefined, b: ReducedDate | undefined): number {
  return a && b ? compareDates(a, b) : Number(a === undefined) - Number(b === undefined)
}

export function summaryOf(entity: Entity, { facts }: Archive): NameSummary {
  const { id, kind, name, note, period, died } = entity
  const numbers = facts.naming(entityKey(entity))
  const dates = numbers.flatMap((number) => facts.documents[number]?.date ?? []).sort(compareDates)
  const [from, to] = [dates.at(0), dates.at(-1)]
  return {
    id,
    kind,
    name,
    // Every entry of the authority file has a note, and no other name has one.
    described: note !== undefined,
    ...(note === undefined ? {} : { note }),
    ...(period ? { period } : {}),
    ...(died ? { died } : {}),
    count: numbers.length,
    ...(from && to ? { from, to } : {}),
  }
}

/** A spelling with its language, where that is known. */
export function nameForm(text: string, entity: Entity): NameForm {
  const lang = languageOfName(text, entity)
  return lang ? { text, lang } : { text }
}

/**
 * The one of a kind that an address means: its id, or any of its names, as a slug or as written ("kim-ir-sen", "김일성"),
 * so that an address still leads somewhere after two names turned out to be one. Undefined where none or several bear it.
 */
export function findName(kind: EntityKind, address: string, { linker }: Archive): Entity | undefined {
  const exact = linker.entity(entityKey({ kind, id: address }))
  if (exact) return exact
  const key = nameKey(address)
  if (key === '') return undefined
  const bearers = [...linker.entities].filter(
    (entity) =>
      entity.kind === kind && [entity.name, ...entity.aliases].some((name) => nameKey(name) === key),
  )
  return bearers.length === 1 ? bearers[0] : undefined
}
