import { useId } from 'react'

interface FindFieldProps {
  value: string
  change: (value: string) => void
  /** How many conversations have the words; `undefined` where none are looked for. */
  found: number | undefined
}

export function FindField({ value, change, found }: FindFieldProps) {
  const id = useId()
  return (
    <>
      <input
        type="search"
        value={value}
        aria-label="Find conversations by words"
        aria-describedby={id}
        placeholder="Find by words"
        autoComplete="off"
        className="mt-1.5 h-8 w-full rounded-chip border border-edge bg-transparent px-2 text-label placeholder:text-soft [&::-webkit-search-cancel-button]:appearance-none"
        onChange={(event) => change(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return
          // In the drawer, Escape would close it.
          event.stopPropagation()
          change('')
        }}
      />
      <p id={id} role="status" className="sr-only">
        {found === undefined ? '' : found === 1 ? 'One conversation found.' : `${found} conversations found.`}
      </p>
    </>
  )
}
