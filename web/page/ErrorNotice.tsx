/** A notice that says what went wrong and offers ways to continue. */
import type { ReactNode } from 'react'
import { explainError, ProblemError } from '../api.ts'

interface ErrorNoticeProps {
  title: string
  detail: string
  /** Buttons and links (utility class `quiet`). */
  children: ReactNode
}

export function ErrorNotice({ title, detail, children }: ErrorNoticeProps) {
  return (
    <div role="alert" className="border-ink border-l-2 py-1 pl-4">
      <p className="font-strong text-note">{title}</p>
      <p className="text-note text-soft">{detail}</p>
      <div className="mt-1 flex flex-wrap gap-x-5">{children}</div>
    </div>
  )
}

interface RequestFailedProps {
  title: string
  error: unknown
  retry: () => void
  /** Replaces "Try again" when the server refused the request as invalid (status 400). */
  alternative?: ReactNode
}

/** The notice of a failed request, with a button that tries again. */
export function RequestFailed({ title, error, retry, alternative }: RequestFailedProps) {
  const isInvalidRequest = error instanceof ProblemError && error.problem.status === 400
  return (
    <ErrorNotice title={title} detail={explainError(error)}>
      {isInvalidRequest && alternative ? (
        alternative
      ) : (
        <button type="button" className="quiet text-ink" onClick={retry}>
          Try again
        </button>
      )}
    </ErrorNotice>
  )
}
