/** The text of an answer: what the program says in sans, what the archive says in serif, citations in the line. */
import { Fragment } from 'react'
import type { Source } from '../../server/contract/chat-message.ts'
import { Citation } from './Citation.tsx'
import { splitLeadIn } from './lead-in.ts'
import { claimsOn, type Paragraph, type Statement } from './parse-answer.ts'
import { Verdict } from './Verdict.tsx'

interface AnswerTextProps {
  answerId: string
  paragraphs: readonly Paragraph[]
  /** How many of these, from the first, a language model wrote. */
  written: number
  sources: readonly Source[]
  follow: (n: number, place: number) => void
}

export const citationId = (answerId: string, place: number) => `citation-${answerId}-${place}`

/** Paragraphs in which the program leads quotations in, and says why a model failed. */
const LEADING = 2

export function AnswerText({ answerId, paragraphs, written, sources, follow }: AnswerTextProps) {
  return (
    <div className="max-w-[40rem] space-y-4">
      {paragraphs.map((statements, index) => {
        // What comes before the first citation is the program's word; what follows is the archive's.
        const quoted = index < written || paragraphs.slice(written, index + 1).some(cites)
        return (
          <p
            // biome-ignore lint/suspicious/noArrayIndexKey: a streaming answer grows at its end, or begins anew
            key={index}
            className={`${quoted || index - written >= LEADING ? 'text-pretty font-serif text-body' : 'text-note text-soft'} ${written > 0 && index === written ? 'mt-6' : ''}`}
          >
            {statements.map((statement, position) => (
              <StatementText
                // biome-ignore lint/suspicious/noArrayIndexKey: a streaming answer grows at its end, or begins anew
                key={position}
                first={position === 0}
                {...{ statement, answerId, sources, follow }}
              />
            ))}
          </p>
        )
      })}
    </div>
  )
}

function cites(statements: Paragraph): boolean {
  return statements.some(({ citations }) => citations.length > 0)
}

interface StatementTextProps extends Omit<AnswerTextProps, 'paragraphs' | 'written'> {
  statement: Statement
  first: boolean
}

/** Numbers that hold together at 320 pixels. */
const MOST_ON_ONE_LINE = 4

function StatementText({ statement, first, answerId, sources, follow }: StatementTextProps) {
  const { text, citations, check } = statement
  const cited = citations.flatMap(({ n, place }) => {
    const source = sources.find((candidate) => candidate.n === n)
    return source ? [{ source, place }] : []
  })
  const [leadIn, rest] = first ? splitLeadIn(text, cited[0]?.source.document.date) : ['', text]
  // The last letters, their numbers and the verdict stay on one line; not more, since Chinese has no spaces.
  const marked = cited.length > 0 || check !== undefined
  const lastLetters = marked ? (/\S{1,8}$/.exec(rest)?.[0] ?? '') : ''
  return (
    <>
      {leadIn ? <span className="text-soft italic">{leadIn}: </span> : null}
      {rest.slice(0, rest.length - lastLetters.length)}
      {marked ? (
        <span className={cited.length > MOST_ON_ONE_LINE ? '' : 'whitespace-nowrap'}>
          {lastLetters}
          <span className={cited.length > 0 ? '-mx-1.5' : ''}>
            {cited.map(({ source, place }) => (
              <Fragment key={place}>
                <Citation
                  source={source}
                  elementId={citationId(answerId, place)}
                  claims={claimsOn(source.n, statement)}
                  follow={() => follow(source.n, place)}
                />
              </Fragment>
            ))}
          </span>
          {check ? <Verdict check={check} /> : null}
        </span>
      ) : null}
    </>
  )
}
