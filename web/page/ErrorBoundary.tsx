/** React error boundary: shows a notice with a way to continue instead of an empty screen. */
import { Component, type ReactNode } from 'react'
import { ErrorNotice } from './ErrorNotice.tsx'

type FaultKind = 'none' | 'in the program' | 'not fetched'

interface ErrorBoundaryProps {
  /** The current address; a change of it clears the error. */
  address: string
  children: ReactNode
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, { fault: FaultKind }> {
  override state: { fault: FaultKind } = { fault: 'none' }

  static getDerivedStateFromError(error: unknown): { fault: FaultKind } {
    return { fault: isChunkLoadError(error) ? 'not fetched' : 'in the program' }
  }

  override componentDidUpdate({ address }: ErrorBoundaryProps) {
    if (address !== this.props.address && this.state.fault !== 'none') this.setState({ fault: 'none' })
  }

  override render() {
    const { fault } = this.state
    if (fault === 'none') return this.props.children
    return (
      <div className="measure mx-auto w-full px-4 py-10 column:px-8">
        <ErrorNotice
          title={fault === 'not fetched' ? 'The page could not be fetched' : 'This page failed'}
          detail={
            fault === 'not fetched'
              ? 'The server does not answer, or the program was renewed since you opened it. Is the server still running?'
              : 'The fault is in the program. Loading the page again often helps; if not, start with an empty conversation.'
          }
        >
          <button type="button" className="quiet text-ink" onClick={() => window.location.reload()}>
            Load again
          </button>
          {fault === 'in the program' ? (
            <button type="button" className="quiet" onClick={() => window.location.assign('/')}>
              Start with an empty conversation
            </button>
          ) : null}
        </ErrorNotice>
      </div>
    )
  }
}

/** True when a lazily loaded chunk could not be fetched. Matches the messages of Chromium, Firefox and Safari. */
function isChunkLoadError(error: unknown): boolean {
  return (
    error instanceof Error && /dynamically imported module|importing a module script/i.test(error.message)
  )
}
