import { useState } from 'react'

/** Which answers' sheets of sources are open: the latest, until the reader opens or closes one. */
export function useSheets(latestId: string | undefined) {
  const [chosen, setChosen] = useState<Readonly<Record<string, boolean>>>({})
  return {
    isOpen: (id: string) => chosen[id] ?? id === latestId,
    setOpen: (id: string, open: boolean) => setChosen((before) => ({ ...before, [id]: open })),
  }
}
