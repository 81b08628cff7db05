/** Words that leave no rest: "every", "never", "for good", "proof". */
import { isPast } from './meanings.ts'
import type { ReadWord } from './read-text.ts'

/** Words by which a claim leaves no rest, each row with the words of a record that bear them out. */
const ABSOLUTES = [
  [
    'all every everyone everything entire entirely whole wholly fully completely complete total totally altogether utterly unanimously',
    'throughout unanimous',
  ],
  ['most majority mostly', 'largely chiefly mainly main principal all every'],
  ['half halves', '50 fifty two'],
  ['quarter quarters', '25 four fourth'],
  ['twice double doubled', 'two'],
  ['both', 'two each either neither pair couple'],
  ['always forever permanently invariably', 'constantly consistently ever any never'],
  ['never nobody nothing none whatsoever whatever', 'no not without silence'],
  ['impossible', 'cannot unable impossibility'],
  ['already', ''],
  ['certain certainly definitely inevitably surely undoubtedly fail', 'sure doubt'],
  ['formal formally official officially', ''],
  ['explicitly expressly', 'explicit express'],
  ['exception', 'always'],
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

/** These leave no rest together with a denial: "without fail", "no presence whatsoever". */
const WITH_DENIAL = new Set(['fail', 'exception', 'whatsoever', 'whatever'])

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
  if (word === 'exception') return before !== 'without' && before !== 'no'
  // "The most important" compares.
  if (word === 'most') return after !== 'of'
  // "The southern half of the country", "half a day": places and times.
  if (word === 'half' || word === 'quarter')
    return (
      !/^(?:of|the|a|its|their|all)$/.test(after ?? '') ||
      (before !== '' && /^(?:southern|northern|second|first|other|this|that)$/.test(before ?? ''))
    )
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

/** Whether a word of the sentence leaves no rest where the record's nearest sentences leave one. */
export function isAbsolute(words: readonly ReadWord[], index: number, near: readonly ReadWord[]): boolean {
  if (isForGood(words, index)) return !near.some((_, other) => isForGood(near, other))
  const word = words[index]
  const row = ABSOLUTES.find(({ claims }) => word !== undefined && claims.has(word.word))
  if (!row || !word || (word.denied && !WITH_DENIAL.has(word.word)) || isFigurative(words, index))
    return false
  const denies = row.claims.has('never') && near.some(({ denied }) => denied)
  return !denies && !near.some((other) => row.borne.has(other.word))
}
