/** A question and its answer; on narrow screens also the sources, below the answer. */
import { ChevronDown } from 'lucide-react'
import { lazy, Suspense, useId } from 'react'
import { ErrorNotice, RequestFailed } from '../page/ErrorNotice.tsx'
import { Skeleton } from '../page/Skeleton.tsx'
import { Sources, type SourcesProps, sourcesHeading } from '../sources/Sources.tsx'
import { AnswerText } from './AnswerText.tsx'
import { SearchProgress, WriterNote } from './ModelAnswerNotes.tsx'
import { type Exchange, messageText, outcomeOf, suggestionsOf } from './message-parts.ts'
import type { ParsedAnswer } from './parse-answer.ts'
import { QuestionList } from './QuestionList.tsx'
import { type UnderstandingChipsProps, Understood } from './UnderstandingChips.tsx'

interface ExchangeViewProps {
  exchange: Exchange
  /** All exchanges, for exporting the whole conversation. */
  conversation: readonly Exchange[]
  parsed: ParsedAnswer | undefined
  latest: boolean
  busy: boolean
  error: Error | undefined
  /** The source cards when they are shown below the answer; `undefined` when they are in the column beside it. */
  sheet: SourcesSheetProps | undefined
  /** The understanding chips when they are shown above that sheet. */
  understood: UnderstandingChipsProps | undefined
  ask: (question: string) => void
  askAgain: () => void
  followCitation: (n: number, ordinal: number) => void
}

// Loaded lazily: there is nothing to export before the first answer.
const ExportMenu = lazy(() => import('../export/ExportMenu.tsx'))

/** A longer question is set in text size, not in heading size. */
const MAX_HEADING_CHARACTERS = 180

export function ExchangeView(props: ExchangeViewProps) {
  const {
    exchange,
    conversation,
    parsed,
    latest,
    busy,
    error,
    sheet,
    understood,
    ask,
    askAgain,
    followCitation,
  } = props
  const { question, answer } = exchange
  const streaming = latest && busy
  const outcome = answer && outcomeOf(answer)
  const suggestions = answer ? suggestionsOf(answer) : []
  const headingId = useId()
  const questionText = messageText(question)

  return (
    <article
      aria-labelledby={headingId}
      aria-busy={streaming}
      data-exchange={question.id}
      className={`-scroll-mt-4 pt-8 pb-8 ${latest ? 'min-h-[calc(100dvh-var(--head)-7.5rem)]' : 'border-rule border-b'}`}
    >
      <h2
        id={headingId}
        className={`whitespace-pre-line text-pretty font-serif ${questionText.length > MAX_HEADING_CHARACTERS ? 'text-body' : 'text-title'}`}
      >
        {questionText}
      </h2>
      <div className="mt-4">
        {answer ? <SearchProgress answer={answer} streaming={streaming} /> : null}
        {answer && parsed ? (
          <AnswerText
            answerId={answer.id}
            paragraphs={parsed.paragraphs}
            sources={parsed.sources}
            followCitation={followCitation}
          />
        ) : null}
        {answer && parsed && !streaming ? <WriterNote answer={answer} parsed={parsed} /> : null}
        {streaming && !parsed?.paragraphs.length ? (
          <Skeleton lines={5} label="The archive is being searched" className="py-1" />
        ) : null}
        {error && latest ? (
          <div className="mt-4">
            <RequestFailed
              title={parsed?.paragraphs.length ? 'The answer breaks off here' : 'No answer came'}
              error={error}
              retry={askAgain}
            />
          </div>
        ) : null}
        {!streaming && !error && !outcome ? (
          <div className="mt-4">
            <Unfinished
              hasText={Boolean(parsed?.paragraphs.length)}
              askAgain={latest ? askAgain : undefined}
            />
          </div>
        ) : null}
      </div>
      {parsed && !streaming && (outcome || parsed.paragraphs.length > 0) ? (
        <div className="mt-3 flex min-h-7 flex-wrap gap-x-5" data-screen-only>
          <Suspense>
            <ExportMenu exchange={exchange} conversation={conversation} />
          </Suspense>
        </div>
      ) : null}
      {suggestions.length > 0 ? (
        <div className="mt-8" data-screen-only>
          <h3 className="mb-2 font-strong text-label">Ask next</h3>
          <QuestionList questions={suggestions} ask={ask} disabled={busy} />
        </div>
      ) : null}
      {understood ? <Understood {...understood} className="mt-8" /> : null}
      {sheet && sheet.sources.length > 0 ? <SourcesSheet {...sheet} /> : null}
    </article>
  )
}

/** An answer that the user stopped or that broke off: the partial text stays, and the question can be asked again. */
function Unfinished({ hasText, askAgain }: { hasText: boolean; askAgain: (() => void) | undefined }) {
  return (
    <ErrorNotice
      title={hasText ? 'The answer breaks off here' : 'Not answered'}
      detail={hasText ? 'It was stopped before its end.' : 'The question was stopped before an answer came.'}
    >
      {askAgain ? (
        <button type="button" className="quiet text-ink" onClick={askAgain}>
          Ask again
        </button>
      ) : null}
    </ErrorNotice>
  )
}

interface SourcesSheetProps extends SourcesProps {
  open: boolean
  setOpen: (open: boolean) => void
}

/** The sources below their answer, on screens too narrow for a column. */
function SourcesSheet({ open, setOpen, ...sources }: SourcesSheetProps) {
  const id = useId()
  return (
    <div data-sources className="-mx-4 mt-8 column:-mx-6">
      <h3>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          className="flex min-h-11 w-full items-center justify-between border-rule border-t px-4 text-left font-strong text-label column:px-6"
        >
          {sourcesHeading(sources.sources.length, sources.outcome)}
          <ChevronDown size={16} strokeWidth={1.75} aria-hidden="true" className={open ? 'rotate-180' : ''} />
        </button>
      </h3>
      <div id={id} hidden={!open}>
        <Sources {...sources} />
      </div>
    </div>
  )
}
