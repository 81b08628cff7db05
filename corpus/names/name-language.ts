/** Tells the language and script of a name, for `lang` attributes: screen readers, fonts and sorting depend on them. */
import { type Entity, isFamilyNameFirst } from './entity.ts'
import { nameTokens } from './name-tokens.ts'
import { koreanNameKey } from './romanization.ts'

type NamedEntity = Pick<Entity, 'kind' | 'note' | 'name' | 'aliases'>

/**
 * A BCP 47 tag; undefined for English names and Latin spellings of unknown language. The authority file has no language
 * field: the language of Chinese characters is derived from the entity's note.
 */
export function languageOfName(name: string, entity: NamedEntity): string | undefined {
  const { kind, note = '' } = entity
  if (/\p{Script=Hangul}/u.test(name)) return 'ko-Hang'
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name)) return 'ja'
  if (/\p{Script=Han}/u.test(name)) return languageOfHanName(name, entity)
  if (/\p{Script=Cyrillic}/u.test(name)) return 'ru'
  const words = nameTokens(name).map(({ word }) => word)
  // "I. V. Stalin" looks like a Korean name, except for the periods.
  const isKorean = kind === 'person' && countryLanguageInNote(note) === 'ko-Hani' && !name.includes('.')
  return isKorean && koreanNameKey(words) ? 'ko-Latn' : undefined
}

/** Simplified Chinese and Japanese character forms that occur in the authority file. */
const SIMPLIFIED_CHARACTERS =
  /[东来邓刘陈怀国锋乔晓钱苏联长绿图们华军愿谈会义鲜争韩卢焕铁扬纳泽齐尔谢罗鲁诺维约总统门达叶顿兰亚伦导弹机运动开宁汉奥劳党认协击头际构号访]/u
const JAPANESE_CHARACTERS =
  /[総帰約戦沢労撃徳煕銭辺]|韓国|米国|国連|韓民国|(?:義|華)人民共和国|安全保障|共産|国際|米朝|六者|首脳|非武装|平壌|華国|度線/u

function languageOfHanName(name: string, { kind, note = '', name: own, aliases }: NamedEntity): string {
  if (JAPANESE_CHARACTERS.test(name)) return 'ja'
  if (SIMPLIFIED_CHARACTERS.test(name)) return 'zh-Hans'
  // Western names in Chinese characters are Chinese transcriptions.
  const isWestern = kind === 'person' && ![own, ...aliases].some(isFamilyNameFirst)
  return isWestern ? 'zh-Hani' : countryLanguageInNote(note, kind === 'place' ? 'zh-Hani' : 'ko-Hani')
}

const LANGUAGE_BY_COUNTRY_WORD: readonly [RegExp, string][] = [
  [/\bCCP\b|\bMao\b|\bChin(?:a|ese)\b|\bBeijing\b|\bPeople's Republic,/, 'zh-Hani'],
  [/\bJapan(?:ese)?\b/, 'ja'],
  [/\bVietnam(?:ese)?\b/, 'vi-Hani'],
  [/\bKorean?\b|\bDPRK\b|\bSeoul\b/, 'ko-Hani'],
]

/** The language of the country that a note names first. The default is Korean, because the archive is on Korea. */
function countryLanguageInNote(note: string, otherwise = 'ko-Hani'): string {
  const found = LANGUAGE_BY_COUNTRY_WORD.map(([words, tag]) => ({ position: note.search(words), tag }))
    .filter(({ position }) => position >= 0)
    .sort((a, b) => a.position - b.position)
  return found[0]?.tag ?? otherwise
}
