/** The list of conversations as a drawer over the page, for narrow screens. */
import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useRef } from 'react'
import ConversationList from './ConversationList.tsx'

interface HistoryDrawerProps {
  current: string | undefined
  close: () => void
}

export default function HistoryDrawer({ current, close }: HistoryDrawerProps) {
  const navigated = useRef(false)
  return (
    <Dialog.Root open onOpenChange={close}>
      <Dialog.Portal container={document.getElementById('root')}>
        {/* Not Radix's own overlay, because it inserts a style sheet, which the Content-Security-Policy forbids. */}
        <div aria-hidden="true" className="fixed inset-0 z-30 touch-none bg-paper/75" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 left-0 z-40 flex w-[min(20rem,calc(100vw-2.5rem))] flex-col border-rule border-r bg-leaf shadow-leaf outline-none"
          data-screen-only
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            const goOn = navigated.current ? '#main' : '[data-shows-conversations]'
            document.querySelector<HTMLElement>(goOn)?.focus({ preventScroll: true })
          }}
        >
          <div className="flex items-center justify-between pt-3 pr-2 pl-5">
            <Dialog.Title className="font-strong text-label">Conversations</Dialog.Title>
            <Dialog.Close
              aria-label="Close the conversations"
              className="grid size-9 place-items-center text-soft hover:text-ink"
            >
              <X size={16} strokeWidth={1.5} aria-hidden="true" />
            </Dialog.Close>
          </div>
          <ConversationList
            current={current}
            onGo={() => {
              navigated.current = true
              close()
            }}
          />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
