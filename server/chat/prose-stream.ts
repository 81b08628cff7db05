/** Streams the text of a model's answer, and checks each sentence against its sources as soon as it is complete. */
import type { CheckSentence } from '../answer/writer/check-sentences.ts'
import { type CitedSentence, SentencesAsTheyCome } from '../answer/writer/cited-sentences.ts'
import type { HandedSources } from '../answer/writer/handed-sources.ts'
import { MarkdownReader, textOfPiece } from '../answer/writer/markdown/markdown-reader.ts'
import type { Piece } from '../answer/writer/markdown/plain-lines.ts'
import type { Deadline } from '../answer/writer/model-timeout.ts'
import { saysNothing } from '../answer/writer/says-nothing.ts'
import type { Told } from '../answer/writer/step-text.ts'
import type { CheckedSentence } from '../contract/chat-message.ts'
import type { Write } from './answer-chunk.ts'

const ID = 'answer'

export class ProseText {
  /** True while the user sees text that was not retracted. */
  begun = false
  private reader = new MarkdownReader()
  private coming = new SentencesAsTheyCome()
  private sentences: CitedSentence[] = []
  private checked: CheckedSentence[] = []
  private checks: Promise<void> = Promise.resolve()
  private late = false
  private readonly deadline: Promise<void>

  constructor(
    deadline: Deadline,
    private readonly handed: HandedSources,
    private readonly check: CheckSentence,
    private readonly write: Write,
    private readonly log: (line: string) => void,
  ) {
    this.deadline = new Promise((resolve) => {
      const meet = () => {
        this.late = true
        resolve()
      }
      setTimeout(meet, deadline.left).unref()
    })
  }

  add({ text, takenBack }: Told): void {
    if (takenBack) this.takeBack()
    if (text !== '') this.tell(this.reader.add(text))
  }

  private tell(pieces: readonly Piece[]): void {
    const delta = pieces.map(textOfPiece).join('')
    if (delta !== '') {
      if (!this.begun) this.write({ type: 'text-start', id: ID })
      this.begun = true
      this.write({ type: 'text-delta', id: ID, delta })
    }
    this.take(this.coming.add(pieces))
  }

  /** Retracts the text streamed so far, and its verdicts. */
  private takeBack(): void {
    this.reader = new MarkdownReader()
    if (!this.begun) return
    this.write({ type: 'text-end', id: ID })
    this.write({ type: 'data-retraction', data: {} })
    this.begun = false
    this.coming = new SentencesAsTheyCome()
    this.sentences = []
    const hadVerdicts = this.checked.length > 0
    this.checked = []
    if (hadVerdicts) this.send()
  }

  /**
   * Ends the text. Resolves to its sentences when all are checked or the deadline is reached.
   * @param brokenOff the model failed: an incomplete last sentence is not counted
   */
  async end(brokenOff = false): Promise<readonly CitedSentence[]> {
    this.tell(this.reader.end())
    if (this.begun) this.write({ type: 'text-end', id: ID })
    this.take(this.coming.end(brokenOff))
    await this.checks
    return this.sentences
  }

  private take(sentences: readonly CitedSentence[]): void {
    this.sentences.push(...sentences)
    // Checked one after the other, so that the verdicts come in the order of the text.
    const among = this.sentences
    for (const sentence of sentences) this.checks = this.checks.then(() => this.tellVerdict(sentence, among))
    // `end` awaits this promise and throws its error; until then it must not be an unhandled rejection.
    this.checks.catch(() => {})
  }

  /** The verdicts so far. `judged` replaces them. */
  verdicts(judged?: readonly CheckedSentence[]): readonly CheckedSentence[] {
    if (judged) {
      this.checked = [...judged]
      this.send()
    }
    return this.checked
  }

  /** Does nothing where the text of the sentence was retracted meanwhile (`sentencesOfText` is not the current list). */
  private async tellVerdict(sentence: CitedSentence, among: readonly CitedSentence[]): Promise<void> {
    if (among !== this.sentences) return
    const checked = this.late
      ? unchecked(sentence)
      : await Promise.race([this.checkOf(sentence), this.deadline.then(() => unchecked(sentence))])
    if (!checked || among !== this.sentences) return
    this.checked.push(checked)
    this.send()
  }

  private async checkOf(sentence: CitedSentence): Promise<CheckedSentence | undefined> {
    try {
      return await this.check(sentence, this.handed.all)
    } catch (error) {
      this.log(`A sentence could not be checked: ${String(error).replace(/\s+/g, ' ')}`)
      return unchecked(sentence)
    }
  }

  private send(): void {
    this.write({ type: 'data-verdicts', id: 'verdicts', data: { sentences: [...this.checked] } })
  }
}

/** The verdict `unclear` for a sentence that could not be checked; undefined for one without a claim. */
function unchecked(sentence: CitedSentence): CheckedSentence | undefined {
  return saysNothing(sentence.text) ? undefined : { ...sentence, verdict: 'unclear', found: [] }
}
