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
  const [outcome, setOutcome] = useState<{ good: boolean; words: string } | undefined>()

  const take = async (file: File) => {
    setOutcome(undefined)
    try {
      setOutcome({ good: true, words: await importFile(file) })
    } catch (error) {
      setOutcome({ good: false, words: `Nothing was imported. ${reason(error)}` })
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
            if (file) void take(file)
            // Allows choosing the same file again.
            event.target.value = ''
          }}
        />
      </div>
      <p role={outcome?.good === false ? 'alert' : 'status'} className="break-words text-label text-soft">
        {outcome?.words}
      </p>
    </div>
  )
}

async function importFile(file: File): Promise<string> {
  const [{ FileError, parseFile }, { add }] = await Promise.all([
    import('./conversation-file.ts'),
    import('./storage.ts'),
  ])
  if (file.size > MAX_FILE_BYTES) throw new FileError('This file is larger than 256 MB.')
  return added(await add(parseFile(await file.text())))
}

function added({ fresh, joined }: { fresh: number; joined: number }): string {
  const number = (count: number) => `${count} ${count === 1 ? 'conversation' : 'conversations'}`
  if (fresh + joined === 0) return 'The file holds no conversation.'
  if (joined === 0) return `${number(fresh)} imported.`
  const here = `${number(joined)} ${joined === 1 ? 'was' : 'were'} here already and got what was missing`
  return fresh === 0 ? `${here}.` : `${number(fresh)} imported; ${here}.`
}

function reason(error: unknown): string {
  if (error instanceof StorageError) return error.message
  // Compared by name, because the class is loaded only when a file is imported.
  if (error instanceof Error && error.name === 'FileError') return error.message
  return 'The file could not be read.'
}
