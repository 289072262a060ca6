import type { IdentifierSpan } from '../identifier.ts'
import type { Reading } from '../tokens/read-words.ts'
import { wordAt } from '../tokens/word-at.ts'
import {
  BARE_STREET,
  CODE,
  EDGE,
  GRID,
  LABELLED_ADDRESS,
  NAME,
  NUMBER,
  NUMBER_STREET,
  NUMBERED_AND_UNIT,
  NUMBERED_BEHIND_CUE,
  ROAD,
  RURAL,
  STREET,
  SURE_STREET,
  UNIT_CHAIN,
  TO_NUMBER,
  TOWN,
} from './address-grammar.ts'
import { firstWordFrom, type Stretch, wholeAddress } from './read-address.ts'

/** Streets with a number, roads with their kilometre: an address, whatever follows. */
const SURE = [STREET, NUMBER_STREET, GRID, ROAD, NUMBERED_AND_UNIT, UNIT_CHAIN].map(
  (expression) => new RegExp(expression, 'gu'),
)
const RURAL_PLACES = new RegExp(RURAL, 'gu')
const STREETS = new RegExp(BARE_STREET, 'gu')
const SURE_STREETS = new RegExp(SURE_STREET, 'gu')
const BEHIND_LABEL = [NUMBERED_BEHIND_CUE, LABELLED_ADDRESS].map((expression) => new RegExp(expression, 'dgu'))
const CODE_AND_TOWN = new RegExp(String.raw`(?<![\p{L}\p{N}.,/-])${CODE}(?:,?\s|\s-\s)${TOWN}`, 'gu')
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
  const { text } = reading
  const sure = SURE.flatMap((expression) => stretches(text, expression)).map((core) => wholeAddress(reading, core))
  const labelled = BEHIND_LABEL.flatMap((expression) => idStretches(text, expression)).map((core) =>
    wholeAddress(reading, core),
  )
  const rural = stretches(text, RURAL_PLACES)
    .filter((core) => isNamed(reading, core))
    .map((core) => wholeAddress(reading, core))
  const longer = [...stretches(text, STREETS), ...found]
    .map((core) => ({ core, whole: wholeAddress(reading, core) }))
    .filter(({ core, whole }) => whole.start < core.start || whole.end > core.end)
    .map(({ whole }) => whole)
  const coded = stretches(text, CODE_AND_TOWN)
    .filter((core) => isTownCode(reading, core))
    .map((core) => numberedStreet(reading, core))
  const named = stretches(text, SURE_STREETS)
  return [
    ...labelled.map(asSpan(0.85)),
    ...named.map(asSpan(0.75)),
    ...sure.map(asSpan(0.9)),
    ...rural.map(asSpan(0.7)),
    ...longer.map(asSpan(0.8)),
    ...coded.map(asSpan(0.85)),
  ]
}

function stretches(text: string, expression: RegExp): readonly Stretch[] {
  return [...text.matchAll(expression)].map(({ index, 0: whole }) => ({
    start: index,
    end: index + whole.replace(/\.$/u, '').length,
  }))
}

function idStretches(text: string, expression: RegExp): readonly Stretch[] {
  return [...text.matchAll(expression)].flatMap(({ indices }) => {
    const [start, end] = indices?.groups?.id ?? [0, 0]
    return /\p{Lu}|\d/u.test(text.slice(start, end)) ? [{ start, end }] : []
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
  const isLine =
    /(?:^|\n)[ \t>|]*$/u.test(text.slice(Math.max(0, start - 12), start)) &&
    /^\s{0,3}(?:\n|$)/u.test(text.slice(end, end + 4))
  if (town.levels.place > 0) return town.ordinary < 2 || isLine
  // "Le Bourg, 42430 Juré" at the end of a line.
  if (
    /,\s$/u.test(text.slice(start - 2, start)) &&
    /^\d{5}\s/u.test(found) &&
    /^\s?(?:\n|$)/u.test(text.slice(end, end + 2))
  )
    return true
  return town.ordinary === 0 && (isLine || /\d{5}|\d-\d|\d\s?[A-Z]{2}\s/u.test(found))
}

function numberedStreet(reading: Reading, { start, end }: Stretch): Stretch {
  const whole = wholeAddress(reading, { start, end })
  const before = reading.text.slice(Math.max(0, start - LOOK_BACK), start)
  const line = before.slice(before.lastIndexOf('\n\n') + 1)
  const street = NUMBERED_BEFORE.exec(line) ?? HOUSE_BEFORE.exec(line)
  return street ? { start: start - (line.length - street.index), end: whole.end } : whole
}
