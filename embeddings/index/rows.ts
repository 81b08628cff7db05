/** Reading LanceDB's answers: a row is known by its address, which stays as long as the table is not written to. */
import type { Table } from '@lancedb/lancedb'
import type { Table as ArrowTable } from 'apache-arrow'

/** LanceDB's name for the column of addresses: 64 bits each, the upper half the fragment, the lower the row in it. */
const ADDRESS = '_rowid'

/** All rows of a table with the columns, in any order, and how to find the rows of later answers among them. */
export async function readRows(
  table: Table,
  columns: string[],
): Promise<{ rows: ArrowTable; placesOf: PlacesOf }> {
  const rows = await table.query().select(columns).withRowId().toArrow()
  return { rows, placesOf: placesAmong(rows) }
}

/** The place of each row of an answer among the rows that were read, from 0; -1 for one that was not. */
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

/** Reads the addresses as halves: as whole BigInts they would take longer than the search that found them. */
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
