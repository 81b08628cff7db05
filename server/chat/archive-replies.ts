/** The texts that reply to a greeting, to thanks, and to questions about the archive, with facts of the open catalog. */
import type { Catalog } from '../../corpus/catalog.ts'
import type { ArchiveDocument } from '../../corpus/document.ts'
import { formatDate } from '../../corpus/reduced-date.ts'
import type { WriterName } from '../contract/chat-message.ts'
import type { ArchiveTopic } from '../understanding/archive-topic.ts'
import {
  countLinkedOriginals,
  countsByDecade,
  countsByPublisher,
  countWithNoun,
  joinWithAnd,
  yearRange,
  yearsWithoutDocuments,
} from './archive-facts.ts'

export interface ReplyOptions {
  catalog: Catalog
  /** The writer of ordinary answers. */
  writer: WriterName
  /** The document that the conversation is about. */
  about?: ArchiveDocument | undefined
}

/** The paragraphs of the reply. */
export function archiveReply(topic: ArchiveTopic, options: ReplyOptions): string[] {
  return replies[topic](options).filter((paragraph) => paragraph !== '')
}

type Reply = (options: ReplyOptions) => string[]

const replies: Record<ArchiveTopic, Reply> = {
  greeting: (options) => [
    options.about
      ? `Hello. Ask what “${options.about.title}” (${formatDate(options.about.date)}) says, or anything that it makes you wonder about.`
      : `Hello. ${holdingsSentence(options)} ${howToAskSentence(options)}`,
  ],
  thanks: () => ['You are welcome.'],
  farewell: () => ['Goodbye. This conversation is kept in your browser.'],
  abilities: (options) => [
    howToAskSentence(options),
    'Names may be spelled in any romanization, in Hangul, Hanja or Cyrillic; a period may bound the question (“in 1968”, “before the armistice”), and so may whose papers are asked for (“Hungarian embassy telegrams”). Follow-ups go on from the last question (“And the Soviets?”).',
    'Under Documents everything can be searched and narrowed by people, places, subjects, publishers and years. Each document can be cited in six forms, and answers can be exported.',
  ],
  holdings: (options) => [
    holdingsSentence(options),
    `Published by ${countsByPublisher(options.catalog)}. By decade: ${countsByDecade(options.catalog)}.`,
    'Here are the records of these documents, with a summary of each, and not their full texts.',
  ],
  years: ({ catalog }) => {
    const gaps = yearsWithoutDocuments(catalog)
    return [
      `The documents here are dated ${yearRange(catalog) ?? 'in no year: there are none'}: ${countsByDecade(catalog)}.`,
      gaps.length === 0 ? '' : `There is none of ${joinWithAnd(gaps.map(String))}.`,
    ]
  },
  origin: ({ catalog }) => [
    `The documents are published by ${countsByPublisher(catalog)}; each card names the publisher and, where the record has one, the call number in the archive that keeps the original.`,
    catalog.about?.selection ?? '',
  ],
  summaries: ({ catalog, writer }) => [
    catalog.about?.summaries ??
      'The summaries stand here as the records have them; who wrote them is not recorded.',
    writer === 'quotations' ? 'Answers quote sentences of these summaries word for word.' : '',
  ],
  'full-texts': ({ catalog }) => {
    const [linked, all] = [countLinkedOriginals(catalog), catalog.documents.length]
    return [
      `No: here are records with summaries; the full texts stay with their publishers. Of ${linked.toLocaleString('en-US')} of ${countWithNoun(all, 'document')} the card links the original itself; for the others it offers the publisher’s own search for the title, where there is one.`,
    ]
  },
  citing: () => [
    'Cite the original document, and read it first: what is quoted here is its summary, not its wording.',
    '“Cite this” on each card and document page gives the citation in Chicago, MLA and APA style and as BibTeX, RIS and CSL-JSON; “My sources” collects several into a bibliography. An answer can be exported as text, Markdown or a Word document with footnotes.',
  ],
  workings: ({ catalog, writer }) => [
    writer === 'quotations'
      ? 'This is a search program, not a person and not a chatbot. No language model writes the answers: small models that run on this server find the documents whose summaries speak to a question and choose the sentences that answer it; these are quoted word for word, each with its citation.'
      : `This is a program, not a person. It finds the documents that speak to a question, the language model ${writer.model} writes an answer from their summaries, and every sentence of it is checked against the summaries that it cites.`,
    catalog.about?.summaries ?? '',
  ],
  reliability: ({ catalog, writer }) => [
    writer === 'quotations'
      ? 'Sentences are quoted word for word from the summaries, so nothing in them is made up here; where nothing answers, the answer says so. But which sentences are quoted is chosen by a program, and one may miss the point.'
      : 'A language model may err. Each sentence is checked against the summaries that it cites and marked where they do not support it; the check itself errs, too.',
    catalog.about?.summaries ?? '',
    catalog.about?.selection ?? '',
  ],
  languages: () => [
    'The records and summaries are in English, and so are the answers. Ask in English; of a question in another language only names and years are understood. Names may be written in Hangul, Hanja or Cyrillic.',
  ],
}

function holdingsSentence({ catalog }: ReplyOptions): string {
  const matter = catalog.about ? ` about ${catalog.about.matter}` : ''
  const years = yearRange(catalog)
  return `This archive holds the records of ${countWithNoun(catalog.documents.length, 'document')}${matter}${years ? `, ${years}` : ''}.`
}

function howToAskSentence({ writer }: ReplyOptions): string {
  const how =
    writer === 'quotations'
      ? 'the answer is quoted from the summaries of the documents, each sentence with its citation'
      : 'the answer is written from the summaries of the documents, each sentence with its citation'
  return `Ask about a person, a country, an event or a year: ${how}.`
}
