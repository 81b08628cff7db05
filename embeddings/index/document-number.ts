/** A document's number in the index, from 0. Numbers are those of one generation of the index. */
export type DocumentNumber = number
