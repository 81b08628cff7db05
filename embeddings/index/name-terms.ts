/** Linked names as words of the full-text index, so that a person counts as one term under every spelling. */
import type { EntityKey } from '../../corpus/names/entity.ts'

/** `person:kim-il-sung` → "personkimilsung". */
export function nameTerms(entities: readonly EntityKey[]): string {
  return entities.map((key) => key.replace(/[^a-z0-9]/g, '')).join(' ')
}
