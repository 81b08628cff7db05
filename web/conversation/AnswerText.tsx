/** The text of an answer: what the program says in sans, what the archive says in serif, citations in the line. */
import { Fragment } from 'react'
import type { Source } from '../../server/chat/message.ts'
import { Citation } from './Citation.tsx'
import { splitLeadIn } from './lead-in.ts'
import type { Paragraph, Statement } from './parse-answer.ts'

interface AnswerTextProps {
  answerId: string
  paragraphs: readonly Paragraph[]
  sources: readonly Source[]
  follow: (n: number, place: number) => void
}

export const citationId = (answerId: string, place: number) => `citation-${answerId}-${place}`

export function AnswerText({ answerId, paragraphs, sources, follow }: AnswerTextProps) {
  return (
    <div className="max-w-[40rem] space-y-4">
      {paragraphs.map((statements, index) => {
        // What comes before the first citation is the program's word; what follows is the archive's.
        const quoted = paragraphs.slice(0, index + 1).some(cites)
        return (
          <p
            // biome-ignore lint/suspicious/noArrayIndexKey: a streaming answer only grows at its end
            key={index}
            className={quoted || index > 1 ? 'text-pretty font-serif text-body' : 'text-note text-soft'}
          >
            {statements.map((statement, position) => (
              <StatementText
                // biome-ignore lint/suspicious/noArrayIndexKey: a streaming answer only grows at its end
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

interface StatementTextProps extends Omit<AnswerTextProps, 'paragraphs'> {
  statement: Statement
  first: boolean
}

function StatementText({
  statement: { text, citations },
  first,
  answerId,
  sources,
  follow,
}: StatementTextProps) {
  const cited = citations.flatMap(({ n, place }) => {
    const source = sources.find((candidate) => candidate.n === n)
    return source ? [{ source, place }] : []
  })
  const [leadIn, rest] = first ? splitLeadIn(text, cited[0]?.source.document.date) : ['', text]
  // The last word and its numbers stay on one line.
  const lastWord = cited.length > 0 ? (/\S+$/.exec(rest)?.[0] ?? '') : ''
  return (
    <>
      {leadIn ? <span className="text-soft italic">{leadIn}: </span> : null}
      {rest.slice(0, rest.length - lastWord.length)}
      {cited.length > 0 ? (
        <span className="whitespace-nowrap">
          {lastWord}
          <span className="-mx-1.5">
            {cited.map(({ source, place }) => (
              <Fragment key={place}>
                <Citation
                  source={source}
                  elementId={citationId(answerId, place)}
                  claim={rest}
                  follow={() => follow(source.n, place)}
                />
              </Fragment>
            ))}
          </span>
        </span>
      ) : null}
    </>
  )
}
