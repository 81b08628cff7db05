/** The facets beside the list. */
import type { DocumentListResponse } from '../../server/contract/document-lists.ts'
import { facetNames } from '../../server/contract/facet-names.ts'
import { type Choices, FACETS } from './choices.ts'
import { Facet } from './Facet.tsx'

interface FacetsProps {
  choices: Choices
  facets: DocumentListResponse['facets'] | undefined
  choose: (next: Choices) => void
}

/** Facets that stand open at first: those that readers ask for most. */
const OPEN = new Set(['person', 'country', 'event'])

export function Facets({ choices, facets, choose }: FacetsProps) {
  return (
    <section aria-label="Facets" className="mt-3 border-rule border-b wide:mt-0">
      {facetNames.map((name) => (
        <Facet
          key={name}
          name={name}
          title={FACETS[name]}
          counts={facets?.[name]}
          initiallyOpen={OPEN.has(name) || choices.facets[name].length > 0}
          choices={choices}
          choose={choose}
        />
      ))}
    </section>
  )
}
