import { type Edit, likeCase } from './edit.ts'

type Noun = { readonly other: string; readonly isFeminine: boolean }

/** English words and their counterparts of the other sex, each in one pair alone, so that swapping twice gives the first again. */
const ENGLISH: readonly (readonly [string, string])[] = [
  ['he', 'she'],
  ['himself', 'herself'],
  ['man', 'woman'],
  ['men', 'women'],
  ['male', 'female'],
  ['males', 'females'],
  ['boy', 'girl'],
  ['boys', 'girls'],
  ['schoolboy', 'schoolgirl'],
  ['boyfriend', 'girlfriend'],
  ['father', 'mother'],
  ['fathers', 'mothers'],
  ['dad', 'mum'],
  ['stepfather', 'stepmother'],
  ['son', 'daughter'],
  ['sons', 'daughters'],
  ['stepson', 'stepdaughter'],
  ['brother', 'sister'],
  ['brothers', 'sisters'],
  ['husband', 'wife'],
  ['husbands', 'wives'],
  ['widower', 'widow'],
  ['uncle', 'aunt'],
  ['uncles', 'aunts'],
  ['nephew', 'niece'],
  ['nephews', 'nieces'],
  ['grandfather', 'grandmother'],
  ['grandson', 'granddaughter'],
  ['gentleman', 'lady'],
  ['gentlemen', 'ladies'],
  ['paternal', 'maternal'],
]

/** Of each English word the other one, both in lower case. */
const ENGLISH_SEX: ReadonlyMap<string, string> = new Map(ENGLISH.flatMap(([m, f]) => [[m, f] as const, [f, m]]))

const WORD = new RegExp(`(?<![\\p{L}\\p{N}])(?:${[...ENGLISH_SEX.keys()].join('|')})(?![\\p{L}\\p{N}]|-\\d)`, 'giu')

/** The bundle of His, HER2 and the Isle of Man are nobody. */
const HIS_HER = /(?<![\p{L}\p{N}])(?<!bundle of )(?:his|hers|her|him)(?![\p{L}\p{N}]|-\d| bundle)/giu
const NO_PERSON = /Isle of $|^-(?:made|hours?|days?|power)/i

/** Titles before a name or a mark; a word that begins a sentence with them is none. */
const TITLE = /(?<![\p{L}\p{N}])(Mr|Mrs|Ms|Miss)(?=\.?\s{1,2}[\p{Lu}[])/gu

/** `a 62 yo F`, `sex: F`, `[AGE-1, 60 to 69]F`. */
const LETTER =
  /(?:(?<=\b(?:yo|y\/o|year[- ]old|sex|gender)[:\s]{1,2})|(?<=\[AGE-\d+[^\]\n]{0,40}\] ?))[MF](?![\p{L}\p{N}])/giu

/** Words of the one sex become those of the other. */
export function englishSex(text: string): readonly Edit[] {
  const edit = (start: number, word: string, other: string | undefined | null): readonly Edit[] => {
    const written = other ? likeCase(word, other) : null
    return written === null ? [] : [{ start, end: start + word.length, written, kind: 'sex' }]
  }
  return [
    ...[...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
      const isNobody =
        NO_PERSON.test(text.slice(Math.max(0, index - 8), index)) || NO_PERSON.test(text.slice(index + word.length))
      return isNobody ? [] : edit(index, word, ENGLISH_SEX.get(word.toLowerCase()))
    }),
    ...[...text.matchAll(HIS_HER)].flatMap(({ 0: word, index }) =>
      edit(index, word, ownOrNot(word.toLowerCase(), text.slice(index + word.length))),
    ),
    ...[...text.matchAll(TITLE)].flatMap(({ 0: word, index }) => edit(index, word, word === 'Mr' ? 'Ms' : 'Mr')),
    ...[...text.matchAll(LETTER)].flatMap(({ 0: word, index }) =>
      edit(index, word, word.toLowerCase() === 'f' ? 'm' : 'f'),
    ),
  ]
}

/** "Her" is his before a noun, else him; "his" is hers where none follows. */
function ownOrNot(word: string, after: string): string {
  if (word === 'him') return 'her'
  if (word === 'hers') return 'his'
  const isOwn = isBeforeNoun(after)
  if (word === 'his') return isOwn ? 'her' : 'hers'
  return isOwn ? 'his' : 'him'
}

/** These do not begin what somebody has; none of them is swapped for a word that does. */
const NO_NOUN = new Set(
  'a an the and or but nor so yet to in on at by for from with without of off up down out over under into onto through during after before since until till because that if when while as although though unless than then too also again alone away back home here there today tomorrow yesterday now once soon is was are were be been has had have does did do will would can could should may might must shall not never always often he she him his her hers himself herself they it we you i me us them this these those what which who how why where about against between towards regarding both either neither immediately twice daily some any every no'.split(
    ' ',
  ),
)

