/** Strips Russian case endings, so that inflected names match: "Сталину", "Ким Ир Сена", "в Москве", "Советского Союза". */

/** Case endings of folded words ("й" is folded to "и", "ё" to "е"). Adjective endings and "-ия" are removed as a whole. */
const RUSSIAN_CASE_ENDING =
  /(?<=\p{L}{2})(?:ого|его|ому|ему|ыми|ими|иеи|иею|ия|ию|ии|ыи|ои|ею|ою|еи|ом|ем|ым|им|ами|ями|ая|яя|ое|ые|ие|ую|юю|ых|их|ах|ях|а|я|у|ю|ы|и|е|о|ь)$/u

/** A folded Cyrillic word without its case ending; other words are returned unchanged. */
export function withoutRussianCase(word: string): string {
  return /^\p{Script=Cyrillic}+$/u.test(word) ? word.replace(RUSSIAN_CASE_ENDING, '') : word
}
