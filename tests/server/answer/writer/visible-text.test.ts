import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { chatFormatPatterns } from '../../../../server/answer/writer/chat-format-patterns.ts'
import { StepText } from '../../../../server/answer/writer/model-step-text.ts'
import { VisibleTextFilter, visibleText } from '../../../../server/answer/writer/visible-text.ts'

/** What a reader has in the end when the text comes in these pieces. */
function told(pieces: readonly string[], thinksFirst = false, end = 'stop'): string {
  const step = new StepText({ thinksFirst })
  return [...pieces.map((piece) => () => step.add(piece)), () => step.end(end)]
    .map((next) => next())
    .reduce((before, { text, retractsEarlierText }) => (retractsEarlierText ? '' : before) + text, '')
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
  ...['Got it, let’s see.', 'Here’s a thinking process:', 'Right, so', '**Analyzing** the request:'].map(
    (beginning): [string, string] => [
      `after a long one that begins “${beginning}”`,
      `${beginning} ${'A telegram [1] says so, and it is dated. '.repeat(9)}\n</think>\n\n${ANSWER}`,
    ],
  ),
  ['after Seed’s', `<seed:think>Hm, [1]?</seed:think>${ANSWER}`],
  ['after a reflection', `<reflection>Hm, [1]?</reflection>${ANSWER}`],
  [
    'after Command’s',
    `<|START_THINKING|>Hm, [1]?<|END_THINKING|><|START_RESPONSE|>${ANSWER}<|END_RESPONSE|>`,
  ],
  ['after one between special tokens', `<|think|>Hm, [1]?<|/think|>${ANSWER}`],
  ['between its own tags', `<think>Hm, [1]?</think>\n<answer>\n${ANSWER}\n</answer>`],
  ['between its own tags, after thoughts without any', `The user asks [1].\n<answer>${ANSWER}</answer>`],
  ['in harmony’s channels without their marks', `analysisWe need [1].assistantfinal${ANSWER}`],
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

const PLAN = 'First the telegrams of 1967 must be found, and then those of the following year. '.repeat(5)
const calls = [
  '<tool_call>\n{"name": "search_documents", "arguments": {"question": "Kim"}}\n</tool_call>',
  '{"name": "search_documents", "arguments": {"question": "Kim"}}',
  '```json\n{"tool": "search_documents", "parameters": {"question": "Kim"}}\n```',
  'search_documents\n<arg_key>question</arg_key>\n<arg_value>Kim</arg_value>\n</tool_call>',
  '[TOOL_CALLS][{"name":"read_document","arguments":{"n":1}}]',
  '<function=list_documents>{"order":"newest"}</function>',
  '<|python_tag|>{"type":"function"}',
  '<|python_tag|>search_documents(question="Kim")<|eom_id|>',
  '[search_documents(question="Kim")]',
  '<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>function<｜tool▁sep｜>search_documents\n```json\n{"question":"Kim"}\n```<｜tool▁call▁end｜><｜tool▁calls▁end｜>',
  '<|tool_calls_section_begin|><|tool_call_begin|>functions.x:0<|tool_call_argument_begin|>{}<|tool_call_end|>',
  'assistantcommentary to=functions.search_documents json{"question":"Kim"}',
  '<think>I must search.<tool_call>{"name": "search_documents"}</tool_call>',
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
      // Words that end as a tool's name does.
      'The telegrams are in the old_documents(s) of 1968, the index_document {a} and the xsearch_documents(y).',
      'A word search, a list and a read',
    ])
      expect(visibleText(text)).toBe(text)
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
        const coming = new VisibleTextFilter()
        for (const next of [...piecesOf(raw, cuts).map((each) => coming.add(each)), coming.rest()])
          text = next.retractsEarlierText ? next.text : text + next.text
        expect(text).toBe(visibleText(raw))
      }),
      { numRuns: 5000 },
    )
  })

  it('comes while it is written', () => {
    const step = new StepText({ thinksFirst: false })
    expect(step.add('Kim came to Berlin [1]. Then').text).toBe('Kim came to Berlin [1]. Then')
    expect(step.add(' he left, 3 < 4 and').text).toBe(' he left, 3 < 4 and')
    const uncited = new StepText({ thinksFirst: false })
    expect(uncited.add('Kim came to Berlin. '.repeat(13)).text).not.toBe('')
  })

  it.each(['I found that', 'We know that', 'Looking at the records,', '먼저,'])(
    'comes however it begins, and is kept when it breaks off: %s',
    (beginning) => {
      const step = new StepText({ thinksFirst: false })
      expect(step.add(`${beginning} Kim came [1].`).text).toBe(`${beginning} Kim came [1].`)
      expect(told([`${beginning} Kim came`], false, 'broken-off')).toBe(`${beginning} Kim came`)
      expect(told([`${beginning} Kim came [1]. Then`], false, 'length')).toBe(
        `${beginning} Kim came [1]. Then`,
      )
    },
  )

  it('waits two seconds, and no longer, for a slow model’s first citation', () => {
    vi.useFakeTimers()
    try {
      const step = new StepText({ thinksFirst: false })
      expect(step.add('Kim came ').text).toBe('')
      vi.advanceTimersByTime(2_000)
      expect(step.add('to ').text).toBe('')
      vi.advanceTimersByTime(1)
      expect(step.add('Berlin').text).toBe('Kim came to Berlin')
    } finally {
      vi.useRealTimers()
    }
  })

  it('is not what was cut off by the limit of tokens before one citation', () => {
    expect(told(['Got it, let us see. '.repeat(30)], false, 'length')).toBe('')
  })

  it.each(calls)('is not a call of a tool, wherever the stream is cut: %s', (call) => {
    fc.assert(
      fc.property(fc.constantFrom('', 'I will search.\n', PLAN), fc.array(fc.nat()), (before, cuts) => {
        const step = new StepText({ thinksFirst: false })
        for (const piece of piecesOf(before + call, cuts)) step.add(piece)
        expect(step.hasUnreportedToolCall).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('is not taken for a call of a tool', () => {
    for (const text of [
      'I used search_documents twice and found nothing (see list_documents) [1].',
      'He wrote: "search" and {"name": "Kim"}, to=functions of state [1].',
      '<think>I could <tool_call> here.</think>Kim came [1].',
      'I could write <tool_call> here.</think>Kim came [1].',
    ]) {
      const step = new StepText({ thinksFirst: false })
      for (const letter of text) step.add(letter)
      expect(step.hasUnreportedToolCall, text).toBe(false)
    }
  })

  describe('where tools have ordinary names', () => {
    const TOOLS = ['compare', 'read', 'list_all']
    const callsTool = (text: string, cuts: readonly number[]) => {
      const spoken = new VisibleTextFilter(chatFormatPatterns(TOOLS))
      let told = ''
      for (const piece of piecesOf(text, cuts)) told += spoken.add(piece).text
      told += spoken.rest().text
      return { calls: spoken.endsWithToolCall, told }
    }

    it.each([
      'They met in the palace(s) of Pyongyang, all(most) as planned [1].',
      'Compare(d) with 1984, the read (s) of it (was) less [1].',
      'He wrote "compare" and: "read" [1]. They read {it} not, and list_all(ies) is no word.',
      'recompare(x=1) and my_read("a"), list_all_of(x=1) and compare_(x=1)',
    ])('their names in a sentence are words, wherever the stream is cut: %s', (text) => {
      fc.assert(
        fc.property(fc.array(fc.nat(), { maxLength: 20 }), (cuts) => {
          expect(callsTool(text, cuts)).toEqual({ calls: false, told: text })
        }),
      )
    })

    const name = fc.constantFrom(...TOOLS)
    const form = fc.constantFrom(
      (tool: string) => `${tool}(question="Kim")`,
      (tool: string) => `${tool}("Kim")`,
      (tool: string) => `${tool}( { "n": 1 } )`,
      (tool: string) => `[${tool}()]`,
      (tool: string) => `${tool} {"question": "Kim"}`,
      (tool: string) => `{"name": "${tool}", "arguments": {}}`,
      (tool: string) => `{ 'function' : '${tool}' }`,
    )
    it('their calls are calls, wherever the stream is cut', () => {
      fc.assert(
        fc.property(name, form, fc.array(fc.nat(), { maxLength: 20 }), (tool, write, cuts) => {
          expect(callsTool(`I will search. ${write(tool)}`, cuts).calls).toBe(true)
        }),
        { numRuns: 1000 },
      )
    })
  })

  it('is not what was said before a call of a tool, however much of it was told', () => {
    const step = new StepText({ thinksFirst: false })
    expect(step.add('Source [1] seems relevant. Let me read it.').text).not.toBe('')
    expect(step.noteToolCall()).toEqual({ text: '', retractsEarlierText: true })
    expect(step.end('tool-calls')).toEqual({ text: '', retractsEarlierText: false })
  })
})
