/** One of a few values that the reader chooses; the browser remembers it, and all places of a page show the same. */
import { useSyncExternalStore } from 'react'

export interface RememberedChoice<Value extends string> {
  use: () => Value
  /** The value at this moment, for what is not drawn. */
  read: () => Value
  choose: (value: Value) => void
}

/** @param key its name in the browser's storage; @param standard what holds until the reader chooses. */
export function rememberedChoice<Value extends string>(
  key: string,
  values: readonly Value[],
  standard: Value,
): RememberedChoice<Value> {
  const listeners = new Set<() => void>()
  let chosen: Value | undefined

  const stored = () => {
    try {
      const kept = localStorage.getItem(key)
      return values.find((value) => value === kept) ?? standard
    } catch {
      return standard
    }
  }
  const read = () => {
    chosen ??= stored()
    return chosen
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return {
    use: () => useSyncExternalStore(subscribe, read),
    read,
    choose: (value) => {
      chosen = value
      try {
        localStorage.setItem(key, value)
      } catch {
        // Storage is full or switched off: the choice holds until the page is closed.
      }
      for (const changed of listeners) changed()
    },
  }
}
