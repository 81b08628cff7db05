/** The field that filters a list of names while the user types; its value is in the address. */
import { useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'
import type { NameKind } from './name-kinds.ts'

export function NameFilter({ nameKind, q }: { nameKind: NameKind; q: string }) {
  const [, setParams] = useSearchParams()
  const field = useRef<HTMLInputElement>(null)

  // While the field has the focus, the typed text stays. Otherwise (a link, going back) it follows the address.
  useEffect(() => {
    if (field.current && field.current !== document.activeElement) field.current.value = q
  }, [q])

  const filterBy = (typed: string) =>
    setParams(
      (params) => {
        if (typed.trim()) params.set('q', typed)
        else params.delete('q')
        params.delete('offset')
        return params
      },
      { replace: true, preventScrollReset: true },
    )

  return (
    <search className="mt-5 block" data-screen-only>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          filterBy(field.current?.value ?? '')
        }}
      >
        <label htmlFor="name-filter" className="block text-label text-soft">
          Find {nameKind.title.toLowerCase()} by any name, in any script
        </label>
        <input
          ref={field}
          id="name-filter"
          type="search"
          defaultValue={q}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          className="mt-1 h-10 w-full max-w-[28rem] rounded-chip border border-edge bg-leaf px-3 font-serif text-body"
          onChange={(event) => filterBy(event.target.value)}
        />
      </form>
    </search>
  )
}
