/**
 * "My sources": the documents that a reader has put aside, kept in the browser and in step between its tabs. Where
 * storage is full or switched off, they are kept until the page is closed, and the page says so.
 */
import { useSyncExternalStore } from 'react'

export interface MySource {
  id: string
  /** When it was added: milliseconds since 1970. */
  added: number
}

interface Shelf {
  sources: readonly MySource[]
  /** Whether the browser keeps them beyond this page. */
  kept: boolean
}

/** The version is part of the key: a later form does not meet this one. */
const KEY = 'aide-memoire.my-sources.v1'

const listeners = new Set<() => void>()
let shelf: Shelf | undefined

export function useMySources(): Shelf {
  return useSyncExternalStore(subscribe, current)
}

export function addSource(id: string) {
  const { sources } = current()
  if (!sources.some((source) => source.id === id)) keep([...sources, { id, added: Date.now() }])
}

export function removeSource(id: string) {
  keep(current().sources.filter((source) => source.id !== id))
}

/** Puts a whole list in place of the present one: none, or what an undo brings back. */
export function replaceSources(sources: readonly MySource[]) {
  keep(sources)
}

/** What storage holds may be old, cut off or another program's: what does not fit is left out. */
function parseSources(stored: string | null): MySource[] {
  let value: unknown
  try {
    value = JSON.parse(stored ?? '[]')
  } catch {
    return []
  }
  if (!Array.isArray(value)) return []
  const sources = value.filter(isSource).map(({ id, added }) => ({ id, added }))
  return sources.filter(({ id }, index) => sources.findIndex((other) => other.id === id) === index)
}

function isSource(value: unknown): value is MySource {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value.id) &&
    'added' in value &&
    Number.isFinite(value.added)
  )
}

function current(): Shelf {
  shelf ??= read()
  return shelf
}

function read(): Shelf {
  try {
    return { sources: parseSources(localStorage.getItem(KEY)), kept: true }
  } catch {
    return { sources: [], kept: false }
  }
}

function keep(sources: readonly MySource[]) {
  let kept = true
  try {
    localStorage.setItem(KEY, JSON.stringify(sources))
  } catch {
    kept = false
  }
  change({ sources, kept })
}

function change(next: Shelf) {
  shelf = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  if (listeners.size === 0) addEventListener('storage', follow)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) removeEventListener('storage', follow)
  }
}

/** Another tab has changed the list; a null key means that all was cleared. */
function follow({ key }: StorageEvent) {
  if (key === KEY || key === null) change(read())
}
