/**
 * `npm run eval -- answers`: with readers that have not seen the question, how well the product's answers answer, by type of question, with 95 % intervals. `--rows` lists
 * what was quoted, with its labels.
 */
import { markdownTable } from 'markdown-table'
import { splitSentences } from '../../embeddings/split-sentences.ts'
import type { Archive } from '../../server/archive/archive.ts'
import type { Outcome } from '../../server/contract/chat-enums.ts'
import { createApp } from '../../server/routes/app.ts'
import { type AnswerRow, answerRows, type LabelledTurn, turnsOf } from './answer-questions.ts'
import {
  type AnswerMeasure,
  answerMeasures,
  meanOf,
  type QuotedSentence,
  scoreTurn,
} from './answer-scores.ts'
import { askChat, asMessage } from './ask-chat.ts'
import { openHeldOut } from './held-out.ts'
import { openQuietly } from './open-archive.ts'

interface AnsweredTurn {
  id: string
  turn: LabelledTurn
  /** The type of a single question, or which turn of a conversation it is. */
  group: string
  quoted: QuotedSentence[]
  outcome: Outcome | undefined
  scores: ReturnType<typeof scoreTurn>
}

interface AnswersOptions {
  asJson: boolean
  rows: boolean
  /** Folder with the readers of the folds; without it their kept scores are used. */
  readers?: string | undefined
  /** Sentences read for one answer, in place of the usual number. */
  sentences?: number | undefined
}

export async function evaluateAnswers({ asJson, rows, readers, sentences }: AnswersOptions): Promise<void> {
  const archive = await openQuietly()
  const heldOut = await openHeldOut(archive, readers)
  const answered: AnsweredTurn[] = []
  for (const row of answerRows()) {
    const own = heldOut.archiveFor(row.id)
    const answering =
      sentences === undefined
        ? own.readerCalibration
        : { ...own.readerCalibration, sentences: { usual: sentences, ofCourse: sentences } }
    answered.push(...(await answerRow(row, { ...own, readerCalibration: answering })))
  }
  if (readers) heldOut.save()
  const groups = [...new Set(answered.map(({ group }) => group))]
  const singles = answered.filter(({ turn, group }) => turn.answerable && !group.includes('turn'))
  const table = [
    { group: 'single, answerable', turns: singles },
    ...groups.map((group) => ({ group, turns: answered.filter((each) => each.group === group) })),
  ].map(({ group, turns }) => ({
    group,
    n: turns.length,
    means: Object.fromEntries(
      answerMeasures.flatMap((measure) => {
        const found = meanOf(
          turns.map(({ scores }) => scores),
          measure,
        )
        return found ? [[measure, found]] : []
      }),
    ) as Partial<Record<AnswerMeasure, NonNullable<ReturnType<typeof meanOf>>>>,
  }))
  if (asJson) return console.log(JSON.stringify(table, null, 2))
  if (rows) for (const each of answered) printRow(each, archive)
  const two = (value: number) => value.toFixed(2).replace(/^0/, '')
  console.log(
    markdownTable(
      [
        ['answers', 'n', ...answerMeasures],
        ...table.map(({ group, n, means }) => [
          group,
          String(n),
          ...answerMeasures.map((measure) => {
            const found = means[measure]
            if (!found) return ''
            return measure === 'sentences'
              ? found.mean.toFixed(1)
              : `${two(found.mean)} ± ${two(found.halfWidth)}`
          }),
        ]),
      ],
      { align: ['l', ...answerMeasures.map(() => 'r'), 'r'] },
    ),
  )
}

async function answerRow(row: AnswerRow, archive: Archive): Promise<AnsweredTurn[]> {
  const app = createApp({ archive: () => archive, pageFolder: '', report: console.error })
  const answered: AnsweredTurn[] = []
  const messages: object[] = []
  for (const [index, turn] of turnsOf(row).entries()) {
    messages.push(asMessage('user', turn.question))
    const { text, sources, outcome } = await askChat(app, messages)
    messages.push(asMessage('assistant', text))
    const quoted = quotedIn(text, sources, archive)
    const earlier = answered.flatMap((each) => each.quoted)
    answered.push({
      id: index === 0 ? row.id : `${row.id}, turn ${index + 1}`,
      turn,
      group: 'turns' in row ? (index === 0 ? 'first turn' : 'follow-up turn') : row.type,
      quoted,
      outcome,
      scores: scoreTurn(turn, quoted, outcome, index === 0 ? undefined : earlier),
    })
  }
  return answered
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The sentences of the cited records that the text has word for word. */
function quotedIn(
  text: string,
  sources: readonly { n: number; document: { id: string } }[],
  { catalog }: Archive,
): QuotedSentence[] {
  const answer = plain(text)
  const cited = sources.filter(({ n }) => answer.includes(`[${n}]`)).map(({ document }) => document.id)
  return [...new Set(cited)].flatMap((document) =>
    splitSentences(catalog.byId.get(document)?.summary ?? '').flatMap((sentence, index) =>
      answer.includes(plain(sentence)) ? [{ document, index }] : [],
    ),
  )
}

function printRow({ id, turn, quoted, outcome }: AnsweredTurn, { catalog }: Archive): void {
  console.log(`${id} ${turn.question} → ${outcome}${turn.answerable ? '' : ' (absent)'}`)
  for (const { document, index } of quoted) {
    const label = turn.sentences.find((each) => each.document === document && each.index === index)
    const text = splitSentences(catalog.byId.get(document)?.summary ?? '')[index]
    console.log(`  ${label?.grade ?? 0} ${document} ${index}: ${text}`)
  }
}
