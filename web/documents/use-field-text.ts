/**
 * The text of a field whose value is in the address. While the reader types, it is what they type; when the address gets
 * another value than the field asked for (by a link, by going back, by swapped years), the field takes that value.
 */
import { useEffect, useRef, useState } from 'react'
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
  const last = useRef({ key, asked: inAddress })
  useEffect(() => {
    const { asked } = last.current
    if (last.current.key === key) return
    last.current = { key, asked: inAddress }
    if (inAddress !== asked) write(inAddress)
  }, [key, inAddress])
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
