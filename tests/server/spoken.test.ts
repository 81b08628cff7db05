import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SpokenText, spoken } from '../../server/answer/writer/spoken.ts'
import { StepText } from '../../server/answer/writer/step-text.ts'

/** What a reader has in the end when the text comes in these pieces. */
function told(pieces: readonly string[], thinksFirst = false): string {
  const step = new StepText({ thinksFirst })
  return pieces.map((piece) => step.add(piece)).join('') + step.end('stop')
}

function piecesOf(text: string, cuts: readonly number[]): string[] {
  const borders = [0, ...[...cuts].map((cut) => cut % text.length).sort((a, b) => a - b), text.length]
  return borders.slice(1).map((end, index) => text.slice(borders[index], end))
}

const ANSWER = 'Kim came to Berlin [1]. Mao stayed < 5 days, he said [2].'
const written: [what: string, raw: string][] = [
  ['as it is', ANSWER],
  ['after a thought', `<think>Hm, [1]? </think>\n\n${ANSWER}`],
  ['after a thought by another tag', `<thinking>\nHm, [1]?\n</thinking>\n${ANSWER}`],
  ['after Magistral’s', `[THINK]Hm, [1]?[/THINK]${ANSWER}`],
  ['after Kimi’s', `◁think▷Hm, [1]?◁/think▷${ANSWER}`],
  ['after a thought that was opened in the prompt', `Okay, I look at [1].\n</think>\n\n${ANSWER}`],
  [
    'after a long one',
    `Let me see what [1] says. ${'So it says [2]. '.repeat(60)}\nThat is all.\n</think>\n${ANSWER}`,
  ],
  ['after one in Chinese', `好的，先看 [1]。\n</think>\n\n${ANSWER}`],
  ['between ChatML’s marks', `<|im_start|>assistant\n${ANSWER}<|im_end|>`],
  ['before a turn of the reader’s', `${ANSWER}<|im_end|>\n<|im_start|>user\nAnd then?<|im_end|>`],
  ['between Llama’s', `<|start_header_id|>assistant<|end_header_id|>\n\n${ANSWER}<|eot_id|>`],
  ['between Gemma’s', `<start_of_turn>model\n${ANSWER}<end_of_turn>`],
  ['between Mistral’s', `<s>[INST] What is it? [/INST]${ANSWER}</s>`],
  ['before DeepSeek’s', `${ANSWER}<｜end▁of▁sentence｜>`],
  [
    'in harmony’s channels',
    `<|channel|>analysis<|message|>We need [1].<|end|><|start|>assistant<|channel|>final<|message|>${ANSWER}<|return|>`,
  ],
  [
    'after a call in harmony’s',
    `<|start|>assistant<|channel|>commentary to=functions.x <|constrain|>json<|message|>{"n":1}<|call|><|start|>assistant<|channel|>final<|message|>${ANSWER}`,
  ],
]

describe('an answer', () => {
  it.each(written)('%s reaches the reader alone, wherever the stream is cut', (_, raw) => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 40 }), (cuts) => {
        expect(told(piecesOf(raw, cuts)).trim()).toBe(ANSWER)
      }),
      { numRuns: 300 },
    )
    expect(told([...raw]).trim()).toBe(ANSWER)
  })

  it('of a model that thinks first waits for the end of its thoughts, however they begin', () => {
    expect(told(['Source [1] says so. ', 'And [2].', '</think>', ANSWER], true)).toBe(ANSWER)
    expect(told([ANSWER], true)).toBe(ANSWER)
  })

  it('is not lost for a tag that closes a second time', () => {
    expect(told([`Okay.</think>${ANSWER}</think>`])).toBe(ANSWER)
    expect(told([`<think>Okay.</think>${ANSWER}</think>`])).toBe(ANSWER)
  })

  it('keeps what only looks like a mark', () => {
    for (const text of [
      'Kim <kim@example.org> wrote. <b>Bold</b>, a | b, x <| y, 3 < 4.',
      'He said [think of it] and [the rest].',
      'a </source> b <think c',
      'An open < ',
    ])
      expect(spoken(text)).toBe(text)
  })

  it('is told alike wherever it is cut, whatever the marks', () => {
    const piece = fc.constantFrom(
      ...[
        '<',
        '|',
        '>',
        '/',
        'think',
        '<think>',
        '</think>',
        '<|im_end|>',
        '<|im_start|>',
        'user',
        'assistant',
      ],
      ...[
        '<|channel|>',
        'analysis',
        'final',
        '<|message|>',
        '<|start|>',
        '<|end|>',
        '</s>',
        '[INST]',
        '[/INST]',
      ],
      ...[
        '\n',
        ' ',
        'Kim',
        'a heading that is longer than a heading of a turn or a channel can ever be here, is it',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece), fc.array(fc.nat(), { maxLength: 20 }), (some, cuts) => {
        const raw = some.join('')
        if (raw === '') return
        let text = ''
        const coming = new SpokenText()
        for (const next of [...piecesOf(raw, cuts).map((each) => coming.add(each)), coming.rest()])
          text = next.unsaid ? next.text : text + next.text
        expect(text).toBe(spoken(raw))
      }),
      { numRuns: 5000 },
    )
  })

  it('comes while it is written', () => {
    const step = new StepText({ thinksFirst: false })
    expect(step.add('Kim came to Berlin [1]. Then')).toBe('Kim came to Berlin [1]. Then')
    expect(step.add(' he left, 3 < 4 and')).toBe(' he left, 3 < 4 and')
    const uncited = new StepText({ thinksFirst: false })
    expect(uncited.add('Kim came to Berlin. '.repeat(13))).not.toBe('')
  })
})
