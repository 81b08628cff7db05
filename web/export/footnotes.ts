/**
 * Converts `[n]` citations to footnotes. The sources of one statement share one note, whose number follows the
 * punctuation; notes are numbered through all answers of a file. A source is cited in full once, then by its short title
 * (The Chicago Manual of Style, 17th edition, 14.29 to 14.34, which advises against "ibid."; 14.57: never two note
 * numbers in a row).
 */
import type { CitationMarker } from '../conversation/parse-cited-text.ts'
import type { Citations } from './citations.ts'
import type { ExportedAnswer, ExportedStatement, ParagraphKind } from './exported-answer.ts'
import { type Run, withoutFullStop } from './runs.ts'

/** A piece of text, the number of the note that follows it, and the remark on its sentence. */
interface FootnotedText {
  text: string
  note: number | undefined
  remark?: string
}

export type AnswerWithFootnotes = Omit<ExportedAnswer, 'paragraphs'> & {
  paragraphs: readonly { kind: ParagraphKind; words: readonly FootnotedText[] }[]
}

export interface AnswersWithFootnotes {
  answers: readonly AnswerWithFootnotes[]
  /** Note 1 is at index 0. */
  notes: readonly (readonly Run[])[]
}

export function withFootnotes(
  answers: readonly ExportedAnswer[],
  citations: Citations,
): AnswersWithFootnotes {
  const notes: (readonly Run[])[] = []
  const citedBefore = new Set<string>()

  const note = (markers: readonly CitationMarker[], answer: ExportedAnswer): number | undefined => {
    const parts = markers.flatMap(({ n }) => {
      const id = answer.cited.find((source) => source.n === n)?.document.id
      if (id === undefined) return []
      const runs = citedBefore.has(id) ? citations.shortNote(id) : citations.fullNote(id)
      citedBefore.add(id)
      return [runs]
    })
    return parts.length > 0 ? notes.push(joinRuns(parts, citations.separator)) : undefined
  }

  return {
    answers: answers.map((answer) => ({
      ...answer,
      paragraphs: answer.paragraphs.map(({ kind, statements }) => ({
        kind,
        words: withMarkersBehindPunctuation(statements).map(({ text, citations, remark }) => ({
          text,
          note: note(citations, answer),
          ...(remark ? { remark } : {}),
        })),
      })),
    })),
    notes,
  }
}

/** Moves citations behind punctuation: "Kim asks [1]. He waits." → "Kim asks. [1] He waits." */
function withMarkersBehindPunctuation(paragraph: readonly ExportedStatement[]): ExportedStatement[] {
  const statements = paragraph.map((statement) => ({ ...statement }))
  statements.forEach((statement, index) => {
    const before = statements[index - 1]
    const [mark = ''] = /^[.,;:!?]+["”’)]*/.exec(statement.text) ?? []
    if (!before || mark === '') return
    before.text += mark
    statement.text = statement.text.slice(mark.length)
  })
  return statements.filter(({ text, citations, remark }) => text !== '' || citations.length > 0 || remark)
}

function joinRuns(parts: readonly (readonly Run[])[], separator: '; ' | ' '): Run[] {
  return parts.flatMap((runs, index) => {
    if (index === parts.length - 1) return runs
    const withoutEnd = separator === '; ' ? withoutFullStop(runs) : runs
    return [...withoutEnd, { text: separator, italic: false }]
  })
}
