/** A document in a list: date, title, provenance. */
import { Link } from 'react-router'
import type { ArchiveDocument } from '../../corpus/document.ts'
import { formatDate } from '../../corpus/reduced-date.ts'
import { MySourcesToggle } from '../citing/MySourcesToggle.tsx'
import { provenance } from '../sources/provenance.ts'

export function DocumentRow({ document }: { document: ArchiveDocument }) {
  return (
    <li className="gap-x-6 py-3.5 column:grid column:grid-cols-[9.5rem_1fr]">
      <p className="font-serif text-note text-soft leading-[1.4] column:pt-[0.12rem]">
        <span className="small-caps">{formatDate(document.date)}</span>
      </p>
      <div className="min-w-0">
        <h2 className="text-pretty font-serif text-body leading-snug">
          <Link to={`/documents/${document.id}`} className="title-link">
            {document.title}
          </Link>
        </h2>
        <p className="mt-0.5 text-label text-soft">{provenance(document)}</p>
        <MySourcesToggle document={document} />
      </div>
    </li>
  )
}
