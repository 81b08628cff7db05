/**
 * A conversation before its first question. The code that streams and draws answers is half of the page's code, so it
 * is loaded only when the pointer or the focus reaches this page. A question in the address, `/?q=…`, is asked
 * immediately; `/?about=…` names the document that questions are about.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { useLocation, useNavigate, useNavigationType, useSearchParams } from 'react-router'
import { MAX_QUESTION_CHARACTERS } from '../../server/contract/limits.ts'
import { isNotFound } from '../api.ts'
import { PopularDocuments } from '../documents/PopularDocuments.tsx'
import type { AboutDocument } from '../history/conversation-head.ts'
import { RequestFailed } from '../page/ErrorNotice.tsx'
import { Skeleton } from '../page/Skeleton.tsx'
import { usePageTitle } from '../page/use-page-title.ts'
import { documentQuery, examplesQuery } from '../queries.ts'
import { AboutLineById } from './AboutLine.tsx'
import { ConversationFooter } from './ConversationFooter.tsx'
import { QuestionList } from './QuestionList.tsx'

const loadConversation = () =>
  Promise.all([import('./open-conversations.ts'), import('./ConversationView.tsx')])

/** Preloads the code. Errors are ignored here: asking loads it again and reports a second failure. */
const preloadConversation = () => void loadConversation().catch(() => {})

/**
 * Location keys whose linked question has been asked: React may run the effect twice, but the question is asked once.
 */
const askedLocationKeys = new Set<string>()

export function NewConversation() {
  usePageTitle()
  const [search] = useSearchParams()
  const linkedQuestion = search.get('q')?.trim() ?? ''
  const aboutId = search.get('about') || undefined
  const { key, state } = useLocation()
  const navigate = useNavigate()
  const focusField = useNavigationType() === 'PUSH' && !state?.inList
  const findAbout = useFetchAboutDocument(aboutId)
  const { error: aboutError } = useQuery({ ...documentQuery(aboutId ?? ''), enabled: aboutId !== undefined })
  const [askedQuestion, setAskedQuestion] = useState<string | undefined>()
  const [failure, setFailure] = useState<unknown>()

  const ask = useCallback(
    async (question: string) => {
      setAskedQuestion(question)
      setFailure(undefined)
      try {
        const [[{ startConversation }], about] = await Promise.all([loadConversation(), findAbout()])
        const id = startConversation(question, about)
        // Replaced in the history, because going back to the linked question would ask it again.
        navigate(`/c/${id}`, { replace: linkedQuestion !== '' })
      } catch (error) {
        setFailure(error)
      }
    },
    [findAbout, navigate, linkedQuestion],
  )

  useEffect(() => {
    if (
      linkedQuestion === '' ||
      linkedQuestion.length > MAX_QUESTION_CHARACTERS ||
      askedLocationKeys.has(key)
    )
      return
    askedLocationKeys.add(key)
    void ask(linkedQuestion)
  }, [linkedQuestion, key, ask])

  return (
    <div
      className="mx-auto flex w-full min-w-0 max-w-[48rem] flex-1 flex-col px-4 column:px-8"
      onPointerEnter={preloadConversation}
    >
      {aboutId !== undefined && !isNotFound(aboutError) ? <WelcomeToDocument /> : <Welcome ask={ask} />}
      {failure ? (
        <RequestFailed
          title="The question could not be sent"
          error={failure}
          retry={() => void ask(askedQuestion ?? '')}
        />
      ) : null}
      <ConversationFooter
        started={false}
        autoFocus={focusField}
        saveOutcome="saved"
        initial={linkedQuestion.length > MAX_QUESTION_CHARACTERS ? linkedQuestion : ''}
        busy={askedQuestion !== undefined && failure === undefined}
        ask={ask}
        stop={() => {}}
        onFocus={preloadConversation}
        aboutLine={aboutId ? <AboutLineById id={aboutId} clear={() => navigate('/')} /> : null}
      />
    </div>
  )
}

/** Returns a function that fetches the title of the linked document; it resolves to `undefined` for an unknown id. */
function useFetchAboutDocument(id: string | undefined): () => Promise<AboutDocument | undefined> {
  const client = useQueryClient()
  return useCallback(async () => {
    if (!id) return undefined
    try {
      const { title } = await client.fetchQuery(documentQuery(id))
      return { id, title }
    } catch (error) {
      if (isNotFound(error)) return undefined
      throw error
    }
  }, [client, id])
}

/** Introduces the archive and offers example questions. */
function Welcome({ ask }: { ask: (question: string) => void }) {
  return (
    <div className="pt-8 pb-6 column:pt-[max(3rem,9vh)]">
      <h1 className="text-balance font-serif text-title">What do the archives say?</h1>
      <p className="mt-3 max-w-[38rem] text-pretty font-serif text-body">
        Ask about the diplomacy of North Korea, and read what declassified documents say. Every sentence of an
        answer carries the number of its source, and the source stands beside it.
      </p>
      <section aria-labelledby="examples" className="mt-9">
        <h2 id="examples" className="mb-2 font-strong text-label">
          For example
        </h2>
        <Examples ask={ask} />
      </section>
      <PopularDocuments />
    </div>
  )
}

function Examples({ ask }: { ask: (question: string) => void }) {
  const { data, error, refetch } = useQuery(examplesQuery())
  if (error)
    return <RequestFailed title="No example questions could be fetched" error={error} retry={refetch} />
  if (!data)
    return (
      <Skeleton lines={5} label="Example questions are being fetched" className="space-y-6 py-3 leading-8" />
    )
  return <QuestionList questions={data.questions} ask={ask} />
}

function WelcomeToDocument() {
  return (
    <div className="pt-8 pb-6 column:pt-[max(3rem,9vh)]">
      <h1 className="text-balance font-serif text-title">What does this document say?</h1>
      <p className="mt-3 max-w-[38rem] text-pretty font-serif text-body">
        Your question goes to the document named below first. Others of the archive may speak to it as well.
      </p>
    </div>
  )
}
