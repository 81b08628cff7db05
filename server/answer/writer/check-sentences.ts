/** Holds each sentence of an answer to the records that it cites, in order, while the next ones still come. */
import { LRUCache } from 'lru-cache'
import type { ArchiveDocument } from '../../../corpus/document.ts'
import { vocabularyOf } from '../../../corpus/names/name-linker.ts'
import type { Archive } from '../../archive/archive.ts'
import type { CheckedSentence, Source } from '../../contract/chat-message.ts'
import { findSource } from '../verification/find-source.ts'
import { type Knowledge, type ReadRecord, readRecord } from '../verification/record.ts'
import { verify } from '../verification/verify.ts'
import type { CitedSentence } from './cited-sentences.ts'
import { saysNothing } from './says-nothing.ts'

export type CheckSentence = (
  sentence: CitedSentence,
  handed: readonly Source[],
) => Promise<CheckedSentence | undefined>

/** Records kept as they were read, some 20 kB each. */
const MAX_READ_RECORDS = 1000

/** What the checks know of the archive, and the records that they have read: made once an archive. */
const kept = new WeakMap<Archive, CheckSentence>()

export function sentenceCheck(archive: Archive): CheckSentence {
  const known = kept.get(archive)
  if (known) return known
  const { catalog, linker, lexicon, model, calibration } = archive
  const texts = catalog.documents.flatMap(({ title, summary }) => [title, summary ?? ''])
  const knowledge: Knowledge = {
    linker,
    lexicon,
    vocabulary: vocabularyOf(texts),
    calibration: calibration.verification,
    embed: (texts) => model.embed(texts, 'passage'),
  }
  // A record that could not be read is not kept: the next check reads it anew.
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
  const check: CheckSentence = async ({ text, citations, listsSources }, handed) => {
    const cited = citations.flatMap((n) => handed.find((source) => source.n === n) ?? [])
    if (cited.length < citations.length) {
      const unknown = citations.filter((n) => !cited.some((source) => source.n === n))
      return { text, citations, verdict: 'unknown-source', found: [], missing: unknown.map((n) => `[${n}]`) }
    }
    if (listsSources || saysNothing(text)) return undefined
    if (cited.length > 0) return { text, citations, ...(await verify(text, await readAll(cited), knowledge)) }
    // A heading or a fragment says too little for a source to be found for it.
    const source = STOP.test(text) ? await findSource(text, await readAll(handed), knowledge) : undefined
    return source
      ? { text, citations: [source.n], ...source.verification, added: true }
      : { text, citations, verdict: 'uncited', found: [] }
  }
  kept.set(archive, check)
  return check
}

const STOP = /[.!?。！？…]["”’)»」]*$/
