/** Measures of a ranking against graded judgments; an unjudged document counts as not relevant. */

export type Grades = Readonly<Record<string, number>>

const DEPTH = 10

/** nDCG@10 with gain 2^grade − 1 and discount log2(1 + rank): Järvelin and Kekäläinen 2002, Burges et al. 2005. */
export function ndcg(ranking: readonly string[], grades: Grades): number {
  const ideal = dcg(Object.values(grades).sort((a, b) => b - a))
  return ideal === 0 ? 0 : dcg(ranking.map((id) => grades[id] ?? 0)) / ideal
}

function dcg(grades: readonly number[]): number {
  return grades
    .slice(0, DEPTH)
    .reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0)
}

/**
 * Share of the documents of grade 2 and 3 among the first ten; where there are more than ten, of ten. `undefined`
 * where none has such a grade.
 */
export function recall(ranking: readonly string[], grades: Grades): number | undefined {
  const wanted = Object.keys(grades).filter((id) => (grades[id] ?? 0) >= 2)
  if (wanted.length === 0) return undefined
  const found = ranking.slice(0, DEPTH).filter((id) => wanted.includes(id)).length
  return found / Math.min(DEPTH, wanted.length)
}

/** One over the rank of the first document that has the best grade given; 0 where it is not in the ranking. */
export function reciprocalRank(ranking: readonly string[], grades: Grades): number {
  const best = Math.max(...Object.values(grades))
  const rank = ranking.findIndex((id) => grades[id] === best) + 1
  return rank === 0 ? 0 : 1 / rank
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
