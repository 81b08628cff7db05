/** The fields of a record as a definition list; missing fields are left out. */
import { useQuery } from '@tanstack/react-query'
import { Children, type ReactNode } from 'react'
import { Link } from 'react-router'
import type { ArchiveDocument } from '../../corpus/document.ts'
import { formatDate, precisionOf } from '../../corpus/reduced-date.ts'
import type { RecordName } from '../../server/contract/records.ts'
import { collectionsQuery, recordNamesQuery } from '../queries.ts'
import { capitalized } from '../sources/provenance.ts'

export function RecordFields({ document }: { document: ArchiveDocument }) {
  const { date, type, publisher, archive, language, collections } = document
  // Until the linked names are fetched, or if that fails, names and subjects are shown as in the record.
  const { data: names } = useQuery(recordNamesQuery(document.id))
  const subjects = names?.subjects ?? document.subjects
  const withoutIds = (list: readonly string[]) => list.map((name): RecordName => ({ name }))
  return (
    <dl className="text-note">
      <RecordField term="Date">
        {formatDate(date)}
        {precisionOf(date) === 'day' ? null : (
          <span className="text-soft">
            {' '}
            (the {precisionOf(date) === 'year' ? 'month' : 'day'} is not given)
          </span>
        )}
      </RecordField>
      <RecordField term="Kind">
        <FieldLink to={documentListAddress('type', type)}>{capitalized(type)}</FieldLink>
      </RecordField>
      {names?.maker ? (
        <RecordField term="Made by">
          <FieldLink to={documentListAddress('maker', names.maker.id)}>{names.maker.name}</FieldLink>
        </RecordField>
      ) : null}
      <RecordField term="Published by">
        <FieldLink to={documentListAddress('publisher', publisher)}>{publisher}</FieldLink>
      </RecordField>
      <RecordField term="Call number">{archive ?? <span className="text-soft">Not given</span>}</RecordField>
      {language ? <RecordField term="Language">{language}</RecordField> : null}
      {collections.length > 0 ? (
        <RecordField term={collections.length === 1 ? 'Collection' : 'Collections'}>
          <CollectionLinks titles={collections} />
        </RecordField>
      ) : null}
      <NameLinks term="People" path="people" names={names?.people ?? withoutIds(document.people)} />
      <NameLinks term="Countries" path="places" names={names?.countries ?? withoutIds(document.countries)} />
      <NameLinks term="Organizations" path="organizations" names={names?.organizations ?? []} />
      <NameLinks term="Events" path="events" names={names?.events ?? withoutIds(document.events)} />
      {subjects.length > 0 ? (
        <RecordField term="Subjects">
          <DotSeparated>
            {subjects.map((subject) => (
              <FieldLink key={subject} to={documentListAddress('subject', subject)}>
                {capitalized(subject)}
              </FieldLink>
            ))}
          </DotSeparated>
        </RecordField>
      ) : null}
    </dl>
  )
}

/** The address of the document list filtered by one facet value. */
function documentListAddress(facet: 'type' | 'maker' | 'publisher' | 'subject', value: string): string {
  return `/documents?${new URLSearchParams({ [facet]: value })}`
}

function NameLinks({ term, path, names }: { term: string; path: string; names: readonly RecordName[] }) {
  if (names.length === 0) return null
  return (
    <RecordField term={term}>
      <DotSeparated>
        {names.map(({ name, id }) =>
          id ? (
            <FieldLink key={name} to={`/${path}/${id}`}>
              {name}
            </FieldLink>
          ) : (
            <span key={name}>{name}</span>
          ),
        )}
      </DotSeparated>
    </RecordField>
  )
}

function RecordField({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="gap-x-4 border-rule border-t py-2 column:grid column:grid-cols-[7.5rem_1fr]">
      <dt className="text-label text-soft leading-[1.75]">{term}</dt>
      <dd className="min-w-0 font-serif leading-relaxed">{children}</dd>
    </div>
  )
}

/** For many links close together: a thin underline, and no colour until hover or focus. */
function FieldLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link
      to={to}
      className="underline decoration-1 decoration-edge underline-offset-[0.22em] hover:text-accent hover:decoration-current"
    >
      {children}
    </Link>
  )
}

function DotSeparated({ children }: { children: readonly ReactNode[] }) {
  return Children.toArray(children).flatMap((child, index) => (index > 0 ? ['\u00a0· ', child] : [child]))
}

/** A record has only the titles of its collections; their ids come from the list of collections. */
function CollectionLinks({ titles }: { titles: readonly string[] }) {
  const { data } = useQuery(collectionsQuery())
  return (
    <ul className="space-y-1">
      {titles.map((title) => {
        const id = data?.collections.find((collection) => collection.title === title)?.id
        return <li key={title}>{id ? <FieldLink to={`/collections/${id}`}>{title}</FieldLink> : title}</li>
      })}
    </ul>
  )
}
