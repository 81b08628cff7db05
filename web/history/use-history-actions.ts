/**
 * The user's actions on conversations in the list. Their code is preloaded when the pointer or focus reaches the list.
 */
import { useCallback, useState } from 'react'

const loadStorage = () => import('./storage.ts')
type Storage = Awaited<ReturnType<typeof loadStorage>>

export function useHistoryActions() {
  const [failed, setFailed] = useState(false)
  const withStorage = useCallback(
    async <Result>(work: (storage: Storage) => Promise<Result>): Promise<Result | undefined> => {
      try {
        const storage = await loadStorage()
        setFailed(false)
        return await work(storage)
      } catch {
        setFailed(true)
        return undefined
      }
    },
    [],
  )
  return {
    /** True when the last action failed because its code could not be loaded. */
    failed,
    preloadStorage,
    rename: (id: string, title: string) => withStorage((storage) => storage.renameConversation(id, title)),
    remove: (id: string) => withStorage((storage) => storage.deleteConversation(id)),
    undoDelete: () => withStorage((storage) => storage.undoDelete()),
    readSearchTexts: useCallback(() => withStorage((storage) => storage.readSearchTexts()), [withStorage]),
    exportOne: (id: string) =>
      withStorage(async (storage) => {
        const conversation = await storage.readConversation(id)
        if (conversation) await downloadConversations([conversation])
      }),
    exportAll: () =>
      withStorage(async (storage) => downloadConversations(await storage.readAllConversations())),
  }
}

/** Errors are ignored here: the action loads the code again and reports a second failure. */
function preloadStorage() {
  void loadStorage().catch(() => {})
}

async function downloadConversations(
  conversations: Parameters<typeof import('./conversation-file.ts').downloadFile>[0],
) {
  const { downloadFile } = await import('./conversation-file.ts')
  downloadFile(conversations)
}
