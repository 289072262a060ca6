import type { IdentifierSpan } from '../identifier.ts'
import { isCapital } from '../names/name-run.ts'
import { beginnersOf, matchesAtWords } from '../patterns/pattern.ts'
import type { Reading } from '../tokens/read-words.ts'
import { firstWordFrom, type Word, wordAt } from '../tokens/word-at.ts'
import {
  ADDRESS_LABELS,
  BARE_STREET,
  BEFORE_ADDRESS,
  CHAINED_UNITS,
  CODE,
  EDGE,
  GRID,
  GRID_STREETS,
  LABELLED_ADDRESS,
  LANDMARKS,
  NAME,
  NUMBER,
  NUMBER_STREET,
  NUMBERED_AND_UNIT,
  NUMBERED_BEHIND_CUE,
  ROAD,
  ROAD_KINDS,
  RURAL,
  RURAL_FIRST,
  STREET,
  STREETS_FIRST,
  STREETS_WITH_NUMBER,
  SURE_KINDS,
  SURE_STREET,
  TO_NUMBER,
  TOWN,
  UNIT_CHAIN,
} from './address-grammar.ts'
import { type Stretch, wholeAddress } from './read-address.ts'

type Core = { readonly expression: RegExp; readonly mayBegin: (word: Word, at: number) => boolean }

const coreOf = (expression: string, mayBegin: Core['mayBegin']): Core => ({
  expression: new RegExp(expression, 'duy'),
  mayBegin,
})
const isStreet = beginnersOf([...STREETS_FIRST, ...STREETS_WITH_NUMBER].join('|'))
const isRoad = beginnersOf(ROAD_KINDS)
const isUnit = beginnersOf(CHAINED_UNITS)
const isNumber = ({ text }: Word) => /^\d/u.test(text)
const isCode = ({ text }: Word) => /^(?:\d{2,5}|[A-Z]{1,3})$/u.test(text)

