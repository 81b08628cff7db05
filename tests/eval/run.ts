/**
 * `npm run eval`: the development questions through `/api/search`, scored by type, and how the chat's answers to them end. `--json` prints the same as JSON.
 * `npm run eval -- verification` runs the verification of sentences instead, `npm run eval -- answers` the answers.
 */
import { markdownTable } from 'markdown-table'
import { searchResponseSchema } from '../../server/contract/search.ts'
import { createApp } from '../../server/routes/app.ts'
import { exitWithError } from '../../server/start/expected-errors.ts'
import { ablate } from './ablation.ts'
import { evaluateAnswers } from './answers.ts'
import { askChat, asMessage } from './ask-chat.ts'
import { developmentSets, type JudgedQuestion, judgedQuestions } from './judged-questions.ts'
import { openQuietly } from './open-archive.ts'
import { abstentionOf, type Run, scoresOf } from './scores.ts'
import { evaluateVerification } from './verification.ts'

const asJson = process.argv.includes('--json')

async function run(): Promise<void> {
  const archive = await openQuietly()
  const app = createApp({ archive: () => archive, pageFolder: '', report: console.error })
  const ask = async (question: JudgedQuestion): Promise<Run> => {
    const response = await app.request(
      `/api/search?${new URLSearchParams({ q: question.question, limit: '10' })}`,
    )
    const { results } = searchResponseSchema.parse(await response.json())
    const { outcome } = await askChat(app, [asMessage('user', question.question)])
    return { question, outcome, ranking: results.map(({ document }) => document.id) }
  }
  const runs: Run[] = []
  for (const set of developmentSets)
    for (const question of judgedQuestions(set)) runs.push(await ask(question))

  const isBroad = ({ question }: Run) => question.type === 'broad'
  const types = [...new Set(runs.map(({ question }) => question.type))].filter(
    (type) => type !== 'unanswerable',
  )
  const groups = [
    { name: 'dev-a and dev-b', runs: runs.filter((each) => !isBroad(each)) },
    ...types.map((type) => ({ name: type, runs: runs.filter(({ question }) => question.type === type) })),
  ]
  const scores = groups.map((group) => ({ name: group.name, ...scoresOf(group.runs) }))
  const abstention = abstentionOf(runs)
  const ablation = await ablate(
    runs.map(({ question }) => question),
    archive,
  )
  if (asJson) console.log(JSON.stringify({ scores, abstention, ablation }, null, 2))
  else {
    const number = (value: number) => value.toFixed(3)
    console.log(
      markdownTable(
        [
          ['questions', 'n', 'nDCG@10', 'recall@10', 'MRR'],
          ...scores.map((row) => [
            row.name,
            String(row.questions),
            number(row.ndcg),
            number(row.recall),
            number(row.mrr),
          ]),
        ],
        { align: ['l', 'r', 'r', 'r', 'r'] },
      ),
    )
    console.log(`\nUnanswerable questions recognized: ${number(abstention.recognized)}`)
    console.log(`Answerable questions hedged: ${number(abstention.hedged)}`)
    console.log(`Answerable questions refused: ${number(abstention.refused)}\n`)
    console.log(
      markdownTable(
        [
          ['nDCG@10', 'dev-a and dev-b', 'dev-c'],
          ...ablation.map((row) => [row.system, number(row.others), number(row.broad)]),
        ],
        { align: ['l', 'r', 'r'] },
      ),
    )
  }
}

const optionOf = (option: string) => {
  const at = process.argv.indexOf(option)
  return at < 0 ? undefined : process.argv[at + 1]
}
const has = (word: string) => process.argv.includes(word)
const evaluation = has('verification')
  ? evaluateVerification(asJson)
  : has('answers')
    ? evaluateAnswers({
        asJson,
        rows: has('--rows'),
        readers: optionOf('--readers'),
        sentences: optionOf('--sentences') === undefined ? undefined : Number(optionOf('--sentences')),
      })
    : run()
await evaluation.catch(exitWithError)
