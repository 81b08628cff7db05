/** Navigation from a citation in the text to its source's card, and back. */
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { cardId, type SourcesProps } from '../sources/Sources.tsx'
import { showCards } from '../sources/source-view.ts'
import { citationId } from './AnswerText.tsx'
import type { ParsedAnswer } from './parse-answer.ts'
import { firstOrdinal } from './parse-cited-text.ts'

type LinkProps = Omit<SourcesProps, 'complete' | 'stale' | 'sourceOverride'>

/** The card that the user went to, and the citation from which. */
interface FollowedCitation {
  answerId: string
  n: number
  ordinal: number | undefined
}

/** @param latestAnswerId the answer whose sheet of sources is open until the user closes it */
export function useCitationLinks(latestAnswerId: string | undefined) {
  const [followed, setFollowed] = useState<FollowedCitation | undefined>()
  const sheets = useSheets(latestAnswerId)

  /** @param show renders whatever else is needed for the card to be on the page */
  const goToCard = (to: FollowedCitation, show?: () => void) => {
    // The card must be rendered before it can get the focus.
    flushSync(() => {
      show?.()
      showCards()
      setFollowed(to)
    })
    focusAndShow(cardId(to.answerId, to.n))
  }
  return {
    sheets,
    followCitation: (to: FollowedCitation, show: () => void) =>
      goToCard(to, () => {
        sheets.setOpen(to.answerId, true)
        show()
      }),
    linkProps: (answerId: string, parsed: ParsedAnswer): LinkProps => ({
      answerId,
      ...parsed,
      selected: followed?.answerId === answerId ? followed.n : undefined,
      goToText: (n) => {
        const cameFrom = followed?.answerId === answerId && followed.n === n
        const ordinal = cameFrom ? followed.ordinal : firstOrdinal(parsed.paragraphs, n)
        if (ordinal !== undefined) focusAndShow(citationId(answerId, ordinal))
      },
      goToCard: (n) => goToCard({ answerId, n, ordinal: firstOrdinal(parsed.paragraphs, n) }),
    }),
  }
}

/** Which answers' sheets of sources are open: by default that of the latest answer. */
function useSheets(latestId: string | undefined) {
  const [chosen, setChosen] = useState<Readonly<Record<string, boolean>>>({})
  return {
    isOpen: (id: string) => chosen[id] ?? id === latestId,
    setOpen: (id: string, open: boolean) => setChosen((before) => ({ ...before, [id]: open })),
  }
}

function focusAndShow(elementId: string) {
  const element = document.getElementById(elementId)
  element?.focus({ preventScroll: true })
  if (element) scrollIntoViewIfHidden(element)
}

/** Duration of the scroll animation; none with `prefers-reduced-motion`. */
const SCROLL_DURATION_MS = 150
const MARGIN_PX = 20

/** Scrolls the column of sources, or the page, until the element is in view. */
function scrollIntoViewIfHidden(element: HTMLElement) {
  const column = element.closest<HTMLElement>('[data-scrolls]')
  const scroller = column ?? document.scrollingElement
  if (!scroller) return
  const { top, bottom } = column?.getBoundingClientRect() ?? visiblePageArea()
  const card = element.getBoundingClientRect()
  const hidden = card.top < top + MARGIN_PX || card.bottom > bottom - MARGIN_PX
  if (hidden) scrollSmoothly(scroller, scroller.scrollTop + card.top - top - MARGIN_PX)
}

/** The visible part of the page: between the header, if that is sticky, and the question field. */
function visiblePageArea() {
  const head = document.querySelector('header')
  const field = document.querySelector('[data-question-field]')
  return {
    top: head && getComputedStyle(head).position === 'sticky' ? head.getBoundingClientRect().bottom : 0,
    bottom: field?.getBoundingClientRect().top ?? window.innerHeight,
  }
}

function scrollSmoothly(scroller: Element, to: number) {
  const from = scroller.scrollTop
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
    scroller.scrollTop = to
    return
  }
  const start = performance.now()
  const step = (now: number) => {
    const share = Math.min(1, (now - start) / SCROLL_DURATION_MS)
    // Ease-out (cubic).
    scroller.scrollTop = from + (to - from) * (1 - (1 - share) ** 3)
    if (share < 1) requestAnimationFrame(step)
  }
  requestAnimationFrame(step)
}
