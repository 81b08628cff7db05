/** The text of an answer: the program's own sentences in sans, archive text in serif, with inline citation numbers. */
import { Fragment } from 'react'
import type { Source } from '../../server/contract/chat-message.ts'
import { Citation } from './Citation.tsx'
import { paragraphLooks } from './paragraph-looks.ts'
import { claimsOn, type Statement } from './parse-answer.ts'
import type { AnswerParagraph } from './read-answer.ts'
import { Verdict } from './Verdict.tsx'

interface AnswerTextProps {
  answerId: string
  paragraphs: readonly AnswerParagraph[]
  sources: readonly Source[]
  follow: (n: number, place: number) => void
}

export const citationId = (answerId: string, place: number) => `citation-${answerId}-${place}`

export function AnswerText({ paragraphs, ...shared }: AnswerTextProps) {
  const looks = paragraphLooks(paragraphs)
  return (
    <div className="max-w-[40rem] space-y-4">
      {paragraphs.map(({ heading, leadIn, statements }, index) => {
        const Element = heading ? 'h3' : 'p'
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a streaming answer grows at its end, or starts again
          <Element key={index} className={looks[index]}>
            {leadIn ? <span className="text-soft italic">{leadIn}: </span> : null}
            {statements.map((statement, position) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a streaming answer grows at its end, or starts again
              <StatementText key={position} statement={statement} {...shared} />
            ))}
          </Element>
        )
      })}
    </div>
  )
}

interface StatementTextProps extends Omit<AnswerTextProps, 'paragraphs'> {
  statement: Statement
}

/** This many citation numbers fit on one line of a 320 px wide screen; more may wrap. */
const MOST_ON_ONE_LINE = 4

function StatementText({ statement, answerId, sources, follow }: StatementTextProps) {
  const { text, citations, check } = statement
  const cited = citations.flatMap(({ n, place }) => {
    const source = sources.find((candidate) => candidate.n === n)
    return source ? [{ source, place }] : []
  })
  // Keeps the last letters together with their numbers and the verdict. Only 8 letters, since Chinese has no spaces.
  const marked = cited.length > 0 || check !== undefined
  const lastLetters = marked ? (/\S{1,8}$/.exec(text)?.[0] ?? '') : ''
  return (
    <>
      {text.slice(0, text.length - lastLetters.length)}
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
