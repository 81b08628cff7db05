/** Checks each sentence of an answer against the records that it cites, while the following sentences still stream. */
import { LRUCache } from 'lru-cache'
import type { ArchiveDocument } from '../../../corpus/document.ts'
import { lettersInLowerCase } from '../../../corpus/names/name-linker.ts'
import type { Archive } from '../../archive/archive.ts'
import type { CheckedSentence, Source } from '../../contract/chat-message.ts'
import { findSource } from '../verification/find-source.ts'
import { type Knowledge, type ReadRecord, readRecord } from '../verification/record.ts'
import { verify } from '../verification/verify.ts'
import type { CitedSentence } from './cited-sentences.ts'
import { isNoAnswerSentence } from './no-answer-sentence.ts'

export type CheckSentence = (
  sentence: CitedSentence,
  sources: readonly Source[],
) => Promise<CheckedSentence | undefined>

/** Size of the cache of analysed records; each takes about 20 kB. */
const MAX_READ_RECORDS = 1000

/** One check for each archive, with its cache of analysed records. */
const checks = new WeakMap<Archive, CheckSentence>()

export function sentenceCheckFor(archive: Archive): CheckSentence {
  const known = checks.get(archive)
  if (known) return known
  const { catalog, linker, lexicon, model, calibration } = archive
  const texts = catalog.documents.flatMap(({ title, summary }) => [title, summary ?? ''])
  const knowledge: Knowledge = {
    linker,
    lexicon,
    vocabulary: lettersInLowerCase(texts),
    calibration: calibration.verification,
    embed: (texts) => model.embed(texts, 'passage'),
  }
  // A failed analysis is not cached: the next check tries again.
  const records = new LRUCache<string, ReadRecord, ArchiveDocument>({
    max: MAX_READ_RECORDS,
    fetchMethod: (_id, _stale, { context }) => readRecord(context, knowledge),
  })
  const readAll = (sources: readonly Source[]) =>
    Promise.all(
      sources.map(async ({ n, document }) => ({
        n,
        record: await records.forceFetch(document.id, { context: document }),
      })),
    )
  const check: CheckSentence = async ({ text, citations, listsSources }, sources) => {
    const cited = citations.flatMap((n) => sources.find((source) => source.n === n) ?? [])
    if (cited.length < citations.length) {
      const unknown = citations.filter((n) => !cited.some((source) => source.n === n))
      return { text, citations, verdict: 'unknown-source', found: [], missing: unknown.map((n) => `[${n}]`) }
    }
    if (listsSources || isNoAnswerSentence(text)) return undefined
    if (cited.length > 0) return { text, citations, ...(await verify(text, await readAll(cited), knowledge)) }
    // No source is searched for a heading or a fragment: it says too little.
    const source = ENDS_WITH_FULL_STOP.test(text)
      ? await findSource(text, await readAll(sources), knowledge)
      : undefined
    return source
      ? { text, citations: [source.n], ...source.verification, added: true }
      : { text, citations, verdict: 'uncited', found: [] }
  }
  checks.set(archive, check)
  return check
}

const ENDS_WITH_FULL_STOP = /[.!?。！？…]["”’)»」]*$/
