/** Moves what scrolls until an element is in view, within 150 ms; at once for those who want no motion. */
const DURATION = 150
const MARGIN = 20

export function bringIntoView(element: HTMLElement) {
  const column = element.closest<HTMLElement>('[data-scrolls]')
  const scroller = column ?? document.scrollingElement
  if (!scroller) return
  const { top, bottom } = column?.getBoundingClientRect() ?? pageFrame()
  const card = element.getBoundingClientRect()
  const hidden = card.top < top + MARGIN || card.bottom > bottom - MARGIN
  if (hidden) glide(scroller, scroller.scrollTop + card.top - top - MARGIN)
}

/** The page between its head, where that sticks, and the question field. */
function pageFrame() {
  const head = document.querySelector('header')
  const field = document.querySelector('[data-question-field]')
  return {
    top: head && getComputedStyle(head).position === 'sticky' ? head.getBoundingClientRect().bottom : 0,
    bottom: field?.getBoundingClientRect().top ?? window.innerHeight,
  }
}

function glide(scroller: Element, to: number) {
  const from = scroller.scrollTop
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
    scroller.scrollTop = to
    return
  }
  const start = performance.now()
  const step = (now: number) => {
    const share = Math.min(1, (now - start) / DURATION)
    // Slows down towards its end.
    scroller.scrollTop = from + (to - from) * (1 - (1 - share) ** 3)
    if (share < 1) requestAnimationFrame(step)
  }
  requestAnimationFrame(step)
}
