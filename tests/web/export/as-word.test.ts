import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Packer } from 'docx'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordDocument } from '../../../web/export/as-word.ts'
import { buildCitations } from '../../../web/export/citations.ts'
import {
  distinctDocuments,
  type ExportedAnswer,
  exportedAnswer,
} from '../../../web/export/exported-answer.ts'
import { exchange, source, TODAY, word } from '../exporting.ts'

/** What XML 1.0 forbids, beside characters that it only escapes, and some that it allows. */
const CHARACTERS = [
  ...['\u0000', '\u0001', '\u0008', '\u000b', '\u000c', '\u001f', '\ufffe', '\uffff', '\ud83d', '\udca9'],
  ...[
    '&',
    '<',
    '>',
    '"',
    "'",
    ']]>',
    '\t',
    '\n',
    '\r',
    '\u007f',
    '\u0085',
    '\u2028',
    '\ufdd0',
    '💩',
    '김',
    'a',
    ' ',
  ],
]
const anyText = fc
  .oneof(
    fc.array(fc.constantFrom(...CHARACTERS), { maxLength: 12 }).map((list) => list.join('')),
    fc.string({ unit: 'binary' }),
  )
  .map((text) => `a${text}b`)

describe('a Word document is a whole file', () => {
  it('whatever characters a reader, a model, a record or the server brings in', async () => {
    const files: Buffer[] = []
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(anyText), async (texts) => {
        files.push(await fileOf(texts))
      }),
      { numRuns: 60 },
    )
    expect(faultsOf(files)).toEqual([])
  }, 60_000)

  it('whose words are those of the question, a line break of PowerPoint’s as a space', async () => {
    const { text } = await word(
      exchange('Kim asks.[1]', [source(1)], 'answered', 'What did\u000bKim\u0001 ask\ud83d? 💩'),
    )
    expect(text).toContain('What did Kim ask? 💩\n')
  })
})

/** A file with such texts in all places that can hold any. */
async function fileOf(texts: Iterator<string>): Promise<Buffer> {
  const next = (): string => texts.next().value
  const record = () => ({
    title: next(),
    publisher: next(),
    archive: next(),
    url: `https://digitalarchive.wilsoncenter.org/document/${next()}`,
  })
  const asked = exportedAnswer(
    exchange('Kim asks.[1]', [source(1, record()), source(2, record())], 'answered', next()),
  )
  const { cited } = asked
  const answers: ExportedAnswer[] = [
    asked,
    {
      ...asked,
      question: next(),
      authorship: next(),
      paragraphs: [{ kind: 'heading', statements: [{ text: next(), citations: [], remark: next() }] }],
      ending: 'stopped',
    },
    {
      ...asked,
      paragraphs: [
        {
          kind: 'nearest',
          statements: [{ text: next(), citations: cited.map(({ n }, ordinal) => ({ n, ordinal })) }],
        },
      ],
    },
  ]
  const html = new Map([
    ['1950-10-13-telegram-1', `<i>${next()}</i> https://example.org/${next()} ${next()}&#11;`],
  ])
  const citations = buildCitations(distinctDocuments(answers), 'chicago-note', html, html)
  return Packer.toBuffer(wordDocument(answers, citations, TODAY))
}

/** Expat's reading of every part of the files. */
const READER = `
import sys, zipfile
from xml.parsers import expat
for file in sys.argv[1:]:
    parts = zipfile.ZipFile(file)
    for name in parts.namelist():
        if name.endswith(('.xml', '.rels')):
            try:
                expat.ParserCreate().Parse(parts.read(name), True)
            except expat.ExpatError as error:
                print(name, error)
`

function faultsOf(files: readonly Buffer[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'word-'))
  try {
    const paths = files.map((file, index) => {
      const path = join(folder, `${index}.docx`)
      writeFileSync(path, file)
      return path
    })
    const said = execFileSync('python3', ['-c', READER, ...paths], { encoding: 'utf8' })
    return said.split('\n').filter(Boolean)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
