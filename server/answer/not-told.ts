/** What a question presupposes that no record tells: that these were named together, in that time, or a value of that kind. */
import { entityKey } from '../../corpus/names/entity.ts'
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

/** A sentence, where there is anything to tell. */
export function whatNoRecordTells(understanding: Understanding, archive: Archive): string | undefined {
  return namedNowhereTogether(understanding, archive) ?? valueNotGiven(understanding)
}

/** Of two or more who are named in the question, that no record names them together, or none of the time asked for. */
function namedNowhereTogether(
  { names, periods }: Understanding,
  { facts, index }: Archive,
): string | undefined {
  const asked = names.filter(({ start, entities }) => start >= 0 && !entities.some(({ subject }) => subject))
  const labels = [...new Set(asked.flatMap(({ entities }) => entities.slice(0, 1)).map(({ name }) => name))]
  if (labels.length === 0) return undefined
  const naming = index.documents.flatMap(({ entities }, number) => {
    const document = facts.documents[number]
    const namesAll = asked.every((name) => name.entities.some((entity) => entities.has(entityKey(entity))))
    return document && namesAll ? [document] : []
  })
  if (naming.length === 0 && labels.length > 1) return `No document here names ${listed(labels)} together.`
  if (periods.length === 0 || naming.some((document) => isWithin(document, periods))) return undefined
  const together = labels.length > 1 ? ' together' : ''
  return `No document here of ${periods.map(describePeriod).join(' or ')} names ${listed(labels)}${together}.`
}

function valueNotGiven(understanding: Understanding): string | undefined {
  const { value } = askedForm(understanding)
  return value === undefined ? undefined : `No document here was found to give ${VALUES[value]} asked for.`
}

const list = new Intl.ListFormat('en', { type: 'conjunction' })

function listed(labels: readonly string[]): string {
  return list.format(labels)
}
