/** Says when the device has lost its network. A server on the same machine still answers, so nothing is switched off. */
import { useSyncExternalStore } from 'react'

export function OfflineNotice() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  return (
    <div role="status" data-screen-only>
      {online ? null : (
        <p className="border-rule border-b px-4 py-2 text-label text-soft column:px-8">
          This device is offline. What is on the page stays; a new question needs the server, and the links to
          the originals need the network.
        </p>
      )}
    </div>
  )
}

function subscribe(changed: () => void) {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}
