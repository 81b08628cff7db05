/**
 * What a sentence denies, and how strongly it asserts, against the records: "refused" for "agreed", "had sent" for "is to
 * send", "every" for "some".
 */
import { isIrregular, LIGHT } from './meanings.ts'
import type { ReadWord } from './read-text.ts'
import type { Objection } from './signs.ts'

/** Words by which a claim leaves no rest, each row with the words of a record that bear them out. */
const ABSOLUTES = [
  [
    'all every everyone everything entire entirely whole wholly fully completely complete total totally altogether utterly unanimously',
    'throughout unanimous',
  ],
  ['both', 'two each either neither pair couple'],
  ['always forever permanently invariably', 'constantly consistently ever any never'],
  ['never nobody nothing none whatsoever whatever', 'no not without silence'],
  ['impossible', 'cannot unable impossibility'],
  ['already', ''],
  ['certain certainly definitely inevitably surely undoubtedly fail', 'sure doubt'],
  ['formal formally official officially', ''],
  ['solely exclusively sole', 'only alone all entire entirely'],
  ['immediately instantly', 'once'],
  ['deliberately intentionally purposely knowingly', ''],
  [
    'proof prove proved proves proven conclusive conclusively guarantee guaranteed guarantees guaranteeing',
    'confirm confirmed confirms evidence evident assurance assurances assure assured',
  ],
].map(([claims = '', borne = '']) => ({
  claims: new Set(claims.split(' ')),
  borne: new Set(`${claims} ${borne}`.split(' ')),
}))

/** "At all", "all that could be done" and "certain practices" leave a rest. */
function isFigurative(words: readonly ReadWord[], index: number): boolean {
  const [before, word, after] = [-1, 0, 1].map((offset) => words[index + offset]?.word ?? '')
  if (word === 'all')
    return Boolean(
      /^(?:at|above|after|before|for)$/.test(before ?? '') ||
        /^(?:but|that|else)$/.test(after ?? '') ||
        // "This and that all came up" sums up what was named.
        (words[index - 1]?.content && (isPast(after ?? '') || /^(?:are|were|have|had)$/.test(after ?? ''))),
    )
  if (word === 'fail') return before !== 'without'
  if (word === 'whatever') return words[index - 2]?.word !== 'no'
  // "None but he", "no one else"
  if (/^(?:none|nothing|nobody)$/.test(word ?? '')) return /^(?:but|except|beyond|else)$/.test(after ?? '')
  // "Both the Soviets and the Chinese" names two.
  if (word === 'both' && /^ways?$/.test(after ?? '')) return true
  if (word === 'both') return words.slice(index + 1, index + 8).some(({ word }) => word === 'and')
  if (word === 'certain') return /s$/.test(after ?? '') || /s$/.test(words[index + 2]?.word ?? '')
  return false
}

/** "For good", "once and for all". */
function isForGood(words: readonly ReadWord[], index: number): boolean {
  const [word, next, after] = [0, 1, 2].map((offset) => words[index + offset])
  if (word?.word !== 'for') return false
  if (next?.word === 'all') return words[index - 2]?.word === 'once'
  return next?.word === 'good' && (!after?.content || after.clause !== next.clause)
}

/** Words that carry a denial within them. */
const NEGATIVE = new Set(['accepting', 'succeeding', 'permitting', 'possible', 'enough', 'true', 'sure'])
/** Words that say what is not, or no longer. */
const PRIVATIVE =
  /^(?:only|unless|except|silen\w+|instead|replac\w+|avoid\w*|stop\w*|suspend\w*|drop\w*|abandon\w*|shelv\w*|cancel\w*|any|most|depriv\w+|rob\w*|los[et]\w*|little|few)$/

function isNegative({ denied, meanings }: ReadWord): boolean {
  return denied || meanings.some(({ meaning, side }) => side === -1 && NEGATIVE.has(meaning))
}

/**
 * @param near words of the record's sentences that are nearest to the sentence: there a word must not be denied.
 * @param all words of the whole record.
 */
export function denials(
  sentence: readonly ReadWord[],
  near: readonly ReadWord[],
  all: readonly ReadWord[],
): Objection[] {
  const found: Objection[] = []
  const recordDenies = near.some((word) => isNegative(word) || PRIVATIVE.test(word.word))
  for (const word of sentence) {
    if (!word.content) continue
    const isLight = LIGHT.has(word.root) && !word.phrase
    // A clause may deny by another word than the record does ("improbable").
    if (
      !word.denied &&
      sentence.some((other) => other !== word && other.clause === word.clause && isNegative(other))
    )
      continue
    const finding = isLight ? undefined : (judge(word, near, sentence) ?? judge(word, all, sentence))
    if (finding === 'agrees') continue
    const object = (certain: boolean) => found.push({ check: 'denial', text: word.written, certain })
    // Where the record denies something else in its own words, the two may well say the same.
    if (finding)
      object(
        finding === 'denied' &&
          judge(word, all, sentence) !== 'agrees' &&
          !(word.denied && recordDenies) &&
          !LIGHT.has(word.root),
      )
    // "Unexpected" tells how something was, and denies nothing that was told.
    else if (word.denied && !recordDenies && !/^(?:un|non)/.test(word.word)) object(false)
  }
  return found
}

/** Meanings with sides that a word may have and still be the opposite of another. */
const MOST_SIDES = 2

/**
 * By the same word, else by words of the same meaning or its opposite; undefined where the record has none that is said
 * of the same thing.
 */
