/** All spellings of a name, each in its language, by script. */
import { Fragment } from 'react'
import type { NameForm } from '../../server/contract/names.ts'

const SCRIPTS = [
  { term: 'Hangul', has: /\p{Script=Hangul}/u },
  { term: 'Hanja, Hanzi, Kanji', has: /\p{Script=Han}/u },
  { term: 'Cyrillic', has: /\p{Script=Cyrillic}/u },
]

export function NameForms({ names }: { names: readonly NameForm[] }) {
  if (names.length < 2) return null
  const scriptOf = ({ text }: NameForm) => SCRIPTS.find(({ has }) => has.test(text))?.term ?? 'Latin letters'
  const groups = ['Latin letters', ...SCRIPTS.map(({ term }) => term)]
    .map((term) => ({ term, forms: names.filter((form) => scriptOf(form) === term) }))
    .filter(({ forms }) => forms.length > 0)
  return (
    <section aria-labelledby="names" className="mt-8">
      <h2 id="names" className="mb-2 font-strong text-label">
        Names
      </h2>
      <dl className="text-note">
        {groups.map(({ term, forms }) => (
          <div
            key={term}
            className="gap-x-4 border-rule border-t py-2 column:grid column:grid-cols-[7.5rem_1fr]"
          >
            <dt className="text-label text-soft leading-[1.75]">{term}</dt>
            <dd className="min-w-0 font-serif leading-snug">
              {forms.map(({ text, lang }, place) => (
                <Fragment key={text}>
                  {/* The dot is part of the block: a line may end before and behind any block, whatever the space. */}
                  <span className="inline-block">
                    <span lang={lang}>{text}</span>
                    {place < forms.length - 1 ? '\u00a0·' : ''}
                  </span>{' '}
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
