/**
 * Converts `[n]` citations to footnotes. The sources of one statement share one note, whose number follows the
 * punctuation; notes are numbered through all answers of a file. A source is cited in full once, then by its short title
 * (The Chicago Manual of Style, 17th edition, 14.29 to 14.34, which advises against "ibid."; 14.57: never two note
 * numbers in a row).
 */
import type { Citation as Marker } from '../conversation/parse-answer.ts'
import type { Citations } from './citations.ts'
import type { ExportedAnswer, ExportedStatement, ParagraphKind } from './exported-answer.ts'
import { type Run, withoutFullStop } from './runs.ts'

/** A piece of text, the number of the note that follows it, and the remark on its sentence. */
interface NotedWords {
  text: string
  note: number | undefined
  remark?: string
}

export type NotedAnswer = Omit<ExportedAnswer, 'paragraphs'> & {
  paragraphs: readonly { kind: ParagraphKind; words: readonly NotedWords[] }[]
}

export interface Noted {
  answers: readonly NotedAnswer[]
  /** Note 1 is at index 0. */
  notes: readonly (readonly Run[])[]
}

export function withFootnotes(answers: readonly ExportedAnswer[], citations: Citations): Noted {
  const notes: (readonly Run[])[] = []
  const citedBefore = new Set<string>()

  const note = (markers: readonly Marker[], answer: ExportedAnswer): number | undefined => {
    const parts = markers.flatMap(({ n }) => {
      const id = answer.cited.find((source) => source.n === n)?.document.id
      if (id === undefined) return []
      const runs = citedBefore.has(id) ? citations.short(id) : citations.full(id)
      citedBefore.add(id)
      return [runs]
    })
    return parts.length > 0 ? notes.push(joined(parts, citations.separator)) : undefined
  }

  return {
    answers: answers.map((answer) => ({
      ...answer,
      paragraphs: answer.paragraphs.map(({ kind, statements }) => ({
        kind,
        words: behindPunctuation(statements).map(({ text, citations, remark }) => ({
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
function behindPunctuation(paragraph: readonly ExportedStatement[]): ExportedStatement[] {
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

function joined(parts: readonly (readonly Run[])[], separator: '; ' | ' '): Run[] {
  return parts.flatMap((runs, index) => {
    if (index === parts.length - 1) return runs
    const kept = separator === '; ' ? withoutFullStop(runs) : runs
    return [...kept, { text: separator, italic: false }]
  })
}
