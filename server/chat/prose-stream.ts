/** Streams the text of a model's answer, and checks each sentence against its sources as soon as it is complete. */
import type { CheckSentence } from '../answer/writer/check-sentences.ts'
import { type CitedSentence, CitedSentenceSplitter } from '../answer/writer/cited-sentences.ts'
import { MarkdownStreamParser, pieceText } from '../answer/writer/markdown/markdown-stream-parser.ts'
import type { LinePiece } from '../answer/writer/markdown/plain-lines.ts'
import type { TextUpdate } from '../answer/writer/model-step-text.ts'
import type { Deadline } from '../answer/writer/model-timeout.ts'
import { isNoAnswerSentence } from '../answer/writer/no-answer-sentence.ts'
import type { ProvidedSources } from '../answer/writer/provided-sources.ts'
import type { CheckedSentence } from '../contract/chat-message.ts'
import type { WriteChunk } from './answer-chunk.ts'

const TEXT_PART_ID = 'answer'

export class ProseStream {
  /** True while the user sees text that was not retracted. */
  hasVisibleText = false
  private markdownParser = new MarkdownStreamParser()
  private sentenceSplitter = new CitedSentenceSplitter()
  private sentences: CitedSentence[] = []
  private checked: CheckedSentence[] = []
  private pendingChecks: Promise<void> = Promise.resolve()
  private isPastDeadline = false
  private readonly deadlineReached: Promise<void>

  constructor(
    deadline: Deadline,
    private readonly providedSources: ProvidedSources,
    private readonly check: CheckSentence,
    private readonly write: WriteChunk,
    private readonly log: (line: string) => void,
  ) {
    this.deadlineReached = new Promise((resolve) => {
      const reachDeadline = () => {
        this.isPastDeadline = true
        resolve()
      }
      setTimeout(reachDeadline, deadline.remainingMs).unref()
    })
  }

  add({ text, retractsEarlierText }: TextUpdate): void {
    if (retractsEarlierText) this.retract()
    if (text !== '') this.streamPieces(this.markdownParser.add(text))
  }

  private streamPieces(pieces: readonly LinePiece[]): void {
    const delta = pieces.map(pieceText).join('')
    if (delta !== '') {
      if (!this.hasVisibleText) this.write({ type: 'text-start', id: TEXT_PART_ID })
      this.hasVisibleText = true
      this.write({ type: 'text-delta', id: TEXT_PART_ID, delta })
    }
    this.checkSentences(this.sentenceSplitter.add(pieces))
  }

  /** Retracts the text streamed so far, and its verdicts. */
  private retract(): void {
    this.markdownParser = new MarkdownStreamParser()
    if (!this.hasVisibleText) return
    this.write({ type: 'text-end', id: TEXT_PART_ID })
    this.write({ type: 'data-retraction', data: {} })
    this.hasVisibleText = false
    this.sentenceSplitter = new CitedSentenceSplitter()
    this.sentences = []
    const hadVerdicts = this.checked.length > 0
    this.checked = []
    if (hadVerdicts) this.sendVerdicts()
  }

  /**
   * Ends the text. Resolves to its sentences when all are checked or the deadline is reached.
   * @param brokenOff the model failed: an incomplete last sentence is not counted
   */
  async end(brokenOff = false): Promise<readonly CitedSentence[]> {
    this.streamPieces(this.markdownParser.end())
    if (this.hasVisibleText) this.write({ type: 'text-end', id: TEXT_PART_ID })
    this.checkSentences(this.sentenceSplitter.end(brokenOff))
    await this.pendingChecks
    return this.sentences
  }

  private checkSentences(sentences: readonly CitedSentence[]): void {
    this.sentences.push(...sentences)
    // Checked one after the other, so that the verdicts come in the order of the text.
    const sentencesOfText = this.sentences
    for (const sentence of sentences)
      this.pendingChecks = this.pendingChecks.then(() => this.streamVerdict(sentence, sentencesOfText))
    // `end` awaits this promise and throws its error; until then it must not be an unhandled rejection.
    this.pendingChecks.catch(() => {})
  }

  /** The verdicts so far. `judged` replaces them. */
  verdicts(judged?: readonly CheckedSentence[]): readonly CheckedSentence[] {
    if (judged) {
      this.checked = [...judged]
      this.sendVerdicts()
    }
    return this.checked
  }

  /** Does nothing where the text of the sentence was retracted meanwhile (`sentencesOfText` is not the current list). */
  private async streamVerdict(
    sentence: CitedSentence,
    sentencesOfText: readonly CitedSentence[],
  ): Promise<void> {
    if (sentencesOfText !== this.sentences) return
    const checked = this.isPastDeadline
      ? uncheckedSentence(sentence)
      : await Promise.race([
          this.checkOf(sentence),
          this.deadlineReached.then(() => uncheckedSentence(sentence)),
        ])
    if (!checked || sentencesOfText !== this.sentences) return
    this.checked.push(checked)
    this.sendVerdicts()
  }

  private async checkOf(sentence: CitedSentence): Promise<CheckedSentence | undefined> {
    try {
      return await this.check(sentence, this.providedSources.all)
    } catch (error) {
      this.log(`A sentence could not be checked: ${String(error).replace(/\s+/g, ' ')}`)
      return uncheckedSentence(sentence)
    }
  }

  private sendVerdicts(): void {
    this.write({ type: 'data-verdicts', id: 'verdicts', data: { sentences: [...this.checked] } })
  }
}

/** The verdict `unclear` for a sentence that could not be checked; undefined for one without a claim. */
function uncheckedSentence(sentence: CitedSentence): CheckedSentence | undefined {
  return isNoAnswerSentence(sentence.text) ? undefined : { ...sentence, verdict: 'unclear', found: [] }
}
