/** Starts the download of a file in the browser. */

/** After this time the browser has started to read the file (ms). */
const REVOKE_DELAY_MS = 10_000

export function download(file: Blob, name: string) {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), REVOKE_DELAY_MS)
}
