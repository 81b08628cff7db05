/** Keeps the focus among the cards while a question is asked again: its button goes, and cards change places. */
import { useEffect, useRef } from 'react'

/** @param settled whether no other cards are awaited */
export function useCardFocus(settled: boolean) {
  const part = useRef<HTMLDivElement>(null)
  const kept = useRef<{ document: string | undefined } | undefined>(undefined)

  const focusKept = () => {
    const cards = [...(part.current?.querySelectorAll<HTMLElement>('[data-document]') ?? [])]
    const card = cards.find(({ dataset }) => dataset.document === kept.current?.document)
    const element = card ?? part.current
    element?.focus({ preventScroll: true })
  }

  // After every drawing: each may have moved the card, which loses it the focus.
  useEffect(() => {
    if (!kept.current) return
    // Whoever has gone elsewhere stays there.
    if (document.activeElement === document.body) focusKept()
    if (settled) kept.current = undefined
  })

  return {
    part,
    /** @param document whose card is to have the focus; `undefined` for all of the cards' part of the page */
    keepFocusOn: (document: string | undefined) => {
      kept.current = { document }
      focusKept()
    },
  }
}
