/** The citation style chosen by the user. */
import { type CitationStyle, citationStyles } from '../../corpus/citation/citation-style.ts'
import { rememberedChoice } from '../page/remembered-choice.ts'

const style = rememberedChoice<CitationStyle>('aide-memoire.citation-style', citationStyles, 'chicago-note')

export const readCitationStyle = style.read

export function useCitationStyle(): [CitationStyle, (style: CitationStyle) => void] {
  return [style.use(), style.choose]
}
