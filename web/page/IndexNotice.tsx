/** A notice while the server builds its index; when it is ready, the page's data is fetched again. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { statusQuery } from '../queries.ts'

const STATE_SENTENCES = {
  building: 'The archive is being prepared and answers when that is done.',
  rebuilding: 'The index is being built anew; until that is done, new records are not found.',
}

export function IndexNotice() {
  const { data } = useQuery(statusQuery())
  const { state, progress = 0 } = data?.index ?? {}
  useRefetchWhenReady(state)
  const sentence = state === 'building' || state === 'rebuilding' ? STATE_SENTENCES[state] : undefined
  return (
    <div
      className={sentence && 'border-rule border-b px-4 py-2 text-label text-soft column:px-8'}
      data-screen-only
    >
      <span role="status">{sentence}</span>{' '}
      {/* Outside the live region, so that not every step is announced. */}
      {sentence ? <span className="tabular">{Math.floor(progress * 100)} %</span> : null}
    </div>
  )
}

/** Refetches the data that was requested while the index was missing or old. */
function useRefetchWhenReady(state: string | undefined) {
  const queryClient = useQueryClient()
  const before = useRef(state)
  useEffect(() => {
    const wasBuilding = before.current !== undefined && before.current !== 'ready'
    before.current = state
    if (!wasBuilding || state !== 'ready') return
    const [status] = statusQuery().queryKey
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== status })
  }, [queryClient, state])
}
