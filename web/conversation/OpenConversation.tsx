/** An open conversation: questions and answers in the middle, the sources of the answer in view beside or below. */
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { bringIntoView } from '../sources/bring-into-view.ts'
import { cardId, type SourcesProps } from '../sources/Sources.tsx'
import { SourcesColumn } from '../sources/SourcesColumn.tsx'
import { showCards } from '../sources/source-view.ts'
import { Announcement } from './Announcement.tsx'
import { ConversationFoot } from './ConversationFoot.tsx'
import { EmptyConversation } from './EmptyConversation.tsx'
import { ExchangeView } from './ExchangeView.tsx'
import { type Exchange, understandingOf } from './message-parts.ts'
import { firstPlace } from './parse-answer.ts'
import { type ReadAnswer, readAnswer } from './read-answer.ts'
import { takenBackOf } from './taken-back.ts'
import { Understood, type UnderstoodProps } from './Understood.tsx'
import { useConversation } from './use-conversation.ts'
import { useExchangeInView } from './use-exchange-in-view.ts'
import { useSheets } from './use-sheets.ts'
import { useWideScreen } from './use-wide-screen.ts'

const PrintedAnswers = lazy(() => import('../export/PrintedAnswers.tsx'))

/** The card that was followed to, and the place in the text from where. */
interface Followed {
  answerId: string
  n: number
  place: number
}

export default function OpenConversation({ autoFocus }: { autoFocus: boolean }) {
  const conversation = useConversation()
  const { exchanges, busy, error, ask, askAgain, askWithout } = conversation
  const wide = useWideScreen()
  const [followed, setFollowed] = useState<Followed | undefined>()
  const { inView, look } = useExchangeInView(
    useMemo(() => exchanges.map(({ question }) => question.id), [exchanges]),
  )
  const latest = exchanges.at(-1)
  const sheets = useSheets(latest?.answer?.id)
  useScrollToLatest(latest?.question.id)

  const shown = exchanges.map(({ question, answer }) => {
    const read = answer && readAnswer(answer, busy && answer === latest?.answer)
    return { question, answer, read }
  })

  const follow = (questionId: string, to: Followed) => {
    // The card must stand on the page before it can be focused.
    flushSync(() => {
      look(questionId)
      showCards()
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
    toCard: (n) => {
      // The card must stand on the page before it can be focused.
      flushSync(() => {
        showCards()
        setFollowed({ answerId, n, place: firstPlace(read.paragraphs, n) ?? 0 })
      })
      focusAndShow(cardId(answerId, n))
    },
  })

  const understoodProps = ({ question, answer }: Exchange): UnderstoodProps => ({
    understanding: answer && understandingOf(answer),
    taken: takenBackOf(question),
    // To ask an earlier question otherwise would cut off what followed from it.
    askWithout: question === latest?.question ? askWithout : undefined,
    busy,
  })

  const beside = shown.find(({ question }) => question.id === inView)

  return (
    <div className="flex flex-1">
      <div className="mx-auto flex w-full min-w-0 max-w-[48rem] flex-1 flex-col px-4 column:px-8">
        <h1 className={exchanges.length > 0 ? 'sr-only' : 'hidden'}>Conversation</h1>
        {exchanges.length === 0 ? <EmptyConversation ask={ask} /> : null}
        {shown.map(({ question, answer, read }, index) => (
          <ExchangeView
            key={question.id}
            exchange={{ question, answer }}
            conversation={exchanges}
            read={read}
            latest={index === shown.length - 1}
            {...{ busy, error, ask, askAgain }}
            follow={(n, place) => answer && follow(question.id, { answerId: answer.id, n, place })}
            understood={wide ? undefined : understoodProps({ question, answer })}
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
        <Announcement latest={latest} busy={busy} />
        <Suspense>
          <PrintedAnswers exchanges={exchanges} />
        </Suspense>
        <ConversationFoot {...conversation} started={exchanges.length > 0} autoFocus={autoFocus} />
      </div>
      {wide && exchanges.length > 0 ? (
        <SourcesColumn
          shown={beside?.answer && beside.read ? sourcesProps(beside.answer.id, beside.read) : undefined}
        >
          {beside ? (
            <Understood
              key={beside.question.id}
              {...understoodProps(beside)}
              className="px-4 pb-3.5 column:px-6"
            />
          ) : null}
        </SourcesColumn>
      ) : null}
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
