/** An open conversation: questions and answers in the middle, the sources of the answer in view beside or below. */
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useNavigationType } from 'react-router'
import { titleOf } from '../conversations/head.ts'
import { useShelf } from '../conversations/use-shelf.ts'
import { usePageTitle } from '../page/use-page-title.ts'
import { bringIntoView } from '../sources/bring-into-view.ts'
import { cardId, type SourcesProps } from '../sources/Sources.tsx'
import { SourcesColumn } from '../sources/SourcesColumn.tsx'
import { showCards } from '../sources/source-view.ts'
import { About } from './About.tsx'
import { Announcement } from './Announcement.tsx'
import { citationId } from './AnswerText.tsx'
import { ConversationFoot } from './ConversationFoot.tsx'
import { ExchangeView } from './ExchangeView.tsx'
import { type Exchange, textOf, understandingOf } from './message-parts.ts'
import type { OpenedConversation } from './opened-conversation.ts'
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

export function ConversationView({ opened }: { opened: OpenedConversation }) {
  // Whoever has just asked the first question may go on with the next one.
  const [autoFocus] = useState(opened.unheard)
  const conversation = useConversation(opened)
  const { exchanges, busy, error, kept, about } = conversation
  const { ask, askAgain, askWithout, stop, leaveAbout, keepAnyway } = conversation
  const wide = useWideScreen()
  const [followed, setFollowed] = useState<Followed | undefined>()
  const { inView, look } = useExchangeInView(
    useMemo(() => exchanges.map(({ question }) => question.id), [exchanges]),
  )
  const latest = exchanges.at(-1)
  const sheets = useSheets(latest?.answer?.id)
  useScrollToLatest(latest?.question.id, busy)
  const head = useShelf().heads?.find(({ id }) => id === opened.chat.id)
  const title = titleOf(head ?? { question: exchanges[0] ? textOf(exchanges[0].question) : '' })
  usePageTitle(title)

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
      if (place !== undefined) focusAndShow(citationId(answerId, place))
    },
    toCard: (n) => {
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
        <h1 className="sr-only">{head?.title ?? 'Conversation'}</h1>
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
        <Announcement opened={opened} busy={busy} />
        <Suspense>
          <PrintedAnswers exchanges={exchanges} />
        </Suspense>
        <ConversationFoot
          {...{ busy, ask, stop, kept, keepAnyway, autoFocus }}
          started
          aboutLine={about ? <About document={about} leave={leaveAbout} /> : null}
        />
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
function useScrollToLatest(questionId: string | undefined, busy: boolean) {
  // What a reload brought back stays where the browser left it; whoever comes from the list goes on where it ended.
  const opened = useRef(useNavigationType() === 'PUSH')
  const scrolledTo = useRef(questionId)
  useEffect(() => {
    if (opened.current) requestAnimationFrame(() => scrollTo(scrolledTo.current))
    opened.current = false
  }, [])
  useEffect(() => {
    if (scrolledTo.current === questionId) return
    // What another tab asked does not move this one.
    if (!busy) return
    scrolledTo.current = questionId
    scrollTo(questionId)
  }, [questionId, busy])
}

function scrollTo(questionId: string | undefined) {
  const exchanges = [...document.querySelectorAll<HTMLElement>('[data-exchange]')]
  const at = exchanges.findIndex((exchange) => exchange.dataset.exchange === questionId)
  // The first one is at the top already, with room above it.
  if (at > 0) exchanges[at]?.scrollIntoView()
}
