/** Splits items into folds, the same each time, and gathers what was found for each item while it was held out. */
export function folds<Item>(items: readonly Item[], count: number): { training: Item[]; held: Item[] }[] {
  // Neighbouring questions share a type, so that dealing them out in turn balances the folds.
  return Array.from({ length: count }, (_, fold) => ({
    training: items.filter((_, index) => index % count !== fold),
    held: items.filter((_, index) => index % count === fold),
  }))
}
