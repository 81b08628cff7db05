/** Keeps the focus on a source card while a question is asked again: the pressed button disappears, and cards move. */
import { useEffect, useRef } from 'react'

/** @param settled true when the cards will not change any more */
export function useCardFocus(settled: boolean) {
  const container = useRef<HTMLDivElement>(null)
  const target = useRef<{ document: string | undefined } | undefined>(undefined)

  const focusTarget = () => {
    const cards = [...(container.current?.querySelectorAll<HTMLElement>('[data-document]') ?? [])]
    const card = cards.find(({ dataset }) => dataset.document === target.current?.document)
    const element = card ?? container.current
    element?.focus({ preventScroll: true })
  }

  // After every render: moving the card in the DOM may lose the focus.
  useEffect(() => {
    if (!target.current) return
    // If the user has focused something else, the focus stays there.
    if (document.activeElement === document.body) focusTarget()
    if (settled) target.current = undefined
  })

  return {
    container,
    /** @param document id of the document whose card gets the focus; `undefined` for the container of all cards */
    keepFocusOn: (document: string | undefined) => {
      target.current = { document }
      focusTarget()
    },
  }
}
