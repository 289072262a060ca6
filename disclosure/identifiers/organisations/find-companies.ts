import type { IdentifierSpan } from '../identifier.ts'
import { DETERMINERS, PARTICLES } from '../names/cue-words.ts'
import { isCapital } from '../names/name-run.ts'
import { everyMatch } from '../patterns/pattern.ts'
import { LEGAL_WORDS } from '../tokens/harmless-capitals.ts'
import type { Reading } from '../tokens/read-words.ts'
import { has, type Word, wordAt } from '../tokens/word-at.ts'
import { FAMILY_WORDS, isGeneric, kindAt } from './organisation-kinds.ts'

/** Legal forms behind the name of a company, as they are written in eight languages. */
const FORMS = [
  String.raw`S\.\s?A\.(?:\s?U\.|\s?S\.)?|S/A|S\.\s?L\.(?:\s?[UPL]\.)?|S\.\s?C\.(?:\s(?:de|DE)\s(?:A\.?P\.?|R\.?L\.?|C\.?V\.?)){0,3}|S\.\s?Coop\.|SL[UP]?|E\.\s?S\.\s?E\.|(?<=\p{Ll} )EPS`,
  String.raw`S\.\s?p\.\s?A\.|SpA|S\.?\s?r\.?\s?l\.?(?:\s?s\.)?|s\.\s?n\.\s?c\.|S\.\s?n\.\s?c\.|s\.\s?a\.\s?s\.|S\.\s?a\.\s?s\.|S\.S\.|S\.R\.L\.|S\.P\.A\.|soc\. coop\.`,
  String.raw`E\.\s?P\.\s?E\.|Lda\.?|Ltda\.?|LTDA\.?|Unipessoal,? Lda\.?|SP,? RL|RL|EIRELI|ME`,
  String.raw`GmbH(?:\s?&\sCo\.?\sKGa?A?)?|gGmbH|mbH|AG|KG|OHG|e\.\s?V\.|e\.\s?K\.|a\.\s?G\.|e\.\s?G\.|PartG(?:\s?mbB)?|Ges\.?m\.?b\.?H\.?`,
  String.raw`B\.\s?V\.(?:B\.A\.)?|N\.\s?V\.|BV|NV|VOF|v\.o\.f\.|BVBA|CVBA|U\.A\.`,
  String.raw`[Ss]p\.\s?z\s?o\.\s?o\.|[Ss]p[oó]ł?[kc]\p{L}{1,2}\sz\s(?:o\.\s?o\.|ograniczoną odpowiedzialnością)|[Ss]p\.\s?[jkp]\.|S\.K\.A\.`,
  String.raw`S\.\s?C\.\s?A\.|(?:&|und|et|e|y|en|and)\s(?:Figli|Söhne|Sons|Fils|Filhos|Hijos|Zonen|Synowie|Associati|Associés|Asociados|Partners|FIGLI|SÖHNE|SONS|FILS|FILHOS|HIJOS|ZONEN)|ET\sFILS|E\sFIGLI|UND\sSÖHNE`,
  String.raw`LLP|LLC|L\.L\.C\.|Inc\.?|Ltd\.?|Limited|LIMITED|PLC|plc|Corp\.?`,
  String.raw`S\.?A\.?R\.?L\.?|S\.?A\.?S\.?U?|EURL|SPRL|S\.E\.N\.C\.`,
].join('|')
const FORM = new RegExp(String.raw`(?<=[\p{L}\p{N}.)]["”»’]?),?\s(?:${FORMS})(?![\p{L}\p{N}])`, 'gu')

