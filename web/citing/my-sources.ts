/**
 * "My sources": the documents that the user collected, stored in the browser and synchronized between its tabs. If
 * storage is full or switched off, they stay in memory until the page is closed, and the page says so.
 */
import { useSyncExternalStore } from 'react'

export interface MySource {
  id: string
  /** Time of adding (ms since 1970). */
  added: number
}

interface Shelf {
  sources: readonly MySource[]
  /** False when they are only in memory. */
  kept: boolean
}

/** The key contains the version, so that a later format does not read this one. */
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

/** Replaces the whole list, for clearing it and for undo. */
export function replaceSources(sources: readonly MySource[]) {
  keep(sources)
}

/** The stored value may be damaged or written by another program: invalid entries are left out. */
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

/** Another tab has changed the list; a null key means that the whole storage was cleared. */
function follow({ key }: StorageEvent) {
  if (key === KEY || key === null) change(read())
}
