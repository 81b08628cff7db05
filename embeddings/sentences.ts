/**
 * Splits running English text into sentences, each verbatim. `Intl.Segmenter` finds the borders (Unicode UAX #29);
 * those that it sees after an abbreviation or an initial ("Dr. Kim", "No. 5", "L. Rinchin") are taken back.
 */
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** What ends in a stop without ending a sentence. */
const ABBREVIATION =
  /(?:^|[\s(["“‘'’–—-])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cdr|Adm|Brig|Sgt|Sen|Rep|Gov|Amb|Sec|St|Sr|Jr|Com|Comr|Cde|No|Nos|Vol|Pt|Art|para|pp?|cf|vs|viz|ca|approx|etc|e\.g|i\.e|al|Jhr|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|\p{Lu}(?:\.\p{Lu})*)\.$/u

/** The sentences of the text in order, trimmed; none for empty text. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = []
  let complete = false
  for (const { segment } of segmenter.segment(text)) {
    const open = sentences.at(-1)
    if (open !== undefined && !(complete && beginsSentence(segment))) {
      sentences[sentences.length - 1] = open + segment
    } else sentences.push(segment)
    // A segment begins at a word, so it shows its own abbreviation: to look at the whole sentence would take n² time.
    if (segment.trim() !== '') complete = !ABBREVIATION.test(segment.trimEnd())
  }
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '')
}

/** A lower-case letter or a bare number ("rev. 02.") goes on with what came before. */
function beginsSentence(text: string): boolean {
  return /\p{L}/u.test(text) && !/^\p{Ll}/u.test(text)
}
