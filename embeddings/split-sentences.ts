/**
 * Splits English text into sentences, each verbatim. `Intl.Segmenter` finds the boundaries (Unicode UAX #29); boundaries
 * after an abbreviation or an initial ("Dr. Kim", "No. 5", "L. Rinchin") are removed.
 */
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** Abbreviations that never end a sentence. */
const NEVER_ENDS_SENTENCE = abbreviation(
  'Mr|Mrs|Ms|Mme|Messrs|Dr|Prof|Gens?|Lt|Lieut|Col|Maj|Capt|Cdr|Cmdr|Adm|Brig|Sgt|Cpl|Pvt|Sen|Rep|Pres|Gov|Amb|Sec|Rev|Hon|Msgr|St|Mt|Ft|Com|Comr|Cde|Nos?|Vols?|Pt|Art|Fig|Docs?|para|pp?|cf|vs|viz|ca|approx|e\\.g|i\\.e|Jhr|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec',
)
/** Abbreviations that may end a sentence, depending on the next word: "At 4 a.m. Kim left", "He left at 4 a.m. The guns fell silent." */
const MAY_END_SENTENCE = abbreviation(
  '\\p{N}*[ap]\\.m|etc|al|Sr|Jr|Inc|Ltd|Co|Corp|Dept|\\p{Lu}(?:\\.\\p{Lu})*',
)
/** Abbreviations only before a number: "Pak (b. 1920)", "telegram no. 5". Elsewhere they are a word or a letter. */
const ABBREVIATION_BEFORE_NUMBER = abbreviation('b|d|r|c|fl|nos?|vols?|art|fig|ch|sec')

/** Words that are capitalized only at the start of a sentence. Without "An", "No" and "On", which are also Korean names. */
const SENTENCE_OPENING_WORD =
  /^[^\p{L}\p{N}]*(?:The|A(?!\.)|He|She|It|They|We|His|Her|Its|Their|This|That|These|Those|There|Then|In|At|By|For|From|To|With|As|If|But|And|Both|When|While|After|Before|However|Although|Later|Meanwhile|Neither)(?!\p{L})/u

function abbreviation(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}.])(?:${words})\\.$`, 'u')
}

/**
 * The sentences in order, trimmed; none for empty text.
 * @example splitSentences('Dr. Kim left. He returned at 4 a.m.') // ['Dr. Kim left.', 'He returned at 4 a.m.']
 */
export function splitSentences(text: string): string[] {
  const sentences: string[] = []
  /** The last non-empty segment. Enough to see an abbreviation at its end; testing the whole sentence would take n² time. */
  let lastSegment = ''
  for (const { segment } of segmenter.segment(text)) {
    const current = sentences.at(-1)
    if (current !== undefined && !(canEndSentence(lastSegment, segment) && canBeginSentence(segment))) {
      sentences[sentences.length - 1] = current + segment
    } else sentences.push(segment)
    if (segment.trim() !== '') lastSegment = segment.trimEnd()
  }
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '')
}

/** Whether a sentence can end with `text` if `next` follows. */
function canEndSentence(text: string, next: string): boolean {
  if (NEVER_ENDS_SENTENCE.test(text)) return false
  if (MAY_END_SENTENCE.test(text)) return SENTENCE_OPENING_WORD.test(next)
  return !(ABBREVIATION_BEFORE_NUMBER.test(text) && /^\p{N}/u.test(next))
}

/** A segment that starts with a lower-case letter or has no letters ("02.") continues the sentence before it. */
function canBeginSentence(text: string): boolean {
  return /\p{L}/u.test(text) && !/^\p{Ll}/u.test(text)
}
