/** Turns linked names into full-text terms, so that all spellings of a name are one term. */
import type { EntityKey } from '../../corpus/names/entity.ts'

/** @example nameTerms(['person:kim-il-sung']) // 'personkimilsung' */
export function nameTerms(entities: readonly EntityKey[]): string {
  return entities.map((key) => key.replace(/[^a-z0-9]/g, '')).join(' ')
}
