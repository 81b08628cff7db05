/** What the list does with conversations, fetched when it is first used. Fetching may fail: then the list says so. */
import { useCallback, useState } from 'react'

type Keeping = typeof import('./keeping.ts')

const fetchKeeping = () => import('./keeping.ts')

export function useKeeping() {
  const [failed, setFailed] = useState(false)
  const withKeeping = useCallback(
    async <Result>(work: (keeping: Keeping) => Promise<Result>): Promise<Result | undefined> => {
      try {
        const keeping = await fetchKeeping()
        setFailed(false)
        return await work(keeping)
      } catch {
        setFailed(true)
        return undefined
      }
    },
    [],
  )
  return { withKeeping, failed, prepare }
}

/** Whoever comes near the list will use it. */
function prepare() {
  void fetchKeeping().catch(() => {})
}
