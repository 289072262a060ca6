import type { Span } from '../../../text/spans.ts'
import type { IdentifierSpan } from '../identifier.ts'
import { inAnyCase } from '../patterns/any-case.ts'
import { everyMatch } from '../patterns/pattern.ts'
import { LEGAL_WORDS } from '../tokens/harmless-capitals.ts'
import type { Reading } from '../tokens/read-words.ts'
import { firstWordFrom, has, type Word, wordAt, wordsUntil } from '../tokens/word-at.ts'
import { DETERMINERS, GENERIC_WORDS, ORGANISATION_WORDS } from './cue-words.ts'
import { ROLES } from './roles.ts'

/** What leads to the name that somebody goes by, by language. */
const CALLED: Readonly<Record<string, string>> = {
  en: 'alias|a\\.?k\\.?a\\.?|known as|nicknamed|goes by',
  de: 'genannt|gen\\.|Spitzname:?',
  fr: 'dite?|surnommée?',
  es: 'apodad[oa]|conocid[oa] (?:como|por)|mote|apodo:?',
  it: 'dett[oa]|soprannominat[oa]|conosciut[oa] come',
  pt: 'conhecid[oa] (?:por|como)|apelidad[oa](?: de)?|alcunhad[oa](?: de)?|vulgo',
  nl: 'bijgenaamd|ook wel|roepnaam',
  pl: 'zwan(?:y|a|ego|ej)|ps\\.|pseudonim|o pseudonimie|przezywan[ya]',
}
const WORDS = String.raw`\p{L}[\p{L}\p{M}’.-]{0,20}(?: \p{L}[\p{L}\p{M}’.-]{0,20}){0,3}`
/** "detto «u Gnour»", "conhecida por "Chico da Horta"": what stands before the quotation. */
const BEFORE_QUOTED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${inAnyCase(Object.values(CALLED).join('|'))})[,:]? $`,
  'u',
)
const QUOTED = new RegExp(String.raw`(?<id>["“„«»‘‚] ?${WORDS} ?["”“»«’])`, 'dgu')
/** "alias el Rubio": a word alone, with the article that belongs to it. */
const UNQUOTED =
  /(?<![\p{L}\p{N}])(?:[Aa]lias|a\.k\.a\.|vulgo) (?<id>(?:(?:the|der|die|le|la|el|il|lo|o|a|de|het) )?\p{Lu}\p{L}{2,20})(?![\p{L}-])/dgu
/** Characters before a quotation that are looked at. */
const NEAR = 24

/** The names that people go by: behind "alias" and the like, and in quotation marks before a family name. */
export function findAliases(reading: Reading): readonly IdentifierSpan[] {
  const { text, words } = reading
  const quoted = rangesOf(text, QUOTED).filter(({ start, end }) => {
    const at = firstWordFrom(reading, start)
    const isCalled = BEFORE_QUOTED.test(text.slice(Math.max(0, start - NEAR), start))
    return isCalled ? isNobodyElse(words, at, end) : isBesideNames(words, at, end)
  })
  const plain = rangesOf(text, UNQUOTED).filter(({ start, end }) =>
    isNobodyElse(words, firstWordFrom(reading, start), end),
  )
  return [...quoted, ...plain].map((range) => ({ ...range, type: 'person', by: 'names', confidence: 0.75 }))
}

function rangesOf(text: string, expression: RegExp): readonly Span[] {
  return everyMatch(text, expression).map(({ indices }) => {
    const [start, end] = indices?.groups?.id ?? [0, 0]
    return { start, end }
  })
}

/** Contracts name their parties so: "dite « la Société »". */
function isNobodyElse(words: readonly Word[], at: number, end: number): boolean {
  const said = words.slice(at, wordsUntil(words, at, end)).filter((word) => !has(DETERMINERS, word))
  return said.some((word) => !isTerm(word))
}

function isTerm(word: Word): boolean {
  return word.levels.safe > 0 || [LEGAL_WORDS, ROLES, ORGANISATION_WORDS, GENERIC_WORDS].some((list) => has(list, word))
}

/** A first name stands before the quotation, or a family name behind it. */
function isBesideNames(words: readonly Word[], at: number, end: number): boolean {
  const to = wordsUntil(words, at, end)
  const [before, after] = [wordAt(words, at - 1), wordAt(words, to)]
  if (after.shape !== 'title' || !/^["”“»’] $/u.test(after.gap)) return false
  if (!/^ ?["“„«‘]$/u.test(wordAt(words, at).gap) || isTerm(after)) return false
  const isFirst = before.shape === 'title' && before.levels.first > 0 && before.ordinary < 2
  const isFamily = after.levels.last > 0 && after.ordinary < 2
  return isFirst || isFamily || (before.levels.first > 0 && after.ordinary === 0)
}
