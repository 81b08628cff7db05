/** Buttons that export all conversations to a file, and import conversations from one. */
import { useRef, useState } from 'react'
import { StorageError } from './database.ts'

/** Enough for about ten thousand conversations. */
const MAX_FILE_BYTES = 256 * 1024 * 1024

interface FileActionsProps {
  /** `undefined` when there is nothing to export. */
  exportAll: (() => void) | undefined
}

export function FileActions({ exportAll }: FileActionsProps) {
  const field = useRef<HTMLInputElement>(null)
  const [outcome, setOutcome] = useState<{ succeeded: boolean; words: string } | undefined>()

  const importChosen = async (file: File) => {
    setOutcome(undefined)
    try {
      setOutcome({ succeeded: true, words: await importFile(file) })
    } catch (error) {
      setOutcome({ succeeded: false, words: `Nothing was imported. ${failureReason(error)}` })
    }
  }
  return (
    <div className="border-rule border-t pr-4 pl-5 wide:pl-8 py-2">
      <div className="flex flex-wrap gap-x-4">
        {exportAll ? (
          <button type="button" className="quiet" onClick={exportAll}>
            Export all
          </button>
        ) : null}
        <button type="button" className="quiet" onClick={() => field.current?.click()}>
          Import
        </button>
        <input
          ref={field}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label="File of conversations"
          onChange={(event) => {
            const [file] = event.target.files ?? []
            if (file) void importChosen(file)
            // Allows choosing the same file again.
            event.target.value = ''
          }}
        />
      </div>
      <p
        role={outcome?.succeeded === false ? 'alert' : 'status'}
        className="break-words text-label text-soft"
      >
        {outcome?.words}
      </p>
    </div>
  )
}

async function importFile(file: File): Promise<string> {
  const [{ FileError, parseFile }, { importConversations }] = await Promise.all([
    import('./conversation-file.ts'),
    import('./storage.ts'),
  ])
  if (file.size > MAX_FILE_BYTES) throw new FileError('This file is larger than 256 MB.')
  return importResultInWords(await importConversations(parseFile(await file.text())))
}

function importResultInWords({ added, merged }: { added: number; merged: number }): string {
  const number = (count: number) => `${count} ${count === 1 ? 'conversation' : 'conversations'}`
  if (added + merged === 0) return 'The file holds no conversation.'
  if (merged === 0) return `${number(added)} imported.`
  const mergedInWords = `${number(merged)} ${merged === 1 ? 'was' : 'were'} here already and got what was missing`
  return added === 0 ? `${mergedInWords}.` : `${number(added)} imported; ${mergedInWords}.`
}

function failureReason(error: unknown): string {
  if (error instanceof StorageError) return error.message
  // Compared by name, because the class is loaded only when a file is imported.
  if (error instanceof Error && error.name === 'FileError') return error.message
  return 'The file could not be read.'
}
