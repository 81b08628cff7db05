/** Table names and schemas of a generation: one table of documents, one per kind of passage. Documents are numbered from 0. */
import { Field, FixedSizeList, Float32, Int32, Schema, Utf8 } from 'apache-arrow'
import type { PassageKind } from '../passages.ts'

export const documentsTableName = (generation: string) => `documents_${generation}`
export const passagesTableName = (kind: PassageKind, generation: string) => `${kind}_${generation}`

/** The generation that a table belongs to; undefined for other tables. */
export function generationOfTable(table: string): string | undefined {
  return /^(?:documents|record|sentence|query)_([0-9a-z]+)$/.exec(table)?.[1]
}

const text = (name: string) => new Field(name, new Utf8())
const number = (name: string) => new Field(name, new Int32())

/** BM25 searches `record` (the record's text) or `expanded` (the record's text with its expansion queries). */
export const documentsSchema = new Schema([
  number('number'),
  text('document'),
  text('record'),
  text('expanded'),
  text('entities'),
  text('titleEntities'),
  number('queries'),
])

export const passagesSchema = (dimension: number) =>
  new Schema([
    number('number'),
    number('ordinal'),
    text('text'),
    new Field('vector', new FixedSizeList(dimension, new Field('item', new Float32()))),
  ])
