/** The document that the address says the question is about, once its title is known. */
import { useQuery } from '@tanstack/react-query'
import { isNotFound } from '../api.ts'
import { documentQuery } from '../queries.ts'
import { About } from './About.tsx'

export function AboutLinked({ id, leave }: { id: string; leave: () => void }) {
  const { data, error } = useQuery(documentQuery(id))
  if (data) return <About document={{ id, title: data.title }} leave={leave} />
  return (
    <p role="status" className="pb-1.5 text-label text-soft">
      {!error
        ? 'About: …'
        : isNotFound(error)
          ? `There is no document “${id}”: your question goes to the whole archive.`
          : 'The document could not be fetched.'}
    </p>
  )
}
