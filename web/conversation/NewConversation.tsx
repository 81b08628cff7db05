/**
 * Before the first question. There is nothing to stream yet, so what streams and draws answers is fetched only when
 * the reader turns to the question field: it is half of the page's code. A question in the address, `/?q=…`, is asked
 * at once, and `/?about=…` names the document that questions are about.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { useLocation, useNavigate, useNavigationType, useSearchParams } from 'react-router'
import { MAX_QUESTION_CHARACTERS } from '../../server/contract/limits.ts'
import { isNotFound } from '../api.ts'
import type { About } from '../history/head.ts'
import { RequestFailed } from '../page/ErrorNotice.tsx'
import { usePageTitle } from '../page/use-page-title.ts'
import { documentQuery } from '../queries.ts'
import { AboutLinked } from './AboutLinked.tsx'
import { ConversationFoot } from './ConversationFoot.tsx'
import { EmptyConversation } from './EmptyConversation.tsx'

const prepare = () => Promise.all([import('./opened.ts'), import('./OpenConversation.tsx')])

/** Visits whose linked question was asked: an effect may run twice, the question not. */
const askedAt = new Set<string>()

export function NewConversation() {
  usePageTitle()
  const [search] = useSearchParams()
  const linked = search.get('q')?.trim() ?? ''
  const aboutId = search.get('about') || undefined
  const { key, state } = useLocation()
  const navigate = useNavigate()
  const toField = useNavigationType() === 'PUSH' && !state?.inList
  const findAbout = useFindAbout(aboutId)
  const { error: aboutError } = useQuery({ ...documentQuery(aboutId ?? ''), enabled: aboutId !== undefined })
  const [asked, setAsked] = useState<string | undefined>()
  const [failure, setFailure] = useState<unknown>()

  const ask = useCallback(
    async (question: string) => {
      setAsked(question)
      setFailure(undefined)
      try {
        const [[{ beginWith }], about] = await Promise.all([prepare(), findAbout()])
        const id = beginWith(question, about)
        // Nobody goes back to the address of a linked question, which would ask it again.
        navigate(`/c/${id}`, { replace: linked !== '' })
      } catch (error) {
        setFailure(error)
      }
    },
    [findAbout, navigate, linked],
  )

  useEffect(() => {
    if (linked === '' || linked.length > MAX_QUESTION_CHARACTERS || askedAt.has(key)) return
    askedAt.add(key)
    void ask(linked)
  }, [linked, key, ask])

  return (
    // Whoever comes near an example or the field will ask.
    <div
      className="mx-auto flex w-full min-w-0 max-w-[48rem] flex-1 flex-col px-4 column:px-8"
      onPointerEnter={() => void prepare().catch(ignored)}
    >
      <EmptyConversation ask={ask} aboutDocument={aboutId !== undefined && !isNotFound(aboutError)} />
      {failure ? (
        <RequestFailed
          title="The question could not be sent"
          error={failure}
          retry={() => void ask(asked ?? '')}
        />
      ) : null}
      <ConversationFoot
        started={false}
        autoFocus={toField}
        kept="kept"
        initial={linked.length > MAX_QUESTION_CHARACTERS ? linked : ''}
        busy={asked !== undefined && failure === undefined}
        ask={ask}
        stop={() => {}}
        onFocus={() => void prepare().catch(ignored)}
        aboutLine={aboutId ? <AboutLinked id={aboutId} leave={() => navigate('/')} /> : null}
      />
    </div>
  )
}

/** Finds the title of the document that the address names. A document that does not exist is left out. */
function useFindAbout(id: string | undefined): () => Promise<About | undefined> {
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

/** Fetching ahead may fail; asking fetches again and tells. */
function ignored() {}