/** Streets with a number, roads with their kilometre: an address, whatever follows. */
const SURE: readonly Core[] = [
  coreOf(STREET, isStreet),
  coreOf(NUMBER_STREET, isNumber),
  coreOf(GRID, beginnersOf(GRID_STREETS)),
  coreOf(ROAD, (word) => isRoad(word) || /^\p{Lu}\p{L}{0,2}(?:\d{1,4})?$/u.test(word.text)),
  coreOf(NUMBERED_AND_UNIT, isCapital),
  coreOf(UNIT_CHAIN, (word) => isUnit(word) || /^(?:\d{1,2}\p{L}{0,3}|[IVX]{1,4})$/u.test(word.text)),
]
const RURAL_PLACES = coreOf(RURAL, beginnersOf([...RURAL_FIRST, ...LANDMARKS].join('|')))
const STREETS = coreOf(BARE_STREET, beginnersOf(STREETS_FIRST.join('|')))
const SURE_STREETS = coreOf(SURE_STREET, beginnersOf(SURE_KINDS))
const VIA = coreOf(String.raw`(?<=(?:in|di|da|alla|nella|della|a)[ ]|\()via[ ]${NAME}`, ({ text }) => text === 'via')
const BEHIND_LABEL: readonly Core[] = [
  coreOf(NUMBERED_BEHIND_CUE, beginnersOf(BEFORE_ADDRESS)),
  coreOf(LABELLED_ADDRESS, beginnersOf(ADDRESS_LABELS)),
]
const CODE_AND_TOWN = coreOf(String.raw`(?<![\p{L}\p{N}.,/-])${CODE}(?:,?[ \u00a0]|[ ]-[ ])${TOWN}`, isCode)
/** "Gathe 88, " and the like before a code and a town: a street that nothing else tells. */
const NUMBERED_BEFORE = new RegExp(
  String.raw`${EDGE}(?:(?:Am|An|Im|In|Auf|Zum|Zur|Unter|Hinter|Vor|Bei)(?:\sde[rmn])?\s)?${NAME}${TO_NUMBER}${NUMBER}[^\n]{0,30}?(?:,|\s[·–-]|,?\s?\n)\s{0,3}$`,
  'u',
)
/** "Le Bourg, ", "Im Winkel, ": a name with an article, by itself before a code. */
const HOUSE_BEFORE = /(?<=^|\n)(?:Le|La|Les|L['’]|The|Am|Im|Zum|Zur|De|Het|El|Los|Las)\s?[\p{L}'’ -]{2,30},\s$/u
const LOOK_BACK = 100

/** Addresses as eight countries write them, from the first part to the last. */
export function findWrittenAddresses(reading: Reading, found: readonly IdentifierSpan[]): readonly IdentifierSpan[] {
  const of = (core: Core) => stretches(reading, core)
  const whole = (stretch: Stretch) => wholeAddress(reading, stretch)
  const longer = [...of(STREETS), ...found].flatMap((stretch) => {
    const { start, end } = whole(stretch)
    return start < stretch.start || end > stretch.end ? [{ start, end }] : []
  })
  const coded = of(CODE_AND_TOWN).filter((stretch) => isTownCode(reading, stretch))
  return [
    ...BEHIND_LABEL.flatMap(of).map(whole).map(asSpan(0.85)),
    ...[...of(SURE_STREETS), ...of(VIA)].map(asSpan(0.75)),
    ...SURE.flatMap(of).map(whole).map(asSpan(0.9)),
    ...of(RURAL_PLACES)
      .filter((stretch) => isNamed(reading, stretch))
      .map(whole)
      .map(asSpan(0.7)),
    ...longer.map(asSpan(0.8)),
    ...coded.map((stretch) => numberedStreet(reading, stretch)).map(asSpan(0.85)),
  ]
}

/** What an expression finds, without a full stop at the end; its group `id` where it has one. */
function stretches(reading: Reading, { expression, mayBegin }: Core): readonly Stretch[] {
  return matchesAtWords(reading, expression, mayBegin).flatMap(({ indices }) => {
    const [start, end] = indices?.groups?.id ?? indices?.[0] ?? [0, 0]
    const found = reading.text.slice(start, end)
    return /\p{Lu}|\d/u.test(found) ? [{ start, end: found.endsWith('.') ? end - 1 : end }] : []
  })
}

function asSpan(confidence: number): (stretch: Stretch) => IdentifierSpan {
  return ({ start, end }) => ({ start, end, type: 'address', by: 'pattern', confidence })
}

/** "Hof Obermoos", not "Hof" and a common word. */
function isNamed(reading: Reading, { start, end }: Stretch): boolean {
  const { words } = reading
  for (let at = firstWordFrom(reading, start) + 1; wordAt(words, at).end > 0 && wordAt(words, at).end <= end; at += 1) {
    const { ordinary, levels, name, shape } = wordAt(words, at)
    if (shape !== 'lower' && (ordinary === 0 || levels.place > 0 || name > 0 || reading.languages[0] !== 'de'))
      return true
  }
  return false
}

/** A town of the list behind the number, or an unknown word that ends the line: no dose, year or sum. */
function isTownCode(reading: Reading, { start, end }: Stretch): boolean {
  const { text, words } = reading
  const found = text.slice(start, end)
  if (/^(?:1[89]|20)\d{2}\s(?!\p{Lu}{2}\s)/u.test(found)) return false
  const at = firstWordFrom(reading, start)
  const town = words
    .slice(at, at + 8)
    .find((word) => word.start < end && /^\p{Lu}\p{L}/u.test(word.text) && word.text.length > 2)
  if (!town) return false
  const isLine = isWholeLine(text, { start, end })
  // Five figures, or four and two capitals, and a name: what else is written so?
  if ((isLine && LINE_CODE.test(found)) || DUTCH_CODE.test(found)) return true
  if (town.levels.place > 0) return town.ordinary < 2 || isLine
  // "Le Bourg, 42430 Juré" at the end of a line.
  if (/^,\s\d{5}\s/u.test(text.slice(start - 2, end)) && /^\s?(?:\n|$)/u.test(text.slice(end, end + 2))) return true
  return town.ordinary === 0 && (isLine || /\d{5}|\d-\d|\d\s?[A-Z]{2}\s/u.test(found))
}

function isWholeLine(text: string, { start, end }: Stretch): boolean {
  return (
    /(?:^|\n)[ \t>|]*$/u.test(text.slice(Math.max(0, start - 12), start)) &&
    /^\s{0,3}(?:\n|$)/u.test(text.slice(end, end + 4))
  )
}

const LINE_CODE = /^(?:[A-Z]{1,2}-)?(?:\d{5}|\d{2}-\d{3}|\d{4}-\d{3}|\d{5}-\d{3})[ \u00a0]\p{Lu}/u
const DUTCH_CODE = /^[1-9]\d{3}[ \u00a0]?[A-Z]{2}[ \u00a0]{1,2}\p{Lu}\p{Ll}/u

function numberedStreet(reading: Reading, { start, end }: Stretch): Stretch {
  const whole = wholeAddress(reading, { start, end })
  const before = reading.text.slice(Math.max(0, start - LOOK_BACK), start)
  const line = before.slice(before.lastIndexOf('\n\n') + 1)
  const street = NUMBERED_BEFORE.exec(line) ?? HOUSE_BEFORE.exec(line)
  return street ? { start: start - (line.length - street.index), end: whole.end } : whole
}
