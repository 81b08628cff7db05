/** Identifies rows of LanceDB query results by their row address, which is stable while the table is not written to. */
import type { Table } from '@lancedb/lancedb'
import type { Table as ArrowTable } from 'apache-arrow'

/** LanceDB's address column: 64 bits per row, the upper half is the fragment, the lower half the row in it. */
const ROW_ADDRESS_COLUMN = '_rowid'

/** All rows of a table with the given columns, in any order, and a function that finds rows of later results among them. */
export async function readRows(
  table: Table,
  columns: string[],
): Promise<{ rows: ArrowTable; findRowIndexes: FindRowIndexes }> {
  const rows = await table.query().select(columns).withRowId().toArrow()
  return { rows, findRowIndexes: rowIndexFinder(rows) }
}

/** Index of each result row among the rows that `readRows` returned, from 0; -1 if it is not among them. */
export type FindRowIndexes = (answer: ArrowTable) => Int32Array

function rowIndexFinder(read: ArrowTable): FindRowIndexes {
  const fragments = new Map<number, number[]>()
  forEachRowAddress(read, (fragment, row, rowIndex) => {
    const rowIndexes = fragments.get(fragment) ?? []
    rowIndexes[row] = rowIndex
    fragments.set(fragment, rowIndexes)
  })
  return (answer) => {
    const found = new Int32Array(answer.numRows)
    forEachRowAddress(answer, (fragment, row, rowIndex) => {
      found[rowIndex] = fragments.get(fragment)?.[row] ?? -1
    })
    return found
  }
}

/** Reads addresses as 32-bit halves: reading them as BigInts would take longer than the search itself. */
function forEachRowAddress(
  table: ArrowTable,
  action: (fragment: number, row: number, rowIndex: number) => void,
): void {
  const addresses = table.getChild(ROW_ADDRESS_COLUMN)?.toArray()
  if (!(addresses instanceof BigUint64Array)) return
  const halves = new DataView(addresses.buffer, addresses.byteOffset, addresses.byteLength)
  for (let rowIndex = 0; rowIndex < addresses.length; rowIndex += 1)
    action(halves.getUint32(8 * rowIndex + 4, true), halves.getUint32(8 * rowIndex, true), rowIndex)
}

export function int32(values: unknown): Int32Array {
  return values instanceof Int32Array ? values : new Int32Array()
}

export function float32(values: unknown): Float32Array {
  return values instanceof Float32Array ? values : new Float32Array()
}
