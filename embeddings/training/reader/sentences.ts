/** Prints the sentences of all summaries, one JSON record per line: the training data of the answer reader. */
import { readDocuments } from '../../../corpus/catalog.ts'
import { splitSentences } from '../../split-sentences.ts'

for await (const { id, title, date, summary } of readDocuments())
  console.log(JSON.stringify({ document: id, title, date, sentences: splitSentences(summary ?? '') }))
