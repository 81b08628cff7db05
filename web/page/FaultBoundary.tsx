/** Catches a fault of the page itself, so that the reader sees words and a way on instead of an empty screen. */
import { Component, type ReactNode } from 'react'
import { forgetConversation } from '../conversation/stored-conversation.ts'
import { ErrorNotice } from './ErrorNotice.tsx'

export class FaultBoundary extends Component<{ children: ReactNode }, { fault: boolean }> {
  override state = { fault: false }

  static getDerivedStateFromError() {
    return { fault: true }
  }

  override render() {
    if (!this.state.fault) return this.props.children
    return (
      <div className="measure px-4 py-10 column:px-8">
        <ErrorNotice
          title="This page failed"
          detail="The fault is in the program. Loading the page again often helps; if not, start with an empty conversation."
        >
          <button type="button" className="quiet" onClick={() => window.location.reload()}>
            Load again
          </button>
          <button
            type="button"
            className="quiet"
            onClick={() => {
              forgetConversation()
              window.location.assign('/')
            }}
          >
            Start with an empty conversation
          </button>
        </ErrorNotice>
      </div>
    )
  }
}
