/** A conversation: its questions and answers, with the sources of the answer in view beside or below it. */
import { useChat } from '@ai-sdk/react'
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { Link } from 'react-router'
import { conversationTitle } from '../history/conversation-head.ts'
import { HistoryButton } from '../history/HistorySidebar.tsx'
import { useHistory } from '../history/history-state.ts'
import { usePageTitle } from '../page/use-page-title.ts'
import { useWideScreen } from '../page/use-wide-screen.ts'
import type { SourcesProps } from '../sources/Sources.tsx'
import { SourcesColumn } from '../sources/SourcesColumn.tsx'
import { AboutLine } from './AboutLine.tsx'
import { AnswerLiveRegion } from './AnswerLiveRegion.tsx'
import { ConversationFooter } from './ConversationFooter.tsx'
import { chosenDocumentsIn } from './chosen-documents.ts'
import { ExchangeView } from './ExchangeView.tsx'
import { type Exchange, exchangesOf, messageText, understandingOf } from './message-parts.ts'
import { type OpenConversation, useOpenConversation } from './open-conversations.ts'
import { type ParsedAnswer, parseAnswer } from './parse-answer.ts'
import { removedItemsIn } from './removed-items.ts'
import { type UnderstandingChipsProps, Understood } from './UnderstandingChips.tsx'
import { useCitationLinks } from './use-citation-links.ts'
import { useExchangeInView, useScrollToLatest } from './use-exchange-in-view.ts'
import { usePreviousAnswer } from './use-previous-answer.ts'

const PrintedAnswers = lazy(() => import('../export/PrintedAnswers.tsx'))

/** While an answer streams, the screen is redrawn at most once in this time. */
const REDRAW_INTERVAL_MS = 50

/** @param loading shown while the conversation is read from the browser's database */
export default function ConversationView({ id, loading }: { id: string; loading: ReactNode }) {
  const conversation = useOpenConversation(id)
  if (conversation === undefined) return loading
  if (conversation === 'unknown') return <NoSuchConversation />
  return <OpenConversationView conversation={conversation} />
}

function OpenConversationView({ conversation }: { conversation: OpenConversation }) {
  // After asking the first question of a conversation, the user can type the next one immediately.
  const [autoFocus] = useState(conversation.hasUnannouncedAnswer)
  const { exchanges, busy, error, stop, saveOutcome, about } = useConversation(conversation)
  const ask = (text: string) => conversation.ask(text)
  const wide = useWideScreen()
  const latest = exchanges.at(-1)
  const { inView, showExchange } = useExchangeInView(
    useMemo(() => exchanges.map(({ question }) => question.id), [exchanges]),
  )
  useScrollToLatest(latest?.question.id, busy)
  const previousAnswer = usePreviousAnswer(latest, busy)
  const { sheets, followCitation, linkProps } = useCitationLinks((previousAnswer ?? latest?.answer)?.id)
  const head = useHistory().heads?.find(({ id }) => id === conversation.chat.id)
  usePageTitle(
    conversationTitle(head ?? { question: exchanges[0] ? messageText(exchanges[0].question) : '' }),
  )

  const sourcesProps = (
    { question, answer }: Exchange,
    parsed: ParsedAnswer | undefined,
  ): SourcesProps | undefined => {
    const isLatest = question === latest?.question
    const stale = isLatest ? previousAnswer : undefined
    const [of, shown] = stale ? [stale, parseAnswer(stale, false)] : [answer, parsed]
    if (!of || !shown) return undefined
    return {
      ...linkProps(of.id, shown),
      complete: !(isLatest && busy) || stale !== undefined,
      stale: stale !== undefined,
      sourceOverride: {
        chosen: chosenDocumentsIn(question),
        ask: isLatest ? (chosen) => conversation.askWithChanges(chosen) : undefined,
        busy,
      },
    }
  }

  const shown = exchanges.map(({ question, answer }) => {
    const parsed = answer && parseAnswer(answer, busy && answer === latest?.answer)
    return { question, answer, parsed, sources: sourcesProps({ question, answer }, parsed) }
  })
  const exchangeInView = shown.find(({ question }) => question.id === inView)

  const understoodProps = ({ question, answer }: Exchange): UnderstandingChipsProps => ({
    understanding: answer && understandingOf(answer),
    removedItems: removedItemsIn(question),
    // Asking an earlier question again would delete the exchanges after it.
    askWithout:
      question === latest?.question ? (without) => conversation.askWithChanges({ without }) : undefined,
    busy,
  })

  return (
    <div className="flex min-w-0 flex-1">
      <div className="mx-auto flex w-full min-w-0 max-w-[48rem] flex-1 flex-col px-4 column:px-8">
        <h1 className="sr-only">{head?.title ?? 'Conversation'}</h1>
        {shown.map(({ question, answer, parsed, sources }, index) => (
          <ExchangeView
            key={question.id}
            exchange={{ question, answer }}
            conversation={exchanges}
            parsed={parsed}
            latest={index === shown.length - 1}
            {...{ busy, error, ask }}
            askAgain={() => conversation.askAgain()}
            followCitation={(n, ordinal) =>
              answer && followCitation({ answerId: answer.id, n, ordinal }, () => showExchange(question.id))
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
        <AnswerLiveRegion conversation={conversation} busy={busy} />
        <Suspense>
          <PrintedAnswers exchanges={exchanges} />
        </Suspense>
        <ConversationFooter
          {...{ busy, ask, stop, saveOutcome, autoFocus }}
          saveAnyway={() => conversation.saver.saveAnyway()}
          started
          aboutLine={
            about ? <AboutLine document={about} clear={() => conversation.clearAboutDocument()} /> : null
          }
        />
      </div>
      {wide && exchanges.length > 0 ? (
        <SourcesColumn shown={exchangeInView?.sources} questionId={exchangeInView?.question.id}>
          {exchangeInView ? (
            <Understood
              key={exchangeInView.question.id}
              {...understoodProps(exchangeInView)}
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
  const { chat, saver } = conversation
  const { messages, status, error, stop } = useChat({ chat, experimental_throttle: REDRAW_INTERVAL_MS })
  const onChange = useMemo(() => conversation.onChange.bind(conversation), [conversation])

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the messages change
  useEffect(() => {
    saver.saveSoon()
  }, [saver, messages])

  return {
    exchanges: useMemo(() => exchangesOf(messages), [messages]),
    busy: useSyncExternalStore(onChange, () => conversation.busy),
    saveOutcome: useSyncExternalStore(onChange, () => saver.outcome),
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
