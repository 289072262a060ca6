import type { IdentifierSpan } from '../identifier.ts'
import { AFTER_NAME, BEFORE_NAME, BEFORE_PLACE, DETERMINERS, PARTICLES, TITLES } from '../names/cue-words.ts'
import { isCapital } from '../names/name-run.ts'
import { ROLES } from '../names/roles.ts'
import type { Reading } from '../tokens/read-words.ts'
import { has, type Word, wordAt } from '../tokens/word-at.ts'

/** Articles that begin the name of a house inside of a sentence: "centro Las Margaritas", "bar La Parra", "pescheria Da Nino". */
const ARTICLE: Readonly<Record<string, RegExp>> = {
  es: /^(?:Las|Los|El|La)$/u,
  it: /^(?:Il|Lo|La|Le|Gli|Da|Dal|Al|Ai|Alla)$/u,
  fr: /^(?:Le|La|Les|Au|Aux|Chez)$/u,
  pt: /^(?:O|A|Os|As)$/u,
  nl: /^(?:De|Het|'t|’t|Den)$/u,
}
/** What is called so in Dutch, where a family name begins with an article as well. */
const DUTCH_HOUSE =
  /(?:stichting|winkel|centrum|huis|hof|molen|school|groep|praktijk|vereniging|bakkerij|slagerij|café|restaurant|hotel|camping|park|hoeve|boerderij|kliniek|instelling|crèche|opvang|kerk)$/iu
const SHORTEST = 3
const LONGEST = 5

/** A noun, an article with a capital, and capitals: a house, a shop, an institution with its name. */
export function findNamedHouses({ words, languages }: Reading): readonly IdentifierSpan[] {
  const language = languages[0] ?? 'en'
  const article = ARTICLE[language]
  if (article === undefined) return []
  return words.flatMap((word, at) => {
    const kind = wordAt(words, at - 1)
    if (word.gap !== ' ' || !article.test(word.text) || !mayBeKind(kind, language)) return []
    const to = nameEnd(words, at + 1)
    return to === at + 1 ? [] : [{ start: kind.start, end: wordAt(words, to - 1).end, ...HOUSE }]
  })
}

const HOUSE = { type: 'organisation', by: 'names', confidence: 0.65 } as const

function mayBeKind(word: Word, language: string): boolean {
  const { text, shape, levels } = word
  if (text.length <= SHORTEST || levels.first + levels.last > 2 || (shape !== 'lower' && shape !== 'title'))
    return false
  if (language === 'nl') return DUTCH_HOUSE.test(text)
  const isOther = [ROLES, TITLES, DETERMINERS, BEFORE_PLACE, BEFORE_NAME, AFTER_NAME, PARTICLES].some((list) =>
    has(list, word),
  )
  return shape === 'lower' && !isOther && word.ordinary > 0
}

/** Behind the capitals, over the small words between them. */
function nameEnd(words: readonly Word[], from: number): number {
  let end = from
  for (let at = from; at < from + LONGEST && wordAt(words, at).gap === ' '; at += 1) {
    const word = wordAt(words, at)
    if (isCapital(word) && word.text.length > 2) end = at + 1
    else if (!has(PARTICLES, word) || end === from) break
  }
  return end
}
