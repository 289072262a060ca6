import { englishStem } from './english-stem.ts'
import { createWordNumbers } from './word-numbers.ts'

/**
 * What a text is searched by: its words in lower case, English stems, Latin letters without accents, no stop words, and nothing that is
 * longer than any word. It is what the full-text index of a reference library does (`reference-indexes.ts`), so that both find the same.
 */
export interface IndexTerms {
  /** How many there are; their numbers begin at 0. */
  readonly count: number
  /** The numbers of the terms of a text, in order, with repetitions. Good until the next call. */
  read(text: string): Int32Array
  /** The same of a question, with repetitions; words that no text has are left out. */
  find(question: string): readonly number[]
  /** The same of a name, which is in no text of which one of its words is in none: null. */
  findName(name: string): readonly number[] | null
  /** The number of the term that lies from `start` to `end` of some UTF-16 units, given to it if it has none. */
  number(units: Uint16Array, start: number, end: number): number
  /** Good until a term is added. */
  unitsOf(term: number): Uint16Array
  /** Forgets the terms that are not kept, and gives the new number of each, or -1. */
  keep(isKept: (term: number) => boolean): Int32Array
  clear(): void
}

const STOP_WORDS = new Set(
  'i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it its itself they them their theirs themselves what which who whom this that these those am is are was were be been being have has had having do does did doing a an the and but if or because as until while of at by for with about against between into through during before after above below to from up down in out on off over under again further then once here there when where why how all any both each few more most other some such no nor not only own same so than too very s t can will just don should now d ll m o re ve y ain aren couldn didn doesn hadn hasn haven isn ma mightn mustn needn shan shouldn wasn weren won wouldn'.split(
    ' ',
  ),
)
const BYTES_AT_MOST = 40
/** Of a word that is no term. */
const NO_TERM = -1

export function createIndexTerms(): IndexTerms {
  const terms = createWordNumbers()
  /** The forms that were met, so that each is stemmed once. */
  const forms = createWordNumbers()
  let termOfForm = new Int32Array(1024)
  let found = new Int32Array(1024)
  const places = createWordPlaces()

  function termOf(lower: string, start: number, end: number): number {
    // Not remembered either: there may be many, and each of them stands once.
    if (isTooLong(places.units, start, end)) return NO_TERM
    const known = forms.size
    const form = forms.number(places.units, start, end)
    if (form < known) return termOfForm[form]!
    if (form === termOfForm.length) termOfForm = grown(termOfForm)
    const term = toTerm(lower.slice(start, end))
    termOfForm[form] = term === null ? NO_TERM : terms.number(unitsOf(term), 0, term.length)
    return termOfForm[form]!
  }

  return {
    get count() {
      return terms.size
    },
    read(text) {
      const lower = inLowerCase(text)
      const words = places.find(lower)
      let count = 0
      if (found.length < words.length) found = new Int32Array(2 * words.length)
      for (let at = 0; at < words.length; at += 2) {
        const term = termOf(lower, words[at]!, words[at + 1]!)
        if (term !== NO_TERM) found[count++] = term
      }
      return found.subarray(0, count)
    },
    find: (question) => soughtIn(question, places, terms).filter((term) => term !== NO_TERM),
    findName(name) {
      const numbers = soughtIn(name, places, terms)
      return numbers.length === 0 || numbers.includes(NO_TERM) ? null : numbers
    },
    number: terms.number,
    unitsOf: terms.unitsOf,
    keep(isKept) {
      const words = Array.from({ length: terms.size }, (_, term) => (isKept(term) ? terms.unitsOf(term).slice() : null))
      terms.clear()
      forms.clear()
      return Int32Array.from(words, (word) => (word === null ? NO_TERM : terms.number(word, 0, word.length)))
    },
    clear() {
      terms.clear()
      forms.clear()
      places.clear()
    },
  }
}

/** Of each word of a text that is searched by: its term, or none where no text has it. */
function soughtIn(
  text: string,
  places: ReturnType<typeof createWordPlaces>,
  terms: ReturnType<typeof createWordNumbers>,
): readonly number[] {
  const lower = inLowerCase(text)
  const words = places.find(lower)
  const numbers: number[] = []
  for (let at = 0; at < words.length; at += 2) {
    const [start, end] = [words[at]!, words[at + 1]!]
    const term = isTooLong(places.units, start, end) ? null : toTerm(lower.slice(start, end))
    if (term !== null) numbers.push(terms.find(unitsOf(term), 0, term.length))
  }
  return numbers
}

