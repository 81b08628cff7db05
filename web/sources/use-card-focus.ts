/** Keeps the focus on a source card while a question is asked again: the pressed button disappears, and cards move. */
import { useEffect, useRef } from 'react'

/** @param settled true when the cards will not change any more */
export function useCardFocus(settled: boolean) {
  const part = useRef<HTMLDivElement>(null)
  const kept = useRef<{ document: string | undefined } | undefined>(undefined)

  const focusKept = () => {
    const cards = [...(part.current?.querySelectorAll<HTMLElement>('[data-document]') ?? [])]
    const card = cards.find(({ dataset }) => dataset.document === kept.current?.document)
    const element = card ?? part.current
    element?.focus({ preventScroll: true })
  }

  // After every render: moving the card in the DOM may lose the focus.
  useEffect(() => {
    if (!kept.current) return
    // If the user has focused something else, the focus stays there.
    if (document.activeElement === document.body) focusKept()
    if (settled) kept.current = undefined
  })

  return {
    part,
    /** @param document id of the document whose card gets the focus; `undefined` for the container of all cards */
    keepFocusOn: (document: string | undefined) => {
      kept.current = { document }
      focusKept()
    },
  }
}
