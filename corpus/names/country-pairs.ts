/**
 * Finds country groups in Korean, Chinese and Japanese, where each character stands for a country: "북중 관계",
 * "中朝关系", "日米韓". A single character is too ambiguous. A group counts only at the end of a word, or before a noun for
 * relations between countries.
 */

/** Character → id of a place in the authority file. */
const COUNTRY_OF_CHARACTER: Readonly<Record<string, string>> = {
  북: 'north-korea',
  조: 'north-korea',
  朝: 'north-korea',
  北: 'north-korea',
  남: 'south-korea',
  한: 'south-korea',
  韓: 'south-korea',
  韩: 'south-korea',
  南: 'south-korea',
  중: 'china',
  中: 'china',
  소: 'soviet-union',
  苏: 'soviet-union',
  蘇: 'soviet-union',
  ソ: 'soviet-union',
  러: 'russia',
  미: 'united-states',
  美: 'united-states',
  米: 'united-states',
  일: 'japan',
  日: 'japan',
  越: 'vietnam',
}

/** Groups without another meaning. */
const UNAMBIGUOUS_GROUPS =
  '한중일|한미일|남북미|북중러|북중|조중|북소|북러|북일|남북|한미|한중|한일|한소|미중|日米韓|日中韓|中日韩|美日韩|中朝|朝中|中苏|中蘇|中ソ|苏朝|蘇朝|ソ朝|朝苏|朝蘇|朝ソ|日朝|米朝|朝美|美朝|中韩|中韓|韩中|韓中|日韓|韓日|日韩|韩日|美韩|米韓|韓米|韩美|韓美|中美|米中|美中|美苏|苏美|米ソ|中越|朝越|朝韩|朝韓'
/** Groups that are also ordinary words: "smile", "North America", "small and medium", "daytime", a newspaper's name. */
const AMBIGUOUS_GROUPS =
  '중소|소중|미소|소미|북미|조미|미북|조소|소조|조일|일조|중일|미일|일중|日中|中日|朝日|南北'

/** "Relations", "border", "treaty", "trade" and the like. */
const RELATION_NOUNS =
  '관계|간|양국|국경|동맹|우호|친선|무역|교역|회담|정상|협력|갈등|분쟁|접경|수교|조약|협정|경협|외교|대화|협상|접촉|교류|대립|关系|關係|関係|两国|兩國|両国|边境|邊境|国境|边界|邊界|同盟|友好|贸易|貿易|会谈|會談|会談|首脑|首腦|首脳|条约|條約|条約|合作|协作|協力|交涉|交渉|对立|對立|対立|冲突|衝突|外交|国交|邦交|建交|接触|谈判|談判|之间|之間|交流|交恶|分裂'

/** If one of these follows, the group's last character begins a full country name: "集中朝鲜", "其中韩国". */
const FULL_NAME_SECOND_CHARACTERS = '국|앙|련|본|선|国|國|央|联|聯|連|ビ|本|鲜|鮮|社|通'
const KOREAN_PARTICLES = '의|은|이|과|와|을'

const COUNTRY_GROUP = new RegExp(
  `(?<![가-힣])(?:(?:${UNAMBIGUOUS_GROUPS}|${AMBIGUOUS_GROUPS})(?= ?(?:${RELATION_NOUNS}))|(?:${UNAMBIGUOUS_GROUPS})(?!${FULL_NAME_SECOND_CHARACTERS})(?=[^가-힣]|$|${KOREAN_PARTICLES}))`,
  'gu',
)
/** "북·중 관계", "中·朝关系". */
const SEPARATED_PAIR = /(?<![\p{L}])(?<first>\p{L})[·・‧ㆍ-](?<second>\p{L})(?= ?\p{L})/gu

export interface CountryMention {
  /** Id of a place. */
  id: string
  text: string
  start: number
  end: number
}

/** Each country of each group, in text order. Takes linear time. */
export function findCountryPairs(text: string): CountryMention[] {
  const joined = [...text.matchAll(COUNTRY_GROUP)].flatMap(({ 0: group, index }) =>
    [...group].flatMap((character, position) => countryMention(character, index + position)),
  )
  const parted = [...text.matchAll(SEPARATED_PAIR)].flatMap(({ index, groups }) => {
    const both = [countryMention(groups?.first, index), countryMention(groups?.second, index + 2)].flat()
    return both.length === 2 && isKnownGroup(both) ? both : []
  })
  return [...joined, ...parted].sort((a, b) => a.start - b.start)
}

function countryMention(character: string | undefined, start: number): CountryMention[] {
  const id = COUNTRY_OF_CHARACTER[character ?? '']
  return id && character ? [{ id, text: character, start, end: start + character.length }] : []
}

/** Whether the two characters are also used without a separator. */
function isKnownGroup(countries: readonly CountryMention[]): boolean {
  return `${UNAMBIGUOUS_GROUPS}|${AMBIGUOUS_GROUPS}`
    .split('|')
    .includes(countries.map(({ text }) => text).join(''))
}
