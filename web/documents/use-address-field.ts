/**
 * The text of a field whose value is in the address. While the user types, the field keeps the typed text. When the
 * address gets a value that the field did not request (by a link, by going back, by swapped years), the field takes it.
 */
import { useEffect, useReducer, useRef, useState } from 'react'
import { useLocation } from 'react-router'

export interface AddressField {
  text: string
  setText: (text: string) => void
  /** Whether the address has this value or is about to get it. */
  isRequested: (value: string) => boolean
  /**
   * Records that the address is about to get this value, so that the text, which may have changed by then, stays. To be
   * called once for each new address (the address itself changes a moment later).
   */
  requestValue: (value: string) => void
}

export function useAddressField(addressValue: string): AddressField {
  const [text, setText] = useState(addressValue)
  const { key } = useLocation()
  // Going back before the requested address is rendered does not change the key, so history steps are counted as well.
  const [steps, step] = useReducer((count: number) => count + 1, 0)
  // `pending`: the requested values whose address is not rendered yet. An older one must not replace newer text.
  const last = useRef({ key, steps, requested: addressValue, pending: [] as string[] })
  useEffect(() => {
    window.addEventListener('popstate', step)
    return () => window.removeEventListener('popstate', step)
  }, [])
  useEffect(() => {
    const { requested, pending } = last.current
    if (last.current.key === key && last.current.steps === steps) return
    const index = last.current.steps === steps ? pending.indexOf(addressValue) : -1
    if (index >= 0) {
      last.current = { key, steps, requested, pending: pending.slice(index + 1) }
      return
    }
    last.current = { key, steps, requested: addressValue, pending: [] }
    if (addressValue !== requested) setText(addressValue)
  }, [key, addressValue, steps])
  return {
    text,
    setText,
    isRequested: (value) => last.current.requested === value,
    requestValue: (value) => {
      last.current.requested = value
      last.current.pending.push(value)
    },
  }
}
