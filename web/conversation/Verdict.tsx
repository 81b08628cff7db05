/** The verdict on a sentence written by a language model: nothing if supported, else a symbol with an explanation. */
import { Popover } from 'radix-ui'
import type { CheckedSentence } from '../../server/contract/chat-message.ts'
import { useExplanationPopover } from './use-explanation-popover.ts'
import { type ProblemVerdict, VERDICT_LABELS } from './verdict-in-words.ts'

const VERDICT_SYMBOLS: Readonly<Record<ProblemVerdict, string>> = {
  unsupported: '✕',
  'unknown-source': '✕',
  unclear: '?',
  uncited: '–',
}
const VERDICT_EXPLANATIONS: Readonly<Record<ProblemVerdict, string>> = {
  unsupported: 'Something in this sentence contradicts the records that it cites, or stands nowhere in them.',
  'unknown-source': 'It cites a number that no source here has.',
  unclear: 'Nothing wrong was found, but its words are too far from the source to vouch for.',
  uncited: 'The model named no source for this sentence, and none here supports it fully.',
}

export function Verdict({ check }: { check: CheckedSentence }) {
  const { verdict, added, judgedBy } = check
  if (verdict === 'supported')
    return added || judgedBy ? (
      <span className="whitespace-normal font-sans text-label text-soft">
        {' '}
        ({added ? 'number added' : 'by the model’s own judgment'})
      </span>
    ) : null
  return <VerdictMark check={{ ...check, verdict }} />
}

function VerdictMark({ check }: { check: CheckedSentence & { verdict: ProblemVerdict } }) {
  const { verdict, found, missing = [], judgedBy } = check
  const { root, trigger, content } = useExplanationPopover()
  const isError = verdict === 'unsupported' || verdict === 'unknown-source'
  return (
    <Popover.Root {...root}>
      <Popover.Trigger
        {...trigger}
        data-verdict={verdict}
        aria-label={`${VERDICT_LABELS[verdict]}. Why`}
        className={`relative top-[-0.2em] ml-0.5 inline-flex size-6 items-center justify-center rounded-chip font-sans font-strong text-[0.6875em] leading-none hover:bg-wash ${isError ? 'text-accent' : 'text-soft'}`}
      >
        <span
          aria-hidden="true"
          className="flex size-4 items-center justify-center rounded-full border border-current"
        >
          {VERDICT_SYMBOLS[verdict]}
        </span>
      </Popover.Trigger>
      <Popover.Portal container={document.getElementById('main')}>
        <Popover.Content
          {...content}
          data-screen-only
          aria-label={VERDICT_LABELS[verdict]}
          side="top"
          sideOffset={4}
          collisionPadding={12}
          className="z-30 w-[min(24rem,calc(100vw-1.5rem))] rounded-leaf border border-rule bg-leaf px-4 py-3 text-label shadow-leaf"
        >
          <p className="font-strong">{VERDICT_LABELS[verdict]}</p>
          <p className="mt-1 text-soft">{VERDICT_EXPLANATIONS[verdict]}</p>
          {judgedBy ? <p className="mt-1 text-soft">So the model itself judges, not this program.</p> : null}
          {missing.length > 0 ? <p className="mt-2">Not found: {missing.join(', ')}.</p> : null}
          {found.length > 0 ? (
            <>
              <p className="mt-2 text-soft">The record says:</p>
              <ul className="mt-1 space-y-1.5">
                {found.slice(0, 3).map(({ n, sentence }) => (
                  <li key={`${n} ${sentence}`} className="font-serif text-note leading-snug">
                    “{sentence.trim()}” <span className="tabular font-sans text-accent text-label">{n}</span>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
