import { type Language, LANGUAGES, languageOf } from '../../../text/languages.ts'
import type { Span } from '../../../text/spans.ts'
import type { IdentifierSpan } from '../identifier.ts'
import { beginnersOf, matchesAtWords } from '../matches-at-words.ts'
import { DETERMINERS } from '../names/cue-words.ts'
import { has } from '../names/has-word.ts'
import { isCapital } from '../names/run.ts'
import { inAnyCase } from '../patterns/any-case.ts'
import { TOWN } from '../places/address-grammar.ts'
import { firstWordFrom } from '../places/read-address.ts'
import type { Reading, Word } from '../tokens/read-words.ts'
import { wordAt } from '../tokens/word-at.ts'
import { DOES, FORMER, ONE_OF_A_VILLAGE, ONLY_ONE } from './occupation-words.ts'

const BEFORE = inAnyCase(`${ONLY_ONE}|${FORMER}`)
/** "of the inn", "du phare", "op de korenmolen": where in the place. */
const WHERE = String.raw`(?<where>(?:[ -](?:of|at|on|der|des|vom|am|auf|im|du|de|del|della|dello|do|da|op|van|te|na|w)(?:[ ](?:the|der|dem|la|lo|de|het|only|het))?(?:[ ]|(?<=l['’]))(?:only[ ])?\p{L}{3,20}){0,2})`
const TO_PLACE = String.raw`(?=,?[ ](?:(?:working[ ]out[ ])?(?:of|in|at|from|on|near)|von|zu|zum|aus|bei|auf|de|du|des|à|au|en|di|del|della|dell['’]|a|do|da|dos|em|no|na|van|te|uit|op|w|we|z|ze|wsi|gminy|parafii)(?:[ ](?:the|der|la|le|el|il|lo|o|wsi))?[ ]?(?:[dl]['’])?(?<place>${TOWN}))`
/** In Italian and Portuguese the place belongs to it: "postino di Sant'Anna". */
const WITH_PLACE: Readonly<Partial<Record<Language, RegExp>>> = {
  it: /^ (?:di|del|della|dell['’]) ?$/u,
  pt: /^ (?:de|do|da|dos) $/u,
}
const EDGE = String.raw`(?<![\p{L}\p{N}])`
const END = String.raw`(?![\p{L}\p{N}])`

type Expressions = {
  readonly inPlace: readonly RegExp[]
  readonly alone: RegExp
  readonly mayBegin: (word: Word) => boolean
  readonly withPlace?: RegExp
}
const EXPRESSIONS = new Map(
  LANGUAGES.map((language) => {
    const withPlace = WITH_PLACE[language]
    return [language, { ...expressionsOf(ONE_OF_A_VILLAGE[language]), ...(withPlace && { withPlace }) }]
  }),
)
const OF_ALL = expressionsOf(LANGUAGES.map((language) => ONE_OF_A_VILLAGE[language]).join('|'))

function expressionsOf(occupations: string): Expressions {
  const village = inAnyWriting(occupations)
  const known = String.raw`${EDGE}(?<id>(?:(?:${BEFORE})[ ])?(?:${village})${END}${WHERE})${TO_PLACE}`
  const only = String.raw`${EDGE}(?<id>(?:${BEFORE})[ -](?:${DOES})${END}${WHERE})${TO_PLACE}`
  return {
    inPlace: [known, only].map((expression) => new RegExp(expression, 'duy')),
    alone: new RegExp(String.raw`${EDGE}(?<id>(?:${village}))${END}(?! de edad)`, 'duy'),
    mayBegin: beginnersOf(`${ONLY_ONE}|${FORMER}|${occupations}`),
  }
}

/** By the language of the text: "cura" is a priest in Spanish and nursing in Italian. */
function expressionsFor(text: string): Expressions {
  const language = languageOf(text.slice(0, LOOKED_AT))
  return (language && EXPRESSIONS.get(language)) ?? OF_ALL
}

/** So much of a text tells its language. */
const LOOKED_AT = 6_000
/** More letters behind an occupation still belong to its sentence. */
const SENTENCE = 120

/** Occupations that with the place beside them are as good as a name: "the only blacksmith of Ardtoe", "Wirtin der Gaststätte in Odenbach". */
export function findTellingOccupations(reading: Reading): readonly IdentifierSpan[] {
  const { text } = reading
  const { inPlace, mayBegin, withPlace } = expressionsFor(text)
  return inPlace.flatMap((expression) =>
    matchesAtWords(reading, expression, mayBegin).flatMap(({ indices, groups }) => {
      const [start, end] = indices?.groups?.id ?? [0, 0]
      const [place, placeEnd] = indices?.groups?.place ?? [0, 0]
      if (!isSmallPlace(reading, place) || isSurname(reading, start, groups?.where !== '')) return []
      const to = withPlace?.test(text.slice(end, place)) ? placeEnd : end
      return [{ start, end: to, type: 'occupation' as const, by: 'pattern' as const, confidence: 0.7 }]
    }),
  )
}

/** The same without a place right behind, where a place stands in the sentence: a person decides. */
export function flagOccupations(reading: Reading, covered: (word: Span) => boolean): readonly Span[] {
  const { text } = reading
  const { alone, mayBegin } = expressionsFor(text)
  return matchesAtWords(reading, alone, mayBegin).flatMap(({ indices }) => {
    const [start, end] = indices?.groups?.id ?? [0, 0]
    const isOne = !covered({ start, end }) && !isSurname(reading, start, false) && hasPlaceNear(reading, start, end)
    return isOne ? [{ start, end }] : []
  })
}

/** "Frau Müller in Kiel", "Cooper of Leeds": with a capital an occupation is a family name unless an article stands before. */
function isSurname({ words, languages }: Reading, offset: number, hasWhere: boolean): boolean {
  const at = firstWordFrom({ words }, offset)
  const [before, word] = [wordAt(words, at - 1), wordAt(words, at)]
  if (!isCapital(word) || hasWhere) return false
  if (has(DETERMINERS, before) || /^(?:als|war|ist|wird|wurde|zum|beim|vom|gelernter?|ex)$/u.test(before.text))
    return false
  return word.name > 0 || languages[0] !== 'de' || (isCapital(before) && word.gap === ' ')
}

function hasPlaceNear({ words, text }: Reading, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - SENTENCE), start)
  const behind = text.slice(end, end + SENTENCE)
  const from = start - before.length + Math.max(0, before.search(/[.!?\n][^.!?\n]*$/u))
  const to = end + (/[.!?\n]/u.exec(behind)?.index ?? behind.length)
  for (let at = firstWordFrom({ words }, from); at < words.length && wordAt(words, at).start < to; at += 1) {
    const { shape, levels, ordinary } = wordAt(words, at)
    if (shape === 'title' && levels.place > 0 && ordinary < 2) return true
  }
  return false
}

/** In a large city there are many of them; an unknown name may be a village. */
function isSmallPlace(reading: Reading, offset: number): boolean {
  const at = firstWordFrom(reading, offset)
  const { levels, ordinary, name } = wordAt(reading.words, at)
  const isPartOfName = wordAt(reading.words, at + 1).gap === ' ' && /^\p{Lu}/u.test(wordAt(reading.words, at + 1).text)
  if (levels.place === 2 && !isPartOfName) return false
  return levels.place > 0 || ordinary === 0 || (ordinary < 2 && name === 0)
}

/** With a capital or without; whole capitals only in headings, which say nobody's occupation. */
function inAnyWriting(alternatives: string): string {
  return alternatives
    .split(/\|(?![^(]*\))/u)
    .map((word) =>
      word.replace(/^(\(\?:)?(\p{Ll})/u, (_, open: string | undefined, first: string) =>
        open === undefined ? `[${first}${first.toUpperCase()}]` : `${open}${first}`,
      ),
    )
    .join('|')
}
