/** Builds a ZIP archive of a few texts in memory (APPNOTE.TXT 6.3, without ZIP64). */
import { crc32, deflateRawSync } from 'node:zlib'

/** @param files texts by file name; names must be ASCII */
export function zip(files: Readonly<Record<string, string>>): Buffer<ArrayBuffer> {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [file, text] of Object.entries(files)) {
    const name = Buffer.from(file, 'ascii')
    const content = Buffer.from(text, 'utf8')
    const packed = deflateRawSync(content)
    const fields = fieldsOf(content, packed, name)
    bodies.push(Buffer.from('PK\x03\x04', 'latin1'), fields, name, packed)
    directory.push(
      Buffer.from('PK\x01\x02', 'latin1'),
      uint16s(VERSION_NEEDED),
      fields,
      // Comment length, disk, internal attributes; external attributes, offset of the file.
      uint16s(0, 0, 0),
      uint32s(0, offset),
      name,
    )
    offset += 4 + fields.length + name.length + packed.length
  }
  const count = Object.keys(files).length
  const listing = Buffer.concat(directory)
  const end = [
    Buffer.from('PK\x05\x06', 'latin1'),
    uint16s(0, 0, count, count),
    uint32s(listing.length, offset),
    uint16s(0),
  ]
  return Buffer.concat([...bodies, listing, ...end])
}

const VERSION_NEEDED = 20
const DEFLATE_METHOD = 8
/** 1 January 1980, the earliest date of the format. A fixed date: the same texts give the same bytes. */
const FIXED_DATE = 0x0021

/** Fields that a local file header and its central directory entry have in common. */
function fieldsOf(content: Buffer, packed: Buffer, name: Buffer): Buffer {
  return Buffer.concat([
    uint16s(VERSION_NEEDED, 0, DEFLATE_METHOD, 0, FIXED_DATE),
    uint32s(crc32(content), packed.length, content.length),
    uint16s(name.length, 0),
  ])
}

function uint16s(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2)
  values.forEach((value, index) => {
    buffer.writeUInt16LE(value, index * 2)
  })
  return buffer
}

function uint32s(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4)
  values.forEach((value, index) => {
    buffer.writeUInt32LE(value, index * 4)
  })
  return buffer
}
