/**
 * Matches Korean names across romanizations: McCune-Reischauer, Revised, North Korean, Yale and newspaper spellings ("Yi
 * Hu-rak", "I Hu-rak", "Lee Hurak"; "Paek Nam-sun", "Paik Nam-soon").
 */

/** Each line: spellings of one Hangul family name. */
const FAMILY_NAME_SPELLINGS = [
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

const FAMILY_NAME_KEY = new Map(
  FAMILY_NAME_SPELLINGS.flatMap((spellings) =>
    spellings.map((spelling) => [spelling, spellings[0] ?? spelling]),
  ),
)

/**
 * A key that is equal for all romanizations of a name; undefined if the words are not a Korean name of two or three words.
 * Vowels that romanizations confuse (eo, o, u, eu) and voiced, unvoiced and aspirated consonants are merged. Different
 * names may therefore share a key: use it only if it identifies one person.
 *
 * @param words folded words: family name, then one or two words of the given name
 * @example koreanNameKey(['lee', 'hurak']) === koreanNameKey(['yi', 'hu', 'rak']) // true
 */
export function koreanNameKey(words: readonly string[]): string | undefined {
  const [family = '', ...given] = words
  const known = FAMILY_NAME_KEY.get(family)
  const name = given.join('')
  if (!known || given.length === 0 || given.length > 2 || !/^[a-z]{3,14}$/.test(name)) return undefined
  return `${known} ${soundKey(name)}`
}

function soundKey(name: string): string {
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