/** A dotted capital I would fall into an i and a dot, which parts words. */
function inLowerCase(text: string): string {
  return text.replaceAll('İ', 'i').toLowerCase()
}

/** Whether a word takes more bytes in UTF-8 than any word does. */
function isTooLong(units: Uint16Array, start: number, end: number): boolean {
  let bytes = end - start
  if (bytes * 3 < BYTES_AT_MOST) return false
  // Each half of a character of four bytes counts as one of two.
  for (let at = start; at < end && bytes < BYTES_AT_MOST; at += 1) bytes += bytesAbove(units[at]!)
  return bytes >= BYTES_AT_MOST
}

/** Null for a stop word, which is not searched by. */
function toTerm(word: string): string | null {
  const stem = englishStem(word)
  return STOP_WORDS.has(stem) ? null : withoutAccents(stem)
}

const LETTERS = new Map(
  'ß:ss æ:ae œ:oe ø:o đ:d ð:d þ:th ł:l ħ:h ŧ:t ı:i ĸ:k ŋ:n'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)

/** A letter that is no Latin one in another form, such as a Cyrillic й or a Hebrew point, stays: it makes another word. */
function withoutAccents(word: string): string {
  return word.replace(/[^\0-\x7f]/gu, (letter) => inAscii(letter) || letter)
}

function inAscii(letter: string): string {
  return Array.from(letter.normalize('NFKD'), (part) => (part <= '\x7f' ? part : (LETTERS.get(part) ?? ''))).join('')
}

/** Of the units behind ASCII: 1 for one of a letter or digit, 2 for any other, 0 while not yet looked up. */
const KINDS = new Uint8Array(0x1_00_00)

/** A text in lower case as UTF-16 units, and where its words lie. Good until the next is read. */
function createWordPlaces() {
  let units = new Uint16Array(1024)
  let places = new Int32Array(1024)
  return {
    get units() {
      return units
    },
    /** The start and the end of each word. */
    find(lower: string): Int32Array {
      if (units.length < lower.length) units = new Uint16Array(2 * lower.length)
      // A word and what parts it from the next take two units at least.
      if (places.length < lower.length + 2) places = new Int32Array(2 * lower.length + 2)
      return places.subarray(0, findWords(lower, units, places))
    },
    clear: () => void units.fill(0),
  }
}

/** Gives how many places it has found. */
function findWords(lower: string, units: Uint16Array, places: Int32Array): number {
  let count = 0
  let isWord = false
  for (let at = 0; at < lower.length; at += 1) {
    const unit = lower.charCodeAt(at)
    units[at] = unit
    const isPart =
      (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || (unit > 0x7f && isOfLetter(lower, at, unit))
    if (isPart === isWord) continue
    places[count++] = at
    isWord = isPart
  }
  if (isWord) places[count++] = lower.length
  return count
}

function isOfLetter(text: string, at: number, unit: number): boolean {
  // The two halves of a character beyond 16 bits are judged as one.
  if (unit >= 0xdc_00 && unit <= 0xdf_ff) return isLetter(text.codePointAt(at - 1) ?? unit)
  if (unit >= 0xd8_00 && unit <= 0xdb_ff) return isLetter(text.codePointAt(at) ?? unit)
  if (KINDS[unit] === 0) KINDS[unit] = isLetter(unit) ? 1 : 2
  return KINDS[unit] === 1
}

/** How many more than one a UTF-16 unit takes in UTF-8. */
function bytesAbove(unit: number): number {
  if (unit < 0x80) return 0
  return unit < 0x8_00 || (unit >= 0xd8_00 && unit <= 0xdf_ff) ? 1 : 2
}

function isLetter(codePoint: number): boolean {
  return /[\p{Alphabetic}\p{N}]/u.test(String.fromCodePoint(codePoint))
}

function grown(old: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * old.length)
  larger.set(old)
  return larger
}

function unitsOf(word: string): Uint16Array {
  const units = new Uint16Array(word.length)
  for (let at = 0; at < word.length; at += 1) units[at] = word.charCodeAt(at)
  return units
}
