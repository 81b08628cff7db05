/** Prints the sentences of all summaries as the product splits them, one record a line: what the reader is trained on. */
import { readDocuments } from '../../../corpus/catalog.ts'
import { splitSentences } from '../../sentences.ts'

for await (const { id, title, date, summary } of readDocuments())
  console.log(JSON.stringify({ document: id, title, date, sentences: splitSentences(summary ?? '') }))
