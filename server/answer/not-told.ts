/** What a question presupposes that no record tells: that these were named together, in that time, or a value of that kind. */
import { entityKey } from '../../corpus/names/entity.ts'
import type { LinkedName } from '../../corpus/names/name-linker.ts'
import type { Archive } from '../archive/archive.ts'
import { isWithin } from '../retrieval/signals.ts'
import { type AskedValue, askedForm } from '../understanding/asked.ts'
import { describePeriod } from '../understanding/describe.ts'
import type { Understanding } from '../understanding/understanding.ts'

const VALUES: Readonly<Record<AskedValue, string>> = {
  number: 'the number',
  date: 'the date',
  place: 'the place',
  name: 'the name',
}

/** @param beside a name that the best sentences do not speak of @returns a sentence, where there is anything to tell */
export function whatNoRecordTells(
  understanding: Understanding,
  archive: Archive,
  beside?: LinkedName,
): string | undefined {
  const apart = namedNowhereTogether(understanding, archive)
  return (
    apart ??
    (beside ? `No document here was found that tells this of ${beside.text}.` : valueNotGiven(understanding))
  )
}

/** Of two or more who are named in the question, that no record names them together, or none of the time asked for. */
function namedNowhereTogether(
  { names, periods }: Understanding,
  { facts, index }: Archive,
): string | undefined {
  const asked = whoOrWhat(names)
  const labels = [...new Set(asked.map(labelOf))]
  if (labels.length === 0) return undefined
  const naming = index.documents.flatMap(({ entities }, number) => {
    const document = facts.documents[number]
    const namesAll = asked.every((name) => name.entities.some((entity) => entities.has(entityKey(entity))))
    return document && namesAll ? [document] : []
  })
  if (naming.length === 0 && labels.length > 1) return `No document here names both ${listed(labels)}.`
  if (periods.length === 0 || naming.some((document) => isWithin(document, periods))) return undefined
  const both = labels.length > 1 ? 'both ' : ''
  return `No document here of ${periods.map(describePeriod).join(' or ')} names ${both}${listed(labels)}.`
}

/** People, organizations and events; places where the question names nothing else: records name these in passing. */
function whoOrWhat(names: readonly LinkedName[]): LinkedName[] {
  const own = names.filter(
    ({ start, metonym, entities }) => start >= 0 && !metonym && !entities.some(({ subject }) => subject),
  )
  const others = own.filter(({ entities }) => entities.some(({ kind }) => kind !== 'place'))
  return others.length > 0 ? others : own
}

/** People under their whole names, the rest as the question has it. */
function labelOf({ text, entities: [entity] }: LinkedName): string {
  return entity?.kind === 'person' ? entity.name : text
}

function valueNotGiven(understanding: Understanding): string | undefined {
  const { value } = askedForm(understanding)
  return value === undefined ? undefined : `No document here was found to give ${VALUES[value]} asked for.`
}

const list = new Intl.ListFormat('en', { type: 'conjunction' })

function listed(labels: readonly string[]): string {
  return list.format(labels)
}
