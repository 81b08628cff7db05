/** `npm run bench`: how long things take on this machine, medians and 99th percentiles. `--json` prints the same as JSON. */
import { markdownTable } from 'markdown-table'
import { createWriter } from '../../server/answer/writer/writer.ts'
import type { Archive } from '../../server/archive/archive.ts'
import { retrieve } from '../../server/retrieval/retrieve.ts'
import { createApp } from '../../server/routes/app.ts'
import { exitWithError } from '../../server/start/expected-errors.ts'
import { listen } from '../../server/start/listen.ts'
import { hasBrowser } from '../e2e/browser.ts'
import { judgedQuestions } from '../eval/judged-questions.ts'
import { openQuietly } from '../eval/open-archive.ts'
import { readPairs } from '../eval/verification-pairs.ts'
import { settingsFor } from '../server/model-settings.ts'
import { startScriptedModel } from '../server/scripted-model.ts'
import { benchIndexBuild, type IndexBuild } from './index-build.ts'
import { benchPage, type PageBench } from './page.ts'
import { type Timing, time, timingOf } from './timing.ts'

const asJson = process.argv.includes('--json')
const ROUNDS = 2
/** Visits to the page. */
const VISITS = 10

async function run(): Promise<void> {
  const archive = await openQuietly()
  const app = createApp({ archive: () => archive, pageFolder: '', report: console.error })
  const { url, close } = await listen(app, { host: '127.0.0.1', port: 0 })
  const questions = judgedQuestions('dev-a').map(({ question }) => question)
  const each = (action: (question: string) => Promise<unknown>) => {
    let turn = 0
    return time(() => action(questions[turn++ % questions.length] ?? ''), questions.length * ROUNDS)
  }

  const search = async (question: string) =>
    (await fetch(`${url}/api/search?${new URLSearchParams({ q: question })}`)).text()
  const dense = async (question: string) => {
    const [vector] = await archive.model.embed([question], 'query')
    if (vector) await archive.index.nearest('record', vector, { limit: 200 })
  }
  const bm25 = (question: string) => archive.index.matchText(question, { limit: 200 })
  await each(search) // warms up
  const rows: Record<string, Timing> = {
    'embedding a question': await each((question) => archive.model.embed([question], 'query')),
    'search over HTTP': await each(search),
    'vector of the record alone': await each(dense),
    'BM25 alone': await each(bm25),
    'retrieval, all signals': await each((question) => retrieve(question, archive)),
  }
  const answers = []
  for (const question of questions) answers.push(await timeAnswer(url, question))
  rows['answer, first byte'] = timingOf(answers.map(({ first }) => first))
  rows['answer, last byte'] = timingOf(answers.map(({ last }) => last))
  await close()
  rows['checking a sentence'] = timingOf((await readPairs(archive, ['given'])).map(({ cost }) => cost))
  rows['prose by a scripted model, first byte'] = await timeProse(archive, questions)
  const page = hasBrowser ? await benchPage(questions.slice(0, VISITS)) : undefined
  print({ ...rows, ...page?.timings }, page?.kilobytes, await benchIndexBuild())
}

/** Until the first byte of answers that a model on this machine writes at once: what this program adds to a model's own time. */
async function timeProse(archive: Archive, questions: readonly string[]): Promise<Timing> {
  const model = await startScriptedModel()
  model.answers({ text: 'Kim visited East Germany in 1984. [1]' })
  const writer = createWriter(settingsFor(model.url), () => {})
  const app = createApp({ archive: () => archive, pageFolder: '', writer, report: console.error })
  const { url, close } = await listen(app, { host: '127.0.0.1', port: 0 })
  const answers = []
  for (const question of questions) answers.push(await timeAnswer(url, question))
  await close()
  await model.close()
  return timingOf(answers.map(({ first }) => first))
}

/** Asks over HTTP; when the first and the last byte of the stream came, in ms. */
async function timeAnswer(url: string, question: string): Promise<{ first: number; last: number }> {
  const begun = performance.now()
  const response = await fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      id: 'bench',
      messages: [{ role: 'user', parts: [{ type: 'text', text: question }] }],
    }),
  })
  let first = 0
  const reader = response.body?.getReader()
  while (reader && !(await reader.read()).done) first ||= performance.now() - begun
  return { first, last: performance.now() - begun }
}

function print(
  rows: Record<string, Timing>,
  kilobytes: PageBench['kilobytes'] | undefined,
  build: IndexBuild,
): void {
  if (asJson) {
    console.log(JSON.stringify({ milliseconds: rows, kilobytes, build }, null, 2))
    return
  }
  const milliseconds = (value: number) => value.toFixed(1)
  const lines = Object.entries(rows).map(([name, { median, p99 }]) => [
    name,
    milliseconds(median),
    milliseconds(p99),
  ])
  console.log(markdownTable([['ms', 'median', 'p99'], ...lines], { align: ['l', 'r', 'r'] }))
  const embedding = rows['embedding a question']?.median ?? Number.NaN
  const ratio = (rows['search over HTTP']?.median ?? Number.NaN) / embedding
  console.log(`\nSearch over HTTP takes ${ratio.toFixed(2)} times as long as embedding the question.`)
  if (kilobytes)
    console.log(
      `The page loads ${kilobytes.first.toFixed(0)} kB of JavaScript (gzip) before the first question, ` +
        `and ${kilobytes.answering.toFixed(0)} kB more to answer it.`,
    )
  console.log(
    `Index: ${build.documents} documents, ${build.passages} passages in ${build.seconds.toFixed(1)} s ` +
      `(${(build.passages / build.seconds).toFixed(0)} passages a second); peak memory ${build.megabytes} MB.`,
  )
}

await run().catch(exitWithError)
