/** Identifies rows of LanceDB query results by their row address, which is stable while the table is not written to. */
import type { Table } from '@lancedb/lancedb'
import type { Table as ArrowTable } from 'apache-arrow'

/** LanceDB's address column: 64 bits per row, the upper half is the fragment, the lower half the row in it. */
const ADDRESS = '_rowid'

/** All rows of a table with the given columns, in any order, and a function that finds rows of later results among them. */
export async function readRows(
  table: Table,
  columns: string[],
): Promise<{ rows: ArrowTable; placesOf: PlacesOf }> {
  const rows = await table.query().select(columns).withRowId().toArrow()
  return { rows, placesOf: placesAmong(rows) }
}

/** Index of each result row among the rows that `readRows` returned, from 0; -1 if it is not among them. */
export type PlacesOf = (answer: ArrowTable) => Int32Array

function placesAmong(read: ArrowTable): PlacesOf {
  const fragments = new Map<number, number[]>()
  eachAddress(read, (fragment, row, place) => {
    const places = fragments.get(fragment) ?? []
    places[row] = place
    fragments.set(fragment, places)
  })
  return (answer) => {
    const found = new Int32Array(answer.numRows)
    eachAddress(answer, (fragment, row, place) => {
      found[place] = fragments.get(fragment)?.[row] ?? -1
    })
    return found
  }
}

/** Reads addresses as 32-bit halves: reading them as BigInts would take longer than the search itself. */
function eachAddress(
  table: ArrowTable,
  action: (fragment: number, row: number, place: number) => void,
): void {
  const addresses = table.getChild(ADDRESS)?.toArray()
  if (!(addresses instanceof BigUint64Array)) return
  const halves = new DataView(addresses.buffer, addresses.byteOffset, addresses.byteLength)
  for (let place = 0; place < addresses.length; place += 1)
    action(halves.getUint32(8 * place + 4, true), halves.getUint32(8 * place, true), place)
}

export function int32(values: unknown): Int32Array {
  return values instanceof Int32Array ? values : new Int32Array()
}

export function float32(values: unknown): Float32Array {
  return values instanceof Float32Array ? values : new Float32Array()
}
