/** Tables of the words for units of time and their parts, in all languages of the questions. */
import { wordSet, wordTable } from './word-table.ts'

/** Months: English in full and short, Russian in the cases that dates take. */
export const MONTHS = wordTable([
  [1, 'january | jan | январь | января | январе'],
  [2, 'february | feb | февраль | февраля | феврале'],
  [3, 'march | mar | март | марта | марте'],
  [4, 'april | apr | апрель | апреля | апреле'],
  [5, 'may | май | мая | мае'],
  [6, 'june | jun | июнь | июня | июне'],
  [7, 'july | jul | июль | июля | июле'],
  [8, 'august | aug | август | августа | августе'],
  [9, 'september | sept | sep | сентябрь | сентября | сентябре'],
  [10, 'october | oct | октябрь | октября | октябре'],
  [11, 'november | nov | ноябрь | ноября | ноябре'],
  [12, 'december | dec | декабрь | декабря | декабре'],
])

/** Months in Roman numerals, as archives of Eastern Europe write them: "25.VI.1950". */
export const ROMAN_MONTHS: ReadonlyMap<string, number> = new Map(
  ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'].map((numeral, index) => [
    numeral,
    index + 1,
  ]),
)

/** The first month of each season: March to May, June to August, September to November, December to February. */
export const SEASONS = wordTable([
  [3, 'spring'],
  [6, 'summer'],
  [9, 'autumn | fall'],
  [12, 'winter'],
])

export const DECADES = wordTable([
  [1920, 'twenties'],
  [1930, 'thirties'],
  [1940, 'forties'],
  [1950, 'fifties'],
  [1960, 'sixties'],
  [1970, 'seventies'],
  [1980, 'eighties'],
  [1990, 'nineties'],
])

/** Endings after the number of a decade and a hyphen: "1960-х", "60-е". */
export const RUSSIAN_DECADE_ENDINGS = wordSet('х | е | ые | ых | м | ми')
/** Words after a year or a decade: "в 1968 году", "1968 г.". */
export const RUSSIAN_YEAR_WORDS = wordSet('год | года | году | годе | годом | годы | годов | годах | г | гг')

/** "Twenty-first" is composed by ordinal.ts. */
export const ORDINALS: ReadonlyMap<string, number> = new Map(
  `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
   sixteenth seventeenth eighteenth nineteenth twentieth`
    .split(/\s+/)
    .map((word, index): [string, number] => [word, index + 1])
    .concat([['thirtieth', 30]]),
)
export const TENS = wordTable([
  [20, 'twenty'],
  [30, 'thirty'],
])
export const ORDINAL_ENDINGS = wordSet('st | nd | rd | th')

/** Korean, Chinese and Japanese marks, which give the unit of the number before them. */
export const DATE_MARKS = wordTable([
  ['decade', '년대 | 年代'],
  ['century', '세기 | 世纪 | 世紀'],
  ['year', '년 | 年'],
  ['month', '월 | 月'],
  ['day', '일 | 日 | 号 | 號'],
] as const)
export type MarkedUnit = 'year' | 'month' | 'day' | 'decade' | 'century'

/**
 * `start` and `end` are as long as `early` and `late`, but "before the end of 1953" includes all of 1953 and "before late
 * 1953" does not.
 */
export type PeriodPart = 'early' | 'mid' | 'late' | 'start' | 'end' | Half | Quarter
type Half = 'first half' | 'second half'
type Quarter = 'first quarter' | 'second quarter' | 'third quarter' | 'last quarter'

/** Parts directly before their unit, with or without a hyphen or "of". */
export const PARTS = wordTable<PeriodPart>([
  ['early', 'early | начале'],
  ['mid', 'mid | середине'],
  ['late', 'late | конце'],
  ['first half', 'first half | 1 st half'],
  ['second half', 'second half | latter half | 2 nd half'],
  ['first quarter', 'first quarter | q 1'],
  ['second quarter', 'second quarter | q 2'],
  ['third quarter', 'third quarter | q 3'],
  ['last quarter', 'fourth quarter | last quarter | q 4'],
])

/** Parts that need "of" or a hyphen: "Why did the talks end in 1953?" names no part of 1953. */
export const PART_NOUNS = wordTable<PeriodPart>([
  ['start', 'beginning | start | outset | opening | dawn'],
  ['mid', 'middle | midst'],
  ['end', 'end | close'],
  [
    'early',
    `first days | first week | first weeks | first months | first years | early days | early weeks | early months | early years
     | opening days | opening weeks | opening months | opening years | early part`,
  ],
  [
    'late',
    `last days | last week | last weeks | last months | last years | closing days | closing weeks | closing months | closing years
     | latter part`,
  ],
])

/** Parts after the mark of a year or a decade: "1960년대 초". */
export const PARTS_AFTER_MARK = wordTable<PeriodPart>([
  ['early', '초반 | 초기 | 초 | 初期 | 初头 | 初頭 | 初'],
  ['mid', '중반 | 중엽 | 中期 | 中叶 | 中葉 | 半ば | 中頃'],
  ['late', '말 | 후반 | 末期 | 末 | 后期 | 後期'],
  ['first half', '상반기 | 前半 | 上半年'],
  ['second half', '하반기 | 後半 | 后半 | 下半年'],
])

/** Words between a relation and a date that add no meaning: "in the year 1950", "the month of January 1968". */
export const FILLERS = wordSet(
  `year | years | year of | year of the | month of | months of | month of the | decade | decade of | decade of the
   | decades of | day of | period | period of | period of the`,
)