function isBeforeNoun(after: string): boolean {
  const [, word = ''] = /^\s+["“‘'(]?([\p{L}[][\p{L}'’-]*)/u.exec(after) ?? []
  return word !== '' && !NO_NOUN.has(word.toLowerCase())
}

/** Masculine, feminine; declined by the article before them alone. */
const GERMAN: readonly (readonly [string, string])[] = [
  ['Mann', 'Frau'],
  ['Männer', 'Frauen'],
  ['Ehemann', 'Ehefrau'],
  ['Sohn', 'Tochter'],
  ['Söhne', 'Töchter'],
  ['Vater', 'Mutter'],
  ['Bruder', 'Schwester'],
  ['Großvater', 'Großmutter'],
  ['Enkel', 'Enkelin'],
  ['Onkel', 'Tante'],
  ['Neffe', 'Nichte'],
  ['Witwer', 'Witwe'],
  ['Junge', 'Mädchen'],
  ['Patient', 'Patientin'],
  ['Kläger', 'Klägerin'],
  ['Mieter', 'Mieterin'],
  ['Vermieter', 'Vermieterin'],
  ['Käufer', 'Käuferin'],
  ['Verkäufer', 'Verkäuferin'],
  ['Arbeitnehmer', 'Arbeitnehmerin'],
  ['Zeuge', 'Zeugin'],
  ...['', 'e', 'er', 'en', 'es', 'em'].map((end) => [`männlich${end}`, `weiblich${end}`] as const),
]

/** Of each German word the other one, as it is written. */
const GERMAN_SEX: ReadonlyMap<string, Noun> = new Map(
  GERMAN.flatMap(([m, f]): readonly (readonly [string, Noun])[] => [
    [m, { other: f, isFeminine: false }],
    [f, { other: m, isFeminine: true }],
  ]),
)

const NOUN = new RegExp(`(?<!\\p{L})(?:(\\p{L}+)(\\s))?(${[...GERMAN_SEX.keys()].join('|')})(?!\\p{L})`, 'gu')

/** By the gender of the noun. `Der Klägerin` is a dative or genitive, `dem Kläger` a dative. */
const ARTICLES = {
  masculine: new Map([
    ['der', 'die'],
    ['dem', 'der'],
    ['ein', 'eine'],
    ['einem', 'einer'],
  ]),
  feminine: new Map([
    ['die', 'der'],
    ['der', 'dem'],
    ['eine', 'ein'],
    ['einer', 'einem'],
  ]),
}

/** "Frau" before a name is a title. */
const GERMAN_TITLE = /(?<!\p{L})(Herr|Frau)(?=\s(?:\p{Lu}|\[))(?!\s(?:und|oder)\b)/gu
const VERB =
  'hat|hatte|ist|war|wurde|wird|kann|konnte|soll|sollte|will|wollte|muss|musste|darf|durfte|gibt|gab|nimmt|nahm|litt|leidet|klagt|klagte|berichtet|berichtete|lebt|lebte|arbeitet|arbeitete|sagt|sagte|erklärt|erklärte|braucht|brauchte|erhielt|erhält|verlangt|verlangte|kündigte|zahlt|zahlte|bleibt|blieb|verneint|verneinte'

/** Beside a verb in the singular "sie" is no "they". */
const SUBJECT = new RegExp(
  `(?<!\\p{L})(er|sie)(?=\\s(?:${VERB})(?!\\p{L}))|(?<=(?<!(?<!\\p{L})(?:er|sie)\\s)(?<!\\p{L})(?:${VERB})\\s)(er|sie)(?!\\p{L})`,
  'giu',
)
const OWN = /(?<!\p{L})(sein|ihr)(e[nmrs]?)?(?=\s(?:[\p{Ll}]+(?:e|en|er|es|em)\s)?[\p{Lu}[])/gu
const LEFT = /(?<!\p{L})(?:ihn|ihm|sie|ihr|ihnen|Herrn)(?!\p{L})/gu

function otherArticle(article: string, { isFeminine }: Noun): string | null {
  const other = ARTICLES[isFeminine ? 'feminine' : 'masculine'].get(article.toLowerCase())
  return other ? likeCase(article, other) : null
}

/** German words of the one sex become those of the other. `left`: what may be of more than one meaning stays. */
export function germanSex(text: string): { readonly edits: readonly Edit[]; readonly left: readonly string[] } {
  const edit = (start: number, word: string, written: string): Edit => {
    return { start, end: start + word.length, written, kind: 'sex' }
  }
  const titles = [...text.matchAll(GERMAN_TITLE)].map(({ 0: word, index }) =>
    edit(index, word, word === 'Herr' ? 'Frau' : 'Herr'),
  )
  const nouns = [...text.matchAll(NOUN)].flatMap(({ 1: article, 2: gap = '', 3: noun = '', index }) => {
    const known = GERMAN_SEX.get(noun)
    const at = index + (article?.length ?? 0) + gap.length
    if (!known || titles.some(({ start }) => start === at)) return []
    const own = edit(at, noun, known.other)
    const before = article ? otherArticle(article, known) : null
    return article && before ? [edit(index, article, before), own] : [own]
  })
  const subjects = [...text.matchAll(SUBJECT)].flatMap(({ 0: word, index }) => {
    const written = likeCase(word, word.toLowerCase() === 'er' ? 'sie' : 'er')
    return written === null ? [] : [edit(index, word, written)]
  })
  const owned = [...text.matchAll(OWN)].map(({ 0: word, 1: stem = '', index }) =>
    edit(index, word, (stem === 'sein' ? 'ihr' : 'sein') + word.slice(stem.length)),
  )
  const edits = [...titles, ...nouns, ...subjects, ...owned]
  const isSwapped = (index: number) => edits.some(({ start }) => start === index)
  const left = [...text.matchAll(LEFT)].filter(({ index }) => !isSwapped(index)).map(([word]) => word)
  return { edits, left: [...new Set(left)] }
}

const GERMAN_SIGNS =
  /\b(?:und|das|nicht|mit|von|im|auf|ist|zu|zur|zum|wurde|hat|bei|seit|oder|den)\b|(?<!\p{L})für(?!\p{L})/giu
const ENGLISH_SIGNS = /\b(?:the|and|of|is|to|with|for|has|not|by|on|at|that|or|are|from)\b/giu

/** By words that are swapped in neither language, so that a swapped text counts as what the text was. */
export function isGerman(text: string): boolean {
  return count(text, GERMAN_SIGNS) > count(text, ENGLISH_SIGNS)
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
