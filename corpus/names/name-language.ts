/** The language and script of a name, for those who read it aloud, set it in type or sort it. */
import type { Entity } from './entity.ts'
import { nameTokens } from './name-tokens.ts'
import { koreanNameKey } from './romanization.ts'

/**
 * A BCP 47 tag, or undefined where the name is English or a spelling in Latin letters that says nothing of its
 * language. The authority file gives no language: that of Chinese characters follows from whom the note tells of.
 */
export function languageOfName(
  name: string,
  { kind, note = '' }: Pick<Entity, 'kind' | 'note'>,
): string | undefined {
  if (/\p{Script=Hangul}/u.test(name)) return 'ko-Hang'
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name)) return 'ja'
  if (/\p{Script=Han}/u.test(name)) return hanLanguage(name, note)
  if (/\p{Script=Cyrillic}/u.test(name)) return 'ru'
  const words = nameTokens(name).map(({ word }) => word)
  // "I. V. Stalin" has the form of a Korean name, but for the stops.
  const isKorean = kind === 'person' && originIn(note) === 'ko-Hani' && !name.includes('.')
  return isKorean && koreanNameKey(words) ? 'ko-Latn' : undefined
}

/** Characters as China simplified them, and as Japan did, of those that the authority file uses. */
const CHINESE_FORMS = /[东来邓刘陈怀国锋乔晓钱苏联长绿图们华军愿谈会义]/u
const JAPANESE_FORMS = /[総帰条約]/u

function hanLanguage(name: string, note: string): string {
  if (JAPANESE_FORMS.test(name)) return 'ja'
  if (CHINESE_FORMS.test(name)) return 'zh-Hans'
  return originIn(note)
}

const ORIGINS: readonly [RegExp, string][] = [
  [/\bCCP\b|\bMao\b|\bChin(?:a|ese)\b|\bBeijing\b|\bPeople's Republic,/, 'zh-Hani'],
  [/\bJapan(?:ese)?\b/, 'ja'],
  [/\bVietnam(?:ese)?\b/, 'vi-Hani'],
  [/\bKorean?\b|\bDPRK\b|\bSeoul\b/, 'ko-Hani'],
]

/** The language of the country that a note names first; Korean where it names none, as in an archive on Korea. */
function originIn(note: string): string {
  const found = ORIGINS.map(([words, tag]) => ({ place: note.search(words), tag }))
    .filter(({ place }) => place >= 0)
    .sort((a, b) => a.place - b.place)
  return found[0]?.tag ?? 'ko-Hani'
}
