/** Which names a question has: in any spelling and script, with slips, and no ordinary words. */
import { beforeAll, describe, expect, it } from 'vitest'
import { understand } from '../../../server/understanding/understand.ts'
import type { Understanding } from '../../../server/understanding/understanding.ts'
import { knownFromCatalog } from './known-from-catalog.ts'

let ask: (question: string, ...before: string[]) => Understanding
beforeAll(async () => {
  const known = await knownFromCatalog()
  ask = (question, ...before) => understand(question, before, known)
})

const idsIn = ({ names }: Understanding) => names.flatMap(({ entities }) => entities.map(({ id }) => id))

describe('names', () => {
  it.each([
    ['Kim Il Sung', 'kim-il-sung'],
    ['Kim Ir Sen', 'kim-il-sung'],
    ['Ким Ир Сен', 'kim-il-sung'],
    ['김일성은 무엇을 말했나?', 'kim-il-sung'],
    ['金日成', 'kim-il-sung'],
    ['KIM IL-SŎNG', 'kim-il-sung'],
    ['Yi Hu-rak', 'lee-hu-rak'],
    ['I Hu-rak', 'lee-hu-rak'],
    ['Park Sung-chul', 'pak-seong-cheol'],
    ['Shtikov', 'terentii-shtykov'],
    ['Erich Honneker', 'erich-honecker'],
    ['Ceaucescu', 'nicolae-ceausescu'],
    ['the East German party chief', 'erich-honecker'],
    ['the Kremlin', 'soviet-union'],
    ['Peking', 'china'],
    ['the North', 'north-korea'],
    ['D.P.R.K.', 'north-korea'],
    ['nk', 'north-korea'],
    ['the Pueblo', 'uss-pueblo-seizure'],
    ['KWP', 'korean-workers-party'],
    ['Samaranch', 'juan-antonio-samaranch'],
  ])('“%s” is known as %s', (text, id) => {
    expect(idsIn(ask(`What about ${text}?`))).toContain(id)
  })

  it.each([
    ['Что сказал Сталин Ким Ир Сену?', ['joseph-stalin', 'kim-il-sung']],
    ['Переговоры с Хрущёвым в Москве', ['nikita-khrushchev', 'moscow']],
    ['письмо Мао Цзэдуна', ['mao-zedong']],
    ['столица Индии', ['india']],
    ['Советский посол о Корейской войне', ['soviet-union', 'korean-war']],
    ['в Северной Корее', ['north-korea']],
  ])('Russian names are known in any case: “%s”', (question, ids) => {
    expect(idsIn(ask(question))).toEqual(ids)
  })

  it.each([
    ['한국전쟁은 왜 일어났나?', ['korean-war']],
    ['남조선로동당', ['workers-party-of-south-korea']],
  ])('of Korean names within one another the longest is meant: “%s”', (question, ids) => {
    expect(idsIn(ask(question))).toEqual(ids)
  })

  it.each([
    ['김일성은 모택동에게 무엇을 요청했나?', 'Kim Il Sung Mao Zedong', ['무엇을', '요청했나']],
    ['1984년 김일성의 소련 방문', '1984 Kim Il Sung Soviet Union', ['방문']],
    ['What did 김일성 tell Honecker?', 'What did Kim Il Sung tell Honecker', []],
    ['金日成访问中国', 'Kim Il Sung China', ['访问']],
    ['1960년대 북중 관계', '1960 North Korea China', ['관계']],
    ['20世纪60年代中朝关系', '20 60 China North Korea', ['关系']],
    ['в 1968 году', '1968', []],
    ['Pak Sŏng-chʼŏl at Panmunjŏm', 'Pak Sŏng-chʼŏl at Panmunjŏm', []],
  ])('of another script what the archive can read is searched for: “%s”', (question, searched, unread) => {
    expect(ask(question)).toMatchObject({ question: searched, unreadableWords: unread })
  })

  it('takes the longer name, and the words where it stands', () => {
    const question = 'How did the North Vietnamese see Kim Jong Il?'
    const { names } = ask(question)
    expect(names.map(({ entities }) => entities[0]?.id)).toEqual(['north-vietnam', 'kim-jong-il'])
    for (const { text, start, end } of names) expect(question.slice(start, end)).toBe(text)
  })

  it.each(['tell us about it', 'Who said this?', 'Kim Hyon-hui confessed', 'the sewing machine'])(
    'finds no name in “%s”, whose words only look like one',
    (text) => {
      expect(idsIn(ask(text))).toEqual([])
    },
  )

  it('leaves ordinary words as they are written, and mends slips in names', () => {
    expect(ask('Ceaucescu on the normalisation').question).toMatch(/^ceausescu on the /)
    expect(ask('What did the delegation propose?').question).toBe('What did the delegation propose?')
    // The archive has the word "matter", and somebody called Mattern.
    expect(ask('why it mattered').question).toBe('why it mattered')
  })
})

