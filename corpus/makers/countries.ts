/** Adjectives, capitals and further names of states, which titles and lead-ins use and the authority file lacks. */

export interface CountryWords {
  /** Lead-ins use the first. */
  adjectives: readonly string[]
  /** Lead-ins use the first. Absent if the capital belonged to two states (Berlin, Hanoi). */
  capitals?: readonly string[]
  /** Further names that only titles use. */
  names?: readonly string[]
  /** Whether its name needs "the". */
  article?: boolean
}

/** By the id of the place in the authority file. */
export const COUNTRIES: Readonly<Record<string, CountryWords>> = {
  afghanistan: { adjectives: ['Afghan'], capitals: ['Kabul'] },
  albania: { adjectives: ['Albanian'], capitals: ['Tirana'] },
  algeria: { adjectives: ['Algerian'], capitals: ['Algiers'] },
  australia: { adjectives: ['Australian'], capitals: ['Canberra'] },
  austria: { adjectives: ['Austrian'], capitals: ['Vienna'] },
  bulgaria: { adjectives: ['Bulgarian'], capitals: ['Sofia'], names: ['BG'] },
  burma: { adjectives: ['Burmese'], capitals: ['Rangoon'] },
  cambodia: { adjectives: ['Cambodian'], capitals: ['Phnom Penh'] },
  canada: { adjectives: ['Canadian'], capitals: ['Ottawa'] },
  china: { adjectives: ['Chinese'], capitals: ['Beijing', 'Peking'] },
  cuba: { adjectives: ['Cuban'], capitals: ['Havana'] },
  czechoslovakia: { adjectives: ['Czechoslovak', 'Czech'], capitals: ['Prague'] },
  denmark: { adjectives: ['Danish'], capitals: ['Copenhagen'] },
  'east-germany': { adjectives: ['East German'], capitals: ['East Berlin'] },
  egypt: { adjectives: ['Egyptian'], capitals: ['Cairo'] },
  ethiopia: { adjectives: ['Ethiopian'], capitals: ['Addis Ababa'] },
  finland: { adjectives: ['Finnish'], capitals: ['Helsinki'] },
  france: { adjectives: ['French'], capitals: ['Paris'] },
  germany: { adjectives: ['German'] },
  guinea: { adjectives: ['Guinean'], capitals: ['Conakry'] },
  hungary: { adjectives: ['Hungarian'], capitals: ['Budapest'] },
  india: { adjectives: ['Indian'], capitals: ['New Delhi', 'Delhi'] },
  indonesia: { adjectives: ['Indonesian'], capitals: ['Jakarta', 'Djakarta'] },
  iran: { adjectives: ['Iranian'], capitals: ['Tehran', 'Teheran'] },
  iraq: { adjectives: ['Iraqi'], capitals: ['Baghdad'] },
  japan: { adjectives: ['Japanese'], capitals: ['Tokyo'] },
  libya: { adjectives: ['Libyan'], capitals: ['Tripoli'] },
  mali: { adjectives: ['Malian'], capitals: ['Bamako'] },
  mongolia: { adjectives: ['Mongolian'], capitals: ['Ulaanbaatar', 'Ulan Bator'] },
  netherlands: { adjectives: ['Dutch'], capitals: ['The Hague'], article: true },
  'north-korea': {
    adjectives: ['North Korean'],
    capitals: ['Pyongyang'],
    names: ['Democratic Republic of Korea'],
  },
  'north-vietnam': { adjectives: ['North Vietnamese'], capitals: ['Hanoi'] },
  norway: { adjectives: ['Norwegian'], capitals: ['Oslo'] },
  pakistan: { adjectives: ['Pakistani'], capitals: ['Islamabad'] },
  poland: { adjectives: ['Polish'], capitals: ['Warsaw'], names: ['Polish Republic', 'PRL'] },
  romania: { adjectives: ['Romanian', 'Rumanian'], capitals: ['Bucharest'] },
  russia: { adjectives: ['Russian'] },
  'south-korea': { adjectives: ['South Korean'], capitals: ['Seoul'] },
  'south-vietnam': { adjectives: ['South Vietnamese'], capitals: ['Saigon'] },
  'soviet-union': { adjectives: ['Soviet'], capitals: ['Moscow'], article: true },
  'sri-lanka': { adjectives: ['Sri Lankan'], capitals: ['Colombo'] },
  sweden: { adjectives: ['Swedish'], capitals: ['Stockholm'] },
  switzerland: { adjectives: ['Swiss'], capitals: ['Bern'] },
  syria: { adjectives: ['Syrian'], capitals: ['Damascus'] },
  taiwan: { adjectives: ['Taiwanese'], capitals: ['Taipei'] },
  thailand: { adjectives: ['Thai'], capitals: ['Bangkok'] },
  'united-kingdom': { adjectives: ['British'], capitals: ['London'], article: true },
  'united-states': {
    adjectives: ['US', 'American'],
    capitals: ['Washington', 'Washington, DC'],
    article: true,
  },
  vietnam: { adjectives: ['Vietnamese'] },
  'west-germany': { adjectives: ['West German'], capitals: ['Bonn'] },
  yugoslavia: { adjectives: ['Yugoslav', 'Yugoslavian'], capitals: ['Belgrade'] },
}

/** Cities other than capitals from which missions send telegrams → state, undefined if the authority file lacks it. */
export const CITIES: Readonly<Record<string, string | undefined>> = {
  'New York': 'united-states',
  Geneva: 'switzerland',
  Istanbul: undefined,
}

/** Names shared by several states. The record's list of countries decides between them. */
export const SHARED_NAMES: Readonly<Record<string, readonly string[]>> = {
  Korea: ['north-korea', 'south-korea'],
  Korean: ['north-korea', 'south-korea'],
  Russia: ['soviet-union', 'russia'],
  Russian: ['soviet-union', 'russia'],
  German: ['east-germany', 'west-germany', 'germany'],
}

/** Ruling parties of the authority file → their state. */
export const PARTIES: Readonly<Record<string, string>> = {
  'korean-workers-party': 'north-korea',
  'communist-party-of-the-soviet-union': 'soviet-union',
  'chinese-communist-party': 'china',
  'socialist-unity-party-of-germany': 'east-germany',
  'romanian-communist-party': 'romania',
  'bulgarian-communist-party': 'bulgaria',
  'hungarian-socialist-workers-party': 'hungary',
  'mongolian-peoples-revolutionary-party': 'mongolia',
  'liberal-democratic-party-of-japan': 'japan',
}
