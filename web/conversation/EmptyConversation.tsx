/** Before the first question: what this is, and questions to begin with. */
import { useQuery } from '@tanstack/react-query'
import { PopularDocuments } from '../documents/PopularDocuments.tsx'
import { RequestFailed } from '../page/ErrorNotice.tsx'
import { Skeleton } from '../page/Skeleton.tsx'
import { examplesQuery } from '../queries.ts'
import { QuestionList } from './QuestionList.tsx'

interface EmptyConversationProps {
  ask: (question: string) => void
  /** Whether the questions will be about one document. */
  aboutDocument: boolean
}

export function EmptyConversation({ ask, aboutDocument }: EmptyConversationProps) {
  if (aboutDocument)
    return (
      <div className="pt-8 pb-6 column:pt-[max(3rem,9vh)]">
        <h1 className="text-balance font-serif text-title">What does this document say?</h1>
        <p className="mt-3 max-w-[38rem] text-pretty font-serif text-body">
          Your question goes to the document named below first. Others of the archive may speak to it as well.
        </p>
      </div>
    )
  return (
    <div className="pt-8 pb-6 column:pt-[max(3rem,9vh)]">
      <h1 className="text-balance font-serif text-title">What do the archives say?</h1>
      <p className="mt-3 max-w-[38rem] text-pretty font-serif text-body">
        Ask about the diplomacy of North Korea, and read what declassified documents say. Every sentence of an
        answer carries the number of its source, and the source stands beside it.
      </p>
      <section aria-labelledby="examples" className="mt-9">
        <h2 id="examples" className="mb-2 font-strong text-label">
          For example
        </h2>
        <Examples ask={ask} />
      </section>
      <PopularDocuments />
    </div>
  )
}

function Examples({ ask }: { ask: (question: string) => void }) {
  const { data, error, refetch } = useQuery(examplesQuery())
  if (error)
    return <RequestFailed title="No example questions could be fetched" error={error} retry={refetch} />
  if (!data)
    return (
      <Skeleton lines={5} label="Example questions are being fetched" className="space-y-6 py-3 leading-8" />
    )
  return <QuestionList questions={data.questions} ask={ask} />
}
