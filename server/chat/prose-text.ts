/** The text of a model's answer on its way to the reader, and the verdict on each sentence as it completes. */
import type { CheckSentence } from '../answer/writer/check-sentences.ts'
import { type CitedSentence, SentencesAsTheyCome } from '../answer/writer/cited-sentences.ts'
import type { HandedSources } from '../answer/writer/handed-sources.ts'
import { MarkdownReader, textOfPiece } from '../answer/writer/markdown/markdown-reader.ts'
import type { Piece } from '../answer/writer/markdown/plain-lines.ts'
import type { Deadline } from '../answer/writer/patience.ts'
import { saysNothing } from '../answer/writer/says-nothing.ts'
import type { Told } from '../answer/writer/step-text.ts'
import type { CheckedSentence } from '../contract/chat-message.ts'
import type { Write } from './chunk.ts'

const ID = 'answer'

export class ProseText {
  /** Whether some of the text stands with the reader. */
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

  /** What was sent is no part of the answer, and neither are the verdicts on it. */
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

  /** Ends the text; answers its sentences when all of them are checked or time is up. What was broken off is no sentence. */
  async end(brokenOff = false): Promise<readonly CitedSentence[]> {
    this.tell(this.reader.end())
    if (this.begun) this.write({ type: 'text-end', id: ID })
    this.take(this.coming.end(brokenOff))
    await this.checks
    return this.sentences
  }

  private take(sentences: readonly CitedSentence[]): void {
    this.sentences.push(...sentences)
    // One after the other, so that the list grows in the order of the text.
    const among = this.sentences
    for (const sentence of sentences) this.checks = this.checks.then(() => this.tellVerdict(sentence, among))
    // Whoever awaits the end hears of it; until then it must not count as unhandled.
    this.checks.catch(() => {})
  }

  /** The verdicts so far; with `judged`, those take their place. */
  verdicts(judged?: readonly CheckedSentence[]): readonly CheckedSentence[] {
    if (judged) {
      this.checked = [...judged]
      this.send()
    }
    return this.checked
  }

  /** @param among the sentences of its text, which may be taken back meanwhile */
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

/** Nobody can vouch for it. */
function unchecked(sentence: CitedSentence): CheckedSentence | undefined {
  return saysNothing(sentence.text) ? undefined : { ...sentence, verdict: 'unclear', found: [] }
}
