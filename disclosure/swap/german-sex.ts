import { type Edit, likeCase } from './edit.ts'
import { GERMAN_SEX, type Noun } from './sex-words.ts'

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
const TITLE = /(?<!\p{L})(Herr|Frau)(?=\s(?:\p{Lu}|\[))(?!\s(?:und|oder)\b)/gu
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
  const titles = [...text.matchAll(TITLE)].map(({ 0: word, index }) =>
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