describe('names in Chinese and Japanese', () => {
  it.each([
    ['朝鲜战争', 'korean-war'],
    ['朝鮮戦争', 'korean-war'],
    ['斯大林', 'joseph-stalin'],
    ['赫鲁晓夫', 'nikita-khrushchev'],
    ['勃列日涅夫', 'leonid-brezhnev'],
    ['ブレジネフ', 'leonid-brezhnev'],
    ['フルシチョフ', 'nikita-khrushchev'],
    ['スターリン', 'joseph-stalin'],
    ['毛沢東', 'mao-zedong'],
    ['周恩来', 'zhou-enlai'],
    ['キム・イルソン', 'kim-il-sung'],
    ['金日成', 'kim-il-sung'],
    ['朝鮮', 'north-korea'],
    ['韓国', 'south-korea'],
    ['ソ連', 'soviet-union'],
    ['アメリカ', 'united-states'],
    ['板门店', 'panmunjom'],
    ['普韦布洛号', 'uss-pueblo-seizure'],
    ['スターリンは朝鮮戦争', 'joseph-stalin korean-war'],
    ['北朝鮮とソ連', 'north-korea soviet-union'],
  ])('“%s”', (question, ids) => {
    expect(idsIn(ask(question))).toEqual(ids.split(' '))
  })
})

describe('two countries in a character each', () => {
  it.each([
    ['북중 관계', 'north-korea china'],
    ['북·중 관계', 'north-korea china'],
    ['조중국경', 'north-korea china'],
    ['中朝关系', 'china north-korea'],
    ['日朝交渉', 'japan north-korea'],
    ['日米韓', 'japan united-states south-korea'],
    ['중소 관계', 'china soviet-union'],
    ['中苏交恶', 'sino-soviet-split'],
  ])('are both known: “%s”', (question, ids) => {
    expect(idsIn(ask(question))).toEqual(ids.split(' '))
  })

  it.each([
    ['중소기업', ''],
    ['북소리', ''],
    ['미소', ''],
    ['朝中社', ''],
    ['其中韩国', 'south-korea'],
    ['集中朝鲜战争', 'korean-war'],
  ])('are none in another word: “%s”', (question, ids) => {
    expect(idsIn(ask(question)).join(' ')).toBe(ids)
  })
})

describe('an ordinary word is no person', () => {
  it.each([
    'how long did the korean war last',
    'long range missiles',
    'why did it take so long',
    'the dean of the diplomatic corps',
    'chin up',
    'Long live Kim Il Sung',
  ])('“%s”', (question) => {
    const people = ask(question).names.flatMap(({ entities }) =>
      entities.filter(({ kind }) => kind === 'person'),
    )
    expect(people.map(({ id }) => id).filter((id) => id !== 'kim-il-sung')).toEqual([])
  })

  it('but a surname in lower case is one', () => {
    expect(idsIn(ask('what did honecker tell ford'))).toEqual(['erich-honecker', 'gerald-ford'])
  })
})
