/** Finds names in a question that the catalog does not have: capitalized words that are linked to nothing. */
import { foldedWords } from '../../corpus/lexicon.ts'
import { type NameToken, nameTokens } from '../../corpus/names/name-tokens.ts'
import { nationalityOf } from '../../corpus/names/nationality.ts'
import type { Archive } from '../archive/archive.ts'

/** Capitalized words that are not names. */
const CAPITALIZED_NON_NAMES =
  /^(?:i|im|ive|id|mr|mrs|ms|dr|sir|lord|president|prime|minister|general|professor)$/

/** @param question as it is searched for: corrected and completed. It is linked again here, so that offsets are right. */
export function findUnknownNames(question: string, { catalog, linker, lexicon, facts }: Archive): string[] {
  const names = [...linker.link(question), ...catalog.publishers.mentionedIn(question)]
  const isLinked = (token: NameToken) =>
    names.some(({ start, end }) => start <= token.start && token.start < end)
  const runs: NameToken[][] = []
  let previous: NameToken | undefined
  for (const token of nameTokens(question)) {
    // Adjacent words form one name; a comma or another word separates names.
    const joins = previous !== undefined && /^(?:[ -]|\. )$/.test(question.slice(previous.end, token.start))
    const capital =
      /^(?=\p{Lu})\p{Script=Latin}/u.test(token.written) &&
      !isSentenceStart(question, token) &&
      !CAPITALIZED_NON_NAMES.test(token.word)
    previous = undefined
    if (!capital || isLinked(token)) continue
    if (joins) runs.at(-1)?.push(token)
    else runs.push([token])
    previous = token
  }
  return runs
    .filter((run) => !lexicon.containsPhrase(run.map(({ word }) => word)))
    .filter((run) => !run.every(({ word }) => facts.callNumbers.containsWord(word)))
    .flatMap((run) => {
      const [only, another] = run
      const nation = only && !another ? nationalityOf(only.word) : undefined
      if (nation === undefined) return [question.slice(run[0]?.start, run.at(-1)?.end)]
      // "Bolivian" is an adjective: what may be missing from the archive is Bolivia.
      return nation.state === undefined || lexicon.containsPhrase(foldedWords(nation.state))
        ? []
        : [nation.state]
    })
}

function isSentenceStart(question: string, { start }: NameToken): boolean {
  return start === 0 || /[.?!:]["”’']?\s*$|^["“‘']$/.test(question.slice(0, start))
}
