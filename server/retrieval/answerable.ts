import type { Archive } from '../archive.ts'
import type { Understanding } from '../understanding/understand.ts'
import type { Evidence } from './evidence.ts'
import type { Ranked } from './rank.ts'

export interface Answerability {
  answerable: boolean
  /** What is missing, where something is. */
  reason?: string
}

export function judgeAnswerable(
  _u: Understanding,
  evidence: Evidence,
  ranked: readonly Ranked[],
  _archive: Archive,
): Answerability {
  return { answerable: ranked.length > 0 && Math.max(evidence.best.sentence, evidence.best.query) > 0.4 }
}
