/** What the person who asks decides, and what they are told where no record says what they presuppose. */
import { beforeAll, describe, expect, it } from 'vitest'
import { type Answer, type Asking, openApp, postOf, readAnswer } from '../ask.ts'

let app: Asking
beforeAll(async () => {
  app = await openApp()
})

/** The groups of an answer that quotes. */
function groupsOf({ quotations }: Answer) {
  if (quotations.outcome !== 'answered' && quotations.outcome !== 'near')
    throw new Error('Nothing is quoted.')
  return quotations.groups
}

describe('who asks', () => {
  const POPLAR = 'Who cut down the poplar tree at Panmunjom?'
  const ask = async (body: object) =>
    readAnswer(
      await app.request(
        '/api/chat',
        postOf({
          id: 'overruled',
          messages: [{ role: 'user', parts: [{ type: 'text', text: POPLAR }] }],
          ...body,
        }),
      ),
    )
  const quotedBy = (answer: Answer) =>
    groupsOf(answer).flatMap(({ paragraphs }) => paragraphs.map(({ document }) => document))

  it('has a document left out, which stays among the sources, and another one quoted', async () => {
    const first = await ask({})
    const [quoted = ''] = quotedBy(first)
    const near = first.sources.find(({ reading }) => reading === 'near')?.document.id ?? ''
    const next = await ask({ quote: [near], leaveOut: [quoted] })
    expect(quotedBy(next)).toContain(near)
    expect(quotedBy(next)).not.toContain(quoted)
    expect(next.sources.map(({ document }) => document.id)).toContain(quoted)
  })

  it('is told what no record tells, where what is quoted is merely near', async () => {
    const answer = await app.chat(
      'What did Brezhnev promise Kim Il Sung at their meeting in Moscow in June 1975?',
    )
    expect(answer.outcome).toEqual({ outcome: 'near' })
    expect(answer.text).toMatch(
      /^No document here of June 1975 names .*No document here says this outright\./,
    )
    expect(answer.sources.map(({ reading }) => reading)).not.toContain('answers')
  })

  it('is told that what was found is not of whom or what was asked about', async () => {
    const answer = await app.chat('When did Kim Il Sung visit Washington?')
    expect(answer.outcome).toEqual({ outcome: 'near' })
    expect(answer.text).toMatch(/^No document here was found that tells this of Washington\./)
  })

  it('gets the last answer in as few sentences as asked for', async () => {
    const { text } = await app.chat('How did the seizure of the Pueblo unfold?')
    const turns = [
      { role: 'user', parts: [{ type: 'text', text: 'How did the seizure of the Pueblo unfold?' }] },
      { role: 'assistant', parts: [{ type: 'text', text }] },
      { role: 'user', parts: [{ type: 'text', text: 'Summarize that in two sentences.' }] },
    ]
    const recap = await readAnswer(await app.request('/api/chat', postOf({ id: 'recap', messages: turns })))
    const sentences = groupsOf(recap).flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ sentences }) => sentences),
    )
    expect(sentences).toHaveLength(2)
    for (const sentence of sentences) expect(text).toContain(sentence.text)
  })
})
