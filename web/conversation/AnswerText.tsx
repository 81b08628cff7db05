/** The text of an answer: the program's own sentences in sans, archive text in serif, with inline citation numbers. */
import { Fragment } from 'react'
import type { Source } from '../../server/contract/chat-message.ts'
import { Citation } from './CitationNumber.tsx'
import { paragraphClasses } from './paragraph-classes.ts'
import type { AnswerParagraph } from './parse-answer.ts'
import { claimsOn, type Statement } from './parse-cited-text.ts'
import { Verdict } from './Verdict.tsx'

interface AnswerTextProps {
  answerId: string
  paragraphs: readonly AnswerParagraph[]
  sources: readonly Source[]
  followCitation: (n: number, ordinal: number) => void
}

export const citationId = (answerId: string, ordinal: number) => `citation-${answerId}-${ordinal}`

export function AnswerText({ paragraphs, ...shared }: AnswerTextProps) {
  const classes = paragraphClasses(paragraphs)
  return (
    <div className="max-w-[40rem] space-y-4">
      {paragraphs.map(({ heading, leadIn, statements }, index) => {
        const Element = heading ? 'h3' : 'p'
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a streaming answer grows at its end, or starts again
          <Element key={index} className={classes[index]}>
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
const MAX_NUMBERS_ON_ONE_LINE = 4

function StatementText({ statement, answerId, sources, followCitation }: StatementTextProps) {
  const { text, citations, check } = statement
  const cited = citations.flatMap(({ n, ordinal }) => {
    const source = sources.find((candidate) => candidate.n === n)
    return source ? [{ source, ordinal }] : []
  })
  // Keeps the last letters together with their numbers and the verdict. Only 8 letters, since Chinese has no spaces.
  const marked = cited.length > 0 || check !== undefined
  const lastLetters = marked ? (/\S{1,8}$/.exec(text)?.[0] ?? '') : ''
  return (
    <>
      {text.slice(0, text.length - lastLetters.length)}
      {marked ? (
        <span className={cited.length > MAX_NUMBERS_ON_ONE_LINE ? '' : 'whitespace-nowrap'}>
          {lastLetters}
          <span className={cited.length > 0 ? '-mx-1.5' : ''}>
            {cited.map(({ source, ordinal }) => (
              <Fragment key={ordinal}>
                <Citation
                  source={source}
                  elementId={citationId(answerId, ordinal)}
                  claims={claimsOn(source.n, statement)}
                  followCitation={() => followCitation(source.n, ordinal)}
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
