/** The fields of a record as a list of terms; what the archive does not give is left out. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { ArchiveDocument } from '../../corpus/document.ts'
import { collectionsQuery } from '../queries.ts'
import { capitalized } from '../sources/provenance.ts'

export function RecordFacts({ document }: { document: ArchiveDocument }) {
  const { type, publisher, archive, language, collections, people, countries, subjects, events } = document
  return (
    <dl className="text-note">
      <Fact term="Kind">{capitalized(type)}</Fact>
      <Fact term="Published by">{publisher}</Fact>
      <Fact term="Call number">{archive ?? <span className="text-soft">Not given</span>}</Fact>
      {language ? <Fact term="Language">{language}</Fact> : null}
      {collections.length > 0 ? (
        <Fact term={collections.length === 1 ? 'Collection' : 'Collections'}>
          <CollectionLinks titles={collections} />
        </Fact>
      ) : null}
      <Names term="People" names={people} />
      <Names term="Countries" names={countries} />
      <Names term="Events" names={events} />
      <Names term="Subjects" names={subjects.map(capitalized)} />
    </dl>
  )
}

function Names({ term, names }: { term: string; names: readonly string[] }) {
  return names.length > 0 ? <Fact term={term}>{names.join('\u00a0· ')}</Fact> : null
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="gap-x-4 border-rule border-t py-2 column:grid column:grid-cols-[7.5rem_1fr]">
      <dt className="text-label text-soft leading-[1.75]">{term}</dt>
      <dd className="min-w-0 font-serif leading-snug">{children}</dd>
    </div>
  )
}

/** A record names its collections by title; the list of collections knows their addresses. */
function CollectionLinks({ titles }: { titles: readonly string[] }) {
  const { data } = useQuery(collectionsQuery())
  return (
    <ul className="space-y-1">
      {titles.map((title) => {
        const id = data?.collections.find((collection) => collection.title === title)?.id
        return (
          <li key={title}>
            {id ? (
              <Link to={`/collections/${id}`} className="link">
                {title}
              </Link>
            ) : (
              title
            )}
          </li>
        )
      })}
    </ul>
  )
}
