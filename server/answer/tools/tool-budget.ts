/** Limits the tool calls of one round, and the tokens of their results. */
import { estimateTokens } from '../writer/token-budget.ts'

/** A model that makes more calls in one round repeats itself. */
export const MAX_CALLS_PER_ROUND = 4

export class ToolBudget {
  private calls = 0
  private tokensLeft = 0

  /** @param tokens for the results of all calls in this round */
  startRound(tokens: number): void {
    this.calls = 0
    this.tokensLeft = tokens
  }

  /** Counts one more call; false if it exceeds the limit. */
  admitCall(): boolean {
    this.calls += 1
    return this.calls <= MAX_CALLS_PER_ROUND
  }

  /** Deducts the tokens of the text if they fit; otherwise returns false. */
  trySpend(text: string): boolean {
    const tokens = estimateTokens(text)
    if (tokens > this.tokensLeft) return false
    this.tokensLeft -= tokens
    return true
  }
}
