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

interface MySourcesState {
  sources: readonly MySource[]
  /** False when they are only in memory. */
  persisted: boolean
}

/** The key contains the version, so that a later format does not read this one. */
const STORAGE_KEY = 'aide-memoire.my-sources.v1'

const listeners = new Set<() => void>()
let cached: MySourcesState | undefined

export function useMySources(): MySourcesState {
  return useSyncExternalStore(subscribe, currentState)
}

export function addSource(id: string) {
  const { sources } = currentState()
  if (!sources.some((source) => source.id === id)) save([...sources, { id, added: Date.now() }])
}

export function removeSource(id: string) {
  save(currentState().sources.filter((source) => source.id !== id))
}

/** Replaces the whole list, for clearing it and for undo. */
export function replaceSources(sources: readonly MySource[]) {
  save(sources)
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

function currentState(): MySourcesState {
  cached ??= readStored()
  return cached
}

function readStored(): MySourcesState {
  try {
    return { sources: parseSources(localStorage.getItem(STORAGE_KEY)), persisted: true }
  } catch {
    return { sources: [], persisted: false }
  }
}

function save(sources: readonly MySource[]) {
  let persisted = true
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(sources))
  } catch {
    persisted = false
  }
  setState({ sources, persisted })
}

function setState(next: MySourcesState) {
  cached = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  if (listeners.size === 0) addEventListener('storage', onStorageEvent)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) removeEventListener('storage', onStorageEvent)
  }
}

/** Another tab has changed the list; a null key means that the whole storage was cleared. */
function onStorageEvent({ key }: StorageEvent) {
  if (key === STORAGE_KEY || key === null) setState(readStored())
}
