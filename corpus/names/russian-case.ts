/** Russian names in any case: "Сталину", "Ким Ир Сена", "в Москве", "Советского Союза" mean what their nominatives do. */

/** Endings of folded words ("й" is "и", "ё" is "е"), those of adjectives and of the nouns in "-ия" as wholes. */
const ENDING =
  /(?<=\p{L}{2})(?:ого|его|ому|ему|ыми|ими|иеи|иею|ия|ию|ии|ыи|ои|ею|ою|еи|ом|ем|ым|им|ами|ями|ая|яя|ое|ые|ие|ую|юю|ых|их|ах|ях|а|я|у|ю|ы|и|е|о|ь)$/u

/** A folded word without its ending; words in other letters stay as they are. */
export function withoutRussianCase(word: string): string {
  return /^\p{Script=Cyrillic}+$/u.test(word) ? word.replace(ENDING, '') : word
}
