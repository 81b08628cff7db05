/** A user's choice among a few values, stored in localStorage and shared by all components. */
import { useSyncExternalStore } from 'react'

export interface RememberedChoice<Value extends string> {
  use: () => Value
  /** The current value, for code outside of components. */
  read: () => Value
  choose: (value: Value) => void
}

/** @param key the localStorage key. @param defaultValue used until the user chooses */
export function rememberedChoice<Value extends string>(
  key: string,
  values: readonly Value[],
  defaultValue: Value,
): RememberedChoice<Value> {
  const listeners = new Set<() => void>()
  let chosen: Value | undefined

  const stored = () => {
    try {
      const storedValue = localStorage.getItem(key)
      return values.find((value) => value === storedValue) ?? defaultValue
    } catch {
      return defaultValue
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
        // Storage is full or switched off: the choice is lost when the page is closed.
      }
      for (const changed of listeners) changed()
    },
  }
}
