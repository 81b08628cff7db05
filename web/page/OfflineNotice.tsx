/** Says when the device has lost its network, and what that means: a server on the same machine still answers. */
import { useSyncExternalStore } from 'react'

/** Whether the server that this page came from runs on the reader's own machine (RFC 6761, RFC 1122). */
const isHere = /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(window.location.hostname)

export function OfflineNotice() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  return (
    <div role="status" data-screen-only>
      {online ? null : (
        <p className="border-rule border-b px-4 py-2 text-label text-soft column:px-8">
          This device is offline.{' '}
          {isHere
            ? 'The archive is on it and answers still; the originals, and all else beyond this device, need the network.'
            : 'What is on the page stays; all else needs the network.'}
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
