/**
 * The text of a field whose value is in the address. While the user types, the field keeps the typed text. When the
 * address gets a value that the field did not request (by a link, by going back, by swapped years), the field takes it.
 */
import { useEffect, useReducer, useRef, useState } from 'react'
import { useLocation } from 'react-router'

export interface FieldText {
  text: string
  write: (text: string) => void
  /**
   * Records that the address is about to get this value, so that the text, which may have changed by then, stays.
   * Returns true if the value differs from the last requested one (the address itself changes a moment later).
   */
  asks: (value: string) => boolean
}

export function useFieldText(inAddress: string): FieldText {
  const [text, write] = useState(inAddress)
  const { key } = useLocation()
  // Going back before the requested address is rendered does not change the key, so history steps are counted as well.
  const [steps, step] = useReducer((count: number) => count + 1, 0)
  const last = useRef({ key, steps, asked: inAddress })
  useEffect(() => {
    window.addEventListener('popstate', step)
    return () => window.removeEventListener('popstate', step)
  }, [])
  useEffect(() => {
    const { asked } = last.current
    if (last.current.key === key && last.current.steps === steps) return
    last.current = { key, steps, asked: inAddress }
    if (inAddress !== asked) write(inAddress)
  }, [key, inAddress, steps])
  return {
    text,
    write,
    asks: (value) => {
      const isAnother = last.current.asked !== value
      last.current.asked = value
      return isAnother
    },
  }
}
