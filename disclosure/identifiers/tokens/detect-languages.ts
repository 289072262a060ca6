import { type Language, type WordLists, WRITTEN_LANGUAGES } from '../../words/open-word-lists.ts'
import type { Token } from './split-tokens.ts'

/**
 * Small words that one of the eight languages has and most others do not. A list of its own beside that of `text/languages.ts`, which tells
 * the same eight: with that one short sentences with names and numbers were told worse (recall of templates held out .921 instead of .923).
 */
const MARKS: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    'the of and to is was for with that this by from not are be has have his her he she at which you my your i it on or were will'.split(
      ' ',
    ),
  ),
  de: new Set(
    'der die das und ist nicht mit den dem des ein eine einer eines wurde wird sich auf für bei nach zum zur von im am auch als ich wir sie er hat war sind dass'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'le les des et est une dans pour par pas qui sur du au aux avec ce cette il elle nous vous je sont été ou ses son sa chez a la un'.split(
      ' ',
    ),
  ),
  it: new Set(
    'il gli della dello dei delle degli nel nella nelle nei alla alle agli dal dalla dai sul sulla è sono che di anche più dopo presso si viene stato stata nato nata'.split(
      ' ',
    ),
  ),
  pt: new Set(
    'um uma não os ao aos à pelo pela dos das nas nos em com foi são mais também após seu sua está ou já'.split(' '),
  ),
  nl: new Set(
    'het een van voor niet aan zijn bij naar wordt werd ook deze heeft te zij ik mijn maar geen tot'.split(' '),
  ),
  pl: new Set(
    'się jest nie że od przez oraz był była dla pani pana jego jej ze przy został która który także lub'.split(' '),
  ),
  es: new Set(
    'el los las y es una en para por con no que del al se su sus como más fue ha este esta lo un la yo mi años don doña'.split(
      ' ',
    ),
  ),
}
/** Of the tokens of a long text this many tell its languages. */
const LOOKED_AT = 4_000
/** A language with less than this share of the leading one's marks is not spoken here. */
const SPOKEN = 0.3

/** One mark beside those of another language may be a name. */
const FEWEST = 2

/** Fewer marks than these may be names: English is assumed as well. */
const TELLING = 4

/** Notes have few small words: their nouns tell. So many words at least, and so many times more than of a language told already. */
const LONG_WORD = 5
const FEWEST_WORDS = 15
const CLEARLY = 1.2

/** Small words of Polish are words of others too; its letters are not, but in names. */
const POLISH = /^(?=.*[ąęłśźż])\p{Ll}+$/u

function isMark(text: string, language: Language): boolean {
  return MARKS[language].has(text.toLowerCase()) || (language === 'pl' && POLISH.test(text))
}

/** The languages of a text, the leading one first: English as well where too little tells, and then they are not `told`. */
export function detectLanguages(
  tokens: readonly Token[],
  lists: WordLists,
): { readonly languages: readonly Language[]; readonly areTold: boolean } {
  const looked = tokens.slice(0, LOOKED_AT)
  const counts = new Map<Language, number>()
  for (const { text } of looked)
    for (const language of WRITTEN_LANGUAGES)
      if (isMark(text, language)) counts.set(language, (counts.get(language) ?? 0) + 1)
  const isShort = Math.max(0, ...counts.values()) < TELLING
  if (isShort) counts.set('en', Math.max(1, ...counts.values()))
  const most = Math.max(...counts.values())
  const least = Math.max(most * SPOKEN, Math.min(most, FEWEST))
  const spoken = WRITTEN_LANGUAGES.filter((language) => (counts.get(language) ?? 0) >= least)
  const byWords = languageOfWords(looked, spoken, lists)
  const languages = [...(byWords ?? []), ...spoken.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))]
  return { languages, areTold: !isShort || byWords !== null }
}

/** The language that knows most of the longer words, where that is clear and it was not told already. */
function languageOfWords(
  tokens: readonly Token[],
  spoken: readonly Language[],
  lists: WordLists,
): readonly [Language] | null {
  const long = tokens
    .filter(({ text, shape }) => text.length >= LONG_WORD && shape !== 'digits')
    .slice(0, LOOKED_AT / 10)
  const levels = long.map(({ text }) => lists.levelsOf(text))
  const known = (language: Language) => levels.filter((level) => level[language] > 0).length
  const best = WRITTEN_LANGUAGES.reduce((one, other) => (known(other) > known(one) ? other : one))
  const told = Math.max(0, ...spoken.map(known))
  return spoken.includes(best) || known(best) < Math.max(FEWEST_WORDS, told * CLEARLY) ? null : [best]
}
