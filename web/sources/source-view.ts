/** The user's choice of view for the sources of an answer. */
import { rememberedChoice } from '../page/remembered-choice.ts'

export const sourceViews = ['cards', 'list', 'timeline'] as const
export type SourceView = (typeof sourceViews)[number]

const view = rememberedChoice('aide-memoire.source-view', sourceViews, 'cards')

export function useSourceView(): [SourceView, (view: SourceView) => void] {
  return [view.use(), view.choose]
}

/** Called before going to a card: the list view has no cards. */
export function showCards() {
  if (view.read() === 'list') view.choose('cards')
}