function judge(
  word: ReadWord,
  record: readonly ReadWord[],
  sentence: readonly ReadWord[],
): 'agrees' | 'denied' | 'opposite' | undefined {
  const sameRoot = record.filter(({ root }) => root === word.root)
  const agrees = (other: ReadWord, sign: number) =>
    (other.denied === word.denied) === sign > 0 ||
    // "Refused a summit" is "would have no summit".
    (word.denied &&
      sign > 0 &&
      other.fellows.some((fellow) => fellow.start < other.start && isNegative(fellow)))
  if (sameRoot.some((other) => agrees(other, 1))) return 'agrees'
  const polar = word.meanings.filter(({ side }) => side !== 0)
  const telling = record.filter(({ content, phrase }) => content || phrase)
  const matches = telling.flatMap((other) =>
    other.meanings.flatMap(({ meaning, side }) => {
      const own = word.meanings.find((each) => each.meaning === meaning)
      return own ? [{ other, side, sign: own.side === side ? 1 : -1 }] : []
    }),
  )
  // Where the record takes a side, what it says without one does not count.
  const sided = matches.filter(({ side }) => side !== 0)
  const alike = sided.filter(({ other }) => isOfTheSame(word, other, sentence))
  const others = alike.length > 0 ? alike : sided.length > 0 ? sided : matches
  const isLight = LIGHT.has(word.root) && !word.phrase
  if (others.some(({ other, sign }) => agrees(other, sign)))
    return sameRoot.length === 0 ? 'agrees' : word.denied ? 'denied' : 'opposite'
  if (sameRoot.length > 0) return 'denied'
  // A meaning without sides ("saying") is too wide, and "put" and "hold" mean too much, for an opposite.
  if (alike.length === 0 || isLight) return undefined
  // A word of many meanings with sides ("return") is the opposite of too much.
  return word.denied || alike.some(({ other }) => other.denied) || polar.length <= MOST_SIDES
    ? 'opposite'
    : 'agrees'
}

/** Whether two words stand with a third that both clauses have. */
function isOfTheSame(word: ReadWord, other: ReadWord, sentence: readonly ReadWord[]): boolean {
  return sentence.some(
    (fellow) =>
      fellow !== word &&
      fellow.content &&
      other.fellows.some(
        (each) =>
          each !== other &&
          (each.root === fellow.root ||
            each.meanings.some((a) => fellow.meanings.some((b) => a.meaning === b.meaning))),
      ),
  )
}

/** Roots of what binds its actor more than most that could be said instead: the record must tell of such an act. */
const COMMITTING = new Set(
  'decid decis resolv order command promis pledg vow guarante swear undertak commit adopt approv ratifi sign agre consent accept conclud launch forc compel'.split(
    ' ',
  ),
)

function isCommitting(words: readonly ReadWord[], index: number): boolean {
  const word = words[index]
  return word !== undefined && COMMITTING.has(word.root) && words[index - 1]?.word !== 'in'
}

function shareMeaning(a: ReadWord, b: ReadWord): boolean {
  return a.meanings.some(({ meaning }) => b.meanings.some((other) => other.meaning === meaning))
}

function sharesBeginning(a: ReadWord, b: ReadWord): boolean {
  return a.root.length >= 5 && b.root.startsWith(a.root.slice(0, 5))
}

function isPast(word: string): boolean {
  return (
    /ed$/.test(word) || (isIrregular(word) && !/^(?:better|best|worse|worst|less|least|further)$/.test(word))
  )
}

/**
 * @param wellCarried whether the record carries the rest of the sentence: then a deed that it does not tell is too much,
 * and not another word for one.
 */
export function overstatements(
  sentence: readonly ReadWord[],
  near: readonly ReadWord[],
  all: readonly ReadWord[],
  wellCarried: boolean,
): Objection[] {
  const found: Objection[] = []
  for (const [index, word] of sentence.entries()) {
    const object = () => found.push({ check: 'strength', text: word.written, certain: false })
    if (isForGood(sentence, index) && !near.some((_, other) => isForGood(near, other))) object()
    const row = ABSOLUTES.find(({ claims }) => claims.has(word.word))
    if (
      row &&
      !word.denied &&
      !isFigurative(sentence, index) &&
      !near.some((other) => row.borne.has(other.word))
    )
      object()
    const plain =
      word.mode === 'plain' &&
      !word.denied &&
      !/^(?:a|an|the|by|of|is|are|was|were|be|been|its|his|their)$/.test(sentence[index - 1]?.word ?? '')
    if (
      isCommitting(sentence, index) &&
      !word.denied &&
      !all.some((other) => other.root === word.root || shareMeaning(word, other))
    )
      object()
    if ((word.mode !== 'done' && !plain) || !word.content || LIGHT.has(word.root) || !isPast(word.word))
      continue
    const nearRoot = near.filter(({ root }) => root === word.root)
    const sameRoot = nearRoot.length > 0 ? nearRoot : all.filter(({ root }) => root === word.root)
    const isSame = (other: ReadWord) =>
      word.meanings.some((a) => other.meanings.some((b) => a.meaning === b.meaning && a.side === b.side))
    const inNear = near.filter(isSame)
    const same = sameRoot.length > 0 || plain ? sameRoot : inNear.length > 0 ? inNear : all.filter(isSame)
    if (same.length === 0 && (plain || !wellCarried || all.some((other) => sharesBeginning(word, other))))
      continue
    // What is told nowhere, or only as wished or feared, has not been done.
    if (same.every(({ mode, denied }) => mode === 'open' || (denied && !word.denied))) object()
  }
  return found
}
