/** The tables of a generation: one of documents, one for each kind of passage. Documents go by number, from 0. */
import { Field, FixedSizeList, Float32, Int32, Schema, Utf8 } from 'apache-arrow'
import type { PassageKind } from '../passages.ts'

export const documentsTable = (generation: string) => `documents_${generation}`
export const passagesTable = (kind: PassageKind, generation: string) => `${kind}_${generation}`

/** The generation whose table this is, or undefined for a table of something else. */
export function generationOf(table: string): string | undefined {
  return /^(?:documents|record|sentence|query)_([0-9a-z]+)$/.exec(table)?.[1]
}

const text = (name: string) => new Field(name, new Utf8())
const number = (name: string) => new Field(name, new Int32())

/** `record` and `expanded` are searched by BM25: the record's text, and the same with the queries it answers. */
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
