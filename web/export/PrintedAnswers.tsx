/**
 * Printed instead of the conversation's page: answers with numbered notes and their sources. From the export menu one
 * answer or all; with Ctrl+P the whole conversation.
 */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import type { Exchange } from '../conversation/message-parts.ts'
import { today } from '../page/today.ts'
import { colophon } from './as-markdown.ts'
import type { Citations } from './citations.ts'
import {
  type ExportedAnswer,
  exportedAnswer,
  inBrackets,
  type ParagraphKind,
  remarkOnOutcome,
  uncitedHeading,
} from './exported-answer.ts'
import { cachedCitations } from './fetch-citations.ts'
import { type AnswerWithFootnotes, withFootnotes } from './footnotes.ts'
import { readNoteStyle } from './note-style.ts'
import type { Run } from './runs.ts'

interface PrintJob {
  answers: readonly ExportedAnswer[]
  citations: Citations
}

// Set during `window.print`, which fires `beforeprint` synchronously.
let requestedJob: PrintJob | undefined

export function printAnswers(answers: readonly ExportedAnswer[], citations: Citations) {
  requestedJob = { answers, citations }
  window.print()
  requestedJob = undefined
}

export default function PrintedAnswers({ exchanges }: { exchanges: readonly Exchange[] }) {
  const client = useQueryClient()
  const [printJob, setPrintJob] = useState<PrintJob | undefined>()
  useEffect(() => {
    const wholeConversation = (): PrintJob => {
      const answers = exchanges.map(exportedAnswer)
      return { answers, citations: cachedCitations(client, answers, readNoteStyle()) }
    }
    // The browser prints the page as it is when the event handler returns.
    const before = () => flushSync(() => setPrintJob(requestedJob ?? wholeConversation()))
    const after = () => setPrintJob(undefined)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [client, exchanges])
  return printJob ? createPortal(<PrintedPages {...printJob} />, document.body) : null
}

function PrintedPages({ answers, citations }: PrintJob) {
  const noted = withFootnotes(answers, citations)
  return (
    <div data-for-print className="font-serif text-note">
      {noted.answers.map((answer, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once
        <PrintedAnswer key={index} answer={answer} citations={citations} />
      ))}
      {noted.notes.length > 0 ? (
        <section className="mt-6">
          <h2 className="mb-2 font-sans font-strong text-label">Notes</h2>
          <ol className="space-y-1 text-label">
            {noted.notes.map((runs, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: drawn once
              <li key={index} className="flex gap-2 break-inside-avoid">
                <span className="tabular w-5 shrink-0 text-right">{index + 1}.</span>
                <span className="min-w-0">
                  <Runs runs={runs} />
                </span>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      <p className="mt-6 font-sans text-label text-soft">{colophon(today())}</p>
    </div>
  )
}

const PARAGRAPH_CLASSES: Readonly<Record<ParagraphKind, string>> = {
  text: 'mt-3 text-pretty',
  heading: 'mt-5 break-after-avoid font-strong',
  nearest: 'mt-3 border-edge border-l border-dashed pl-3 text-pretty',
}

function PrintedAnswer({ answer, citations }: { answer: AnswerWithFootnotes; citations: Citations }) {
  const remark = remarkOnOutcome(answer)
  return (
    <section className="not-first:mt-10">
      <h1 className="whitespace-pre-line text-pretty text-title">{answer.question}</h1>
      {answer.paragraphs.map(({ kind, words }, index) => {
        const Element = kind === 'heading' ? 'h2' : 'p'
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn once
          <Element key={index} className={PARAGRAPH_CLASSES[kind]}>
            {words.map(({ text, note, remark }, position) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: drawn once
              <span key={position}>
                {text}
                {note ? <sup className="tabular leading-none">{note}</sup> : null}
                {remark ? <i> {inBrackets(remark)}</i> : null}
              </span>
            ))}
          </Element>
        )
      })}
      {answer.authorship ? <p className="mt-3 font-sans text-label text-soft">{answer.authorship}</p> : null}
      {remark ? <p className="mt-3 font-strong">{remark}</p> : null}
      {answer.uncited.length > 0 && answer.ending === 'nothing-found' ? (
        <>
          <h2 className="mt-5 mb-2 font-sans font-strong text-label">{uncitedHeading(answer)}</h2>
          <ul className="space-y-1 text-label">
            {answer.uncited.map(({ document }) => (
              <li key={document.id} className="break-inside-avoid">
                <Runs runs={citations.bibliographyEntry(document.id)} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}

function Runs({ runs }: { runs: readonly Run[] }) {
  return runs.map(({ text, italic }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: drawn once
    italic ? <i key={index}>{text}</i> : <span key={index}>{text}</span>,
  )
}
