/** What the sources are to the answer: "2 cited in the answer, 3 more that are close to the question." */
export function describeShares(
  { cited, close, lookedAt }: { cited: number; close: number; lookedAt: number },
  written: boolean,
): string {
  const shares = [`${cited} ${written ? 'cited' : 'quoted'} in the answer`]
  if (close > 0) shares.push(`${close} more that ${close === 1 ? 'is' : 'are'} close to the question`)
  if (lookedAt > 0) shares.push(`${lookedAt} more that the model only looked at`)
  return `${shares.join(', ')}.`
}
