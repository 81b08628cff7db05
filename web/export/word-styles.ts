/** The styles of an exported Word document: a serif typeface that comes with Word, and generous line spacing. */
import type { IStylesOptions } from 'docx'

// Sizes in half points, distances in twentieths of a point, lines in 240ths.
const SERIF = { ascii: 'Cambria', hAnsi: 'Cambria', eastAsia: 'Batang', cs: 'Times New Roman' }
const HANGING = { left: 360, hanging: 360 }

export const WORD_STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: SERIF, size: 23, language: { value: 'en-US', eastAsia: 'ko-KR' } },
      paragraph: { spacing: { after: 160, line: 300 } },
    },
    heading1: {
      run: { font: SERIF, size: 34, color: '2A241D' },
      paragraph: { spacing: { before: 360, after: 80, line: 276 }, keepNext: true },
    },
    heading2: {
      run: { font: SERIF, size: 23, bold: true, color: '2A241D' },
      paragraph: { spacing: { before: 320, after: 100 }, keepNext: true },
    },
    footnoteText: { run: { font: SERIF, size: 19 }, paragraph: { spacing: { after: 60, line: 252 } } },
    hyperlink: { run: { color: '8A2B1B', underline: {} } },
  },
  paragraphStyles: [
    {
      id: 'Source',
      name: 'Source',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 21 },
      paragraph: { indent: HANGING, spacing: { after: 100, line: 276 } },
    },
    {
      id: 'Nearest',
      name: 'Nearest',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: {
        indent: { left: 360 },
        border: { left: { style: 'dashed', size: 6, space: 10, color: '6B6258' } },
      },
    },
    {
      id: 'Colophon',
      name: 'Colophon',
      basedOn: 'Normal',
      run: { size: 19, color: '6B6258' },
      paragraph: { spacing: { after: 240 } },
    },
  ],
}
