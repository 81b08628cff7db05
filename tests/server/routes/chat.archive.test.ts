import { beforeAll, describe, expect, it } from 'vitest'
import type { ArchiveDocument } from '../../../corpus/document.ts'
import { compareDates, formatDate } from '../../../corpus/reduced-date.ts'
import { splitSentences } from '../../../embeddings/split-sentences.ts'
import { isSelfContained } from '../../../server/answer/expansion-questions.ts'
import { isNearDuplicateText } from '../../../server/retrieval/near-duplicate-text.ts'
import { judgedQuestions } from '../../eval/judged-questions.ts'
import { type Answer, type Asking, openApp } from '../ask.ts'

let app: Asking
beforeAll(async () => {
  app = await openApp()
})

const courses = [
  'How did China come to enter the Korean War?',
  'How did the seizure of the Pueblo unfold?',
  'How did relations between Pyongyang and Moscow develop under Khrushchev?',
  'Why did the two Koreas begin to talk in the early 1970s?',
  'Tell me about North Korea’s search for nuclear technology',
]
/** Those that ask for a course of events outright. */
const told = courses.slice(1, 3)
const facts = [
  'What did Honecker and Kim Il Sung agree on in 1984?',
  'Who signed the armistice?',
  'How many war orphans did Poland offer to take in 1953?',
  'Juche',
  'What did Todor Zhivkov and Kim Il Sung discuss in Sofia?',
]
/** What readers ask, one in ten of the development set's, and the questions above. */
const questions = [
  ...courses,
  ...facts,
  ...(['dev-a', 'dev-b', 'dev-c'] as const)
    .flatMap(judgedQuestions)
    .filter((_, index) => index % 10 === 0)
    .map(({ question }) => question),
]
const absent = [
  'How long should I knead sourdough?',
  'best settings for a rest api rate limiter in nginx',
  'blorfen xqzt wugmi kleptzo',
]

let answers: Map<string, Answer>
beforeAll(async () => {
  answers = new Map()
  for (const question of [...questions, ...absent]) answers.set(question, await app.chat(question))
})

function answerTo(question: string): Answer {
  const answer = answers.get(question)
  if (!answer) throw new Error(`"${question}" was not asked.`)
  return answer
}

/** All answers that quote: those that answer, and those that are merely near. */
const answered = () =>
  [...answers].filter(([, { outcome }]) => outcome.outcome === 'answered' || outcome.outcome === 'near')

/** The groups of an answer that quotes. */
function groupsOf({ quotations }: Answer) {
  if (quotations.outcome !== 'answered' && quotations.outcome !== 'near')
    throw new Error('Nothing is quoted.')
  return quotations.groups
}

interface Quotation {
  sentence: string
  document: ArchiveDocument
}

/** The opening line, and what is quoted: the text before each `[n]`, less what leads it in. */
function read({ text, sources }: Answer): { opening: string; quotations: Quotation[] } {
  const [opening = '', ...paragraphs] = text.split('\n\n')
  const quotations = paragraphs.flatMap((paragraph) =>
    [...paragraph.matchAll(/([\s\S]*?)\s*((?:\[\d+\]\s*)+)/g)].flatMap(([, said = '', markers = '']) =>
      [...markers.matchAll(/\d+/g)].map(([n]) => {
        const source = sources.find((candidate) => candidate.n === Number(n))
        if (!source) throw new Error(`[${n}] is not among the sources.`)
        return { document: source.document, sentence: withoutLeadIn(said.trim(), source.document) }
      }),
    ),
  )
  return { opening, quotations }
}

/** A lead-in ends with a colon and is not in the summary: "A telegram of 13 October 1950: …". */
function withoutLeadIn(said: string, { summary, title }: ArchiveDocument): string {
  const source = summary ?? title
  if (source.includes(said)) return said
  return /^[^:]{1,120}: ([\s\S]*)$/.exec(said)?.[1] ?? said
}

