/** Documents written by hand for the tests of an answer's parts: one of a year, and those of a comparison of two states. */
import type { ArchiveDocument } from '../../../../corpus/document.ts'
import { partsForSides } from '../../../../server/answer/reading/answer-parts.ts'
import { comparisonSides } from '../../../../server/understanding/comparison-sides.ts'
import { entity, handMadeArchive, record, understood } from '../../hand-made-archive.ts'

const documents = new Map<string, ArchiveDocument>()
/** The first document of a year, or another one of it. */
export function documentOfYear(year: number, another = 0): ArchiveDocument {
  const title = `Number ${another} of ${year}`
  const document = documents.get(title) ?? record(title, { date: `${year}-0${another + 1}` })
  documents.set(title, document)
  return document
}

/** The document as a search returns it. */
export const found = (document: ArchiveDocument) => ({
  document,
  number: 0,
  sentences: [],
  rank: 0,
  share: 1,
  priority: 1,
})

/** Hungary and Poland compared. @throws where the question is not understood as a comparison */
export function compareTwoStates() {
  const archive = handMadeArchive({
    documents: [
      record('Report, Embassy of Hungary in North Korea to the Hungarian Foreign Ministry'),
      record('Talks about Poland'),
      record('Talks', { countries: ['Poland'] }),
      record('Nothing of note'),
    ],
    entities: [
      entity('place', 'Hungary', { metonyms: ['Hungarian'] }),
      entity('place', 'Poland'),
      entity('place', 'North Korea'),
    ],
  })
  const [hungarian, ofPoland, listing, other] = archive.catalog.documents
  const question = 'How did Hungary and Poland differ?'
  const parts = partsForSides(comparisonSides(question, understood(question, archive)), archive)
  const [hungary, poland] = parts
  if (!hungarian || !ofPoland || !listing || !other || !hungary || !poland)
    throw new Error('Two sides are compared.')
  return { archive, hungarian, ofPoland, listing, other, question, parts, hungary, poland }
}