/** The longest name of a company before its form. */
const LONGEST = 8
const JOINT = /^(?:[ \u00a0]|-| & | ?[„“"«»”] ?| ?['’]|, (?=$)|\. | [–-] )$/u

/** "Hofer & Sohn GmbH", "Cerâmica do Vale, Lda.", "„Las-Pol” sp. z o.o.": companies by their legal form. */
export function findCompanies(reading: Reading): readonly IdentifierSpan[] {
  const { text, words } = reading
  return everyMatch(text, FORM).flatMap(({ index, 0: form }) => {
    const last = lastBefore(words, index)
    const from = nameStart(words, last)
    if (from > last || !words.slice(from, last + 1).some(isTelling)) return []
    const start = wordAt(words, from).start
    return [{ start, end: index + form.length, type: 'organisation' as const, by: 'names' as const, confidence: 0.85 }]
  })
}

/** The last word that ends by an offset. */
function lastBefore(words: readonly Word[], offset: number): number {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (wordAt(words, middle).end <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

function nameStart(words: readonly Word[], last: number): number {
  let from = last + 1
  for (let at = last; at > last - LONGEST && at >= 0; at -= 1) {
    const [word, next] = [wordAt(words, at), wordAt(words, at + 1)]
    if (at < last && !joins(word, next)) break
    if (isCapital(word)) from = at
    else if (!has(PARTICLES, word) && !/^(?:i|of|for|the)$/u.test(word.text)) break
    if (/["„“«]$/u.test(word.gap)) break
  }
  while (from < last && isLead(wordAt(words, from))) from += 1
  return from
}

/** A comma joins partners before "& Associates", and a short form to the name before it: "Crédito Norte, IFIC, S.A.". */
function joins(word: Word, next: Word): boolean {
  if (next.gap === ', ')
    return (next.shape === 'upper' && next.text.length < 6 && word.text.length > 2) || has(FAMILY_WORDS, next)
  if (next.gap === '. ') return /^(?:\p{Lu}|Hnos|St|Gebr|Soc|Cía)$/u.test(word.text)
  return JOINT.test(next.gap)
}

function isLead(word: Word): boolean {
  return /^(?:the|der|die|das|den|dem|la|le|il|el|o|a|de|société|firma|fa|ditta|empresa)$/iu.test(word.text)
}

function isTelling(word: Word): boolean {
  return (
    isCapital(word) &&
    word.text.length > 2 &&
    !has(DETERMINERS, word) &&
    !isGeneric(word.text) &&
    !has(LEGAL_WORDS, word)
  )
}

const SHORTEST = 4

/** What a company is called for short: "Kroon" after "Bouwbedrijf Kroon B.V.". Its first telling word, wherever it stands with a capital. */
export function spreadCompanies(
  { text, words }: Reading,
  companies: readonly IdentifierSpan[],
): readonly IdentifierSpan[] {
  const short = new Set<string>()
  let at = 0
  const own = companies.filter(({ start, end }) => !FAMILY_WORDS.has(lastWord(text.slice(start, end))))
  for (const { start, end } of own.toSorted((one, other) => one.start - other.start)) {
    while (at < words.length && wordAt(words, at).start < start) at += 1
    for (let inside = at; inside < words.length && wordAt(words, inside).end <= end; inside += 1)
      if (isShort(words, inside)) {
        short.add(wordAt(words, inside).text.toLowerCase())
        break
      }
  }
  return words
    .filter((word) => isCapital(word) && !word.opens && has(short, word))
    .map(({ start, end }) => ({ start, end, type: 'organisation', by: 'spread', confidence: 0.5 }))
}

/** "Duhamel et Fils" are called by a name of people, which is spread as such. */
function lastWord(company: string): string {
  return (/\p{L}+$/u.exec(company)?.[0] ?? '').toLowerCase()
}

function isShort(words: readonly Word[], at: number): boolean {
  const word = wordAt(words, at)
  const isCommon = word.ordinary === 2 || has(LEGAL_WORDS, word)
  return isCapital(word) && word.text.length >= SHORTEST && !isCommon && !isGeneric(word.text) && !kindAt(words, at)
}

/** Fewer names joined by "and" are two people. */
const FEWEST = 3

/** A firm named after its partners: "Hawkins, Richardson and Santana". At least three, and family names. */
export function findPartners({ words }: Reading): readonly IdentifierSpan[] {
  return words.flatMap((word, at) => {
    if (!/^(?:and|und|et|y)$/u.test(word.text) || !isPartner(wordAt(words, at + 1), ' ')) return []
    let from = at - 1
    while (isPartner(wordAt(words, from), ', ')) from -= 1
    const first = wordAt(words, from)
    const isWhole =
      at - from + 1 >= FEWEST &&
      isPartner(first, first.gap) &&
      !(first.gap === ' ' && isCapital(wordAt(words, from - 1)))
    return isWhole
      ? [{ start: first.start, end: wordAt(words, at + 1).end, type: 'organisation', by: 'names', confidence: 0.7 }]
      : []
  })
}

function isPartner(word: Word, gap: string): boolean {
  return isCapital(word) && word.gap === gap && word.levels.last > 0 && word.levels.last >= word.levels.first
}
