/** The conversation: questions and answers in the middle, the sources of the answer in view beside or below. */
import { Plus } from 'lucide-react'
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Skeleton } from '../page/Skeleton.tsx'
import { usePageTitle } from '../page/use-page-title.ts'
import { bringIntoView } from '../sources/bring-into-view.ts'
import { cardId, type SourcesProps } from '../sources/Sources.tsx'
import { SourcesColumn } from '../sources/SourcesColumn.tsx'
import { Announcement } from './Announcement.tsx'
import { EmptyConversation } from './EmptyConversation.tsx'
import { firstPlace } from './parse-answer.ts'
import { QuestionField } from './QuestionField.tsx'
import { type ReadAnswer, readAnswer } from './read-answer.ts'
import { useConversation } from './use-conversation.ts'
import { useExchangeInView } from './use-exchange-in-view.ts'
import { useSheets } from './use-sheets.ts'
import { useWideScreen } from './use-wide-screen.ts'

// Not needed before the first question; fetched meanwhile.
const loadExchangeView = () => import('./ExchangeView.tsx')
const ExchangeView = lazy(loadExchangeView)

/** The card that was followed to, and the place in the text from where. */
interface Followed {
  answerId: string
  n: number
  place: number
}

export default function Conversation() {
  usePageTitle()
  const conversation = useConversation()
  const { exchanges, busy, error, ask, askAgain } = conversation
  const wide = useWideScreen()
  const [followed, setFollowed] = useState<Followed | undefined>()
  const { inView, look } = useExchangeInView(
    useMemo(() => exchanges.map(({ question }) => question.id), [exchanges]),
  )
  const latest = exchanges.at(-1)
  const sheets = useSheets(latest?.answer?.id)
  useEffect(() => void loadExchangeView(), [])
  useScrollToLatest(latest?.question.id)

  const shown = exchanges.map(({ question, answer }) => {
    const read = answer && readAnswer(answer, busy && answer === latest?.answer)
    return { question, answer, read }
  })

  const follow = (questionId: string, to: Followed) => {
    // The card must stand on the page before it can be focused.
    flushSync(() => {
      look(questionId)
      sheets.setOpen(to.answerId, true)
      setFollowed(to)
    })
    focusAndShow(cardId(to.answerId, to.n))
  }

  const sourcesProps = (answerId: string, read: ReadAnswer): SourcesProps => ({
    answerId,
    ...read,
    selected: followed?.answerId === answerId ? followed.n : undefined,
    toText: (n) => {
      const place =
        followed?.answerId === answerId && followed.n === n ? followed.place : firstPlace(read.paragraphs, n)
      focusAndShow(`citation-${answerId}-${place}`)
    },
  })

  const beside = shown.find(({ question }) => question.id === inView)

  return (
    <div className="flex flex-1">
      <div className="mx-auto flex w-full min-w-0 max-w-[48rem] flex-1 flex-col px-4 column:px-8">
        <h1 className={exchanges.length > 0 ? 'sr-only' : 'hidden'}>Conversation</h1>
        {exchanges.length === 0 ? <EmptyConversation ask={ask} /> : null}
        <Suspense fallback={<Skeleton lines={6} label="The conversation is loading" className="pt-10" />}>
          {shown.map(({ question, answer, read }, index) => (
            <ExchangeView
              key={question.id}
              exchange={{ question, answer }}
              read={read}
              latest={index === shown.length - 1}
              {...{ busy, error, ask, askAgain }}
              follow={(n, place) => answer && follow(question.id, { answerId: answer.id, n, place })}
              sheet={
                wide || !answer || !read
                  ? undefined
                  : {
                      ...sourcesProps(answer.id, read),
                      open: sheets.isOpen(answer.id),
                      setOpen: (open) => sheets.setOpen(answer.id, open),
                    }
              }
            />
          ))}
        </Suspense>
        <Announcement latest={latest} busy={busy} />
        <Foot {...conversation} />
      </div>
      {wide && exchanges.length > 0 ? (
        <SourcesColumn
          shown={beside?.answer && beside.read ? sourcesProps(beside.answer.id, beside.read) : undefined}
        />
      ) : null}
    </div>
  )
}

function Foot({ exchanges, busy, kept, undo, begin, ask, stop }: ReturnType<typeof useConversation>) {
  return (
    <div data-question-field data-screen-only className="sticky bottom-0 z-10 mt-auto bg-paper pt-2 pb-1">
      <div className="flex min-h-7 items-center justify-between gap-4 text-label text-soft">
        <p role="status">
          {kept ? '' : 'This conversation cannot be kept: the browser’s storage is full or switched off.'}
          {undo ? (
            <>
              The conversation is cleared.{' '}
              <button type="button" className="quiet link" onClick={undo}>
                Undo
              </button>
            </>
          ) : null}
        </p>
        {exchanges.length > 0 ? (
          <button type="button" className="quiet" onClick={begin}>
            <Plus size={14} strokeWidth={1.75} aria-hidden="true" />
            New conversation
          </button>
        ) : null}
      </div>
      <QuestionField busy={busy} ask={ask} stop={stop} />
    </div>
  )
}

function focusAndShow(elementId: string) {
  const element = document.getElementById(elementId)
  element?.focus({ preventScroll: true })
  if (element) bringIntoView(element)
}

/** A new question goes to the top of the window, so that its answer has the room. */
function useScrollToLatest(questionId: string | undefined) {
  // What a reload brought back stays where the browser left it.
  const scrolledTo = useRef(questionId)
  useEffect(() => {
    if (scrolledTo.current === questionId) return
    scrolledTo.current = questionId
    if (questionId) document.querySelector(`[data-exchange="${CSS.escape(questionId)}"]`)?.scrollIntoView()
  }, [questionId])
}
