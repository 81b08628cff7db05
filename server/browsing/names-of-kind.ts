/** Lists the names of one entity kind with their document counts, and finds one by its id or any of its spellings. */
import { type Entity, type EntityKind, entityKey } from '../../corpus/names/entity.ts'
import { languageOfName } from '../../corpus/names/name-language.ts'
import { nameFinder } from '../../corpus/names/name-search.ts'
import { nameKey } from '../../corpus/names/name-tokens.ts'
import { compareDates, type ReducedDate } from '../../corpus/reduced-date.ts'
import type { Archive } from '../archive/archive.ts'
import type { NameForm, NameSummary } from '../contract/names.ts'
import type { NameSort } from '../contract/sorts.ts'

/** The names of a kind of which a spelling contains the typed text, sorted. */
export function namesOfKind(
  kind: EntityKind,
  archive: Archive,
  { typed, sort }: { typed: string; sort: NameSort },
): NameSummary[] {
  const find = nameFinder(typed)
  const found = [...archive.linker.entities].flatMap((entity) => {
    const matched = entity.kind === kind ? find(entity) : undefined
    if (matched === undefined) return []
    const summary = nameSummary(entity, archive)
    return matched === entity.name ? [summary] : [{ ...summary, matched: nameForm(matched, entity) }]
  })
  return found.sort((a, b) => NAME_COMPARATORS[sort](a, b) || byName(a, b))
}

const collator = new Intl.Collator('en', { numeric: true })
const byName = (a: NameSummary, b: NameSummary) => collator.compare(a.name, b.name)
const NAME_COMPARATORS: Record<NameSort, (a: NameSummary, b: NameSummary) => number> = {
  count: (a, b) => b.count - a.count,
  name: byName,
  date: (a, b) => compareOptionalDates(a.period?.from ?? a.from, b.period?.from ?? b.from),
}

/** Missing dates come last. */
function compareOptionalDates(a: ReducedDate | undefined, b: ReducedDate | undefined): number {
  return a && b ? compareDates(a, b) : Number(a === undefined) - Number(b === undefined)
}

export function nameSummary(entity: Entity, { facts }: Archive): NameSummary {
  const { id, kind, name, note, period, died } = entity
  const numbers = facts.documentsNaming(entityKey(entity))
  const dates = numbers.flatMap((number) => facts.documents[number]?.date ?? []).sort(compareDates)
  const [from, to] = [dates.at(0), dates.at(-1)]
  return {
    id,
    kind,
    name,
    // All entries of the authority file have a note, and other names have none.
    described: note !== undefined,
    ...(note === undefined ? {} : { note }),
    ...(period ? { period } : {}),
    ...(died ? { died } : {}),
    count: numbers.length,
    ...(from && to ? { from, to } : {}),
  }
}

/** A spelling with its language tag, if known. */
export function nameForm(text: string, entity: Entity): NameForm {
  const lang = languageOfName(text, entity)
  return lang ? { text, lang } : { text }
}

/**
 * Finds the entity for an address: by its id, or by any of its names, as a slug or as written ("kim-ir-sen", "김일성"). So an
 * address stays valid after two entries of the authority file were merged. Undefined where no name, or more than one, matches.
 */
export function findEntityByAddress(
  kind: EntityKind,
  address: string,
  { linker }: Archive,
): Entity | undefined {
  const exact = linker.entity(entityKey({ kind, id: address }))
  if (exact) return exact
  const key = nameKey(address)
  if (key === '') return undefined
  const matches = [...linker.entities].filter(
    (entity) =>
      entity.kind === kind && [entity.name, ...entity.aliases].some((name) => nameKey(name) === key),
  )
  return matches.length === 1 ? matches[0] : undefined
}
