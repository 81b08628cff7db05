/**
 * Korean names under any romanization: McCune-Reischauer, Revised, North Korean, Yale and what newspapers made of them
 * ("Yi Hu-rak", "I Hu-rak", "Lee Hurak"; "Paek Nam-sun", "Paik Nam-soon").
 */

/** Spellings of family names that are one name in Hangul. */
const FAMILIES = [
  'i yi lee ri rhee li',
  'kim gim',
  'pak park bak bark',
  'choe choi',
  'chong jong jeong chung jung cheong',
  'chang jang',
  'chon jon jeon chun jun cheon',
  'cho jo',
  'kang gang',
  'kwon gwon',
  'ko koh go goh',
  'no noh ro roh',
  'o oh',
  'ho heo hur huh',
  'han',
  'hong',
  'hwang',
  'hyon hyun hyeon',
  'im yim lim rim',
  'paek paik baek baik pek',
  'pang bang',
  'ryu yu yoo liu',
  'mun moon',
  'nam',
  'an ahn',
  'song',
  'son sohn',
  'so suh seo',
  'sin shin',
  'sim shim',
  'u woo wu',
  'yang ryang',
  'yon yeon ryon',
  'yun yoon',
  'won',
  'mu',
].map((line) => line.split(' '))

const FAMILY = new Map(
  FAMILIES.flatMap((spellings) => spellings.map((spelling) => [spelling, spellings[0] ?? spelling])),
)

/**
 * A key that romanizations of one name share, or undefined for words that are no Korean name of two or three parts.
 * Vowels that romanizations confuse (eo, o, u, eu) and consonants that differ by voice or breath fall together, so
 * two names may share a key: use it only where it means one person.
 *
 * @param words folded words: family name, then one or two of the given name.
 */
export function koreanNameKey(words: readonly string[]): string | undefined {
  const [family = '', ...given] = words
  const known = FAMILY.get(family)
  const name = given.join('')
  if (!known || given.length === 0 || given.length > 2 || !/^[a-z]{3,14}$/.test(name)) return undefined
  return `${known} ${soundOf(name)}`
}

function soundOf(name: string): string {
  return name
    .replace(/ae|ai/g, 'e')
    .replace(/eo|eu|oo|ou|u/g, 'o')
    .replace(/ee/g, 'i')
    .replace(/oi(?!l)/g, 'i')
    .replace(/sh/g, 's')
    .replace(/ch/g, 'j')
    .replace(/([kgtdpbj])h/g, '$1')
    .replace(/k/g, 'g')
    .replace(/t/g, 'd')
    .replace(/p/g, 'b')
    .replace(/l/g, 'r')
    .replace(/w/g, 'o')
    .replace(/(.)\1+/g, '$1')
}
