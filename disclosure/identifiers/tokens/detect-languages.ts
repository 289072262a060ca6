import type { Language } from '../../words/word-fields.ts'
import type { Token } from './split-tokens.ts'

/**
 * Small words that one of the four languages has and the others do not. A list of its own beside that of `text/languages`, which tells
 * eight: with that one short sentences with names and numbers were told worse (recall of templates held out .921 instead of .923).
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
  es: new Set(
    'el los las y es una en para por con no que del al se su sus como más fue ha este esta lo un la yo mi años don doña'.split(
      ' ',
    ),
  ),
}
const LANGUAGES = ['en', 'de', 'fr', 'es'] as const
/** Of the tokens of a long text this many tell its languages. */
const LOOKED_AT = 4_000
/** A language with less than this share of the leading one's marks is not spoken here. */
const SPOKEN = 0.3

/** Fewer marks than these may be names: English is assumed as well. */
const TELLING = 4

/** The languages of a text, the leading one first; English where nothing tells. */
export function detectLanguages(tokens: readonly Token[]): readonly Language[] {
  const counts = new Map<Language, number>()
  for (const { text } of tokens.slice(0, LOOKED_AT))
    for (const language of LANGUAGES)
      if (MARKS[language].has(text.toLowerCase())) counts.set(language, (counts.get(language) ?? 0) + 1)
  if (Math.max(0, ...counts.values()) < TELLING) counts.set('en', Math.max(1, ...counts.values()))
  const most = Math.max(...counts.values())
  const spoken = LANGUAGES.filter((language) => (counts.get(language) ?? 0) >= most * SPOKEN)
  return spoken.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
}
