/**
 * The text of a field whose value is in the address. While the user types, the field keeps the typed text. When the
 * address gets a value that the field did not request (by a link, by going back, by swapped years), the field takes it.
 */
import { useEffect, useReducer, useRef, useState } from 'react'
import { useLocation } from 'react-router'

export interface AddressField {
  text: string
  setText: (text: string) => void
  /**
   * Records that the address is about to get this value, so that the text, which may have changed by then, stays.
   * Returns true if the value differs from the last requested one (the address itself changes a moment later).
   */
  requestValue: (value: string) => boolean
}

export function useAddressField(addressValue: string): AddressField {
  const [text, setText] = useState(addressValue)
  const { key } = useLocation()
  // Going back before the requested address is rendered does not change the key, so history steps are counted as well.
  const [steps, step] = useReducer((count: number) => count + 1, 0)
  const last = useRef({ key, steps, requested: addressValue })
  useEffect(() => {
    window.addEventListener('popstate', step)
    return () => window.removeEventListener('popstate', step)
  }, [])
  useEffect(() => {
    const { requested } = last.current
    if (last.current.key === key && last.current.steps === steps) return
    last.current = { key, steps, requested: addressValue }
    if (addressValue !== requested) setText(addressValue)
  }, [key, addressValue, steps])
  return {
    text,
    setText,
    requestValue: (value) => {
      const isAnother = last.current.requested !== value
      last.current.requested = value
      return isAnother
    },
  }
}
