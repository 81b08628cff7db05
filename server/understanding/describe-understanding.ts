/** The understanding of a question as the API returns it: a list of items, each with its words in the question. */
import { entityKey } from '../../corpus/names/entity.ts'
import { type Day, formatDate, isReducedDate } from '../../corpus/reduced-date.ts'
import type { UnderstandingResponse, UnderstoodItem } from '../contract/search.ts'
import type { Period } from './period.ts'
import { dayAfter } from './time/span.ts'
import type { Understanding } from './understanding.ts'

/** Key of an item, by which the user removes it: `person:kim-il-sung`, `period:1984`. */
export function itemKey({ kind, id, label }: Pick<UnderstoodItem, 'kind' | 'id' | 'label'>): string {
  return `${kind}:${id ?? label}`
}

/** The understanding without the items that the user removed. Their words are still searched for. */
export function withoutItems(understanding: Understanding, keys: readonly string[]): Understanding {
  if (keys.length === 0) return understanding
  const isRemoved = (kind: UnderstoodItem['kind'], label: string) => keys.includes(itemKey({ kind, label }))
  return {
    ...understanding,
    names: understanding.names.filter(
      ({ entities }) => !entities.some((entity) => keys.includes(entityKey(entity))),
    ),
    periods: understanding.periods.filter((period) => !isRemoved('period', describePeriod(period))),
    types: understanding.types.filter(({ value }) => !isRemoved('type', value)),
    makers: understanding.makers.filter(
      ({ value, name }) =>
        !isRemoved('maker', name) &&
        ![...(value.of ?? []), ...value.people].some((key) => keys.includes(key)),
    ),
    publishers: understanding.publishers.filter(({ value }) => !isRemoved('publisher', value)),
  }
}

/**
 * @param widened whether the search looked beyond the period asked for, since nothing lay in it
 * @param unmet in words: makers, types and publishers asked for that the search had to look beyond
 */
export function describeUnderstanding({
  understanding,
  widened,
  unmet,
}: {
  understanding: Understanding
  widened: boolean
  unmet?: string | undefined
}): UnderstandingResponse {
  const { question, names, periods, types, makers, publishers, follows } = understanding
  const items: Omit<UnderstoodItem, 'key'>[] = [
    ...names.flatMap(({ entities, ...span }) =>
      entities
        .slice(0, 1)
        .map((entity) => ({ kind: entity.kind, id: entity.id, label: entity.name, ...spanFields(span) })),
    ),
    ...periods.map((period) => ({
      kind: 'period' as const,
      label: describePeriod(period),
      ...(period.from ? { from: period.from } : {}),
      ...(period.to ? { to: period.to } : {}),
      ...spanFields(period),
    })),
    ...types.map((type) => ({ kind: 'type' as const, label: type.value, ...spanFields(type) })),
    // A maker that is only preferred is already shown by its name.
    ...makers
      .filter(({ hard }) => hard)
      .map((maker) => ({ kind: 'maker' as const, label: maker.name, ...spanFields(maker) })),
    ...publishers.map((publisher) => ({
      kind: 'publisher' as const,
      label: publisher.value,
      ...spanFields(publisher),
    })),
  ]
  const keyed = items.map((item) => ({ key: itemKey(item), ...item }))
  const unique = keyed.filter((item, index) => keyed.findIndex(({ key }) => key === item.key) === index)
  return { question, items: unique, widened, ...(unmet ? { unmet } : {}), ...(follows ? { follows } : {}) }
}

/** The span in the question; an item inherited from the conversation has none. */
function spanFields({ text, start, end }: { text: string; start: number; end: number }) {
  return start < 0 ? { text, inherited: true } : { text, start, end, inherited: false }
}

/**
 * A period in the largest units that it fills. Two periods have the same label exactly when they are the same days.
 * @example { from: '1968-01-01', to: '1969-12-31' } → '1968 to 1969'; { to: '1952-12-31' } → 'before 1953'
 */
export function describePeriod({ from, to }: Pick<Period, 'from' | 'to'>): string {
  if (from === undefined) return to === undefined ? 'any time' : `before ${formatPeriodStart(dayAfter(to))}`
  if (to === undefined) return `${formatPeriodStart(from)} or later`
  const [first, last] = inLargestUnit(from, to)
  return first === last ? first : `${first} to ${last}`
}

/** The day, or the month or year that begins on it. */
function formatPeriodStart(day: Day): string {
  return formatIfDate(day.endsWith('-01-01') ? day.slice(0, 4) : day.endsWith('-01') ? day.slice(0, 7) : day)
}

/** The first and the last unit of the period: decades, years, months or days. */
function inLargestUnit(from: Day, to: Day): [first: string, last: string] {
  const next = dayAfter(to)
  if (/0-01-01$/.test(from) && /0-01-01$/.test(next)) return [`${from.slice(0, 4)}s`, `${to.slice(0, 3)}0s`]
  if (from.endsWith('-01-01') && next.endsWith('-01-01')) return [from.slice(0, 4), to.slice(0, 4)]
  if (from.endsWith('-01') && next.endsWith('-01'))
    return [formatIfDate(from.slice(0, 7)), formatIfDate(to.slice(0, 7))]
  return [formatIfDate(from), formatIfDate(to)]
}

function formatIfDate(date: string): string {
  return isReducedDate(date) ? formatDate(date) : date
}
