/** A conversation: its questions and answers, with the sources of the answer in view beside or below it. */
import { useChat } from '@ai-sdk/react'
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { Link } from 'react-router'
import { HistoryButton } from '../history/HistorySide.tsx'
import { titleOf } from '../history/head.ts'
import { useHistory } from '../history/history-state.ts'
import { usePageTitle } from '../page/use-page-title.ts'
import { useWideScreen } from '../page/use-wide-screen.ts'
import type { SourcesProps } from '../sources/Sources.tsx'
import { SourcesColumn } from '../sources/SourcesColumn.tsx'
import { About } from './About.tsx'
import { Announcement } from './Announcement.tsx'
import { ConversationFoot } from './ConversationFoot.tsx'
import { chosenIn } from './chosen-documents.ts'
import { ExchangeView } from './ExchangeView.tsx'
import { type Exchange, exchangesOf, textOf, understandingOf } from './message-parts.ts'
import { type OpenConversation, useOpenConversation } from './open-conversations.ts'
import { type ReadAnswer, readAnswer } from './read-answer.ts'
import { takenBackOf } from './taken-back.ts'
import { Understood, type UnderstoodProps } from './Understood.tsx'
import { useAnswerBefore } from './use-answer-before.ts'
import { useCitationLinks } from './use-citation-links.ts'
import { useExchangeInView, useScrollToLatest } from './use-reading-place.ts'

const PrintedAnswers = lazy(() => import('../export/PrintedAnswers.tsx'))

/** While an answer streams, the screen is redrawn at most once in this time. */
const DRAW_EVERY_MS = 50

/** @param loading shown while the conversation is read from the browser's database */
export default function ConversationView({ id, loading }: { id: string; loading: ReactNode }) {
  const conversation = useOpenConversation(id)
  if (conversation === undefined) return loading
  if (conversation === 'unknown') return <NoSuchConversation />
  return <Exchanges conversation={conversation} />
}

function Exchanges({ conversation }: { conversation: OpenConversation }) {
  // After asking the first question of a conversation, the user can type the next one immediately.
  const [autoFocus] = useState(conversation.unheard)
  const { exchanges, busy, error, stop, kept, about } = useConversation(conversation)
  const ask = (text: string) => conversation.ask(text)
  const wide = useWideScreen()
  const latest = exchanges.at(-1)
  const { inView, look } = useExchangeInView(
    useMemo(() => exchanges.map(({ question }) => question.id), [exchanges]),
  )
  useScrollToLatest(latest?.question.id, busy)
  const before = useAnswerBefore(latest, busy)
  const { sheets, follow, linkProps } = useCitationLinks((before ?? latest?.answer)?.id)
  const head = useHistory().heads?.find(({ id }) => id === conversation.chat.id)
  usePageTitle(titleOf(head ?? { question: exchanges[0] ? textOf(exchanges[0].question) : '' }))

  const sourcesProps = (
    { question, answer }: Exchange,
    read: ReadAnswer | undefined,
  ): SourcesProps | undefined => {
    const isLatest = question === latest?.question
    const stale = isLatest ? before : undefined
    const [of, shown] = stale ? [stale, readAnswer(stale, false)] : [answer, read]
    if (!of || !shown) return undefined
    return {
      ...linkProps(of.id, shown),
      complete: !(isLatest && busy) || stale !== undefined,
      stale: stale !== undefined,
      overruling: {
        chosen: chosenIn(question),
        ask: isLatest ? (chosen) => conversation.askOtherwise(chosen) : undefined,
        busy,
      },
    }
  }

  const shown = exchanges.map(({ question, answer }) => {
    const read = answer && readAnswer(answer, busy && answer === latest?.answer)
    return { question, answer, read, sources: sourcesProps({ question, answer }, read) }
  })
  const beside = shown.find(({ question }) => question.id === inView)

  const understoodProps = ({ question, answer }: Exchange): UnderstoodProps => ({
    understanding: answer && understandingOf(answer),
    taken: takenBackOf(question),
    // Asking an earlier question again would delete the exchanges after it.
    askWithout:
      question === latest?.question ? (without) => conversation.askOtherwise({ without }) : undefined,
    busy,
  })

  return (
    <div className="flex min-w-0 flex-1">
      <div className="mx-auto flex w-full min-w-0 max-w-[48rem] flex-1 flex-col px-4 column:px-8">
        <h1 className="sr-only">{head?.title ?? 'Conversation'}</h1>
        {shown.map(({ question, answer, read, sources }, index) => (
          <ExchangeView
            key={question.id}
            exchange={{ question, answer }}
            conversation={exchanges}
            read={read}
            latest={index === shown.length - 1}
            {...{ busy, error, ask }}
            askAgain={() => conversation.askAgain()}
            follow={(n, place) =>
              answer && follow({ answerId: answer.id, n, place }, () => look(question.id))
            }
            understood={wide ? undefined : understoodProps({ question, answer })}
            sheet={
              wide || !sources
                ? undefined
                : {
                    ...sources,
                    open: sheets.isOpen(sources.answerId),
                    setOpen: (open) => sheets.setOpen(sources.answerId, open),
                  }
            }
          />
        ))}
        <Announcement opened={conversation} busy={busy} />
        <Suspense>
          <PrintedAnswers exchanges={exchanges} />
        </Suspense>
        <ConversationFoot
          {...{ busy, ask, stop, kept, autoFocus }}
          keepAnyway={() => conversation.keeper.keepAnyway()}
          started
          aboutLine={about ? <About document={about} leave={() => conversation.leaveAbout()} /> : null}
        />
      </div>
      {wide && exchanges.length > 0 ? (
        <SourcesColumn shown={beside?.sources} questionId={beside?.question.id}>
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

/** Subscribes to the state of a conversation; rerenders at most every `REDRAW_INTERVAL_MS`. */
function useConversation(conversation: OpenConversation) {
  const { chat, keeper } = conversation
  const { messages, status, error, stop } = useChat({ chat, experimental_throttle: DRAW_EVERY_MS })
  const onChange = useMemo(() => conversation.onChange.bind(conversation), [conversation])

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the messages change
  useEffect(() => {
    keeper.keepSoon()
  }, [keeper, messages])

  return {
    exchanges: useMemo(() => exchangesOf(messages), [messages]),
    busy: useSyncExternalStore(onChange, () => conversation.busy),
    kept: useSyncExternalStore(onChange, () => keeper.outcome),
    about: useSyncExternalStore(onChange, () => conversation.about),
    error: status === 'error' ? error : undefined,
    stop: () => void stop(),
  }
}

function NoSuchConversation() {
  usePageTitle('No such conversation')
  return (
    <div className="measure mx-auto w-full px-4 py-14 column:px-8">
      <h1 className="font-serif text-title">No such conversation</h1>
      <p className="mt-3 text-note text-soft">
        This browser does not have it. Conversations are kept in the browser in which they were held, and this
        one may be another’s, may have been deleted, or could not be kept.
      </p>
      <p className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-2 text-note">
        <Link to="/" className="link">
          New conversation
        </Link>
        <HistoryButton />
      </p>
    </div>
  )
}
