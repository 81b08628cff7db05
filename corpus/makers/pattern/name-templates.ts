/** Fills the templates of an office's names: "{adj} embassy in {city}" → "Hungarian embassy in Moscow". */
import type { Captures } from './captures.ts'

/** Slot name → value. A template with an undefined slot is not used. */
export type TemplateValues = Readonly<Record<string, string | undefined>>

export function templateValues(
  { of, in: seat, people, party, fields, body, acting }: Captures,
  title: string,
): TemplateValues {
  const bodyName = body && title.slice(body.start, body.end)
  return {
    of: of?.name,
    adj: of?.adjective,
    acting: acting ? 'acting ' : '',
    seat: seat?.country?.name ?? seat?.city ?? seat?.text,
    city: seat?.city ?? seat?.country?.capital ?? seat?.country?.name ?? seat?.text,
    people: people && joinedWithAnd(people.map(({ short }) => short)),
    fullNames: people && joinedWithAnd(people.map(({ name }) => name)),
    party: party?.name,
    partyAsWritten: party?.text,
    Ministry:
      fields &&
      `${fields.length > 1 ? 'Ministries' : 'Ministry'} of ${joinedWithAnd(fields.map(({ name }) => name))}`,
    ministry: fields && joinedWithAnd(fields.map(({ ministry }) => ministry)),
    minister: fields?.[0]?.minister,
    body: bodyName && of && !body.namesState ? `${bodyName} of ${of.name}` : bodyName,
    bodyShort: bodyName && of && !body.namesState ? `${of.adjective} ${bodyName}` : bodyName,
  }
}

/** Fills the first template whose slots all have a value. */
export function fillTemplate(templates: readonly string[], words: TemplateValues): string | undefined {
  for (const template of templates) {
    const slots = [...template.matchAll(/\{(\w+)\}/g)].map((match) => words[match[1] ?? ''])
    if (slots.every((slot) => slot !== undefined))
      return template.replace(/\{(\w+)\}/g, (_, slot: string) => words[slot] ?? '')
  }
  return undefined
}

function joinedWithAnd(names: readonly string[]): string {
  const [last, ...others] = [...names].reverse()
  return others.length > 0 ? `${others.reverse().join(', ')} and ${last}` : (last ?? '')
}
