/**
 * Describes what a question presupposes and no record states: that its names occur together, within its period, or a value
 * of the type asked for.
 */
import { entityKey } from '../../corpus/names/entity.ts'
import type { LinkedName } from '../../corpus/names/name-linker.ts'
import type { Archive } from '../archive/archive.ts'
import { isInAnyPeriod } from '../retrieval/signals.ts'
import { describePeriod } from '../understanding/describe-understanding.ts'
import { expectedAnswer, type ValueType } from '../understanding/expected-answer.ts'
import type { Understanding } from '../understanding/understanding.ts'

const VALUE_LABELS: Readonly<Record<ValueType, string>> = {
  number: 'the number',
  date: 'the date',
  place: 'the place',
  name: 'the name',
}

/**
 * @param unaddressedName a name of the question that the best sentences do not address
 * @returns one sentence for the user, or undefined
 */
export function describeUnmetPresupposition(
  understanding: Understanding,
  archive: Archive,
  unaddressedName?: LinkedName,
): string | undefined {
  const namesNotTogether = describeNamesNotTogether(understanding, archive)
  return (
    namesNotTogether ??
    (unaddressedName
      ? `No document here was found that tells this of ${unaddressedName.text}.`
      : describeMissingValue(understanding))
  )
}

/** Says that no record contains all names of the question, or none within its periods. */
function describeNamesNotTogether(
  { names, periods }: Understanding,
  { facts, index }: Archive,
): string | undefined {
  const asked = distinctiveNames(names)
  const labels = [...new Set(asked.map(nameLabel))]
  if (labels.length === 0) return undefined
  const naming = index.documents.flatMap(({ entities }, number) => {
    const document = facts.documents[number]
    const namesAll = asked.every((name) => name.entities.some((entity) => entities.has(entityKey(entity))))
    return document && namesAll ? [document] : []
  })
  if (naming.length === 0 && labels.length > 1) return `No document here names both ${joinLabels(labels)}.`
  if (periods.length === 0 || naming.some((document) => isInAnyPeriod(document, periods))) return undefined
  const both = labels.length > 1 ? 'both ' : ''
  return `No document here of ${periods.map(describePeriod).join(' or ')} names ${both}${joinLabels(labels)}.`
}

/** People, organizations and events; places only if there is nothing else, since many records mention places in passing. */
function distinctiveNames(names: readonly LinkedName[]): LinkedName[] {
  const own = names.filter(
    ({ start, metonym, entities }) => start >= 0 && !metonym && !entities.some(({ subject }) => subject),
  )
  const others = own.filter(({ entities }) => entities.some(({ kind }) => kind !== 'place'))
  return others.length > 0 ? others : own
}

/** The full name of a person; other names as the question spells them. */
function nameLabel({ text, entities: [entity] }: LinkedName): string {
  return entity?.kind === 'person' ? entity.name : text
}

function describeMissingValue(understanding: Understanding): string | undefined {
  const { valueType } = expectedAnswer(understanding)
  return valueType === undefined
    ? undefined
    : `No document here was found to give ${VALUE_LABELS[valueType]} asked for.`
}

const listFormat = new Intl.ListFormat('en', { type: 'conjunction' })

function joinLabels(labels: readonly string[]): string {
  return listFormat.format(labels)
}
