/** What one round of research may still hand over: so many calls, so many tokens. */
import { estimateTokens } from '../writer/token-budget.ts'

/** Calls in one round: a model that asks for more at once goes in circles. */
export const MOST_CALLS = 4

export class Room {
  private calls = 0
  private tokens = 0

  /** A round begins. */
  open(tokens: number): void {
    this.calls = 0
    this.tokens = tokens
  }

  /** Whether one more call is answered. */
  admits(): boolean {
    this.calls += 1
    return this.calls <= MOST_CALLS
  }

  /** Whether the text fits; then it counts. */
  takes(text: string): boolean {
    const tokens = estimateTokens(text)
    if (tokens > this.tokens) return false
    this.tokens -= tokens
    return true
  }
}