describe('an answer', () => {
  it('is given to most of what the development set holds answerable', () => {
    const outright = [...answers].filter(([, { outcome }]) => outcome.outcome === 'answered')
    expect(outright.length / questions.length).toBeGreaterThan(0.6)
    expect(answered().length / questions.length).toBeGreaterThan(0.85)
    for (const question of [...courses, ...facts])
      expect(answerTo(question).outcome.outcome, question).toBe('answered')
  })

  it('shows its sources before its first word, and its outcome and what to ask next after its last', () => {
    for (const { order } of answers.values()) {
      const at = (type: string) => order.indexOf(type)
      expect(at('data-sources')).toBeGreaterThanOrEqual(0)
      expect(at('data-sources')).toBeLessThan(at('text-start'))
      expect(at('text-end')).toBeLessThan(at('data-outcome'))
      expectComplete(order)
    }
  })

  it('numbers its sources from 1, each a document of the catalog and none twice', () => {
    for (const { sources } of answers.values()) {
      expect(sources.map(({ n }) => n)).toEqual(sources.map((_, index) => index + 1))
      expect(new Set(sources.map(({ document }) => document.id)).size).toBe(sources.length)
      for (const { document } of sources) expect(document).toEqual(app.archive.catalog.byId.get(document.id))
    }
  })

  it('shows of each source only what its summary or its title says', () => {
    for (const { sources } of answers.values())
      for (const { document, passages } of sources)
        for (const { text } of passages)
          expect(document.summary?.includes(text) || text === document.title, `${document.id}: ${text}`).toBe(
            true,
          )
  })

  it('cites only documents that it shows, and at least one', () => {
    for (const [question, answer] of answered()) {
      const cited = [...answer.text.matchAll(/\[(\d+)\]/g)].map(([, n]) => Number(n))
      expect(cited.length, question).toBeGreaterThan(0)
      const shown = answer.sources.map(({ n }) => n)
      expect(
        cited.filter((n) => !shown.includes(n)),
        question,
      ).toEqual([])
    }
  })

  it('leaves no sentence after the opening line without its citation', () => {
    for (const [question, answer] of answered()) {
      const own = groupsOf(answer).flatMap(({ heading, note }) => [heading, note])
      for (const paragraph of answer.text.split('\n\n').slice(1))
        if (!own.includes(paragraph)) expect(paragraph, question).toMatch(/\[\d+\]$/)
    }
  })

  it('quotes verbatim: each sentence stands, whole, in the summary of the document that it cites', () => {
    for (const [question, answer] of answered())
      for (const { sentence, document } of read(answer).quotations) {
        const sentences = splitSentences(document.summary ?? document.title)
        expect(sentences, `${question} – ${document.id}`).toContain(sentence)
      }
  })

  it('leads a quotation in with the date of its document', () => {
    for (const [question, answer] of answered()) {
      const quoted = read(answer).quotations
      for (const paragraph of answer.text.split('\n\n').slice(1)) {
        const leadIn = /^([^:]{1,120}):/.exec(paragraph)?.[1]
        const first = quoted.find(({ sentence }) => paragraph.includes(sentence))
        if (leadIn && !paragraph.startsWith(first?.sentence ?? '-'))
          expect(leadIn, question).toContain(
            formatDate(first?.document.date ?? answer.sources[0]?.document.date ?? never()),
          )
      }
    }
  })

  it('says nothing twice, nor almost', () => {
    for (const [question, answer] of answered()) {
      const sentences = read(answer).quotations.map(({ sentence }) => sentence)
      sentences.forEach((sentence, index) => {
        expect(
          sentences.slice(index + 1).filter((other) => isNearDuplicateText(sentence, other)),
          question,
        ).toEqual([])
      })
    }
  })

  it('opens with one true line: how many documents it quotes, and from when to when', () => {
    const words = [
      'no',
      'one',
      'two',
      'three',
      'four',
      'five',
      'six',
      'seven',
      'eight',
      'nine',
      'ten',
      'eleven',
      'twelve',
    ]
    for (const [question, answer] of answered()) {
      const { opening, quotations } = read(answer)
      const documents = [...new Set(quotations.map(({ document }) => document))].sort((a, b) =>
        compareDates(a.date, b.date),
      )
      const number = (told: string | undefined) => Math.max(0, words.indexOf(told?.toLowerCase() ?? ''))
      const speaking = /\b(\w+) documents? (?:speaks?|touch(?:es)?)\b/i.exec(opening)?.[1]
      const touching = /\b(\w+) more touch(?:es)? on it\b/i.exec(opening)?.[1]
      if (answer.outcome.outcome === 'answered')
        expect(number(speaking) + number(touching), `${question} – ${opening}`).toBe(documents.length)
      else expect(opening, question).toContain('No document here says this outright.')
      const span = /\bfrom (.+?) to (.+?)[.:,]/.exec(opening) ?? /\ball of ((.+?))[.:,]/.exec(opening)
      if (documents.length > 1) {
        expect(span, opening).not.toBeNull()
        expect([span?.[1], span?.[2]], question).toEqual(
          [documents.at(0), documents.at(-1)].map((end) => formatDate(end?.date ?? never())),
        )
      }
    }
  })

  it.each(told)('to “%s” tells the course of events in the order of their dates', (question) => {
    const answer = answerTo(question)
    const dateOf = (id: string) => app.archive.catalog.byId.get(id)?.date ?? never()
    const groups = groupsOf(answer).map(({ paragraphs }) =>
      paragraphs.map(({ document }) => dateOf(document)),
    )
    expect(new Set(groups.flat()).size).toBeGreaterThan(1)
    for (const dates of groups) expect(dates).toEqual(dates.toSorted(compareDates))
  })

  it('keeps the sentences of one document together and in its own order', () => {
    for (const [question, answer] of answered()) {
      const { quotations } = read(answer)
      const runs = quotations.filter(({ document }, index) => document !== quotations[index - 1]?.document)
      expect(new Set(runs.map(({ document }) => document.id)).size, question).toBe(runs.length)
      for (const { document } of runs) {
        const places = quotations
          .filter((quotation) => quotation.document === document)
          .map(({ sentence }) => document.summary?.indexOf(sentence))
        expect(places, question).toEqual(places.toSorted((a = 0, b = 0) => a - b))
      }
    }
  })

  it('is short enough to be read in a minute or two', () => {
    for (const [question, { text }] of answers) expect(text.split(/\s+/).length, question).toBeLessThan(450)
  })

  it('never says “null” or “undefined”', () => {
    for (const [question, { text, suggestions }] of answers)
      expect([text, ...suggestions].join('\n').replace('null and void', ''), question).not.toMatch(
        /\b(?:null|undefined|NaN)\b|\[object/,
      )
  })

  it('shows the record without a summary by its title', () => {
    const { sources } = answerTo('What did Todor Zhivkov and Kim Il Sung discuss in Sofia?')
    const silent = sources.find(({ document }) => document.summary === null)
    expect(silent?.passages.map(({ text }) => text)).toEqual([silent?.document.title])
  })

  it('is the same when asked again', async () => {
    const [question = ''] = courses
    expect(await app.chat(question)).toEqual(answerTo(question))
  })
})

describe('what the archive does not answer', () => {
  it.each(absent)('is said so: “%s”', (question) => {
    const { outcome, text } = answerTo(question)
    expect(outcome.outcome).toBe('nothing-found')
    expect(outcome.reason).toMatch(/^\p{Lu}[\s\S]{10,}\.$/u)
    expect(text).toMatch(/\bno\b/i)
    expect(text).not.toMatch(/\[\d+\]/)
  })

  it('still shows the nearest documents, as such, and what could be asked instead', () => {
    const { sources, text, suggestions } = answerTo('How long should I knead sourdough?')
    expect(sources.length).toBeGreaterThan(0)
    expect(sources.length).toBeLessThanOrEqual(10)
    expect(text).toMatch(/nearest/)
    expect(suggestions.length).toBeGreaterThanOrEqual(2)
  })
})

describe('what to ask next', () => {
  it('is two or three questions, none of them asked before and none twice', () => {
    for (const [question, { suggestions }] of answers) {
      expect([2, 3], question).toContain(suggestions.length)
      expect(suggestions.every((suggestion) => suggestion.endsWith('?'))).toBe(true)
      const all = [question, ...suggestions]
      all.forEach((one, index) => {
        expect(
          all.slice(index + 1).filter((other) => isNearDuplicateText(one, other)),
          question,
        ).toEqual([])
      })
    }
  })

  it('is what this archive answers', async () => {
    const suggestions = new Set([...answers.values()].flatMap((answer) => answer.suggestions))
    for (const suggestion of suggestions)
      expect((await app.search(suggestion, { limit: '1' })).answerable, suggestion).toBe(true)
  })

  it('calls nobody by a byname, and stands on nothing said before', () => {
    const examples = app.archive.catalog.exampleQuestions.map(({ question }) => question)
    for (const [question, { suggestions }] of answers)
      for (const suggestion of suggestions)
        expect(
          examples.includes(suggestion) || isSelfContained(suggestion, app.archive),
          `${question} – ${suggestion}`,
        ).toBe(true)
  })

  it('leads on: each example brings a document that the answer did not quote', () => {
    const { exampleQuestions } = app.archive.catalog
    for (const [question, { suggestions, quotations }] of answers) {
      if (quotations.outcome !== 'answered') continue
      const quoted = quotations.groups.flatMap(({ paragraphs }) => paragraphs.map(({ document }) => document))
      for (const example of exampleQuestions.filter((each) => suggestions.includes(each.question)))
        expect(
          example.documents.every((id) => quoted.includes(id)),
          `${question} – ${example.question}`,
        ).toBe(false)
    }
  })

  it('is not what was asked earlier in the conversation', async () => {
    const [question = ''] = courses
    const earlier = answerTo(question).suggestions
    const { suggestions } = await app.chat(question, earlier)
    expect(suggestions.length).toBeGreaterThan(0)
    for (const suggestion of suggestions)
      expect(earlier.some((asked) => isNearDuplicateText(asked, suggestion))).toBe(false)
  })
})

it('no request of this file met an error that nobody foresaw', () => {
  expect(app.reported).toEqual([])
})

function expectComplete(order: readonly string[]): void {
  expect(order).toEqual(
    expect.arrayContaining(['data-sources', 'text-delta', 'data-outcome', 'data-suggestions']),
  )
  expect(order).not.toContain('error')
}

function never(): never {
  throw new Error('There is no document here.')
}
