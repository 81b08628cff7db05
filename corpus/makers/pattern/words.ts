/** Fills the names of an office: "{adj} embassy in {city}" → "Hungarian embassy in Moscow". */
import type { Captures } from './captures.ts'

/** What a template's slots stand for; a slot that is absent leaves its template unused. */
export type Words = Readonly<Record<string, string | undefined>>

export function wordsOf(
  { of, in: seat, people, party, fields, body, acting }: Captures,
  title: string,
): Words {
  const bodyName = body && title.slice(body.start, body.end)
  return {
    of: of?.name,
    adj: of?.adjective,
    acting: acting ? 'acting ' : '',
    seat: seat?.country?.name ?? seat?.city ?? seat?.text,
    city: seat?.city ?? seat?.country?.capital ?? seat?.country?.name ?? seat?.text,
    people: people && listed(people.map(({ short }) => short)),
    fullNames: people && listed(people.map(({ name }) => name)),
    party: party?.name,
    partyAsWritten: party?.text,
    Ministry:
      fields &&
      `${fields.length > 1 ? 'Ministries' : 'Ministry'} of ${listed(fields.map(({ name }) => name))}`,
    ministry: fields && listed(fields.map(({ ministry }) => ministry)),
    minister: fields?.[0]?.minister,
    body: bodyName && of && !body.namesState ? `${bodyName} of ${of.name}` : bodyName,
    bodyShort: bodyName && of && !body.namesState ? `${of.adjective} ${bodyName}` : bodyName,
  }
}

/** The first template whose slots are all there. */
export function fill(templates: readonly string[], words: Words): string | undefined {
  for (const template of templates) {
    const slots = [...template.matchAll(/\{(\w+)\}/g)].map((match) => words[match[1] ?? ''])
    if (slots.every((slot) => slot !== undefined))
      return template.replace(/\{(\w+)\}/g, (_, slot: string) => words[slot] ?? '')
  }
  return undefined
}

function listed(names: readonly string[]): string {
  const [last, ...others] = [...names].reverse()
  return others.length > 0 ? `${others.reverse().join(', ')} and ${last}` : (last ?? '')
}
