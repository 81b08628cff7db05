/** Shown for an unknown page, document, collection or name. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { usePageTitle } from './use-page-title.ts'

interface NotFoundProps {
  title?: string
  detail?: string
  /** Suggestions. */
  children?: ReactNode
}

export default function NotFound({
  title = 'No such page',
  detail = 'Nothing stands under this address. It may have been mistyped or cut short.',
  children,
}: NotFoundProps) {
  usePageTitle(title)
  return (
    <div className="measure mx-auto w-full px-4 py-14 column:px-8">
      <h1 className="font-serif text-title">{title}</h1>
      <p className="mt-3 text-note text-soft">{detail}</p>
      {children}
      <p className="mt-6 flex flex-wrap gap-x-6 gap-y-2 text-note">
        <Link to="/" className="link">
          Ask a question
        </Link>
        <Link to="/documents" className="link">
          All documents
        </Link>
        <Link to="/collections" className="link">
          Collections
        </Link>
      </p>
    </div>
  )
}
