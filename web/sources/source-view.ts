/** How the sources of an answer are looked at. */
import { rememberedChoice } from '../page/remembered-choice.ts'

export const sourceViews = ['cards', 'list', 'timeline'] as const
export type SourceView = (typeof sourceViews)[number]

const view = rememberedChoice('aide-memoire.source-view', sourceViews, 'cards')

export function useSourceView(): [SourceView, (view: SourceView) => void] {
  return [view.use(), view.choose]
}

/** Before a card is gone to: the list has none. */
export function showCards() {
  if (view.read() === 'list') view.choose('cards')
}
