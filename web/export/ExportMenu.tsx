/** The export menu below an answer: copy, download, print, the style of footnotes, and the whole conversation. */
import { Check, ChevronDown, Copy } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { type ReactNode, useMemo } from 'react'
import type { Exchange } from '../conversation/message-parts.ts'
import { NOTE_STYLE_NAMES, noteStyles, useNoteStyle } from './note-style.ts'
import { useConfirmation, useExport } from './use-export.ts'

interface ExportMenuProps {
  exchange: Exchange
  /** All exchanges of the conversation. */
  conversation: readonly Exchange[]
}

export default function ExportMenu({ exchange, conversation }: ExportMenuProps) {
  const [message, showMessage] = useConfirmation()
  const { question, answer } = exchange
  const answerExport = useExport(
    useMemo(() => [{ question, answer }], [question, answer]),
    showMessage,
  )
  const conversationExport = useExport(conversation, showMessage)
  const [style, chooseStyle] = useNoteStyle()
  return (
    <>
      <DropdownMenu.Root modal={false} onOpenChange={(open) => open && answerExport.prefetch()}>
        <DropdownMenu.Trigger className="quiet">
          <Copy size={13} strokeWidth={1.75} aria-hidden="true" />
          Copy or download
          <ChevronDown size={13} strokeWidth={1.75} aria-hidden="true" />
        </DropdownMenu.Trigger>
        {/* Rendered inside the main landmark. */}
        <DropdownMenu.Portal container={document.getElementById('main')}>
          <DropdownMenu.Content
            align="start"
            sideOffset={2}
            collisionPadding={12}
            className="z-30 max-h-(--radix-dropdown-menu-content-available-height) min-w-56 overflow-y-auto rounded-leaf border border-rule bg-leaf py-1.5 text-label shadow-leaf"
            data-screen-only
          >
            <MenuItem act={answerExport.copyText}>Copy as text</MenuItem>
            <MenuItem act={answerExport.copyMarkdown}>Copy as Markdown</MenuItem>
            <MenuItem act={answerExport.downloadMarkdown}>Download Markdown</MenuItem>
            <MenuItem act={answerExport.downloadWord}>Download Word document</MenuItem>
            <MenuItem act={answerExport.print}>Print</MenuItem>
            <MenuRule />
            <DropdownMenu.Label className="px-3.5 pt-1 pb-0.5 text-soft">Footnotes as in</DropdownMenu.Label>
            <DropdownMenu.RadioGroup value={style} aria-label="Footnotes as in">
              {noteStyles.map((choice) => (
                <DropdownMenu.RadioItem
                  key={choice}
                  value={choice}
                  className={`${ITEM_CLASSES} flex items-center justify-between`}
                  onSelect={(event) => {
                    // Keeps the menu open, so that the user can copy in this style.
                    event.preventDefault()
                    chooseStyle(choice)
                  }}
                >
                  {NOTE_STYLE_NAMES[choice]}
                  <DropdownMenu.ItemIndicator>
                    <Check size={14} strokeWidth={1.75} aria-hidden="true" />
                  </DropdownMenu.ItemIndicator>
                </DropdownMenu.RadioItem>
              ))}
            </DropdownMenu.RadioGroup>
            {conversation.length > 1 ? (
              <>
                <MenuRule />
                <DropdownMenu.Group aria-label="The whole conversation">
                  <DropdownMenu.Label className="px-3.5 pt-1 pb-0.5 text-soft">
                    The whole conversation
                  </DropdownMenu.Label>
                  <MenuItem act={conversationExport.downloadMarkdown}>Download all as Markdown</MenuItem>
                  <MenuItem act={conversationExport.downloadWord}>Download all as Word document</MenuItem>
                  <MenuItem act={conversationExport.print}>Print all</MenuItem>
                </DropdownMenu.Group>
              </>
            ) : null}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <span role="status" className="self-center text-label text-soft">
        {message}
      </span>
    </>
  )
}

const ITEM_CLASSES =
  'cursor-default px-3.5 py-1 leading-[1.5] outline-none select-none data-highlighted:bg-wash data-highlighted:text-accent'

function MenuItem({ act, children }: { act: () => Promise<void>; children: ReactNode }) {
  return (
    <DropdownMenu.Item className={ITEM_CLASSES} onSelect={() => void act()}>
      {children}
    </DropdownMenu.Item>
  )
}

function MenuRule() {
  return <DropdownMenu.Separator className="my-1.5 border-rule border-t" />
}
