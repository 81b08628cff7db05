/**
 * The text of a field whose value stands in the address. It is the reader's while they write; where the address comes to
 * say other than the field asked for (by a link, a step back, years turned round), the field says it too.
 */
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router'

export interface FieldText {
  text: string
  write: (text: string) => void
  /** Tells that the address is about to say this, and the text, which may be ahead of it by then, is to stay. */
  asks: (value: string) => void
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
      last.current.asked = value
    },
  }
}
