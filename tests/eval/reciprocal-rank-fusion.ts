/** Reciprocal rank fusion: Cormack, Clarke and Büttcher, SIGIR 2009. */

/** The paper's constant; it damps the difference between the first ranks. */
const K = 60

/**
 * Fuses rankings of ids, best first. A document scores Σ 1/(60 + rank) over the rankings that hold it, divided by what
 * first place in all of them would give: 0..1, ties broken by id so that an order is stable.
 */
export function reciprocalRankFusion(
  rankings: readonly (readonly string[])[],
): { id: string; score: number }[] {
  const scores = new Map<string, number>()
  for (const ranking of rankings)
    ranking.forEach((id, index) => {
      scores.set(id, (scores.get(id) ?? 0) + 1 / (K + index + 1))
    })
  const best = rankings.length / (K + 1)
  return [...scores]
    .map(([id, score]) => ({ id, score: score / best }))
    .sort((a, b) => b.score - a.score || a.id.localeCompare(b.id, 'en'))
}
