/**
 * The text of a field whose value is in the address. While the reader types, it is what they type; when the address gets
 * another value than the field asked for (by a link, by going back, by swapped years), the field takes that value.
 */
import { useEffect, useReducer, useRef, useState } from 'react'
import { useLocation } from 'react-router'

export interface FieldText {
  text: string
  write: (text: string) => void
  /**
   * Says that the address is about to get this value; the text, which may be ahead of it by then, stays. True where it
   * is another value than the address has or was last asked to get: a change of the address is drawn a moment later.
   */
  asks: (value: string) => boolean
}

export function useFieldText(inAddress: string): FieldText {
  const [text, write] = useState(inAddress)
  const { key } = useLocation()
  // Going back before the address asked for was drawn changes no key: the steps through the history count, too.
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
